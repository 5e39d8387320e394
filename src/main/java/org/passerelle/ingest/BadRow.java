package org.passerelle.ingest;

/** One row cannot be believed; it goes to quarantine and the load goes on. Never carries a cell's content. */
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final QuarantineCode code;

    BadRow(QuarantineCode code, String found) {
        super(found, null, false, false);
        this.code = code;
    }

    QuarantineCode code() {
        return code;
    }

    /** What was found, in columns, ids and line numbers. */
    String found() {
        return String.valueOf(getMessage());
    }
}
