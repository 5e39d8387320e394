package org.passerelle.api;

/** The request is wrong; the caller can correct it. */
public final class BadUserInput extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses with a sentence for the caller. */
    public BadUserInput(String message) {
        super(ErrorCode.BAD_USER_INPUT, message);
    }
}
