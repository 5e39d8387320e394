package org.passerelle.api;

/** The reader's role does not allow it. */
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses with a sentence for the caller. */
    public Forbidden(String message) {
        super(ErrorCode.FORBIDDEN, message);
    }
}
