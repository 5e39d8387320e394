package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.measure.Closeness.Side;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Every value that NetworkX 3.6.1 and R's sna 2.7 gave for the reference networks, and the list of exact values
 * for position. A column that no line here knows fails.
 */
class ReferenceValuesTest {
    /** Both add up the same fractions in another order. */
    private static final double ROUNDING = 1e-9;
    /** Power iterations, NetworkX's ended at its own tolerance. */
    private static final double ITERATED = 1e-6;

    /**
     * A network with reference values.
     *
     * @param file below the folder of reference values
     * @param graph the network
     */
    record Reference(String file, TieGraph graph) {
        @Override
        public String toString() {
            return file;
        }
    }

    /** How a column is computed here, and how close it has to come. */
    private record Column(Function<TieGraph, double[]> scores, double tolerance) {}

    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            Map.entry("degree", new Column(ReferenceValuesTest::degrees, 0)),
            Map.entry(
                    "betweenness_norm",
                    new Column(
                            graph -> Betweenness.compute(graph, Betweenness.Parameters.defaults())
                                    .shares(),
                            ROUNDING)),
            Map.entry("betweenness_raw", new Column(ReferenceValuesTest::betweenness, ITERATED)),
            Map.entry("betweenness", new Column(ReferenceValuesTest::betweenness, ROUNDING)),
            Map.entry(
                    "closeness",
                    new Column(graph -> closeness(graph, Side.INCOMING).closeness(), ROUNDING)),
            Map.entry(
                    "harmonic",
                    new Column(graph -> closeness(graph, Side.INCOMING).harmonic(), ROUNDING)),
            Map.entry("closeness_gil_schmidt", new Column(ReferenceValuesTest::gilSchmidt, ROUNDING)),
            Map.entry(
                    "pagerank_085",
                    new Column(
                            graph -> PageRank.compute(graph, PageRank.Parameters.defaults())
                                    .scores(),
                            ITERATED)),
            Map.entry(
                    "clustering_undirected",
                    new Column(
                            graph -> Clustering.compute(graph, Clustering.Parameters.defaults())
                                    .local(),
                            ROUNDING)),
            Map.entry(
                    "core_number_undirected",
                    new Column(
                            graph -> doubles(Coreness.compute(graph, Coreness.Parameters.defaults())
                                    .cores()),
                            0)),
            Map.entry(
                    "burt_constraint",
                    new Column(
                            graph -> Constraint.compute(graph, Constraint.Parameters.defaults())
                                    .constraint(),
                            ROUNDING)),
            Map.entry(
                    "burt_effective_size",
                    new Column(
                            graph -> Constraint.compute(graph, Constraint.Parameters.defaults())
                                    .effectiveSize(),
                            ROUNDING)),
            Map.entry(
                    "eigenvector",
                    new Column(
                            graph -> Eigenvector.compute(graph, Eigenvector.Parameters.defaults())
                                    .scores(),
                            ITERATED)),
            Map.entry("indegree", new Column(graph -> outgoing(graph.reversed()), 0)),
            Map.entry("outdegree", new Column(ReferenceValuesTest::outgoing, 0)),
            Map.entry("prestige_domain", new Column(ReferenceValuesTest::reachedFrom, 0)));

    static Stream<Reference> references() {
        // NetworkX has left out the family without ties, the twelfth.
        int[] allied = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15};
        return Stream.of(
                new Reference("networkx_karate", SharedData.classic("igraph_karate", Orientation.UNDIRECTED)),
                new Reference("networkx_kite", SharedData.classic("igraph_kite", Orientation.UNDIRECTED)),
                new Reference("networkx_jazz", SharedData.metis("networkit_jazz.graph")),
                new Reference("networkx_ht_advice", SharedData.classic("ht_advice", Orientation.DIRECTED)),
                new Reference(
                        "networkx_florentine_marriage",
                        SharedData.classic("flo_marriage", Orientation.UNDIRECTED)
                                .induced(allied)),
                new Reference("sna_ht_advice_by_dept", SharedData.classic("ht_advice", Orientation.DIRECTED)),
                new Reference("sna_ht_friends_by_dept", SharedData.classic("ht_friends", Orientation.DIRECTED)),
                new Reference("sna_crossparker_consulting_info_ge4_by_location", consultants()));
    }

    @ParameterizedTest
    @MethodSource("references")
    void network_everyColumn_asInTheReference(Reference reference) {
        String file = "reference/" + reference.file() + ".csv";
        for (String name : SharedData.columns(file).keySet()) {
            if (name.equals("id")) {
                continue;
            }
            Column column = Objects.requireNonNull(COLUMNS.get(name), () -> "No way to compute column " + name);
            double[] expected = SharedData.numbers(file, name);
            double[] scores = column.scores().apply(reference.graph());
            assertThat(scores).as(name).hasSameSizeAs(expected);
            for (int vertex = 0; vertex < expected.length; vertex++) {
                assertThat(scores[vertex])
                        .as("%s of vertex %d", name, vertex)
                        .isCloseTo(expected[vertex], within(column.tolerance()));
            }
        }
    }

    /** Information that a consultant gets from another often or very often. */
    private static TieGraph consultants() {
        String file = "classic/crossparker_consulting_info.edges.csv";
        Map<String, List<String>> columns = SharedData.columns(file);
        double[] often = SharedData.numbers(file, "w");
        int[] kept =
                IntStream.range(0, often.length).filter(row -> often[row] >= 4).toArray();
        int[] from = SharedData.wholeNumbers(columns, "i");
        int[] to = SharedData.wholeNumbers(columns, "j");
        return SharedData.simple(
                SharedData.numbers("classic/crossparker_consulting.nodes.csv", "id").length,
                Arrays.stream(kept).map(row -> from[row] - 1).toArray(),
                Arrays.stream(kept).map(row -> to[row] - 1).toArray(),
                Orientation.DIRECTED);
    }

    private static double[] betweenness(TieGraph graph) {
        return Betweenness.compute(graph, Betweenness.Parameters.defaults()).scores();
    }

    private static Closeness.Result closeness(TieGraph graph, Side side) {
        return Closeness.compute(graph, new Closeness.Parameters(PathLength.STEPS, side, 2));
    }

    /** Gil and Schmidt: harmonic closeness over the number of people reached. */
    private static double[] gilSchmidt(TieGraph graph) {
        double[] scores = closeness(graph, Side.OUTGOING).harmonic();
        double[] reached = reachedFrom(graph.reversed());
        Arrays.setAll(scores, vertex -> reached[vertex] == 0 ? 0 : scores[vertex] / reached[vertex]);
        return scores;
    }

    /** How many others reach each person. */
    private static double[] reachedFrom(TieGraph graph) {
        double[][] lengths = Oracles.lengths(graph, PathLength.STEPS);
        double[] counts = new double[graph.people()];
        for (double[] row : lengths) {
            for (int to = 0; to < row.length; to++) {
                counts[to] += row[to] > 0 && row[to] < Double.POSITIVE_INFINITY ? 1 : 0;
            }
        }
        return counts;
    }

    private static double[] outgoing(TieGraph graph) {
        double[] degrees = new double[graph.people()];
        Arrays.setAll(degrees, graph::degree);
        return degrees;
    }

    /** Ties of each person, a directed one at both its ends. */
    private static double[] degrees(TieGraph graph) {
        double[] degrees = outgoing(graph);
        if (graph.orientation() == Orientation.DIRECTED) {
            double[] incoming = outgoing(graph.reversed());
            Arrays.setAll(degrees, vertex -> degrees[vertex] + incoming[vertex]);
        }
        return degrees;
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    @Test
    void kite_exactValues() {
        TieGraph kite = SharedData.classic("igraph_kite", Orientation.UNDIRECTED);
        rounded(
                closeness(kite, Side.INCOMING).closeness(),
                3,
                .529,
                .529,
                .500,
                .600,
                .500,
                .643,
                .643,
                .600,
                .429,
                .310);
        rounded(
                Constraint.compute(kite, Constraint.Parameters.defaults()).constraint(),
                4,
                .5412,
                .5412,
                .6641,
                .4702,
                .6641,
                .4451,
                .4451,
                .4311,
                .5,
                1);
    }

    @Test
    void florentineMarriages_exactBetweenness() {
        // By id; the family without ties is no end of a pair: 14 * 13 / 2 = 91 pairs for everybody else.
        double[] published = {0, .212, .093, .104, .055, 0, .255, 0, .522, 0, .022, 0, .114, .143, .103, .092};
        double[] scores = betweenness(SharedData.classic("flo_marriage", Orientation.UNDIRECTED));
        Arrays.setAll(scores, vertex -> scores[vertex] / 91);
        rounded(scores, 3, published);
    }

    @Test
    void karate_exactBetweenness() {
        TieGraph karate = SharedData.gml("karate.gml");
        double[] shares =
                Betweenness.compute(karate, Betweenness.Parameters.defaults()).shares();
        rounded(new double[] {shares[0], shares[33], shares[32]}, 6, .437635, .304075, .145247);
    }

    /** The same to so many digits. */
    private static void rounded(double[] scores, int digits, double... published) {
        assertThat(scores).hasSameSizeAs(published);
        for (int vertex = 0; vertex < published.length; vertex++) {
            assertThat(scores[vertex])
                    .as("vertex %d", vertex)
                    .isCloseTo(published[vertex], within(.5000001 * Math.pow(10, -digits)));
        }
    }
}
