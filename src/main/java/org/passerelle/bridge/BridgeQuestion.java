package org.passerelle.bridge;

import org.passerelle.network.Dimension;
import org.passerelle.network.Window;

/**
 * What holds the groups of a dimension together in a window.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 */
public record BridgeQuestion(Dimension dimension, int unitDepth, Window window) {
    /** Refuses a negative depth. */
    public BridgeQuestion {
        if (unitDepth < 0) {
            throw new IllegalArgumentException("unitDepth must be 0 or more, not " + unitDepth);
        }
    }
}
