package org.passerelle.change;

import java.util.List;
import org.passerelle.network.Dimension;
import org.passerelle.network.Window;

/**
 * What changed from one window to another.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 * @param before the earlier window, of days with data
 * @param after the later one; the two have no day in common
 * @param scope ids of the groups in which something was tried, in order; empty for none
 * @param peopleMin fewest people who must stand behind a figure about a group; 1 withholds nothing
 */
public record ComparisonQuestion(
        Dimension dimension, int unitDepth, Window before, Window after, List<String> scope, int peopleMin) {
    /** Copies the list; refuses windows in the wrong order or with a day in common. */
    public ComparisonQuestion {
        scope = List.copyOf(scope);
        if (!before.to().isBefore(after.from())) {
            throw new IllegalArgumentException("The window before must end before the one after starts: " + before.to()
                    + " is not before " + after.from());
        }
    }
}
