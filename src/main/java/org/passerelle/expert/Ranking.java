package org.passerelle.expert;

/** How much of what is known counts in the order of experts; each adds to the one before. */
public enum Ranking {
    /** How well contributions match the words. */
    TEXT,
    /** And accepted answers and reactions. */
    RECOGNITION,
    /** And how recent they are. */
    RECENCY,
    /** And who answers lately where this is talked about, on this rather than on everything, and the asker before. */
    NETWORK;

    boolean counts(Ranking part) {
        return compareTo(part) >= 0;
    }
}
