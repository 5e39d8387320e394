package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.Betweenness.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

class BetweennessTest {
    /** Sums of a few thousand fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);
    /** Published with four digits. */
    private static final Offset<Double> FOUR_DIGITS = within(5e-5);

    @Test
    void steps_shortPathAndSquare_itsArithmetic() {
        // bob is between ann and cid; with dan behind cid, bob also ann..dan, and cid ann..dan and bob..dan.
        assertThat(scores(GraphText.graph("ann-bob bob-cid"))).containsExactly(0, 1, 0);
        assertThat(scores(GraphText.graph("ann-bob bob-cid cid-dan"))).containsExactly(0, 2, 2, 0);
        // A square: each of two opposite corners carries half of the one pair.
        assertThat(scores(Shapes.cycle(4))).containsExactly(.5, .5, .5, .5);
    }

    @Test
    void steps_pathStarCycleCliqueBarbell_closedForms() {
        double[] path = scores(Shapes.path(9));
        for (int vertex = 0; vertex < 9; vertex++) {
            assertThat(path[vertex]).isEqualTo(vertex * (8.0 - vertex));
        }
        assertThat(scores(Shapes.star(8))).containsExactly(7 * 6 / 2.0, 0, 0, 0, 0, 0, 0, 0);
        // Odd cycle of n: (n - 1)(n - 3) / 8 each.
        assertThat(scores(Shapes.cycle(7))).containsOnly(6 * 4 / 8.0);
        assertThat(scores(Shapes.clique(6))).containsOnly(0);
        for (int clique = 3; clique <= 6; clique++) {
            double[] brokered = scores(Shapes.brokered(clique));
            assertThat(brokered[2 * clique]).isCloseTo(clique * clique, ROUNDING);
            assertThat(brokered[clique]).isCloseTo((clique - 1.0) * (clique + 1.0), ROUNDING);
        }
    }

    @Test
    void steps_krackhardtKite_publishedValues() {
        double[] scores = scores(SharedData.classic("igraph_kite", Orientation.UNDIRECTED));
        double[] published = {.8333, .8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0};
        for (int vertex = 0; vertex < 10; vertex++) {
            assertThat(scores[vertex]).isCloseTo(published[vertex], FOUR_DIGITS);
        }
    }

    @Test
    void steps_florentineMarriages_mediciFirst() {
        TieGraph graph = SharedData.classic("flo_marriage", Orientation.UNDIRECTED);
        Betweenness.Result result = Betweenness.compute(graph, Parameters.defaults());
        assertThat(Arrays.stream(result.scores()).max().orElseThrow()).isEqualTo(result.scores()[8]);
        // The published values leave out the family without ties: 15 families, 14 * 13 / 2 = 91 pairs.
        assertThat(result.scores()[8] / 91).isCloseTo(.522, within(5e-4));
        assertThat(result.scores()[6] / 91).isCloseTo(.255, within(5e-4));
    }

    @Test
    void steps_networksWithReference_sameAsNetworkX() {
        reference("karate", SharedData.classic("igraph_karate", Orientation.UNDIRECTED));
        reference("kite", SharedData.classic("igraph_kite", Orientation.UNDIRECTED));
        reference("jazz", SharedData.metis("networkit_jazz.graph"));
        reference("ht_advice", SharedData.classic("ht_advice", Orientation.DIRECTED));
    }

    private static void reference(String name, TieGraph graph) {
        double[] expected = SharedData.numbers("reference/networkx_" + name + ".csv", "betweenness_raw");
        double[] normalised = SharedData.numbers("reference/networkx_" + name + ".csv", "betweenness_norm");
        Betweenness.Result result = Betweenness.compute(graph, Parameters.defaults());
        for (int vertex = 0; vertex < expected.length; vertex++) {
            assertThat(result.scores()[vertex]).as("%s %d", name, vertex).isCloseTo(expected[vertex], within(1e-6));
            assertThat(result.shares()[vertex]).isCloseTo(normalised[vertex], ROUNDING);
        }
    }

    @Test
    void steps_friendshipsWithReference_sameAsSna() {
        TieGraph graph = SharedData.classic("ht_friends", Orientation.DIRECTED);
        double[] expected = SharedData.numbers("reference/sna_ht_friends_by_dept.csv", "betweenness");
        double[] scores = scores(graph);
        for (int vertex = 0; vertex < expected.length; vertex++) {
            assertThat(scores[vertex]).isCloseTo(expected[vertex], within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void bothLengths_randomGraphs_sameAsDefinition(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 5 + (int) (seed % 20), .05 + .002 * seed, orientation, 6);
            int[] groups = groups(seed, graph.people());
            for (PathLength length : PathLength.values()) {
                Parameters all = Parameters.defaults().withPathLength(length).withThreads(1);
                same(seed, Betweenness.compute(graph, all).scores(), definition(graph, length, new int[0]));
                same(
                        seed,
                        Betweenness.compute(graph, all.acrossGroups(groups)).scores(),
                        definition(graph, length, groups));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void bothLengths_largerRandomGraphs_sameAsJGraphT(Orientation orientation) {
        for (long seed = 1; seed <= 5; seed++) {
            // Strengths 1, 2, 4, 8 make lengths whose sums are exact, as JGraphT compares them exactly.
            TieGraph drawn = GraphText.random(seed, 120, .04, orientation, 4);
            double[] powers = Arrays.stream(drawn.strengths())
                    .map(strength -> Math.scalb(1.0, (int) strength - 1))
                    .toArray();
            TieGraph graph = orientation == Orientation.DIRECTED
                    ? TieGraph.directed(120, drawn.sources(), drawn.neighbours(), powers, drawn.interactionCounts())
                    : TieGraph.undirected(120, drawn.sources(), drawn.neighbours(), powers, drawn.interactionCounts());
            for (PathLength length : PathLength.values()) {
                double[] scores = Betweenness.compute(
                                graph, Parameters.defaults().withPathLength(length))
                        .scores();
                new BetweennessCentrality<>(graph.asJGraphT(length == PathLength.STEPS ? Length.STEP : Length.DISTANCE))
                        .getScores()
                        .forEach((vertex, score) -> assertThat(scores[vertex]).isCloseTo(score, within(1e-7)));
            }
        }
    }

    @Test
    void anyNumberOfThreads_sameBits() {
        TieGraph graph = GraphText.random(17, 300, .02);
        double[] alone =
                Betweenness.compute(graph, Parameters.defaults().withThreads(1)).scores();
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(Betweenness.compute(graph, Parameters.defaults().withThreads(threads))
                            .scores())
                    .isEqualTo(alone);
        }
    }

    @Test
    void steps_longPathManyLayers_closedForm() {
        // More layers than people in a batch of sources, and batches that meet half way.
        double[] path = scores(Shapes.path(300));
        for (int vertex = 0; vertex < 300; vertex++) {
            assertThat(path[vertex]).isEqualTo(vertex * (299.0 - vertex));
        }
    }

    @Test
    void interrupted_stops() {
        TieGraph graph = GraphText.random(3, 200, .05);
        for (PathLength length : PathLength.values()) {
            assertThatThrownBy(() -> Betweenness.compute(
                            graph, Parameters.defaults().withPathLength(length), _ -> Thread.currentThread()
                                    .interrupt()))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void progress_risesToOne() {
        List<Double> heard = new ArrayList<>();
        Betweenness.compute(GraphText.random(3, 200, .05), Parameters.defaults(), heard::add);
        assertThat(heard).isSorted().allMatch(share -> share > 0 && share <= 1);
        assertThat(heard.getLast()).isEqualTo(1);
    }

    @Test
    void relabelled_randomGraph_sameScoresUnderNewNames() {
        TieGraph graph = GraphText.random(23, 80, .06);
        int[] names = GraphText.permutation(24, 80);
        double[] scores = scores(graph);
        double[] renamed = scores(GraphText.relabelled(graph, names));
        for (int vertex = 0; vertex < 80; vertex++) {
            assertThat(renamed[names[vertex]]).isCloseTo(scores[vertex], ROUNDING);
        }
    }

    @Test
    void acrossGroups_barbell_onlyPairsThatCross() {
        TieGraph graph = Shapes.barbell(3);
        int[] groups = {0, 0, 0, 1, 1, 1};
        Betweenness.Result result =
                Betweenness.compute(graph, Parameters.defaults().acrossGroups(groups));
        // 9 pairs cross; vertex 2 is an end of 3 of them and between the other 6.
        assertThat(result.scores()).containsExactly(0, 0, 6, 6, 0, 0);
        assertThat(result.shares()[2]).isEqualTo(1);
    }

    @Test
    void acrossGroups_somebodyWithoutGroup_betweenButNoEnd() {
        Betweenness.Result result =
                Betweenness.compute(Shapes.path(4), Parameters.defaults().acrossGroups(new int[] {0, -1, 1, -1}));
        assertThat(result.scores()).containsExactly(0, 1, 0, 0);
    }

    @Test
    void acrossGroups_oneGroup_nobodyBetween() {
        assertThat(Betweenness.compute(Shapes.path(4), Parameters.defaults().acrossGroups(new int[4]))
                        .shares())
                .containsOnly(0);
    }

    @Test
    void emptyOneTwoIslands_zeroAndIslandsApart() {
        assertThat(scores(GraphText.graph(""))).isEmpty();
        assertThat(scores(GraphText.graph("ann"))).containsExactly(0);
        assertThat(scores(GraphText.graph("a-b b-c d-e e-f"))).containsExactly(0, 1, 0, 0, 1, 0);
    }

    @Test
    void selfAndParallelTies_changeNothing() {
        TieGraph graph = TieGraph.undirected(
                3, new int[] {0, 0, 1, 1}, new int[] {1, 1, 1, 2}, new double[] {1, 1, 1, 1}, new int[] {1, 1, 1, 1});
        assertThat(scores(graph)).containsExactly(0, 1, 0);
    }

    @Test
    void distances_closeWayRound_carriesThePair() {
        // a-c directly is 1, over b 1/4 + 1/4.
        TieGraph graph = GraphText.graph("a-b:4 b-c:4 a-c:1");
        Parameters distances = Parameters.defaults().withPathLength(PathLength.DISTANCE);
        assertThat(Betweenness.compute(graph, distances).scores()).containsExactly(0, 1, 0);
        assertThat(scores(graph)).containsExactly(0, 0, 0);
    }

    @Test
    void pathCounts_beyondDoubles_saidSo() {
        // Each diamond doubles the number of shortest paths: 2 to the 1100 is above 1.8e308.
        int diamonds = 1100;
        int[] from = new int[4 * diamonds];
        int[] to = new int[4 * diamonds];
        for (int diamond = 0; diamond < diamonds; diamond++) {
            int first = 3 * diamond;
            int[] ends = {first, first + 1, first, first + 2, first + 1, first + 3, first + 2, first + 3};
            for (int tie = 0; tie < 4; tie++) {
                from[4 * diamond + tie] = ends[2 * tie];
                to[4 * diamond + tie] = ends[2 * tie + 1];
            }
        }
        TieGraph graph = SharedData.simple(3 * diamonds + 1, from, to, Orientation.UNDIRECTED);
        assertThatThrownBy(() -> Betweenness.compute(graph, Parameters.defaults()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("1.8e308");
    }

    @Test
    void parameters_wrong_refused() {
        assertThatThrownBy(() -> Parameters.defaults().withThreads(0)).hasMessageContaining("not 0");
        TieGraph graph = Shapes.path(3);
        assertThatThrownBy(
                        () -> Betweenness.compute(graph, Parameters.defaults().acrossGroups(new int[2])))
                .hasMessageContaining("not 2");
        assertThatThrownBy(
                        () -> Betweenness.compute(graph, Parameters.defaults().acrossGroups(new int[] {0, -2, 0})))
                .hasMessageContaining("-2");
    }

    private static double[] scores(TieGraph graph) {
        return Betweenness.compute(graph, Parameters.defaults()).scores();
    }

    static int[] groups(long seed, int people) {
        int[] groups = new int[people];
        for (int vertex = 0; vertex < people; vertex++) {
            groups[vertex] = (int) ((seed * 31 + vertex * 17L) % 4) - 1;
        }
        return groups;
    }

    private static void same(long seed, double[] scores, double[] expected) {
        for (int vertex = 0; vertex < expected.length; vertex++) {
            assertThat(scores[vertex]).as("seed %d vertex %d", seed, vertex).isCloseTo(expected[vertex], ROUNDING);
        }
    }

    private static double[] definition(TieGraph graph, PathLength pathLength, int[] groups) {
        double rounding = ROUNDING.value;
        double[][] lengths = Oracles.lengths(graph, pathLength);
        double[][] counts = Oracles.pathCounts(graph, pathLength, rounding);
        int people = graph.people();
        double[] scores = new double[people];
        for (int from = 0; from < people; from++) {
            for (int to = 0; to < people; to++) {
                boolean counted =
                        groups.length == 0 || (groups[from] >= 0 && groups[to] >= 0 && groups[from] != groups[to]);
                if (from == to || !counted || counts[from][to] == 0) {
                    continue;
                }
                for (int over = 0; over < people; over++) {
                    if (over != from
                            && over != to
                            && Math.abs(lengths[from][over] + lengths[over][to] - lengths[from][to]) <= rounding) {
                        scores[over] += counts[from][over] * counts[over][to] / counts[from][to];
                    }
                }
            }
        }
        if (graph.orientation() == Orientation.UNDIRECTED) {
            Arrays.setAll(scores, vertex -> scores[vertex] / 2);
        }
        return scores;
    }
}
