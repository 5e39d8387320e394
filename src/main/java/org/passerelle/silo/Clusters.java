package org.passerelle.silo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Leiden;
import org.passerelle.measure.PartitionAgreement;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.TieGraph;

/**
 * The groups that the network itself shows, found {@value #RUNS} times with different seeds, beside the formal
 * ones. The run of highest modularity is shown, of equals the first; people without ties are left out.
 */
final class Clusters {
    private static final int RUNS = 10;

    static final String DESCRIPTION = "Leiden on tie strength, modularity, resolution 1, best of seeds 1 to " + RUNS;

    private Clusters() {}

    /** Compares an undirected graph over stints with their groups. */
    static ClusterComparison compare(TieGraph graph, GroupHistory history, Coverage coverage) {
        if (graph.ties() == 0) {
            return new ClusterComparison(0, null, null, null, null, matches(graph, history, coverage, new int[0]));
        }
        int[] tied = IntStream.range(0, graph.people())
                .filter(stint -> graph.degree(stint) > 0)
                .toArray();
        List<Leiden.Result> runs = new ArrayList<>();
        for (int seed = 1; seed <= RUNS; seed++) {
            runs.add(Leiden.compute(graph, Leiden.Parameters.defaults().withSeed(seed)));
        }
        Leiden.Result best = runs.stream()
                .reduce((one, other) -> other.quality() > one.quality() ? other : one)
                .orElseThrow();
        PartitionAgreement.Result agreement =
                agreement(tied, best.clusters(), history.stintGroups());
        return new ClusterComparison(
                several(best.clusters(), history, tied),
                best.quality(),
                number(agreement.adjustedMutualInformation()),
                number(agreement.normalisedMutualInformation()),
                stability(runs, tied),
                matches(graph, history, coverage, best.clusters()));
    }

    private static PartitionAgreement.Result agreement(int[] tied, int[] one, int[] other) {
        return PartitionAgreement.compute(
                Arrays.stream(tied).map(stint -> one[stint]).toArray(),
                Arrays.stream(tied).map(stint -> other[stint]).toArray());
    }

    /** Clusters that hold more than one person: two stints of one person are not two people. */
    private static int several(int[] clusters, GroupHistory history, int[] tied) {
        Map<Integer, Integer> firstPerson = new HashMap<>();
        Map<Integer, Boolean> several = new HashMap<>();
        for (int stint : tied) {
            Integer first = firstPerson.putIfAbsent(clusters[stint], history.personOf(stint));
            if (first != null && first != history.personOf(stint)) {
                several.put(clusters[stint], true);
            }
        }
        return several.size();
    }

    private static @Nullable Double stability(List<Leiden.Result> runs, int[] tied) {
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < runs.size(); one++) {
            for (int other = one + 1; other < runs.size(); other++) {
                double agreement = agreement(
                                tied, runs.get(one).clusters(), runs.get(other).clusters())
                        .adjustedMutualInformation();
                // Two equal partitions agree, even where the correction for chance leaves nothing to divide by.
                sum += Double.isNaN(agreement) ? 1 : agreement;
                pairs++;
            }
        }
        return sum / pairs;
    }

    private static List<ClusterMatch> matches(
            TieGraph graph, GroupHistory history, Coverage coverage, int[] clusters) {
        List<Map<Integer, Integer>> parts = new ArrayList<>();
        history.groups().forEach(_ -> parts.add(new HashMap<>()));
        for (int stint = 0; stint < clusters.length; stint++) {
            if (graph.degree(stint) > 0) {
                parts.get(history.groupOf(stint)).merge(clusters[stint], 1, Integer::sum);
            }
        }
        List<ClusterMatch> matches = new ArrayList<>();
        for (int group = 0; group < parts.size(); group++) {
            if (coverage.state(group) == FigureState.SHOWN) {
                List<Integer> sizes = parts.get(group).values().stream()
                        .sorted(Comparator.reverseOrder())
                        .toList();
                matches.add(new ClusterMatch(history.groups().get(group), sizes));
            }
        }
        return matches;
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
