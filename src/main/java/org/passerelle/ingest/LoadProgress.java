package org.passerelle.ingest;

/** Who wants to know how far a load is: a progress bar, a subscription. */
public interface LoadProgress {
    /** Nobody. */
    LoadProgress NONE = new LoadProgress() {};

    /** A batch was written, or a file begun. */
    default void advanced(State state) {}

    /** A row was set aside. */
    default void quarantined(QuarantinedRow row) {}

    /**
     * How far it is.
     *
     * @param file name of the file being read
     * @param bytesRead of all files together, as they lie on the disk
     * @param bytesTotal of all files together
     * @param rows rows read
     * @param rowsQuarantined rows set aside
     */
    record State(String file, long bytesRead, long bytesTotal, long rows, long rowsQuarantined) {}
}
