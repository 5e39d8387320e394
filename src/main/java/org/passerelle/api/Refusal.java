package org.passerelle.api;

/** A request that is refused for a reason the caller may read; its message must name no internals. */
public abstract sealed class Refusal extends RuntimeException
        permits BadUserInput, NotFound, LimitExceeded, Unavailable, Forbidden, Suppressed {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    Refusal(ErrorCode code, String message) {
        // A refusal is an answer, not a fault: nobody reads its stack.
        super(message, null, false, false);
        this.code = code;
    }

    /** What the caller finds in {@code extensions.code}. */
    public ErrorCode code() {
        return code;
    }

    /** The sentence for the caller. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
