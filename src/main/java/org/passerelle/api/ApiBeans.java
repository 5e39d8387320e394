package org.passerelle.api;

import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.schema.GraphQLScalarType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** What the GraphQL engine is given: the scalars and the limits on queries. */
@Configuration(proxyBeanMethods = false)
class ApiBeans {
    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> wiring.scalar(GraphQLScalarType.newScalar()
                        .name("Date")
                        .coercing(new DayScalar())
                        .build())
                .scalar(GraphQLScalarType.newScalar()
                        .name("DateTime")
                        .coercing(new MomentScalar())
                        .build());
    }

    @Bean
    QueryLimits queryLimits() {
        return new QueryLimits();
    }

    /** Counts a query's cost when it is parsed and not yet validated. */
    static final class QueryLimits extends SimplePerformantInstrumentation {
        @Override
        public DocumentAndVariables instrumentDocumentAndVariables(
                DocumentAndVariables query,
                InstrumentationExecutionParameters parameters,
                @Nullable InstrumentationState state) {
            try {
                QueryCost.check(
                        query.getDocument(),
                        parameters.getSchema(),
                        parameters.getExecutionInput().getRawVariables().toMap());
            } catch (LimitExceeded excess) {
                throw new AbortExecutionException(excess.sentence());
            }
            return query;
        }
    }
}
