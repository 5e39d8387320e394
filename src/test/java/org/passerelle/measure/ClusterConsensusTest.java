package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

/** The consensus of runs and the certainty of each person. */
class ClusterConsensusTest {
    private static final Offset<Double> ROUNDING = within(1e-9);

    private static final ClusterConsensus.Parameters DEFAULTS = ClusterConsensus.Parameters.defaults();

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8})
    void consensus_twoCliques_certainAtOnce(int clique) {
        ClusterConsensus.Result result = ClusterConsensus.compute(Shapes.barbell(clique), DEFAULTS);
        assertThat(result.count()).isEqualTo(2);
        assertThat(result.certainty()).containsOnly(1);
        assertThat(result.agreement()).isEqualTo(new Agreement(1, 1, 1));
        assertThat(result.rounds()).isZero();
        assertThat(result.unanimous()).isTrue();
    }

    @Test
    void consensus_brokerBetweenCliques_onlyTheBrokerUncertain() {
        TieGraph graph = Shapes.brokered(6);
        ClusterConsensus.Result result = ClusterConsensus.compute(
                graph, DEFAULTS.withSearch(Leiden.Parameters.defaults().withRuns(40)));
        assertThat(Arrays.copyOf(result.certainty(), 12)).containsOnly(1);
        // Tied to both cliques alike, the broker falls to either by chance.
        assertThat(result.certainty()[12]).isBetween(.2, .8);
        assertThat(result.unanimous()).isTrue();
        assertThat(result.agreement().min()).isLessThan(result.agreement().mean());
        assertThat(result.agreement().max()).isEqualTo(1);
        assertThat(result.quality())
                .isEqualTo(Modularity.compute(graph, Modularity.Parameters.defaults(result.clusters()))
                        .quality());
    }

    @Test
    void agreement_threeClusterings_itsArithmetic() {
        int[] one = {0, 0, 1, 1};
        int[] crossing = {0, 1, 0, 1};
        double across = PartitionAgreement.compute(new PartitionAgreement.Parameters(one, crossing))
                .ami();
        Agreement agreement = Agreement.between(List.of(one, one, crossing), 2);
        assertThat(across).isNegative();
        assertThat(agreement.max()).isEqualTo(1);
        assertThat(agreement.min()).isCloseTo(across, ROUNDING);
        assertThat(agreement.mean()).isCloseTo((1 + 2 * across) / 3, ROUNDING);
        assertThat(Agreement.between(List.of(one), 1).mean()).isNaN();
    }

    @Test
    void consensus_randomGraphs_certaintyAsDefinedAndClustersConnected() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 2 + (int) (seed % 30), .15, Orientation.UNDIRECTED, 3);
            if (graph.ties() == 0) {
                continue;
            }
            Leiden.Parameters search = Leiden.Parameters.defaults().withRuns(5).withSeed(seed);
            ClusterConsensus.Result result = ClusterConsensus.compute(graph, DEFAULTS.withSearch(search));
            List<int[]> runs = Leiden.runs(graph, search, new ProgressSum(Progress.NONE, 1));
            double[] certainty = result.certainty();
            for (int vertex = 0; vertex < graph.people(); vertex++) {
                int with = 0;
                Set<Integer> own = members(result.clusters(), result.clusters()[vertex]);
                for (int[] run : runs) {
                    with += run[vertex] == mostLike(own, run) ? 1 : 0;
                }
                assertThat(certainty[vertex]).as("seed %d", seed).isCloseTo(with / 5.0, ROUNDING);
            }
            for (int cluster = 0; cluster < result.count(); cluster++) {
                int[] members = members(result.clusters(), cluster).stream()
                        .mapToInt(vertex -> vertex)
                        .toArray();
                assertThat(new ConnectivityInspector<>(graph.induced(members).asJGraphT(Length.STEP)).isConnected())
                        .as("seed %d cluster %d", seed, cluster)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0", "0.3, 0", "0.4, 0", "0.5, .05", "0.6, .03"})
    void consensus_plantedCommunities_nearerTheTruthThanARunOnAverage(String mixing, double gain) {
        TieGraph graph = planted("graphs/lfr_synthetic/lfr1000_mu" + mixing + ".edges");
        int[] truth = truth("graphs/lfr_synthetic/lfr1000_mu" + mixing + ".communities", graph.people());
        double runs = Leiden.runs(graph, Leiden.Parameters.defaults(), new ProgressSum(Progress.NONE, 1)).stream()
                .mapToDouble(run -> ami(truth, run))
                .average()
                .orElseThrow();
        ClusterConsensus.Result result = ClusterConsensus.compute(graph, DEFAULTS);
        assertThat(ami(truth, result.clusters())).isGreaterThanOrEqualTo(runs + gain - 1e-9);
    }

    @Test
    void consensus_moreThreads_sameBitForBit() {
        TieGraph graph = GraphText.random(31, 200, .04);
        ClusterConsensus.Result one = ClusterConsensus.compute(
                graph, DEFAULTS.withSearch(Leiden.Parameters.defaults().withThreads(1)));
        ClusterConsensus.Result three = ClusterConsensus.compute(
                graph, DEFAULTS.withSearch(Leiden.Parameters.defaults().withThreads(3)));
        assertThat(three.clusters()).isEqualTo(one.clusters());
        assertThat(three.certainty()).isEqualTo(one.certainty());
        assertThat(three.agreement()).isEqualTo(one.agreement());
        // A random graph has no clusters: the runs disagree, and the certainty says so.
        assertThat(one.agreement().mean()).isLessThan(.9);
        assertThat(Arrays.stream(one.certainty()).average().orElseThrow()).isLessThan(.95);
    }

    @Test
    void consensus_emptyAloneIslandsDirectedSelfAndParallelTies_asDocumented() {
        assertThat(ClusterConsensus.compute(GraphText.graph(""), DEFAULTS).count())
                .isZero();
        ClusterConsensus.Result alone = ClusterConsensus.compute(GraphText.graph("a b"), DEFAULTS);
        assertThat(alone.clusters()).containsExactly(0, 1);
        assertThat(alone.certainty()).containsExactly(1, 1);
        assertThat(alone.quality()).isNaN();
        assertThat(ClusterConsensus.compute(GraphText.graph("a-b c-d"), DEFAULTS)
                        .clusters())
                .containsExactly(0, 0, 1, 1);
        assertThat(ClusterConsensus.compute(GraphText.graph("a>b b>a c>d e>e c>d f"), DEFAULTS)
                        .clusters())
                .containsExactly(0, 0, 1, 1, 2, 3);
    }

    @Test
    void consensus_constantPotts_dependsOnNoUnanimity() {
        Leiden.Parameters search = Leiden.Parameters.defaults()
                .withQuality(Leiden.Quality.CONSTANT_POTTS)
                .withResolution(.2);
        TieGraph graph = GraphText.random(12, 120, .08);
        ClusterConsensus.Result none =
                ClusterConsensus.compute(graph, DEFAULTS.withSearch(search).withRoundsMax(0));
        assertThat(none.rounds()).isZero();
        assertThat(none.unanimous()).isFalse();
        // Without further rounds it is the best of the first.
        assertThat(none.clusters()).isEqualTo(Leiden.compute(graph, search).clusters());
        ClusterConsensus.Result result = ClusterConsensus.compute(graph, DEFAULTS.withSearch(search));
        assertThat(result.rounds()).isBetween(1, 10);
        assertThat(result.quality()).isEqualTo(Leiden.quality(graph, search, result.clusters()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20})
    void consensus_laterRoundsOfFewIterations_firstRoundStaysThatOfTheSearch(int iterations) {
        TieGraph graph = GraphText.random(12, 120, .08);
        ClusterConsensus.Result result = ClusterConsensus.compute(graph, DEFAULTS.withLaterIterationsMax(iterations));
        Leiden.Result search = Leiden.compute(graph, DEFAULTS.search());
        assertThat(result.search().clusters()).isEqualTo(search.clusters());
        assertThat(result.search().quality()).isEqualTo(search.quality());
        assertThat(result.search().stability()).isEqualTo(search.stability());
        assertThat(result.rounds()).isBetween(1, 10);
        assertThat(result.quality()).isEqualTo(Leiden.quality(graph, DEFAULTS.search(), result.clusters()));
        assertThatThrownBy(() -> DEFAULTS.withLaterIterationsMax(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void consensus_progressInterruptionAndWrongParameters_asDocumented() {
        TieGraph graph = GraphText.random(3, 60, .1);
        List<Double> heard = new ArrayList<>();
        ClusterConsensus.compute(graph, DEFAULTS, heard::add);
        assertThat(heard).isSorted();
        assertThat(heard.getLast()).isEqualTo(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ClusterConsensus.compute(graph, DEFAULTS)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        Leiden.Parameters search = Leiden.Parameters.defaults();
        assertThatThrownBy(() -> new ClusterConsensus.Parameters(search, 1.5, 1, 20))
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> DEFAULTS.withRoundsMax(-1)).hasMessageContaining("-1");
    }

    private static int mostLike(Set<Integer> own, int[] run) {
        int best = -1;
        double highest = 0;
        for (int cluster = 0; cluster < Groups.count(run); cluster++) {
            Set<Integer> other = members(run, cluster);
            Set<Integer> either = new HashSet<>(own);
            either.addAll(other);
            int shared = own.size() + other.size() - either.size();
            if ((double) shared / either.size() > highest) {
                highest = (double) shared / either.size();
                best = cluster;
            }
        }
        return best;
    }

    private static Set<Integer> members(int[] clusters, int cluster) {
        Set<Integer> members = new HashSet<>();
        for (int vertex = 0; vertex < clusters.length; vertex++) {
            if (clusters[vertex] == cluster) {
                members.add(vertex);
            }
        }
        return members;
    }

    private static TieGraph planted(String path) {
        int[][] ties = rows(path);
        int people = 1 + Arrays.stream(ties).flatMapToInt(Arrays::stream).max().orElseThrow();
        return SharedData.simple(
                people,
                Arrays.stream(ties).mapToInt(tie -> tie[0]).toArray(),
                Arrays.stream(ties).mapToInt(tie -> tie[1]).toArray(),
                Orientation.UNDIRECTED);
    }

    private static int[] truth(String path, int people) {
        int[] truth = new int[people];
        for (int[] row : rows(path)) {
            truth[row[0]] = row[1];
        }
        return truth;
    }

    private static int[][] rows(String path) {
        return SharedData.lines(path).stream()
                .map(line -> Arrays.stream(line.trim().split("\\s+", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new);
    }

    private static double ami(int[] first, int[] second) {
        return PartitionAgreement.compute(new PartitionAgreement.Parameters(first, second))
                .ami();
    }
}
