package org.passerelle.network;

/** Who contributed when, in memory; the store implements it. */
public interface ContributionTimes {
    /**
     * Every contribution that colleagues could read, by the people of a snapshot, read once for each version. A snapshot
     * older than the data gets the data as they are now.
     *
     * @throws TooMany where there are more than {@link DatedContributions#ROWS_MAX}
     */
    DatedContributions of(NetworkSnapshot snapshot);

    /** There are more contributions than memory is kept for. */
    final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Says how many would do. */
        public TooMany() {
            super("More than " + DatedContributions.ROWS_MAX + " contributions were loaded");
        }
    }
}
