package org.passerelle.bridge;

import java.util.List;
import org.passerelle.network.Dimension;
import org.passerelle.network.Window;

/**
 * What holds the groups of a dimension together in a window.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 * @param between ids of the two groups whose links are asked for, in order; empty for all groups
 */
public record BridgeQuestion(Dimension dimension, int unitDepth, Window window, List<String> between) {
    /** Asks about all groups. */
    public BridgeQuestion(Dimension dimension, int unitDepth, Window window) {
        this(dimension, unitDepth, window, List.of());
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
    }
}
