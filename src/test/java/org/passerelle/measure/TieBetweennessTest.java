package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.jgrapht.alg.scoring.EdgeBetweennessCentrality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;

class TieBetweennessTest {
    /** Sums of some hundred fractions in another order. */
    private static final double ROUNDING = 1e-9;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    private static TieBetweenness.Result all(TieGraph graph) {
        return TieBetweenness.compute(graph, TieBetweenness.Parameters.defaults());
    }

    private static TieBetweenness.Result across(TieGraph graph, int... groups) {
        return TieBetweenness.compute(
                graph, TieBetweenness.Parameters.defaults().acrossGroups(groups));
    }

    @Test
    void compute_noTies_noScores() {
        assertThat(all(GraphText.graph("")).scores()).isEmpty();
        assertThat(all(GraphText.graph("ann")).scores()).isEmpty();
    }

    @Test
    void compute_closedForms_pathStarCycleClique() {
        // A path of 5: tie i separates i + 1 from 4 - i.
        assertThat(all(Shapes.path(5)).scores()).containsExactly(4, 6, 6, 4);
        // A star of 5: every tie carries its leaf's 4 pairs.
        assertThat(all(Shapes.star(5)).scores()).containsOnly(4);
        // A cycle of 5: ten pairs, 5 at one step and 5 at two, 15 steps over 5 ties.
        assertThat(all(Shapes.cycle(5)).scores()).containsOnly(3);
        assertThat(all(Shapes.clique(5)).scores()).containsOnly(1);
        // Two cliques of 4: all 16 pairs of one here and one there cross the tie between them.
        assertThat(Arrays.stream(all(Shapes.barbell(4)).scores()).max()).hasValue(16);
    }

    @Test
    void compute_twoGroups_onlyPairsAcrossCount() {
        // a-b-c-d, a and b here, c and d there: of 4 pairs across all cross b-c, half start at a, half end at d.
        TieBetweenness.Result result = across(GraphText.graph("a-b b-c c-d"), 0, 0, 1, 1);
        assertThat(result.scores()).containsExactly(2, 4, 2);
        assertThat(result.pairs()).isEqualTo(4);
        assertThat(result.share(1)).isEqualTo(1);
        assertThat(result.estimate(1)).isEqualTo(new Estimate(1, 1, 1));
        // Somebody without group is no end, but may be between.
        assertThat(across(GraphText.graph("a-b b-c c-d"), 0, -1, -1, 1).scores())
                .containsExactly(1, 1, 1);
        assertThat(across(GraphText.graph("a-b"), -1, -1).share(0)).isZero();
    }

    @Test
    void compute_twoIslandsAndParallelTies_eachIslandAlone() {
        TieBetweenness.Result result = all(GraphText.graph("a-b b-a c-d d-e"));
        assertThat(result.scores()).containsExactly(1, 2, 2);
        assertThat(result.from()).containsExactly(0, 2, 3);
        assertThat(result.to()).containsExactly(1, 3, 4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomGraph_asJGraphT(long seed) {
        TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 30), .2);
        Map<Integer, Double> theirs = new EdgeBetweennessCentrality<>(graph.asJGraphT(Length.STEP)).getScores();
        double[] ours = all(graph).scores();
        assertThat(ours).hasSize(theirs.size());
        for (int tie = 0; tie < ours.length; tie++) {
            assertThat(ours[tie])
                    .as("seed %d tie %d", seed, tie)
                    .isCloseTo(theirs.getOrDefault(tie, -1.0), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomGraphWithGroups_asByDefinition(long seed) {
        TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 20), .25);
        int[] groups = BetweennessTest.groups(seed, graph.people());
        double[][] lengths = Oracles.lengths(graph, PathLength.STEPS);
        double[][] counts = Oracles.pathCounts(graph, PathLength.STEPS, 0);
        TieBetweenness.Result result = across(graph, groups);
        for (int tie = 0; tie < result.scores().length; tie++) {
            int from = result.from()[tie];
            int to = result.to()[tie];
            double score = 0;
            for (int one = 0; one < groups.length; one++) {
                for (int other = 0; other < groups.length; other++) {
                    boolean counted = groups[one] >= 0 && groups[other] >= 0 && groups[one] != groups[other];
                    if (counted
                            && lengths[one][other] < Double.POSITIVE_INFINITY
                            && lengths[one][from] + 1 + lengths[to][other] == lengths[one][other]) {
                        score += counts[one][from] * counts[to][other] / counts[one][other];
                    }
                }
            }
            assertThat(result.scores()[tie]).as("seed %d tie %d", seed, tie).isCloseTo(score, within(ROUNDING));
        }
    }

    @Test
    void compute_anyNumberOfThreads_sameBits() {
        TieGraph graph = GraphText.random(3, 150, .05);
        TieBetweenness.Parameters drawn =
                TieBetweenness.Parameters.defaults().withExactStepsMax(0).withSources(40);
        assertThat(TieBetweenness.compute(graph, drawn.withThreads(1)).scores())
                .isEqualTo(TieBetweenness.compute(graph, drawn.withThreads(4)).scores());
    }

    @Test
    void drawn_allSources_exact() {
        TieGraph graph = GraphText.random(4, 30, .2);
        TieBetweenness.Result result = TieBetweenness.compute(
                graph, TieBetweenness.Parameters.defaults().withExactStepsMax(0).withSources(30));
        assertThat(result.exact()).isTrue();
        assertThat(result.scores()).isEqualTo(all(graph).scores());
    }

    @Test
    void drawn_manyDraws_unbiasedAndErrorAsStated() {
        TieGraph graph = GraphText.random(5, 40, .1);
        double[] exact = all(graph).scores();
        int draws = 1000;
        double[] sum = new double[exact.length];
        double[] squares = new double[exact.length];
        double[] stated = new double[exact.length];
        TieBetweenness.Parameters parameters =
                TieBetweenness.Parameters.defaults().withExactStepsMax(0).withSources(10);
        for (int seed = 0; seed < draws; seed++) {
            TieBetweenness.Result result =
                    TieBetweenness.compute(graph, parameters.withThreads(1).withSeed(seed));
            assertThat(result.exact()).isFalse();
            for (int tie = 0; tie < exact.length; tie++) {
                double error = result.scores()[tie] - exact[tie];
                sum[tie] += error;
                squares[tie] += error * error;
                stated[tie] += result.standardErrors()[tie] * result.standardErrors()[tie];
            }
        }
        for (int tie = 0; tie < exact.length; tie++) {
            double variance = squares[tie] / draws;
            // The mean of 1,000 errors lies within 5 of its own standard deviations of 0.
            assertThat(sum[tie] / draws).isCloseTo(0, within(5 * Math.sqrt(variance / draws) + 1e-9));
            // A variance from 1,000 draws is right within about 5 * sqrt(2 / 1000) = 22 %, skew included 35 %.
            assertThat(stated[tie] / draws).isCloseTo(variance, within(.35 * variance + 1e-9));
        }
    }

    @Test
    void compute_interrupted_stops() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> all(Shapes.path(50))).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void parameters_wrong_refused() {
        TieBetweenness.Parameters defaults = TieBetweenness.Parameters.defaults();
        assertThatThrownBy(() -> defaults.withSources(1)).hasMessageContaining("not from 1");
        assertThatThrownBy(() -> defaults.withExactStepsMax(-1)).hasMessageContaining("not -1");
        assertThatThrownBy(() -> defaults.withThreads(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> across(Shapes.path(3), 0, 1)).hasMessageContaining("3 people, not 2");
    }
}
