package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.PathLengths.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

class PathLengthsTest {
    /** Sums of a few dozen fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    private static final double NOWHERE = Double.POSITIVE_INFINITY;

    @Test
    void smallGraph_itsArithmetic() {
        // a-c directly is 1 step of length 1, over b two steps of 1/4.
        TieGraph graph = GraphText.graph("a-b:4 b-c:4 a-c:1 d");
        assertThat(lengths(graph, 0, PathLength.STEPS)).containsExactly(0, 1, 1, NOWHERE);
        PathLengths.Result result = PathLengths.compute(graph, new Parameters(0, PathLength.DISTANCE));
        assertThat(result.lengths()).containsExactly(0, .25, .5, NOWHERE);
        assertThat(result.reached()).isEqualTo(3);
        assertThat(result.longest()).isEqualTo(.5);
    }

    @Test
    void directedTies_followedOneWay() {
        TieGraph graph = GraphText.graph("a>b b>c");
        assertThat(lengths(graph, 1, PathLength.STEPS)).containsExactly(NOWHERE, 0, 1);
        assertThat(lengths(graph.reversed(), 1, PathLength.STEPS)).containsExactly(1, 0, NOWHERE);
    }

    @Test
    void pathStarCycleClique_closedForms() {
        assertThat(lengths(Shapes.path(4), 1, PathLength.STEPS)).containsExactly(1, 0, 1, 2);
        assertThat(lengths(Shapes.star(4), 1, PathLength.STEPS)).containsExactly(1, 0, 2, 2);
        assertThat(lengths(Shapes.cycle(6), 0, PathLength.DISTANCE)).containsExactly(0, 1, 2, 3, 2, 1);
        assertThat(lengths(Shapes.clique(3), 2, PathLength.DISTANCE)).containsExactly(1, 1, 0);
        assertThat(PathLengths.compute(Shapes.barbell(4), Parameters.defaults(0))
                        .longest())
                .isEqualTo(3);
    }

    @Test
    void karate_publishedDiameterAndRadius() {
        TieGraph graph = SharedData.classic("igraph_karate", Orientation.UNDIRECTED);
        double diameter = 0;
        double radius = NOWHERE;
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            double longest =
                    PathLengths.compute(graph, Parameters.defaults(vertex)).longest();
            diameter = Math.max(diameter, longest);
            radius = Math.min(radius, longest);
        }
        // Zachary's club is 5 steps across, and 3 from its centre, as networkx and igraph have it.
        assertThat(diameter).isEqualTo(5);
        assertThat(radius).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_sameAsJGraphTAndAllPairs(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 5 + (int) (seed % 25), .03 + .001 * seed, orientation, 6);
            for (PathLength pathLength : PathLength.values()) {
                double[][] all = Oracles.lengths(graph, pathLength);
                var jgrapht = new DijkstraShortestPath<>(
                                graph.asJGraphT(pathLength == PathLength.STEPS ? Length.STEP : Length.DISTANCE))
                        .getPaths(0);
                double[] lengths = lengths(graph, 0, pathLength);
                for (int vertex = 0; vertex < graph.people(); vertex++) {
                    if (all[0][vertex] == NOWHERE) {
                        assertThat(lengths[vertex]).as("seed %d", seed).isInfinite();
                    } else {
                        assertThat(lengths[vertex])
                                .as("seed %d to %d", seed, vertex)
                                .isCloseTo(all[0][vertex], ROUNDING)
                                .isCloseTo(jgrapht.getWeight(vertex), ROUNDING);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PathLength.class)
    void relabelled_sameLengthsUnderNewNames(PathLength pathLength) {
        TieGraph graph = GraphText.random(31, 60, .05, Orientation.DIRECTED, 5);
        int[] names = GraphText.permutation(32, 60);
        double[] lengths = lengths(graph, 0, pathLength);
        double[] renamed = lengths(GraphText.relabelled(graph, names), names[0], pathLength);
        for (int vertex = 0; vertex < 60; vertex++) {
            assertThat(Math.min(renamed[names[vertex]], 1e6)).isCloseTo(Math.min(lengths[vertex], 1e6), ROUNDING);
        }
    }

    @Test
    void oneTwoIslandsSelfAndParallelTies_asDefined() {
        assertThat(lengths(GraphText.graph("ann"), 0, PathLength.STEPS)).containsExactly(0);
        assertThat(lengths(GraphText.graph("a-b c-d"), 2, PathLength.DISTANCE)).containsExactly(NOWHERE, NOWHERE, 0, 1);
        TieGraph graph = TieGraph.undirected(
                3, new int[] {0, 0, 0}, new int[] {0, 1, 1}, new double[] {1, 1, 3}, new int[] {1, 1, 1});
        // Parallel ties are added up: strength 4, length 1/4.
        assertThat(lengths(graph, 0, PathLength.DISTANCE)).containsExactly(0, .25, NOWHERE);
    }

    @Test
    void sourceThatIsNobody_refused() {
        TieGraph graph = Shapes.path(3);
        assertThatThrownBy(() -> PathLengths.compute(graph, Parameters.defaults(3)))
                .hasMessageContaining("not 3");
        assertThatThrownBy(() -> Parameters.defaults(-1)).hasMessageContaining("not -1");
        assertThatThrownBy(() -> PathLengths.compute(GraphText.graph(""), Parameters.defaults(0)))
                .hasMessageContaining("0 vertices");
    }

    private static double[] lengths(TieGraph graph, int source, PathLength pathLength) {
        return PathLengths.compute(graph, new Parameters(source, pathLength)).lengths();
    }
}
