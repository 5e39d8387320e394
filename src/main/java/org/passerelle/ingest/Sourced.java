package org.passerelle.ingest;

/** A fact and the row it was read from. */
record Sourced<T>(T fact, Origin origin) {
    /**
     * Where a fact was read.
     *
     * @param header the line that names the columns; empty where there is none
     * @param raw the row, to be fed again; empty where it must not be kept
     */
    record Origin(InputFile file, byte[] header, long line, byte[] raw) {}
}
