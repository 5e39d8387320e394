package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.PageRank.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

/** What {@link PositionTest} does not ask of PageRank. */
class PageRankTest {
    /** Iterated to 1e-12 or further. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    private static final Parameters EXACT =
            Parameters.defaults().withTolerance(1e-13).withIterationsMax(2000);

    @Test
    void threePeopleInALine_itsArithmetic() {
        // b = .05 + .85 (a + c), a = c = .05 + .85 b / 2, so b (1 - .85²) = .05 + .085.
        double b = (.05 + .085) / (1 - .85 * .85);
        double[] scores = PageRank.compute(Shapes.path(3), EXACT).scores();
        assertThat(scores[1]).isCloseTo(b, ROUNDING);
        assertThat(scores[0]).isCloseTo((1 - b) / 2, ROUNDING);
    }

    @Test
    void closedForms_cycleCliqueStarBarbell_asKnown() {
        assertThat(PageRank.compute(Shapes.cycle(8), EXACT).scores()).containsOnly(1 / 8.0);
        assertThat(PageRank.compute(Shapes.clique(4), EXACT).scores()).containsOnly(1 / 4.0);
        // centre = .15 / n + .85 (1 - centre): all leaves turn to it.
        double centre = (.15 / 6 + .85) / 1.85;
        assertThat(PageRank.compute(Shapes.star(6), EXACT).scores()[0]).isCloseTo(centre, ROUNDING);
        double[] barbell = PageRank.compute(Shapes.barbell(4), EXACT).scores();
        assertThat(barbell[0] + barbell[1] + barbell[2] + barbell[3]).isCloseTo(.5, ROUNDING);
    }

    @Test
    void starts_oneOfTwoIslands_theOtherIsNeverReached() {
        Parameters fromAnn = EXACT.withStarts(new double[] {3, 0, 0, 0});
        double[] scores = PageRank.compute(GraphText.graph("a-b c-d"), fromAnn).scores();
        // a = .15 + .85 b and b = .85 a.
        assertThat(scores[0]).isCloseTo(.15 / (1 - .85 * .85), ROUNDING);
        assertThat(scores[1]).isCloseTo(.85 * scores[0], ROUNDING);
        assertThat(scores[2]).isZero();
        assertThat(scores[3]).isZero();
    }

    @Test
    void starts_whoeverHasNobodyToTurnTo_startsWhereChosen() {
        // a = .15 + .85 b, since b starts anew at a; b = .85 a.
        double[] scores = PageRank.compute(GraphText.graph("a>b c>b"), EXACT.withStarts(new double[] {1, 0, 0}))
                .scores();
        assertThat(scores[0]).isCloseTo(.15 / (1 - .85 * .85), ROUNDING);
        assertThat(scores[2]).isZero();
    }

    @Test
    void starts_wrong_refused() {
        TieGraph graph = Shapes.path(3);
        assertThatThrownBy(() -> PageRank.compute(graph, EXACT.withStarts(new double[] {1, 1})))
                .hasMessageContaining("not 2");
        assertThatThrownBy(() -> PageRank.compute(graph, EXACT.withStarts(new double[3])))
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> PageRank.compute(graph, EXACT.withStarts(new double[] {1, -1, 1})))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> EXACT.withThreads(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> EXACT.withTolerance(Double.NaN)).hasMessageContaining("NaN");
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_sameAsJGraphTAndAsTheLinearEquations(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            // Odd seeds have equal strengths, which the kernel reads otherwise.
            TieGraph graph = GraphText.random(
                    seed, 2 + (int) (seed % 30), .02 + .001 * seed, orientation, seed % 2 == 0 ? 5 : 1);
            double[] scores = PageRank.compute(graph, EXACT).scores();
            assertThat(Arrays.stream(scores).sum()).isCloseTo(1, ROUNDING);
            double[] residual = residual(graph, scores);
            for (int vertex = 0; vertex < graph.people(); vertex++) {
                assertThat(residual[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isCloseTo(0, ROUNDING);
            }
            long number = seed;
            new org.jgrapht.alg.scoring.PageRank<>(graph.asJGraphT(Length.STRENGTH), .85, 2000, 1e-13)
                    .getScores()
                    .forEach((vertex, score) -> assertThat(scores[vertex])
                            .as("seed %d vertex %d", number, vertex)
                            .isCloseTo(score, ROUNDING));
        }
    }

    /** By how much each equation of the definition fails. */
    private static double[] residual(TieGraph graph, double[] scores) {
        double[][] strengths = Oracles.matrix(graph);
        int people = scores.length;
        double[] residual = new double[people];
        for (int to = 0; to < people; to++) {
            double expected = .15 / people;
            for (int from = 0; from < people; from++) {
                double all = Arrays.stream(strengths[from]).sum();
                expected += .85 * scores[from] * (all == 0 ? 1.0 / people : strengths[from][to] / all);
            }
            residual[to] = scores[to] - expected;
        }
        return residual;
    }

    @Test
    void anyNumberOfThreads_sameBits() {
        TieGraph graph = GraphText.random(3, 700, .06, Orientation.DIRECTED, 4);
        assertThat(graph.ties()).as("enough for several threads").isGreaterThan(20_000);
        double[] alone =
                PageRank.compute(graph, Parameters.defaults().withThreads(1)).scores();
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(PageRank.compute(graph, Parameters.defaults().withThreads(threads))
                            .scores())
                    .isEqualTo(alone);
        }
    }

    @Test
    void relabelled_sameScoresUnderNewNames() {
        TieGraph graph = GraphText.random(4, 90, .08, Orientation.DIRECTED, 5);
        int[] names = GraphText.permutation(5, 90);
        double[] scores = PageRank.compute(graph, EXACT).scores();
        double[] renamed =
                PageRank.compute(GraphText.relabelled(graph, names), EXACT).scores();
        for (int vertex = 0; vertex < 90; vertex++) {
            assertThat(renamed[names[vertex]]).isCloseTo(scores[vertex], ROUNDING);
        }
    }

    @Test
    void selfAndParallelTies_addUpOrVanish() {
        assertThat(PageRank.compute(GraphText.graph("a>b a>b a>c b>b c>a"), EXACT)
                        .scores())
                .isEqualTo(PageRank.compute(GraphText.graph("a>b:2 a>c:1 c>a:1"), EXACT)
                        .scores());
    }

    @Test
    void settled_onlyWhenTheToleranceIsMet() {
        TieGraph graph = GraphText.random(6, 50, .2);
        PageRank.Result cutShort = PageRank.compute(graph, Parameters.defaults().withIterationsMax(3));
        assertThat(cutShort.settled()).isFalse();
        assertThat(cutShort.iterations()).isEqualTo(3);
        PageRank.Result whole = PageRank.compute(graph, Parameters.defaults());
        assertThat(whole.settled()).isTrue();
        assertThat(whole.iterations()).isBetween(4, 199);
        // A tolerance of 0 asks for every iteration, even where nothing changes any more.
        assertThat(PageRank.compute(Shapes.cycle(4), Parameters.defaults().withTolerance(0))
                        .iterations())
                .isEqualTo(200);
    }
}
