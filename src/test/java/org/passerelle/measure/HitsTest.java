package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.Hits.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class HitsTest {
    private static final Offset<Double> ROUNDING = within(1e-9);
    /** The iteration ends when the scores change by 1e-10; where it is slow they may be further from their end. */
    private static final Offset<Double> ITERATED = within(1e-7);

    @Test
    void langvilleAndMeyersExample_published() {
        Hits.Result result = Hits.compute(GraphText.graph("1>3 1>5 2>1 3>5 5>4 5>3 6>5"), Parameters.defaults());
        double[] authorities = {0, 0, .366025, .133975, .5, 0};
        double[] hubs = {.366025, 0, .211325, 0, .211325, .211325};
        for (int vertex = 0; vertex < 6; vertex++) {
            assertThat(result.authorities()[vertex]).isCloseTo(authorities[vertex], within(1e-6));
            assertThat(result.hubs()[vertex]).isCloseTo(hubs[vertex], within(1e-6));
        }
        assertThat(result.settled()).isTrue();
    }

    @Test
    void twoAskersWithStrengths_itsArithmetic() {
        // Both turn to c, a also to d half as much: authorities are the first eigenvector of ((8,2),(2,1)).
        Hits.Result result = Hits.compute(GraphText.graph("a>c:2 b>c:2 a>d:1"), Parameters.defaults());
        double lambda = (9 + Math.sqrt(65)) / 2;
        double ratio = (lambda - 8) / 2;
        assertThat(result.authorities()[2]).isCloseTo(1 / (1 + ratio), ROUNDING);
        assertThat(result.authorities()[3]).isCloseTo(ratio / (1 + ratio), ROUNDING);
        // a knows c and d, b only c.
        assertThat(result.hubs()[0] / result.hubs()[1]).isCloseTo((2 + ratio) / 2, ROUNDING);
        assertThat(result.authorities()[0]).isZero();
        assertThat(result.hubs()[2]).isZero();
    }

    @Test
    void closedForms_cycleCliqueStarPath_asKnown() {
        assertThat(Hits.compute(Shapes.cycle(5), Parameters.defaults()).authorities())
                .containsOnly(1 / 5.0);
        assertThat(Hits.compute(Shapes.clique(4), Parameters.defaults()).hubs()).containsOnly(1 / 4.0);
        // All turn to the centre; the one hub of a tree of orders is its top.
        assertThat(Hits.compute(GraphText.graph("1>0 2>0 3>0"), Parameters.defaults())
                        .authorities())
                .containsExactly(1, 0, 0, 0);
        assertThat(Hits.compute(GraphText.graph("0>1 0>2 0>3"), Parameters.defaults())
                        .hubs())
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    void emptyAloneIslandsSelfAndParallelTies_asDocumented() {
        assertThat(Hits.compute(GraphText.graph(""), Parameters.defaults()).hubs())
                .isEmpty();
        assertThat(Hits.compute(GraphText.graph("ann bob"), Parameters.defaults())
                        .authorities())
                .containsExactly(0, 0);
        // Two equal islands share; a stronger one takes all.
        assertThat(Hits.compute(GraphText.graph("a>b c>d"), Parameters.defaults())
                        .authorities())
                .containsExactly(0, .5, 0, .5);
        double[] stronger = Hits.compute(GraphText.graph("a>b:2 c>d:1"), Parameters.defaults())
                .authorities();
        assertThat(stronger[1]).isCloseTo(1, ROUNDING);
        assertThat(stronger[3]).isCloseTo(0, ROUNDING);
        assertThat(Hits.compute(GraphText.graph("a>b a>b a>c b>b"), Parameters.defaults())
                        .authorities())
                .isEqualTo(Hits.compute(GraphText.graph("a>b:2 a>c:1"), Parameters.defaults())
                        .authorities());
    }

    @Test
    void parameters_wrong_refused() {
        assertThatThrownBy(() -> new Parameters(0, 1, 1)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> new Parameters(1, 0, 1)).hasMessageContaining("0.0");
        assertThatThrownBy(() -> Parameters.defaults().withThreads(0)).hasMessageContaining("not 0");
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_solveKleinbergsEquations(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph =
                    GraphText.random(seed, 5 + (int) (seed % 30), .1 + .002 * seed, orientation, seed % 2 == 0 ? 5 : 1);
            Hits.Result result = Hits.compute(graph, Parameters.defaults());
            if (graph.ties() == 0 || !result.settled()) {
                continue;
            }
            double[][] a = Oracles.matrix(graph);
            // The definition with plain loops, from the even start, long past the end of ours.
            double[] hubs = new double[a.length];
            Arrays.fill(hubs, 1);
            double[] authorities = hubs;
            for (int iteration = 0; iteration < 3000; iteration++) {
                authorities = scaled(timesTransposed(a, hubs));
                hubs = scaled(times(a, authorities));
            }
            for (int vertex = 0; vertex < a.length; vertex++) {
                assertThat(result.authorities()[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isCloseTo(authorities[vertex], ITERATED);
                assertThat(result.hubs()[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isCloseTo(hubs[vertex], ITERATED);
            }
        }
    }

    private static double[] times(double[][] a, double[] values) {
        double[] products = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values.length; column++) {
                products[row] += a[row][column] * values[column];
            }
        }
        return products;
    }

    private static double[] timesTransposed(double[][] a, double[] values) {
        double[] products = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < values.length; column++) {
                products[column] += a[row][column] * values[row];
            }
        }
        return products;
    }

    private static double[] scaled(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(value -> value / sum).toArray();
    }

    @Test
    void anyNumberOfThreadsAndRelabelled_same() {
        TieGraph graph = GraphText.random(15, 700, .06, Orientation.DIRECTED, 4);
        Hits.Result alone = Hits.compute(graph, Parameters.defaults().withThreads(1));
        for (int threads : new int[] {2, 5}) {
            Hits.Result several = Hits.compute(graph, Parameters.defaults().withThreads(threads));
            assertThat(several.authorities()).isEqualTo(alone.authorities());
            assertThat(several.hubs()).isEqualTo(alone.hubs());
        }
        int[] names = GraphText.permutation(16, 700);
        double[] renamed = Hits.compute(GraphText.relabelled(graph, names), Parameters.defaults())
                .authorities();
        for (int vertex = 0; vertex < 700; vertex++) {
            assertThat(renamed[names[vertex]]).isCloseTo(alone.authorities()[vertex], ROUNDING);
        }
    }
}
