package org.passerelle.api;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.parser.ParserOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Readers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What every request passes: it learns who is asking (controllers take it as {@code @ContextValue Reader
 * reader}), bounds the parser and the time, and gives every error a code and the request id.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestGate implements WebGraphQlInterceptor {
    /** In the open role, the person the request speaks as. */
    static final String PERSON_HEADER = "X-Passerelle-Person";

    private static final int CHARACTERS_MAX = 100_000;
    private static final int TOKENS_MAX = 2_000;

    private static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .maxCharacters(CHARACTERS_MAX)
            .maxTokens(TOKENS_MAX)
            .maxWhitespaceTokens(10 * TOKENS_MAX)
            .maxRuleDepth(500)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .redactTokenParserErrorMessages(true)
            .build();

    private final Readers readers;
    private final Duration timeout;

    RequestGate(Readers readers, @Value("${passerelle.timeout:30s}") Duration timeout) {
        this.readers = readers;
        this.timeout = timeout;
        RunningWork.announce();
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Optional<Reader> reader = readers.reader(request.getHeaders().getFirst(PERSON_HEADER));
        if (reader.isEmpty()) {
            return Mono.just(refused(
                    request,
                    ErrorCode.UNAUTHENTICATED,
                    "Nobody can sign in yet: start with --demo, or with --open on your own machine."));
        }
        if (request.getDocument().length() > CHARACTERS_MAX) {
            return Mono.just(
                    refused(request, ErrorCode.LIMIT_EXCEEDED, "A query may have " + CHARACTERS_MAX + " characters."));
        }
        RunningWork work = new RunningWork();
        request.configureExecutionInput(
                (_, builder) -> builder.graphQLContext(Map.of("reader", reader.get(), ParserOptions.class, PARSER))
                        .graphQLContext(work.context())
                        .locale(Locale.ENGLISH)
                        .build());
        return chain.next(request)
                .timeout(timeout)
                .onErrorResume(TimeoutException.class, _ -> {
                    work.stop();
                    return Mono.just(refused(request, ErrorCode.TIMEOUT, ErrorAnswers.TOO_SLOW));
                })
                .doOnCancel(work::stop)
                .map(response -> cancelledParsing(response)
                        ? refused(
                                request,
                                ErrorCode.LIMIT_EXCEEDED,
                                "A query may have " + TOKENS_MAX + " tokens, nested 500 levels of grammar.")
                        : coded(request, response));
    }

    /** The parser tells a broken text from one that is too long by its message only. */
    private static boolean cancelledParsing(WebGraphQlResponse response) {
        return response.getExecutionResult().getErrors().stream()
                .anyMatch(error -> error.getErrorType() == ErrorType.InvalidSyntax
                        && String.valueOf(error.getMessage()).contains("Denial Of Service"));
    }

    private static WebGraphQlResponse refused(WebGraphQlRequest request, ErrorCode code, String message) {
        GraphQLError error = GraphqlErrorBuilder.newError()
                .errorType(code)
                .message("%s", message)
                .extensions(Map.of("code", code.name(), "requestId", request.getId()))
                .build();
        ExecutionResult result =
                ExecutionResult.newExecutionResult().addError(error).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), result));
    }

    private static WebGraphQlResponse coded(WebGraphQlRequest request, WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        if (errors.isEmpty()) {
            return response;
        }
        List<GraphQLError> coded =
                errors.stream().map(error -> coded(error, request.getId())).toList();
        return response.transform(builder -> builder.errors(coded));
    }

    private static GraphQLError coded(GraphQLError error, String requestId) {
        Map<String, Object> extensions = new HashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        ErrorCode code = codeOf(error.getErrorType());
        extensions.putIfAbsent("code", code.name());
        extensions.put("requestId", requestId);
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError()
                .errorType(code)
                .message("%s", error.getMessage())
                .extensions(extensions);
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        return builder.build();
    }

    private static ErrorCode codeOf(ErrorClassification classification) {
        return switch (classification) {
            case ErrorCode code -> code;
            case ErrorType.ExecutionAborted -> ErrorCode.LIMIT_EXCEEDED;
            case ErrorType.InvalidSyntax, ErrorType.ValidationError, ErrorType.OperationNotSupported ->
                ErrorCode.BAD_USER_INPUT;
            default -> ErrorCode.UNAVAILABLE;
        };
    }
}
