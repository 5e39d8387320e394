package org.passerelle.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import reactor.core.publisher.Mono;

/**
 * The one place where an exception becomes an error of the API: a refusal keeps its sentence, everything
 * else is logged and masked, so that no class name, statement or stack leaves the process.
 */
@Component
final class ErrorAnswers implements DataFetcherExceptionResolver, SubscriptionExceptionResolver {
    static final String MASKED = "This could not be answered; the request id helps to find out why.";
    static final String TOO_SLOW = "This took too long; ask for a shorter window or fewer results.";
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable exception, DataFetchingEnvironment environment) {
        GraphQLError error = error(
                exception,
                GraphqlErrorBuilder.newError(environment),
                environment.getExecutionId().toString());
        return Mono.just(List.of(error));
    }

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable exception) {
        return Mono.just(List.of(error(exception, GraphqlErrorBuilder.newError(), "subscription")));
    }

    private static GraphQLError error(Throwable exception, GraphqlErrorBuilder<?> builder, String requestId) {
        return switch (exception) {
            case Refusal refusal -> build(builder, refusal.code(), refusal.sentence());
            case TimeoutException _, CancellationException _, InterruptedException _ ->
                build(builder, ErrorCode.TIMEOUT, TOO_SLOW);
            case BindException _ ->
                build(
                        builder,
                        ErrorCode.BAD_USER_INPUT,
                        "An argument does not have the form that the schema describes.");
            default -> {
                LOG.error("Request {} failed", requestId, exception);
                yield build(builder, ErrorCode.UNAVAILABLE, MASKED);
            }
        };
    }

    private static GraphQLError build(GraphqlErrorBuilder<?> builder, ErrorCode code, String message) {
        return builder.errorType(code)
                .message("%s", message)
                .extensions(Map.of("code", code.name()))
                .build();
    }
}
