package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who said of which contribution that it helped; the store implements it. It outlives loads. */
public interface HelpfulMarks {
    /** Keeps that a contribution helped somebody about something; said again, the newer words are kept. */
    void mark(String byId, String contribution, String about, Instant at);

    /** Takes it back; says whether there was anything to take back. */
    boolean withdraw(String byId, String contribution);

    /** Of which of these contributions somebody said so. */
    Set<String> markedBy(String personId, List<String> contributions);

    /**
     * How many people said so of each contribution; those of which nobody did are left out.
     *
     * @param before only what was said before; null for all
     */
    Map<String, Integer> counts(List<String> contributions, @Nullable Instant before);
}
