package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.network.IntroductionPaths.Parameters;
import org.passerelle.network.TieGraph.Orientation;

class IntroductionPathsTest {
    /** Lengths are sums of at most five fractions: their rounding stays far below. */
    private static final double ROUNDING = 1e-12;

    @Test
    void strongest_closeColleaguesAgainstFaintAcquaintance_closeColleagues() {
        // 1/4 + 1/4 = 0.5 is shorter than 1/1.
        GraphText text = GraphText.parse("ann-bob:4 bob-cid:4 ann-cid:1");
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 2, Parameters.defaults()))
                .containsExactly(0, 1, 2);
    }

    @Test
    void strongest_closeWayTooLong_shorterFaintWay() {
        // a-b-c-d-e is 4 * 1/8 = 0.5 in four ties; a-f-e is 2 in two; a-b-f-e is 1/8 + 1/2 + 1 = 1.625 in three.
        GraphText text = GraphText.parse("a-b:8 b-c:8 c-d:8 d-e:8 a-f:1 f-e:1 b-f:2");
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 4, new Parameters(4, _ -> false)))
                .containsExactly(0, 1, 2, 3, 4);
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 4, new Parameters(3, _ -> false)))
                .containsExactly(0, 1, 5, 4);
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 4, new Parameters(2, _ -> false)))
                .containsExactly(0, 5, 4);
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 4, new Parameters(1, _ -> false)))
                .isEmpty();
    }

    @Test
    void strongest_prefixOfBestPathIsNotShortest_stillFound() {
        // Within three ties a-c-d-e is best though the shortest way from a to c goes over b.
        GraphText text = GraphText.parse("a-b:10 b-c:10 a-c:2 c-d:1 d-e:1");
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 4, new Parameters(3, _ -> false)))
                .containsExactly(0, 2, 3, 4);
    }

    @Test
    void strongest_avoided_goesRoundButEndsStay() {
        GraphText text = GraphText.parse("a-b:9 b-d:9 a-c d-c");
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 3, new Parameters(3, Set.of(1)::contains)))
                .containsExactly(0, 2, 3);
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 3, new Parameters(3, Set.of(0, 3, 1)::contains)))
                .containsExactly(0, 2, 3);
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 3, new Parameters(3, Set.of(1, 2)::contains)))
                .isEmpty();
    }

    @Test
    void strongest_equalLengths_fewerStepsThenFirstPeople() {
        // Directly 1/1; over b 1/2 + 1/2.
        assertThat(IntroductionPaths.strongest(GraphText.graph("a-b:2 b-c:2 a-c:1"), 0, 2, Parameters.defaults()))
                .containsExactly(0, 2);
        assertThat(IntroductionPaths.strongest(GraphText.graph("a-c:3 c-z:3 a-b:3 b-z:3"), 0, 3, Parameters.defaults()))
                .containsExactly(0, 1, 3);
    }

    @Test
    void strongest_directed_followsTheTies() {
        GraphText text = GraphText.parse("a>b b>c");
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 2, Parameters.defaults()))
                .containsExactly(0, 1, 2);
        assertThat(IntroductionPaths.strongest(text.graph(), 2, 0, Parameters.defaults()))
                .isEmpty();
    }

    @Test
    void strongest_oneselfOrTwoIslands_aloneOrEmpty() {
        GraphText text = GraphText.parse("a-b c-d");
        assertThat(IntroductionPaths.strongest(text.graph(), 1, 1, Parameters.defaults()))
                .containsExactly(1);
        assertThat(IntroductionPaths.strongest(text.graph(), 0, 3, Parameters.defaults()))
                .isEmpty();
    }

    @Test
    void parameters_outOfRange_refused() {
        assertThatThrownBy(() -> new Parameters(0, _ -> false)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> new Parameters(11, _ -> false)).hasMessageContaining("not 11");
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void strongest_randomGraphs_asShortAsTheBestOfAllPaths(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 9, 0.3, orientation, 6);
            int stepsMax = 1 + (int) (seed % 5);
            Set<Integer> avoided = seed % 2 == 0 ? Set.of() : Set.of(3, 5);
            List<Integer> path = IntroductionPaths.strongest(graph, 0, 8, new Parameters(stepsMax, avoided::contains));
            List<List<Integer>> all = allPaths(graph, avoided, stepsMax);
            if (all.isEmpty()) {
                assertThat(path).as("seed %d", seed).isEmpty();
                continue;
            }
            assertThat(all).as("seed %d", seed).contains(path);
            double shortest = all.stream()
                    .mapToDouble(other -> length(graph, other))
                    .min()
                    .orElseThrow();
            List<Integer> expected = all.stream()
                    .filter(other -> length(graph, other) < shortest + ROUNDING)
                    .min(Comparator.<List<Integer>>comparingInt(List::size).thenComparing(List::toString))
                    .orElseThrow();
            assertThat(path).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static List<List<Integer>> allPaths(TieGraph graph, Set<Integer> avoided, int stepsMax) {
        SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> copy =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            if (!avoided.contains(vertex)) {
                copy.addVertex(vertex);
            }
        }
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (!avoided.contains(vertex) && !avoided.contains(graph.neighbour(slot))) {
                    copy.addEdge(vertex, graph.neighbour(slot));
                }
            }
        }
        List<List<Integer>> paths = new ArrayList<>();
        for (GraphPath<Integer, DefaultWeightedEdge> path :
                new AllDirectedPaths<>(copy).getAllPaths(0, 8, true, stepsMax)) {
            paths.add(path.getVertexList());
        }
        return paths;
    }

    private static double length(TieGraph graph, List<Integer> path) {
        double length = 0;
        for (int step = 1; step < path.size(); step++) {
            length += 1 / graph.strength(graph.slot(path.get(step - 1), path.get(step)));
        }
        return length;
    }
}
