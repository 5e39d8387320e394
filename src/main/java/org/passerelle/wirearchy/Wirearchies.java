package org.passerelle.wirearchy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.KrackhardtHierarchy;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

/**
 * Observed work against the chart: how many of the pairs of people at each distance in the reporting tree
 * exchange with each other. Where distance does not matter, every row has the same rate.
 *
 * <p>An exchange is judged by the reporting lines of its day. A pair whose distance changes in the window counts
 * at each of its distances, as a possible pair and, where it exchanged then, as a tie; so no rate exceeds 1.
 * Above {@value #PAIRS_MAX} pairs that would have to be followed one by one through reorganisations the chart of
 * the window's last day is used for all exchanges, and the answer says so.
 */
public final class Wirearchies {
    /** Most pairs that are followed one by one. */
    static final long PAIRS_MAX = 50_000_000;

    /** What an answer says of its chart. */
    static final String CHART_OF_THE_DAY = "of the day of each exchange";

    static final String CHART_OF_THE_LAST_DAY = "of the window's last day, because too many people moved";

    private Wirearchies() {}

    /** Compares what was observed in a window with the chart. */
    public static Wirearchy compute(NetworkSnapshot snapshot, Window window) {
        return compute(snapshot, window, PAIRS_MAX);
    }

    static Wirearchy compute(NetworkSnapshot snapshot, Window asked, long pairsMax) {
        Window window = snapshot.withData(asked);
        ReportingHistory history = ReportingHistory.of(snapshot.chart(), window);
        boolean tooMany = (long) history.movers() * snapshot.people().size() > pairsMax;
        if (tooMany) {
            history = ReportingHistory.of(snapshot.chart(), new Window(window.to(), window.to()));
        }
        LineTies ties = LineTies.of(snapshot, history, TieFilter.of(window));
        List<DistanceRow> rows = rows(history.pairs(), ties.tiesByDistance());
        DistanceRow line = rows.getFirst();
        return new Wirearchy(
                snapshot.version(),
                asked,
                tooMany ? CHART_OF_THE_LAST_DAY : CHART_OF_THE_DAY,
                history.people(),
                ties.active().cardinality(),
                rows,
                line.share(),
                line.rate(),
                hierarchy(ties));
    }

    private static @Nullable HierarchyIndices hierarchy(LineTies ties) {
        TieGraph graph = ties.graphOfActive();
        if (graph.people() == 0) {
            return null;
        }
        return hierarchy(graph, KrackhardtHierarchy.Parameters.defaults());
    }

    static HierarchyIndices hierarchy(TieGraph graph, KrackhardtHierarchy.Parameters parameters) {
        KrackhardtHierarchy.Result indices = KrackhardtHierarchy.compute(graph, parameters);
        boolean drawn = indices.pairsDrawn() > 0;
        return new HierarchyIndices(
                indices.connectedness(),
                indices.hierarchy(),
                indices.efficiency(),
                indices.leastUpperBound(),
                drawn ? indices.low() : null,
                drawn ? indices.high() : null,
                indices.pairsDrawn());
    }

    private static List<DistanceRow> rows(Map<Integer, Long> pairs, SortedMap<Integer, Integer> ties) {
        long allPairs = pairs.values().stream().mapToLong(Long::longValue).sum();
        int allTies = ties.values().stream().mapToInt(Integer::intValue).sum();
        TreeSet<Integer> distances = new TreeSet<>(pairs.keySet());
        // The first and the last row are there even when nobody is at that distance.
        distances.add(1);
        distances.add(ReportingTrie.APART);
        List<DistanceRow> rows = new ArrayList<>();
        for (int distance : distances) {
            long possible = pairs.getOrDefault(distance, 0L);
            int tied = ties.getOrDefault(distance, 0);
            Double rate = possible == 0 ? null : tied / (double) possible;
            rows.add(new DistanceRow(
                    distance == ReportingTrie.APART ? null : distance,
                    possible,
                    tied,
                    allTies == 0 ? null : tied / (double) allTies,
                    rate,
                    rate == null || allTies == 0 ? null : rate / (allTies / (double) allPairs)));
        }
        return rows;
    }
}
