package org.passerelle.ingest;

/**
 * A row that was set aside, without its content.
 *
 * @param file name of the file
 * @param line first line of the row, from 1
 * @param code why
 * @param found what was there, in columns, ids and line numbers; never a cell's text or a name
 */
public record QuarantinedRow(String file, long line, QuarantineCode code, String found) {
    /** File, line, what was found, what was expected, and what to do, in one sentence each. */
    public String message() {
        return file + ", line " + line + ": " + found + "; expected " + code.expected() + ". To do: " + code.advice()
                + ". [" + code + "]";
    }
}
