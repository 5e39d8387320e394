package org.passerelle.silo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Leiden;
import org.passerelle.measure.PartitionAgreement;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.TieGraph;

/**
 * The groups that the network itself shows, beside the formal ones. Stints without ties are left out: alone in
 * every run, they would make clusters look stable and alike.
 */
final class Clusters {
    private static final Leiden.Parameters SEARCH = Leiden.Parameters.defaults();

    static final String DESCRIPTION = "Leiden on tie strength, resolution " + SEARCH.resolution() + ", best of "
            + SEARCH.runs() + " runs from seed " + SEARCH.seed();

    private final GroupHistory history;
    private final Coverage coverage;
    /** The stints with ties. */
    private final int[] tied;

    private Clusters(GroupHistory history, Coverage coverage, int[] tied) {
        this.history = history;
        this.coverage = coverage;
        this.tied = tied;
    }

    /** Compares an undirected graph over stints with their groups. */
    static ClusterComparison compare(TieGraph graph, GroupHistory history, Coverage coverage) {
        int[] tied = IntStream.range(0, graph.people())
                .filter(stint -> graph.degree(stint) > 0)
                .toArray();
        return new Clusters(history, coverage, tied).compare(graph);
    }

    private ClusterComparison compare(TieGraph graph) {
        if (tied.length == 0) {
            return new ClusterComparison(0, null, null, null, null, matches(new int[0]));
        }
        Leiden.Result found = Leiden.compute(among(graph), SEARCH);
        int[] formal = Arrays.stream(tied).map(history::groupOf).toArray();
        PartitionAgreement.Result agreement =
                PartitionAgreement.compute(new PartitionAgreement.Parameters(formal, found.clusters()));
        return new ClusterComparison(
                several(found.clusters()),
                number(found.quality()),
                number(agreement.ami()),
                number(agreement.nmi()),
                number(found.stability()),
                matches(found.clusters()));
    }

    /** The graph of the tied stints alone. */
    private TieGraph among(TieGraph graph) {
        int[] place = new int[graph.people()];
        for (int index = 0; index < tied.length; index++) {
            place[tied[index]] = index;
        }
        int[] from = new int[graph.ties()];
        int[] to = new int[graph.ties()];
        double[] strength = new double[graph.ties()];
        int[] count = new int[graph.ties()];
        int size = 0;
        for (int stint : tied) {
            for (int slot = graph.rowStart(stint); slot < graph.rowEnd(stint); slot++) {
                if (stint < graph.neighbour(slot)) {
                    from[size] = place[stint];
                    to[size] = place[graph.neighbour(slot)];
                    strength[size] = graph.strength(slot);
                    count[size++] = graph.interactionCount(slot);
                }
            }
        }
        return TieGraph.undirected(tied.length, from, to, strength, count);
    }

    /** Clusters that hold more than one person: two stints of one person are not two people. */
    private int several(int[] clusters) {
        Map<Integer, Set<Integer>> people = new HashMap<>();
        for (int index = 0; index < tied.length; index++) {
            people.computeIfAbsent(clusters[index], _ -> new HashSet<>()).add(history.personOf(tied[index]));
        }
        return (int)
                people.values().stream().filter(members -> members.size() > 1).count();
    }

    private List<ClusterMatch> matches(int[] clusters) {
        List<Map<Integer, Integer>> parts = new ArrayList<>();
        history.groups().forEach(_ -> parts.add(new HashMap<>()));
        for (int index = 0; index < clusters.length; index++) {
            parts.get(history.groupOf(tied[index])).merge(clusters[index], 1, Integer::sum);
        }
        List<ClusterMatch> matches = new ArrayList<>();
        for (int group = 0; group < parts.size(); group++) {
            if (coverage.state(group) == FigureState.SHOWN) {
                List<Integer> sizes = parts.get(group).values().stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(ClusterMatch.PARTS_MAX)
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
