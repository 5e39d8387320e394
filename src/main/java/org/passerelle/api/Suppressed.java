package org.passerelle.api;

/** Too few people stand behind the answer. */
public final class Suppressed extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses with a sentence for the caller. */
    public Suppressed(String message) {
        super(ErrorCode.SUPPRESSED, message);
    }
}
