package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

class StructuralDiversityTest {
    @Test
    void twoTrianglesATieAndAFriend_circlesByHand() {
        // 2 knows 0 and 1, who know each other; 3 and 4, who do; and 5, whom nobody else knows.
        StructuralDiversity.Result result = of(GraphText.graph("0-1 1-2 2-0 2-3 3-4 4-2 2-5"));
        assertThat(result.circles()).containsExactly(1, 1, 3, 1, 1, 1);
        assertThat(result.circlesOfSeveral()).containsExactly(1, 1, 2, 1, 1, 0);
    }

    @Test
    void closedForms_pathStarCycleCliqueBarbellBroker_asKnown() {
        assertThat(of(Shapes.path(4)).circles()).containsExactly(1, 2, 2, 1);
        assertThat(of(Shapes.star(7)).circles()).containsExactly(6, 1, 1, 1, 1, 1, 1);
        assertThat(of(Shapes.star(7)).circlesOfSeveral()).containsOnly(0);
        assertThat(of(Shapes.cycle(5)).circles()).containsOnly(2);
        assertThat(of(Shapes.clique(6)).circles()).containsOnly(1);
        // Whoever holds the one tie between the cliques has the clique and the other end.
        assertThat(of(Shapes.barbell(4)).circles()).containsExactly(1, 1, 1, 2, 2, 1, 1, 1);
        assertThat(of(Shapes.brokered(4)).circles()[8]).isEqualTo(2);
    }

    @Test
    void florentineMarriages_mediciBetweenMostFamilies() {
        // Of the Medici's six allies only Ridolfi and Tornabuoni are allied: five circles, the most of all.
        int[] circles =
                of(SharedData.classic("flo_marriage", Orientation.UNDIRECTED)).circles();
        assertThat(circles[8]).isEqualTo(5);
        assertThat(Arrays.stream(circles).max()).hasValue(5);
        assertThat(circles[11]).as("the family without ties").isZero();
    }

    @Test
    void emptyAloneIslandsSelfAndParallelTies_asDocumented() {
        assertThat(of(GraphText.graph("")).circles()).isEmpty();
        assertThat(of(GraphText.graph("ann")).circles()).containsExactly(0);
        assertThat(of(GraphText.graph("a-b c-d d-e e-c")).circles()).containsExactly(1, 1, 1, 1, 1);
        assertThat(of(GraphText.graph("a-a a-b a-b b-c")).circles()).containsExactly(1, 2, 1);
        assertThat(of(GraphText.graph("a>b b>a c>a b>c")).circles())
                .as("a contact either way, tied either way")
                .containsExactly(1, 1, 1);
        assertThatThrownBy(() -> StructuralDiversity.Parameters.defaults().withThreads(0))
                .hasMessageContaining("not 0");
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_sameAsJGraphTsComponentsAmongContacts(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 35), .02 + .001 * seed, orientation, 1);
            StructuralDiversity.Result result = of(graph);
            Graph<Integer, Integer> view = graph.asJGraphT(Length.STEP);
            for (int vertex = 0; vertex < graph.people(); vertex++) {
                Set<Integer> contacts = new HashSet<>(Graphs.neighborListOf(view, vertex));
                List<Set<Integer>> circles =
                        new ConnectivityInspector<>(new AsSubgraph<>(view, contacts)).connectedSets();
                assertThat(result.circles()[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isEqualTo(circles.size());
                assertThat(result.circlesOfSeveral()[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isEqualTo((int) circles.stream()
                                .filter(circle -> circle.size() > 1)
                                .count());
            }
        }
    }

    @Test
    void anyNumberOfThreadsAndRelabelled_same() {
        TieGraph graph = GraphText.random(11, 600, .1);
        int[] alone = StructuralDiversity.compute(
                        graph, StructuralDiversity.Parameters.defaults().withThreads(1))
                .circles();
        assertThat(StructuralDiversity.compute(
                                graph, StructuralDiversity.Parameters.defaults().withThreads(3))
                        .circles())
                .isEqualTo(alone);
        int[] names = GraphText.permutation(12, 600);
        int[] renamed = of(GraphText.relabelled(graph, names)).circles();
        for (int vertex = 0; vertex < 600; vertex++) {
            assertThat(renamed[names[vertex]]).isEqualTo(alone[vertex]);
        }
    }

    private static StructuralDiversity.Result of(TieGraph graph) {
        return StructuralDiversity.compute(graph, StructuralDiversity.Parameters.defaults());
    }
}
