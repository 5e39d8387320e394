package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.Closeness.Side;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

/** Closeness, coreness, clustering and PageRank. */
class PositionTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);
    /** Both power iterations stop at 1e-10 a score or so; the reference was made with its own tolerance. */
    private static final Offset<Double> ITERATED = within(1e-6);

    private static final Closeness.Parameters INCOMING = new Closeness.Parameters(PathLength.STEPS, Side.INCOMING, 2);

    @Test
    void networksWithReference_sameAsNetworkX() {
        Map<String, TieGraph> networks = Map.of(
                "karate", SharedData.classic("igraph_karate", Orientation.UNDIRECTED),
                "kite", SharedData.classic("igraph_kite", Orientation.UNDIRECTED),
                "jazz", SharedData.metis("networkit_jazz.graph"),
                "ht_advice", SharedData.classic("ht_advice", Orientation.DIRECTED));
        networks.forEach((name, graph) -> {
            Closeness.Result closeness = Closeness.compute(graph, INCOMING);
            same(name, "closeness", closeness.closeness(), ROUNDING);
            same(name, "harmonic", closeness.harmonic(), ROUNDING);
            same(name, "clustering_undirected", clustering(graph), ROUNDING);
            same(
                    name,
                    "core_number_undirected",
                    Arrays.stream(cores(graph)).asDoubleStream().toArray(),
                    ROUNDING);
            same(
                    name,
                    "pagerank_085",
                    PageRank.compute(graph, PageRank.Parameters.defaults()).scores(),
                    ITERATED);
        });
    }

    private static void same(String name, String column, double[] scores, Offset<Double> tolerance) {
        double[] expected = SharedData.numbers("reference/networkx_" + name + ".csv", column);
        for (int vertex = 0; vertex < expected.length; vertex++) {
            assertThat(scores[vertex])
                    .as("%s of %s at vertex %d", column, name, vertex)
                    .isCloseTo(expected[vertex], tolerance);
        }
    }

    @Test
    void pageRank_langvilleAndMeyersExample_publishedValues() {
        TieGraph graph = GraphText.graph("1>2 1>3 3>1 3>2 3>5 4>5 4>6 5>4 5>6 6>4");
        double[] scores = PageRank.compute(
                        graph,
                        PageRank.Parameters.defaults()
                                .withDamping(.9)
                                .withIterationsMax(500)
                                .withTolerance(1e-12))
                .scores();
        double[] published = {.03721, .05396, .04151, .37508, .20600, .28625};
        for (int vertex = 0; vertex < 6; vertex++) {
            assertThat(scores[vertex]).isCloseTo(published[vertex], within(1e-5));
        }
    }

    @Test
    void pageRank_strength_isNotALength() {
        // From a the walker goes to b three times as often as to c.
        double[] scores = PageRank.compute(
                        GraphText.graph("a>b:3 a>c:1 b>a:1 c>a:1"),
                        PageRank.Parameters.defaults()
                                .withDamping(1)
                                .withIterationsMax(2000)
                                .withTolerance(1e-13))
                .scores();
        // The ring a, (b or c), a has period 2; started evenly it keeps (1/3 + 2/3) in turns, so damp it.
        double[] damped = PageRank.compute(
                        GraphText.graph("a>b:3 a>c:1 b>a:1 c>a:1"),
                        PageRank.Parameters.defaults().withIterationsMax(2000).withTolerance(1e-13))
                .scores();
        assertThat(Arrays.stream(scores).sum()).isCloseTo(1, ROUNDING);
        // b = .05 + .85 * 3/4 a, c = .05 + .85 * 1/4 a
        assertThat(damped[1]).isCloseTo(.05 + .85 * .75 * damped[0], ROUNDING);
        assertThat(damped[2]).isCloseTo(.05 + .85 * .25 * damped[0], ROUNDING);
    }

    @Test
    void pageRank_emptyOneIslandsAndDangling_sumsToOne() {
        assertThat(PageRank.compute(GraphText.graph(""), PageRank.Parameters.defaults())
                        .scores())
                .isEmpty();
        assertThat(PageRank.compute(GraphText.graph("ann"), PageRank.Parameters.defaults())
                        .scores()[0])
                .isCloseTo(1, ROUNDING);
        double[] islands = PageRank.compute(GraphText.graph("a-b c-d"), PageRank.Parameters.defaults())
                .scores();
        assertThat(islands[0]).isCloseTo(.25, ROUNDING);
        double[] dangling = PageRank.compute(GraphText.graph("a>b"), PageRank.Parameters.defaults())
                .scores();
        // a = x, b = x + .85 x, x + 1.85 x = 1
        assertThat(dangling[0]).isCloseTo(1 / 2.85, ROUNDING);
    }

    @Test
    void pageRank_parametersOutOfRange_refused() {
        assertThatThrownBy(() -> PageRank.Parameters.defaults().withDamping(1.1))
                .hasMessageContaining("1.1");
        assertThatThrownBy(() -> PageRank.Parameters.defaults().withIterationsMax(0))
                .hasMessageContaining("not 0");
    }

    @Test
    void closeness_pathAndStar_theirArithmetic() {
        Closeness.Result path = Closeness.compute(Shapes.path(4), Closeness.Parameters.defaults());
        // From the end 1 + 2 + 3 steps: 3 / 6; harmonic 1 + 1/2 + 1/3.
        assertThat(path.closeness()[0]).isCloseTo(.5, ROUNDING);
        assertThat(path.harmonic()[0]).isCloseTo(11 / 6.0, ROUNDING);
        Closeness.Result star = Closeness.compute(Shapes.star(6), Closeness.Parameters.defaults());
        assertThat(star.closeness()[0]).isEqualTo(1);
        assertThat(star.closeness()[1]).isCloseTo(5 / 9.0, ROUNDING);
        assertThat(Closeness.compute(Shapes.clique(5), Closeness.Parameters.defaults())
                        .harmonic())
                .containsOnly(4);
    }

    @Test
    void closeness_emptyOneAndIslands_zeroAndCorrected() {
        assertThat(Closeness.compute(GraphText.graph(""), Closeness.Parameters.defaults())
                        .closeness())
                .isEmpty();
        assertThat(Closeness.compute(GraphText.graph("ann"), Closeness.Parameters.defaults())
                        .harmonic())
                .containsExactly(0);
        // One of three others reached, at one step: 1/3 * 1.
        assertThat(Closeness.compute(GraphText.graph("a-b c-d"), Closeness.Parameters.defaults())
                        .closeness()[0])
                .isCloseTo(1 / 3.0, ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void closeness_randomGraphs_sameAsAllPairs(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 4 + (int) (seed % 20), .02 + .002 * seed, orientation, 5);
            for (PathLength pathLength : PathLength.values()) {
                Closeness.Result result =
                        Closeness.compute(graph, new Closeness.Parameters(pathLength, Side.OUTGOING, 1));
                double[][] lengths = Oracles.lengths(graph, pathLength);
                for (int vertex = 0; vertex < graph.people(); vertex++) {
                    int self = vertex;
                    double[] reached = Arrays.stream(lengths[vertex])
                            .filter(length -> length > 0 && length < Double.POSITIVE_INFINITY)
                            .toArray();
                    double share = reached.length / (graph.people() - 1.0);
                    double expected = reached.length == 0
                            ? 0
                            : share * reached.length / Arrays.stream(reached).sum();
                    assertThat(result.closeness()[vertex])
                            .as("seed %d vertex %d", seed, self)
                            .isCloseTo(expected, ROUNDING);
                    assertThat(result.harmonic()[vertex])
                            .isCloseTo(
                                    Arrays.stream(reached)
                                            .map(length -> 1 / length)
                                            .sum(),
                                    ROUNDING);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void closeness_moreSourcesThanBitsInALong_sameAsAllPairs(Orientation orientation) {
        for (double probability : new double[] {.008, .02, .2}) {
            TieGraph graph = GraphText.random(7, 150, probability, orientation, 1);
            double[][] lengths = Oracles.lengths(graph, PathLength.STEPS);
            for (Side side : Side.values()) {
                Closeness.Result result = Closeness.compute(graph, new Closeness.Parameters(PathLength.STEPS, side, 2));
                for (int vertex = 0; vertex < 150; vertex++) {
                    double harmonic = 0;
                    double total = 0;
                    int reached = 0;
                    for (int other = 0; other < 150; other++) {
                        double length = side == Side.OUTGOING ? lengths[vertex][other] : lengths[other][vertex];
                        if (other != vertex && length < Double.POSITIVE_INFINITY) {
                            harmonic += 1 / length;
                            total += length;
                            reached++;
                        }
                    }
                    double closeness = reached == 0 ? 0 : reached / 149.0 * (reached / total);
                    assertThat(result.harmonic()[vertex]).isCloseTo(harmonic, ROUNDING);
                    assertThat(result.closeness()[vertex]).isCloseTo(closeness, ROUNDING);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PathLength.class)
    void closeness_anyNumberOfThreadsSameBits_relabelledSameScores(PathLength pathLength) {
        TieGraph graph = GraphText.random(17, 300, .02, Orientation.DIRECTED, 4);
        Closeness.Result alone = Closeness.compute(graph, new Closeness.Parameters(pathLength, Side.OUTGOING, 1));
        for (int threads : new int[] {2, 5}) {
            Closeness.Result together =
                    Closeness.compute(graph, new Closeness.Parameters(pathLength, Side.OUTGOING, threads));
            assertThat(together.harmonic()).isEqualTo(alone.harmonic());
            assertThat(together.closeness()).isEqualTo(alone.closeness());
        }
        int[] names = GraphText.permutation(18, 300);
        Closeness.Result renamed = Closeness.compute(
                GraphText.relabelled(graph, names), new Closeness.Parameters(pathLength, Side.OUTGOING, 2));
        for (int vertex = 0; vertex < 300; vertex++) {
            assertThat(renamed.harmonic()[names[vertex]]).isCloseTo(alone.harmonic()[vertex], ROUNDING);
            assertThat(renamed.closeness()[names[vertex]]).isCloseTo(alone.closeness()[vertex], ROUNDING);
        }
    }

    @ParameterizedTest
    @EnumSource(PathLength.class)
    void closeness_interrupted_stops(PathLength pathLength) {
        TieGraph graph = GraphText.random(3, 200, .05);
        assertThatThrownBy(() -> Closeness.compute(
                        graph, new Closeness.Parameters(pathLength, Side.OUTGOING, 2), _ -> Thread.currentThread()
                                .interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void coreness_closedForms_asKnown() {
        assertThat(cores(Shapes.clique(5))).containsOnly(4);
        assertThat(cores(Shapes.cycle(5))).containsOnly(2);
        assertThat(cores(Shapes.path(5))).containsOnly(1);
        assertThat(cores(GraphText.graph("a-b b-c c-a c-d e"))).containsExactly(2, 2, 2, 1, 0);
        assertThat(cores(GraphText.graph(""))).isEmpty();
        assertThat(cores(GraphText.graph("ann"))).containsExactly(0);
        assertThat(Coreness.compute(Shapes.barbell(4), Coreness.Parameters.defaults())
                        .degeneracy())
                .isEqualTo(3);
    }

    @Test
    void coreness_kiteAndKarate_published() {
        assertThat(cores(SharedData.classic("igraph_kite", Orientation.UNDIRECTED)))
                .containsExactly(3, 3, 3, 3, 3, 3, 3, 2, 1, 1);
        assertThat(Arrays.stream(cores(SharedData.gml("karate.gml"))).filter(core -> core == 4))
                .hasSize(10);
    }

    @Test
    void corenessAndClustering_randomGraphs_sameAsJGraphT() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 40), .01 + .002 * seed);
            int[] cores = cores(graph);
            new org.jgrapht.alg.scoring.Coreness<>(graph.asJGraphT(Length.STEP))
                    .getScores()
                    .forEach((vertex, core) -> assertThat(cores[vertex]).isEqualTo(core));
            double[] local = clustering(graph);
            new ClusteringCoefficient<>(graph.asJGraphT(Length.STEP))
                    .getScores()
                    .forEach((vertex, score) -> assertThat(local[vertex])
                            .as("vertex %d", vertex)
                            .isCloseTo(Double.isNaN(score) ? 0 : score, ROUNDING));
        }
    }

    @Test
    void corenessAndClustering_relabelledOrDirected_same() {
        TieGraph graph = GraphText.random(9, 60, .15);
        int[] names = GraphText.permutation(10, 60);
        int[] cores = cores(graph);
        int[] renamed = cores(GraphText.relabelled(graph, names));
        double[] local = clustering(graph);
        double[] localRenamed = clustering(GraphText.relabelled(graph, names));
        for (int vertex = 0; vertex < 60; vertex++) {
            assertThat(renamed[names[vertex]]).isEqualTo(cores[vertex]);
            assertThat(localRenamed[names[vertex]]).isEqualTo(local[vertex]);
        }
        assertThat(clustering(GraphText.graph("a>b b>c a>c c>a"))).containsOnly(1);
    }

    @Test
    void clustering_closedForms_asKnown() {
        assertThat(clustering(Shapes.clique(5))).containsOnly(1);
        assertThat(clustering(Shapes.star(5))).containsOnly(0);
        // c knows a, b and d: of three pairs one is tied.
        Clustering.Result result =
                Clustering.compute(GraphText.graph("a-b b-c c-a c-d"), Clustering.Parameters.defaults());
        assertThat(result.local()).containsExactly(1, 1, 1 / 3.0, 0);
        // Pairs 1 + 1 + 3 + 0, closed 1 + 1 + 1.
        assertThat(result.transitivity()).isEqualTo(3 / 5.0);
        assertThat(Clustering.compute(GraphText.graph("a b"), Clustering.Parameters.defaults())
                        .transitivity())
                .isNaN();
    }

    @Test
    void clustering_readWithDirection_itsArithmetic() {
        Clustering.Parameters directed = Clustering.Parameters.defaults().withReading(Clustering.Reading.DIRECTED);
        // a's contacts b and c are tied one way of two; c's contacts a and b too; d has one contact.
        Clustering.Result result = Clustering.compute(GraphText.graph("a>b b>c c>a c>d d>c"), directed);
        assertThat(result.local()).containsExactly(1 / 2.0, 1 / 2.0, 1 / 6.0, 0);
        assertThat(Clustering.compute(Shapes.barbell(4), directed).local())
                .as("without direction in the network the readings agree")
                .isEqualTo(clustering(Shapes.barbell(4)));
    }

    @Test
    void clustering_readWithDirection_randomGraphs_sameAsTheDefinition() {
        Clustering.Parameters directed = Clustering.Parameters.defaults().withReading(Clustering.Reading.DIRECTED);
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.randomDirected(seed, 3 + (int) (seed % 25), .05 + .002 * seed);
            double[] local = Clustering.compute(graph, directed).local();
            double[][] ties = Oracles.matrix(graph);
            for (int vertex = 0; vertex < local.length; vertex++) {
                double among = 0;
                double contacts = 0;
                for (int one = 0; one < local.length; one++) {
                    boolean isContact = ties[vertex][one] + ties[one][vertex] > 0;
                    contacts += isContact ? 1 : 0;
                    for (int other = 0; other < local.length; other++) {
                        among += isContact && ties[vertex][other] + ties[other][vertex] > 0 ? ties[one][other] : 0;
                    }
                }
                assertThat(local[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isCloseTo(contacts < 2 ? 0 : among / (contacts * (contacts - 1)), ROUNDING);
            }
        }
    }

    @Test
    void clustering_anyNumberOfThreads_same() {
        TieGraph graph = GraphText.random(31, 600, .12);
        Clustering.Result alone =
                Clustering.compute(graph, Clustering.Parameters.defaults().withThreads(1));
        assertThat(Clustering.compute(graph, Clustering.Parameters.defaults().withThreads(4))
                        .local())
                .isEqualTo(alone.local());
    }

    private static int[] cores(TieGraph graph) {
        return Coreness.compute(graph, Coreness.Parameters.defaults()).cores();
    }

    private static double[] clustering(TieGraph graph) {
        return Clustering.compute(graph, Clustering.Parameters.defaults()).local();
    }
}
