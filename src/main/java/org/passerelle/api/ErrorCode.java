package org.passerelle.api;

import graphql.ErrorClassification;

/** What went wrong, as the caller reads it in {@code extensions.code}; stable. */
public enum ErrorCode implements ErrorClassification {
    /** Correct the request. */
    BAD_USER_INPUT,
    /** Say who you are. */
    UNAUTHENTICATED,
    /** Not for this role. */
    FORBIDDEN,
    /** There is no such thing, or no longer. */
    NOT_FOUND,
    /** Ask for less. */
    LIMIT_EXCEEDED,
    /** It took too long: ask for less, or again later. */
    TIMEOUT,
    /** It failed on our side: ask again later, or report the request id. */
    UNAVAILABLE,
    /** Withheld because too few people stand behind it. */
    SUPPRESSED
}
