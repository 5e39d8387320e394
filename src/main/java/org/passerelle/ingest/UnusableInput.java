package org.passerelle.ingest;

/**
 * The load was asked for something it cannot do: an unknown format, a missing file, a mapping that does
 * not fit. Nothing more of it is read; the message says where, what was expected and what to do.
 */
public final class UnusableInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Where it was found, what was expected there, and what to do about it. */
    public UnusableInput(String where, String expected, String advice) {
        super(where + ": " + expected + ". " + advice + ".");
    }
}
