package org.passerelle.change;

import java.util.List;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Window;

/**
 * What alterations would change, as far as ties stay what they are: nobody in it makes up for what is lost.
 *
 * @param snapshot version of the data
 * @param window the days with data that were looked at
 * @param externalInternal E-I index of the whole
 * @param crossSiloEfficiency mean of 1 / steps between people of different groups who stay
 * @param sources people it was estimated from; 0 where it is exact
 * @param groups those touched, in order of id
 * @param summary one sentence
 */
public record Simulation(
        String snapshot,
        Window window,
        SimulationQuestion question,
        BeforeAfter externalInternal,
        BeforeAfter crossSiloEfficiency,
        int sources,
        List<SimulatedGroup> groups,
        Fragments fragments,
        Bilingual summary) {
    /** Copies the list. */
    public Simulation {
        groups = List.copyOf(groups);
    }
}
