package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.SampledBetweenness.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class SampledBetweennessTest {
    /** Sums of a few thousand fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void shortPath_itsArithmetic() {
        // Ends and middle of a-b-c: from either end 1 pair over b, from b none. Two of the three are drawn.
        TieGraph graph = Shapes.path(3);
        double sum = 0;
        int bothEnds = 0;
        int draws = 3000;
        for (int seed = 0; seed < draws; seed++) {
            SampledBetweenness.Result result = SampledBetweenness.compute(graph, parameters(2, seed));
            assertThat(result.scores()[0]).isZero();
            double score = result.scores()[1];
            sum += score;
            if (score == 1.5) {
                // 3 / 2 * (1 + 1), halved; both alike, so no variance is seen.
                assertThat(result.standardErrors()[1]).isZero();
                bothEnds++;
            } else {
                // 3 / 2 * (1 + 0), halved; variance 1/2: 3 sqrt((1 - 2/3) / 2 / 2), halved.
                assertThat(score).isEqualTo(.75);
                assertThat(result.standardErrors()[1]).isCloseTo(3 * Math.sqrt(1 / 12.0) / 2, ROUNDING);
            }
        }
        // One draw in three has both ends, and the mean over draws is the exact 1; 5 standard deviations of chance.
        assertThat((double) bothEnds / draws).isCloseTo(1 / 3.0, within(5 * Math.sqrt(2 / 9.0 / draws)));
        assertThat(sum / draws).isCloseTo(1, within(5 * .75 * Math.sqrt(2 / 9.0 / draws)));
    }

    @Test
    void starAndCliqueAndCycle_closedForms() {
        // From a leaf of 40 people, 38 pairs pass the hub; from the hub none: 40 * 38 / 2, or less with the hub drawn.
        double[] scores =
                SampledBetweenness.compute(Shapes.star(40), parameters(10, 3)).scores();
        assertThat(scores[0]).isIn(40 * 38 / 2.0, 40 * 38 * .9 / 2);
        assertThat(Arrays.stream(scores).skip(1)).containsOnly(0.0);
        assertThat(SampledBetweenness.compute(Shapes.clique(20), parameters(5, 1))
                        .scores())
                .containsOnly(0);
        // Every source of an odd cycle gives (n - 1)(n - 3) / 4 in all.
        double total = Arrays.stream(SampledBetweenness.compute(Shapes.cycle(31), parameters(7, 2))
                        .scores())
                .sum();
        assertThat(total).isCloseTo(31 * 30 * 28 / 8.0, ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void everybodyDrawn_randomGraphs_exactWithoutError(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 30), .02 + .002 * seed, orientation, 1);
            int[] groups = BetweennessTest.groups(seed, graph.people());
            for (int[] assignment : new int[][] {{}, groups}) {
                SampledBetweenness.Result sampled =
                        SampledBetweenness.compute(graph, parameters(1000, seed).acrossGroups(assignment));
                Betweenness.Result exact = Betweenness.compute(
                        graph, Betweenness.Parameters.defaults().acrossGroups(assignment));
                for (int vertex = 0; vertex < graph.people(); vertex++) {
                    assertThat(sampled.scores()[vertex])
                            .as("seed %d", seed)
                            .isCloseTo(exact.scores()[vertex], ROUNDING);
                    assertThat(sampled.shares()[vertex]).isCloseTo(exact.shares()[vertex], ROUNDING);
                }
                assertThat(sampled.standardErrors()).containsOnly(0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void overDraws_unbiasedAndErrorAsStated(Orientation orientation) {
        TieGraph graph = GraphText.random(5, 40, .08, orientation, 1);
        double[] exact =
                Betweenness.compute(graph, Betweenness.Parameters.defaults()).scores();
        int draws = 2000;
        double[] sum = new double[40];
        double[] squares = new double[40];
        double[] stated = new double[40];
        for (int seed = 0; seed < draws; seed++) {
            SampledBetweenness.Result result = SampledBetweenness.compute(graph, parameters(10, seed));
            for (int vertex = 0; vertex < 40; vertex++) {
                double error = result.scores()[vertex] - exact[vertex];
                sum[vertex] += error;
                squares[vertex] += error * error;
                stated[vertex] += result.standardErrors()[vertex] * result.standardErrors()[vertex];
            }
        }
        for (int vertex = 0; vertex < 40; vertex++) {
            double variance = squares[vertex] / draws;
            // The mean of 2,000 errors lies within 5 of its own standard deviations of 0.
            assertThat(sum[vertex] / draws)
                    .as("vertex %d", vertex)
                    .isCloseTo(0, within(5 * Math.sqrt(variance / draws) + 1e-9));
            // A variance from 2,000 draws is right within about 5 * sqrt(2 / 2000) = 16 %, skew included 25 %.
            assertThat(stated[vertex] / draws).isCloseTo(variance, within(.25 * variance + 1e-9));
        }
    }

    @Test
    void twiceTheError_holdsTheTruthForMostButNot95OfTheTop() {
        TieGraph graph = GraphText.random(11, 400, .015);
        double[] exact =
                Betweenness.compute(graph, Betweenness.Parameters.defaults()).scores();
        int[] top = IntStream.range(0, 400)
                .boxed()
                .sorted(Comparator.comparingDouble(vertex -> -exact[vertex]))
                .limit(40)
                .mapToInt(vertex -> vertex)
                .toArray();
        int held = 0;
        for (int seed = 0; seed < 20; seed++) {
            SampledBetweenness.Result result = SampledBetweenness.compute(graph, parameters(100, seed));
            for (int vertex : top) {
                if (Math.abs(result.scores()[vertex] - exact[vertex]) <= 2 * result.standardErrors()[vertex]) {
                    held++;
                }
            }
        }
        // The upper end keeps the class from calling this an interval of 95 %.
        assertThat(held / 800.0).isBetween(.8, .94);
    }

    @Test
    void karate_leadersFoundFromHalf() {
        TieGraph graph = SharedData.classic("igraph_karate", Orientation.UNDIRECTED);
        SampledBetweenness.Result result = SampledBetweenness.compute(graph, parameters(17, 1));
        // Published: 1 .437635, 34 .304075, 33 .145247.
        assertThat(result.shares()[0]).isCloseTo(.437635, within(4 * result.standardErrors()[0] / (33 * 32 / 2.0)));
        assertThat(result.shares()[33]).isCloseTo(.304075, within(4 * result.standardErrors()[33] / (33 * 32 / 2.0)));
        assertThat(result.sources()).isEqualTo(17);
    }

    @Test
    void anyNumberOfThreads_sameBits_otherSeedOtherDraw() {
        TieGraph graph = GraphText.random(17, 300, .02);
        SampledBetweenness.Result alone =
                SampledBetweenness.compute(graph, parameters(60, 4).withThreads(1));
        for (int threads : new int[] {2, 3, 8}) {
            SampledBetweenness.Result together =
                    SampledBetweenness.compute(graph, parameters(60, 4).withThreads(threads));
            assertThat(together.scores()).isEqualTo(alone.scores());
            assertThat(together.standardErrors()).isEqualTo(alone.standardErrors());
        }
        assertThat(SampledBetweenness.compute(graph, parameters(60, 5)).scores())
                .isNotEqualTo(alone.scores());
    }

    @Test
    void relabelled_everybodyDrawn_sameScoresUnderNewNames() {
        TieGraph graph = GraphText.random(23, 80, .06);
        int[] names = GraphText.permutation(24, 80);
        double[] scores = SampledBetweenness.compute(graph, parameters(80, 1)).scores();
        double[] renamed = SampledBetweenness.compute(GraphText.relabelled(graph, names), parameters(80, 1))
                .scores();
        for (int vertex = 0; vertex < 80; vertex++) {
            assertThat(renamed[names[vertex]]).isCloseTo(scores[vertex], ROUNDING);
        }
    }

    @Test
    void emptyOneTwoIslandsSelfAndParallelTies_asDefined() {
        assertThat(SampledBetweenness.compute(GraphText.graph(""), Parameters.defaults())
                        .scores())
                .isEmpty();
        assertThat(SampledBetweenness.compute(GraphText.graph("ann"), Parameters.defaults())
                        .scores())
                .containsExactly(0);
        assertThat(SampledBetweenness.compute(GraphText.graph("a-b b-c d-e e-f"), Parameters.defaults())
                        .scores())
                .containsExactly(0, 1, 0, 0, 1, 0);
        TieGraph parallel = TieGraph.undirected(
                3, new int[] {0, 0, 1, 1}, new int[] {1, 1, 1, 2}, new double[] {1, 1, 1, 1}, new int[] {1, 1, 1, 1});
        assertThat(SampledBetweenness.compute(parallel, Parameters.defaults()).scores())
                .containsExactly(0, 1, 0);
    }

    @Test
    void acrossGroups_drawsOnlyPeopleWithGroup() {
        TieGraph graph = Shapes.path(6);
        SampledBetweenness.Result result =
                SampledBetweenness.compute(graph, parameters(4, 1).acrossGroups(new int[] {0, -1, 1, -1, -1, 0}));
        assertThat(result.sources()).isEqualTo(3);
        // Pairs across: 0-2 over 1, 2-5 over 3 and 4.
        assertThat(result.scores()).containsExactly(0, 1, 0, 1, 1, 0);
        int[] nobody = IntStream.range(0, 6).map(_ -> -1).toArray();
        assertThat(SampledBetweenness.compute(graph, parameters(4, 1).acrossGroups(nobody))
                        .scores())
                .containsOnly(0);
    }

    @Test
    void interrupted_stops() {
        TieGraph graph = GraphText.random(3, 200, .05);
        assertThatThrownBy(() -> SampledBetweenness.compute(
                        graph, parameters(100, 1), _ -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void parameters_wrong_refused() {
        assertThatThrownBy(() -> Parameters.defaults().withSources(1)).hasMessageContaining("not from 1");
        assertThatThrownBy(() -> Parameters.defaults().withThreads(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> SampledBetweenness.compute(
                        Shapes.path(3), Parameters.defaults().acrossGroups(new int[2])))
                .hasMessageContaining("not 2");
    }

    private static Parameters parameters(int sources, long seed) {
        return Parameters.defaults().withSources(sources).withSeed(seed);
    }
}
