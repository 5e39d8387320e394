package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.jgrapht.alg.scoring.EigenvectorCentrality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.Eigenvector.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

class EigenvectorTest {
    /** The iteration ends at 1e-12; where it is slow the scores may be further from their end. */
    private static final Offset<Double> ITERATED = within(1e-7);

    private static final Parameters EXACT = Parameters.defaults().withTolerance(1e-12);

    @Test
    void triangleWithATail_solvesItsEquations() {
        // c is tied to a, b and d. lambda d = c, lambda a = b + c with a = b, lambda c = 2a + d.
        Eigenvector.Result result = Eigenvector.compute(GraphText.graph("a-b b-c c-a c-d"), EXACT);
        double lambda = result.eigenvalue();
        // lambda³ - lambda² - 3 lambda + 1 = 0 follows.
        assertThat(lambda * lambda * lambda - lambda * lambda - 3 * lambda + 1).isCloseTo(0, ITERATED);
        assertThat(result.scores()[3] * lambda).isCloseTo(result.scores()[2], ITERATED);
        assertThat(result.scores()[0] * (lambda - 1)).isCloseTo(result.scores()[2], ITERATED);
    }

    @Test
    void closedForms_pathStarCycleClique_asKnown() {
        // Of a path of n: sin(pi i / (n + 1)), lambda 2 cos(pi / (n + 1)).
        double[] path = Eigenvector.compute(Shapes.path(7), EXACT).scores();
        for (int vertex = 0; vertex < 7; vertex++) {
            assertThat(path[vertex]).isCloseTo(Math.sin(Math.PI * (vertex + 1) / 8) / 2, ITERATED);
        }
        assertThat(Eigenvector.compute(Shapes.path(7), EXACT).eigenvalue())
                .isCloseTo(2 * Math.cos(Math.PI / 8), ITERATED);
        // Two sides: without the shift the star would swing forever.
        Eigenvector.Result star = Eigenvector.compute(Shapes.star(10), EXACT);
        assertThat(star.settled()).isTrue();
        assertThat(star.eigenvalue()).isCloseTo(3, ITERATED);
        assertThat(star.scores()[0]).isCloseTo(Math.sqrt(.5), ITERATED);
        assertThat(star.scores()[5]).isCloseTo(Math.sqrt(.5) / 3, ITERATED);
        assertThat(Eigenvector.compute(Shapes.cycle(6), EXACT).eigenvalue()).isCloseTo(2, ITERATED);
        assertThat(Eigenvector.compute(Shapes.clique(5), EXACT).scores()[2]).isCloseTo(Math.sqrt(1 / 5.0), ITERATED);
    }

    @Test
    void strengths_thousandfold_sameScores() {
        TieGraph graph = GraphText.graph("a-b:1 b-c:3 c-d:2 d-a:1 a-c:1");
        TieGraph strong = GraphText.graph("a-b:1000 b-c:3000 c-d:2000 d-a:1000 a-c:1000");
        Eigenvector.Result one = Eigenvector.compute(graph, EXACT);
        Eigenvector.Result other = Eigenvector.compute(strong, EXACT);
        assertThat(other.iterations()).isEqualTo(one.iterations());
        assertThat(other.eigenvalue()).isCloseTo(1000 * one.eigenvalue(), within(1e-5));
        for (int vertex = 0; vertex < 4; vertex++) {
            assertThat(other.scores()[vertex]).isCloseTo(one.scores()[vertex], ITERATED);
        }
        assertThat(Eigenvector.compute(GraphText.graph("a-b:7"), EXACT).eigenvalue())
                .as("equal strengths count too")
                .isCloseTo(7, ITERATED);
    }

    @Test
    void directed_scoreComesFromWhoTurnsToOne() {
        // The ring a, b hands its score on to c, to whom lambda 1 gives as much.
        Eigenvector.Result result = Eigenvector.compute(GraphText.graph("a>b b>a b>c"), EXACT);
        assertThat(result.scores()).usingComparatorWithPrecision(1e-7).containsOnly(Math.sqrt(1 / 3.0));
        assertThat(Eigenvector.compute(GraphText.graph("a>b b>a c>b"), EXACT).scores()[2])
                .isCloseTo(0, ITERATED);
    }

    @Test
    void emptyAloneHierarchyAndIslands_asDocumented() {
        assertThat(Eigenvector.compute(GraphText.graph(""), EXACT).scores()).isEmpty();
        assertThat(Eigenvector.compute(GraphText.graph("ann bob"), EXACT).scores())
                .containsExactly(0, 0);
        Eigenvector.Result chart = Eigenvector.compute(GraphText.graph("a>b a>c b>d"), EXACT);
        assertThat(chart.scores()).containsOnly(0);
        assertThat(chart.eigenvalue()).isZero();
        // The triangle's 2 is above the tie's 1.
        double[] islands =
                Eigenvector.compute(GraphText.graph("a-b c-d d-e e-c"), EXACT).scores();
        assertThat(islands[0]).isCloseTo(0, ITERATED);
        assertThat(islands[2]).isCloseTo(Math.sqrt(1 / 3.0), ITERATED);
        double[] equal = Eigenvector.compute(GraphText.graph("a-b c-d"), EXACT).scores();
        assertThat(equal).containsOnly(.5);
        assertThat(Eigenvector.compute(GraphText.graph("a-a a-b a-b b-c"), EXACT)
                        .scores())
                .isEqualTo(Eigenvector.compute(GraphText.graph("a-b:2 b-c:1"), EXACT)
                        .scores());
    }

    @Test
    void iterationsTooFew_saidSo() {
        Eigenvector.Result result = Eigenvector.compute(Shapes.path(30), EXACT.withIterationsMax(5));
        assertThat(result.settled()).isFalse();
        assertThat(result.iterations()).isEqualTo(5);
        assertThatThrownBy(() -> EXACT.withIterationsMax(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> EXACT.withTolerance(0)).hasMessageContaining("0.0");
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_solveTheEquationAndSameAsJGraphT(Orientation orientation) {
        int compared = 0;
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(
                    seed, 6 + (int) (seed % 25), .25 + .002 * seed, orientation, seed % 2 == 0 ? 5 : 1);
            Eigenvector.Result result = Eigenvector.compute(graph, EXACT);
            double[][] a = Oracles.matrix(graph);
            assertThat(residual(a, result.scores(), result.eigenvalue()))
                    .as("seed %d", seed)
                    .isCloseTo(0, ITERATED);
            double[] theirs = new double[a.length];
            new EigenvectorCentrality<>(graph.asJGraphT(Length.STRENGTH), 5000, 1e-13)
                    .getScores()
                    .forEach((vertex, score) -> theirs[vertex] = score);
            double length =
                    Math.sqrt(Arrays.stream(theirs).map(score -> score * score).sum());
            Arrays.setAll(theirs, vertex -> theirs[vertex] / length);
            // Without a shift JGraphT swings where all rings have one common length: no solution, no comparison.
            if (connected(graph) && residual(a, theirs, result.eigenvalue()) < 1e-6) {
                compared++;
                for (int vertex = 0; vertex < a.length; vertex++) {
                    assertThat(result.scores()[vertex])
                            .as("seed %d vertex %d", seed, vertex)
                            .isCloseTo(theirs[vertex], within(1e-5));
                }
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    private static boolean connected(TieGraph graph) {
        return Components.compute(graph, new Components.Parameters(Components.Kind.STRONG))
                        .count()
                == 1;
    }

    /** The largest difference between the two sides of the definition. */
    private static double residual(double[][] a, double[] scores, double eigenvalue) {
        double largest = 0;
        for (int to = 0; to < a.length; to++) {
            double sum = 0;
            for (int from = 0; from < a.length; from++) {
                sum += a[from][to] * scores[from];
            }
            largest = Math.max(largest, Math.abs(sum - eigenvalue * scores[to]));
        }
        return largest;
    }

    @Test
    void anyNumberOfThreadsAndRelabelled_same() {
        TieGraph graph = GraphText.random(17, 700, .06, Orientation.DIRECTED, 4);
        double[] alone = Eigenvector.compute(graph, EXACT.withThreads(1)).scores();
        for (int threads : new int[] {2, 5}) {
            assertThat(Eigenvector.compute(graph, EXACT.withThreads(threads)).scores())
                    .isEqualTo(alone);
        }
        int[] names = GraphText.permutation(18, 700);
        double[] renamed =
                Eigenvector.compute(GraphText.relabelled(graph, names), EXACT).scores();
        for (int vertex = 0; vertex < 700; vertex++) {
            assertThat(renamed[names[vertex]]).isCloseTo(alone[vertex], within(1e-9));
        }
    }
}
