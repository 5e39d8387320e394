package org.passerelle.wirearchy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Window;

/**
 * Observed work against the chart.
 *
 * @param snapshot version of the data
 * @param window the days looked at
 * @param chart which day's chart an exchange is judged by
 * @param people people with a known place in the reporting tree on some day
 * @param activePeople those among them who took part in an exchange while they had a place
 * @param byDistance rows by distance, 1 first, people in different trees last
 * @param alongTheLine share of ties at distance 1; null without ties
 * @param linesUsed share of pairs of manager and report who have a tie; null without such pairs
 * @param hierarchy of the network among active people; null without any
 */
public record Wirearchy(
        String snapshot,
        Window window,
        String chart,
        int people,
        int activePeople,
        List<DistanceRow> byDistance,
        @Nullable Double alongTheLine,
        @Nullable Double linesUsed,
        @Nullable HierarchyIndices hierarchy) {
    /** Copies the rows. */
    public Wirearchy {
        byDistance = List.copyOf(byDistance);
    }
}
