package org.passerelle.silo;

import java.util.Set;
import org.passerelle.network.Dimension;
import org.passerelle.network.Window;

/**
 * How far the groups of a dimension are apart in a window.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 * @param channels channels that count; empty means all
 * @param peopleMin fewest people who must stand behind a figure about a group; 1 withholds nothing
 */
public record SiloQuestion(Dimension dimension, int unitDepth, Window window, Set<String> channels, int peopleMin) {
    /** Copies the channels and refuses a negative depth. */
    public SiloQuestion {
        channels = Set.copyOf(channels);
        if (unitDepth < 0) {
            throw new IllegalArgumentException("unitDepth must be 0 or more, not " + unitDepth);
        }
        if (peopleMin < 1) {
            throw new IllegalArgumentException("peopleMin must be at least 1, not " + peopleMin);
        }
    }

    /** All channels, nothing withheld. */
    public static SiloQuestion of(Dimension dimension, int unitDepth, Window window) {
        return new SiloQuestion(dimension, unitDepth, window, Set.of(), 1);
    }
}
