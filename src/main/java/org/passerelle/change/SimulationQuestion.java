package org.passerelle.change;

import java.util.List;
import org.passerelle.network.Dimension;
import org.passerelle.network.Window;

/**
 * What would be after some alterations, one after the other.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 * @param peopleMin fewest people who must stand behind a figure about a group; 1 withholds nothing
 */
public record SimulationQuestion(
        Dimension dimension, int unitDepth, Window window, List<Alteration> alterations, int peopleMin) {
    /** Copies the list. */
    public SimulationQuestion {
        alterations = List.copyOf(alterations);
    }
}
