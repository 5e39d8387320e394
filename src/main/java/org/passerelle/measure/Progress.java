package org.passerelle.measure;

/**
 * Hears how far a long computation has come. To stop one, interrupt the thread that called it: it ends with
 * a {@link java.util.concurrent.CancellationException}.
 */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = share -> {};

    /**
     * So much is done. Called from one thread at a time, with numbers that never fall.
     *
     * @param share 0 to 1
     */
    void reached(double share);
}
