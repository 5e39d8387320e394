package org.passerelle.network;

import java.time.Instant;
import java.util.Set;

/** What people asked to be left out of; the store implements it. It outlives loads. */
public interface OptOuts {
    /** How far somebody wants to be left out. */
    enum Grade {
        /** Not at all. */
        NONE,
        /** Never shown as an expert or on the way to one. */
        NOT_SUGGESTED
    }

    /** Ids of the people who are not to be suggested. */
    Set<String> notSuggested();

    /** What a person asked for; takes the place of what was asked before, and holds from now on. */
    void record(String personId, Grade grade, Instant at);
}
