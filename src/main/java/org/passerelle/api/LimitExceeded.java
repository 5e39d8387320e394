package org.passerelle.api;

/** The request asks for more than is allowed; the caller can ask for less. */
public final class LimitExceeded extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses with a sentence for the caller. */
    public LimitExceeded(String message) {
        super(ErrorCode.LIMIT_EXCEEDED, message);
    }
}
