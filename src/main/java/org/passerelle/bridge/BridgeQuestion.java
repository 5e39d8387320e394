package org.passerelle.bridge;

import java.util.List;
import org.passerelle.network.Dimension;
import org.passerelle.network.Window;

/**
 * What holds the groups of a dimension together in a window.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 * @param between ids of the two groups whose links are asked for, in order; empty for all groups
 * @param peopleMin fewest people who must stand behind what is told of a group
 */
public record BridgeQuestion(Dimension dimension, int unitDepth, Window window, List<String> between, int peopleMin) {
    /** Asks about all groups, however small. */
    public BridgeQuestion(Dimension dimension, int unitDepth, Window window) {
        this(dimension, unitDepth, window, List.of());
    }

    /** Asks about two groups, however small. */
    public BridgeQuestion(Dimension dimension, int unitDepth, Window window, List<String> between) {
        this(dimension, unitDepth, window, between, 1);
    }

    /** Refuses a negative depth, and anything but two different groups. */
    public BridgeQuestion {
        between = between.stream().distinct().sorted().toList();
        if (!between.isEmpty() && between.size() != 2) {
            throw new IllegalArgumentException("`between` takes two different groups, not " + between.size());
        }
        if (unitDepth < 0) {
            throw new IllegalArgumentException("unitDepth must be 0 or more, not " + unitDepth);
        }
        if (peopleMin < 1) {
            throw new IllegalArgumentException("peopleMin must be 1 or more, not " + peopleMin);
        }
    }
}
