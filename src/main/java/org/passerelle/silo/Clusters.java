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
import org.passerelle.measure.ClusterConsensus;
import org.passerelle.measure.Leiden;
import org.passerelle.measure.PartitionAgreement;
import org.passerelle.network.Group;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieGraph;

/**
 * The groups that the network itself shows, beside the formal ones. Stints without ties are left out: alone in
 * every run, they would make clusters look stable and alike.
 */
final class Clusters {
    private static final Leiden.Parameters SEARCH = Leiden.Parameters.defaults();

    /** Runs on a network of many ties, where more would take too long. */
    private static final int RUNS_OF_MANY = 4;

    /** Tried on email-Enron and MIT8: quality and certainty stay within .0002 of those of as many as it takes. */
    private static final int LATER_ITERATIONS_OF_MANY = 2;

    static final String DESCRIPTION = "Leiden on tie strength, resolution " + SEARCH.resolution() + ", best of "
            + SEARCH.runs() + " runs from seed " + SEARCH.seed() + ", of " + RUNS_OF_MANY + " above "
            + Leiden.TIES_MANY + " ties";

    private static final ClusterConsensus.Parameters AGREED = ClusterConsensus.Parameters.defaults();

    static final String CONSENSUS = "the same runs, repeated on the ties whose ends they put together in at least "
            + AGREED.shareMin() + " of them, at most " + AGREED.roundsMax() + " times";

    private final GroupHistory history;
    private final Coverage coverage;
    /** The stints with ties. */
    private final int[] tied;

    private Clusters(GroupHistory history, Coverage coverage, int[] tied) {
        this.history = history;
        this.coverage = coverage;
        this.tied = tied;
    }

    /** Compares the clusters of a question's network with its groups; without the consensus. */
    static ClusterComparison compare(NetworkSnapshot snapshot, SiloQuestion question) {
        SiloGround ground = SiloGround.of(snapshot, question);
        return of(ground).compare(ground.graph());
    }

    /** The same with the clusters on which many runs agree; the first of these runs serve both. */
    static ClusterComparison agreed(NetworkSnapshot snapshot, SiloQuestion question) {
        SiloGround ground = SiloGround.of(snapshot, question);
        return of(ground).agreed(ground.graph());
    }

    private static Clusters of(SiloGround ground) {
        int[] tied = IntStream.range(0, ground.graph().people())
                .filter(stint -> ground.graph().degree(stint) > 0)
                .toArray();
        return new Clusters(ground.history(), ground.coverage(), tied);
    }

    private ClusterComparison agreed(TieGraph graph) {
        if (tied.length == 0) {
            return nothing();
        }
        ClusterConsensus.Parameters agreed = AGREED.withSearch(SEARCH.withRunsOfMany(RUNS_OF_MANY, graph));
        ClusterConsensus.Result found = ClusterConsensus.compute(
                among(graph),
                graph.ties() > Leiden.TIES_MANY ? agreed.withLaterIterationsMax(LATER_ITERATIONS_OF_MANY) : agreed);
        return compared(found.search())
                .with(new ConsensusClusters(
                        several(found.clusters()),
                        found.quality(),
                        number(agreement(found.clusters()).ami()),
                        Arrays.stream(found.certainty()).average().orElseThrow(),
                        found.agreement().mean(),
                        found.agreement().min(),
                        found.agreement().max(),
                        found.rounds(),
                        found.unanimous(),
                        certainties(found.certainty())));
    }

    private PartitionAgreement.Result agreement(int[] clusters) {
        int[] formal = Arrays.stream(tied).map(history::groupOf).toArray();
        return PartitionAgreement.compute(new PartitionAgreement.Parameters(formal, clusters));
    }

    private List<ConsensusClusters.GroupCertainty> certainties(double[] certainty) {
        List<Group> groups = history.groups();
        double[] sums = new double[groups.size()];
        int[] people = new int[groups.size()];
        for (int index = 0; index < tied.length; index++) {
            sums[history.groupOf(tied[index])] += certainty[index];
            people[history.groupOf(tied[index])]++;
        }
        List<ConsensusClusters.GroupCertainty> list = new ArrayList<>();
        for (int group = 0; group < sums.length; group++) {
            FigureState state = coverage.state(group);
            boolean told = state == FigureState.SHOWN && people[group] > 0;
            list.add(new ConsensusClusters.GroupCertainty(
                    groups.get(group), state, told ? sums[group] / people[group] : null));
        }
        return list;
    }

    private ClusterComparison compare(TieGraph graph) {
        return tied.length == 0
                ? nothing()
                : compared(Leiden.compute(among(graph), SEARCH.withRunsOfMany(RUNS_OF_MANY, graph)));
    }

    private ClusterComparison nothing() {
        return new ClusterComparison(0, null, null, null, null, matches(new int[0], Double.NaN), null);
    }

    private ClusterComparison compared(Leiden.Result found) {
        PartitionAgreement.Result agreement = agreement(found.clusters());
        return new ClusterComparison(
                several(found.clusters()),
                number(found.quality()),
                number(agreement.ami()),
                number(agreement.nmi()),
                number(found.stability()),
                matches(found.clusters(), found.stability()),
                null);
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

    private List<ClusterMatch> matches(int[] clusters, double stability) {
        List<Map<Integer, Integer>> parts = new ArrayList<>();
        Map<Integer, Integer> clusterSizes = new HashMap<>();
        history.groups().forEach(_ -> parts.add(new HashMap<>()));
        for (int index = 0; index < clusters.length; index++) {
            parts.get(history.groupOf(tied[index])).merge(clusters[index], 1, Integer::sum);
            clusterSizes.merge(clusters[index], 1, Integer::sum);
        }
        List<ClusterMatch> matches = new ArrayList<>();
        for (int group = 0; group < parts.size(); group++) {
            if (coverage.state(group) == FigureState.SHOWN) {
                Map<Integer, Integer> own = parts.get(group);
                List<Integer> sizes =
                        own.values().stream().sorted(Comparator.reverseOrder()).toList();
                int people = sizes.stream().mapToInt(Integer::intValue).sum();
                double overlap = own.entrySet().stream()
                        .mapToDouble(part -> part.getValue()
                                / (double) (people + clusterSizes.getOrDefault(part.getKey(), 0) - part.getValue()))
                        .max()
                        .orElse(Double.NaN);
                matches.add(ClusterMatch.of(history.groups().get(group), sizes, overlap, stability));
            }
        }
        return matches;
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
