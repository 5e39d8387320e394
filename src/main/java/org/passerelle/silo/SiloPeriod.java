package org.passerelle.silo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Group;
import org.passerelle.network.Window;

/**
 * Openness in one part of a window.
 *
 * @param externalInternal E-I index of the whole; null unless shown, and in too few weeks
 * @param permeability share of all ties that lead from one group to another; null as the former
 * @param groups those there were in this part, in order of id
 */
public record SiloPeriod(
        Window window,
        FigureState state,
        @Nullable Estimate externalInternal,
        @Nullable Estimate permeability,
        List<GroupOpenness> groups) {
    /** Copies the groups. */
    public SiloPeriod {
        groups = List.copyOf(groups);
    }

    /**
     * Openness of one group.
     *
     * @param permeability share of its ties that go out; null unless shown, and in too few weeks
     */
    public record GroupOpenness(
            Group group, FigureState state, @Nullable Estimate permeability) {}
}
