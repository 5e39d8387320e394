package org.passerelle.api;

/** What the request names does not exist, or no longer. */
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses with a sentence for the caller. */
    public NotFound(String message) {
        super(ErrorCode.NOT_FOUND, message);
    }
}
