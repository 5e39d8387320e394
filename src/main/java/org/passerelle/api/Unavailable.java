package org.passerelle.api;

/** Something this answer needs is away; the caller can ask again later. */
public final class Unavailable extends Refusal {
    private static final long serialVersionUID = 1L;

    /** Refuses with a sentence for the caller. */
    public Unavailable(String message) {
        super(ErrorCode.UNAVAILABLE, message);
    }
}
