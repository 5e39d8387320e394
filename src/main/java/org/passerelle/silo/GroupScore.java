package org.passerelle.silo;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Group;

/**
 * A figure about one group beside what chance gives.
 *
 * @param score null unless shown, or where it is not defined
 */
public record GroupScore(
        Group group, FigureState state, @Nullable ChanceScore score) {
    /** Refuses a figure that is not to be shown. */
    public GroupScore {
        if (score != null && state != FigureState.SHOWN) {
            throw new IllegalArgumentException("A figure that is " + state + " is not told");
        }
    }
}
