package org.passerelle.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.annotation.AliasFor;

/**
 * The controllers of these packages with the real schema, without what stands before the API of a server. No configuration
 * by itself, or the product's own scan would take up what tests and benches say, where they are on its class path.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration(GraphQlAutoConfiguration.class)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {".*Test.*", ".*RequestGate", ".*BodyLimit", ".*WebAccess"}))
public @interface RoomsInProcess {
    /** The packages to scan. */
    @AliasFor(annotation = ComponentScan.class, attribute = "basePackages")
    String[] value();
}
