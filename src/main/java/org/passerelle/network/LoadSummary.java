package org.passerelle.network;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of a load.
 *
 * @param read rows taken from the files
 * @param loaded contributions, people and facts that are new in the graph
 * @param alreadyThere ones that were there, identical
 * @param replaced ones of which another version was there and lost
 * @param quarantined rows set aside, by error code
 */
public record LoadSummary(long read, long loaded, long alreadyThere, long replaced, Map<String, Long> quarantined) {
    /** Copies the map, in code order. */
    public LoadSummary {
        quarantined = java.util.Collections.unmodifiableMap(new TreeMap<>(quarantined));
    }

    /** Nothing yet. */
    public static LoadSummary none() {
        return new LoadSummary(0, 0, 0, 0, Map.of());
    }

    /** Rows set aside, all codes together. */
    public long quarantinedTotal() {
        return quarantined.values().stream().mapToLong(Long::longValue).sum();
    }
}
