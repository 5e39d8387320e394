package org.passerelle.wirearchy;

import org.passerelle.network.Window;

/**
 * How far work departs from lines and units in a window.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 */
public record WirearchyQuestion(Window window, int unitDepth) {
    /** Refuses a negative depth. */
    public WirearchyQuestion {
        if (unitDepth < 0) {
            throw new IllegalArgumentException("unitDepth must be 0 or more, not " + unitDepth);
        }
    }
}
