package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import java.util.Map;
import org.passerelle.privacy.Reader;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.graphql.execution.GraphQlSource;

/** The real schema with the real controllers of some rooms, asked without a server. */
public record InProcess(ConfigurableApplicationContext context) implements AutoCloseable {
    /** Starts what the configuration names: its beans, and the rooms that it scans. */
    public static InProcess of(Class<?> configuration) {
        return new InProcess(new SpringApplicationBuilder(configuration)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .run());
    }

    /** What a reader gets, errors included. */
    public ExecutionResult run(String query, Reader reader) {
        return context.getBean(GraphQlSource.class).graphQl().execute(input -> input.query(query)
                .graphQLContext(Map.of("reader", reader)));
    }

    /** The answer as text; there must be no error. */
    public String shown(String query, Reader reader) {
        ExecutionResult result = run(query, reader);
        assertThat(result.getErrors()).isEmpty();
        return String.valueOf(result.<Object>getData());
    }

    /** Code and message of the one error that there must be. */
    public String refusal(String query, Reader reader) {
        ExecutionResult result = run(query, reader);
        assertThat(result.getErrors()).hasSize(1);
        return result.getErrors().getFirst().getExtensions().get("code") + " "
                + result.getErrors().getFirst().getMessage();
    }

    @Override
    public void close() {
        context.close();
    }
}
