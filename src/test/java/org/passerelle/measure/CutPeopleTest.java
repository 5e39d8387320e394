package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsSubgraph;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.CutPeople.Bridge;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

class CutPeopleTest {
    @Test
    void twoTrianglesAndATail_cutBridgesBlocksAndSeparated() {
        // 0-1-2 and 2-3-4 share 2; 5 and 6 hang on 4.
        CutPeople.Result result = of(GraphText.graph("0-1 1-2 2-0 2-3 3-4 4-2 4-5 5-6"));
        assertThat(result.cut()).containsExactly(false, false, true, false, true, true, false);
        // Without 2 the parts are {0,1} and {3,4,5,6}: 2 lose the rest; without 4 {5,6} do; without 5 {6} does.
        assertThat(result.separated()).containsExactly(0, 0, 2, 0, 2, 1, 0);
        assertThat(result.bridges()).containsExactly(new Bridge(4, 5), new Bridge(5, 6));
        assertThat(result.blocks())
                .usingElementComparator(Arrays::compare)
                .containsExactly(new int[] {0, 1, 2}, new int[] {2, 3, 4}, new int[] {4, 5}, new int[] {5, 6});
    }

    @Test
    void closedForms_pathStarCycleCliqueBarbell_asKnown() {
        assertThat(of(Shapes.path(5)).cut()).containsExactly(false, true, true, true, false);
        assertThat(of(Shapes.path(5)).separated()).containsExactly(0, 1, 2, 1, 0);
        assertThat(of(Shapes.star(6)).separated()[0]).isEqualTo(4);
        assertThat(of(Shapes.star(6)).bridges()).hasSize(5);
        assertThat(of(Shapes.cycle(6)).blocks()).hasSize(1);
        assertThat(of(Shapes.clique(5)).cut()).containsOnly(false);
        assertThat(of(Shapes.barbell(4)).bridges()).containsExactly(new Bridge(3, 4));
        assertThat(of(Shapes.barbell(4)).separated()[3]).isEqualTo(3);
    }

    @Test
    void emptyAloneIslandsAndDirected_asDocumented() {
        assertThat(of(GraphText.graph("")).blocks()).isEmpty();
        assertThat(of(GraphText.graph("ann")).blocks()).hasSize(1);
        assertThat(of(GraphText.graph("a-b b-c d-e e-f")).cut())
                .containsExactly(false, true, false, false, true, false);
        assertThat(of(GraphText.graph("a>b b>a b>c")).bridges()).containsExactly(new Bridge(0, 1), new Bridge(1, 2));
    }

    @Test
    void chainOfManyPeople_noOverflow() {
        int people = 200_000;
        int[] from = new int[people - 1];
        int[] to = new int[people - 1];
        Arrays.setAll(from, tie -> tie);
        Arrays.setAll(to, tie -> tie + 1);
        CutPeople.Result result = of(SharedData.simple(people, from, to, Orientation.UNDIRECTED));
        assertThat(result.bridges()).hasSize(people - 1);
        assertThat(result.separated()[people / 2]).isEqualTo(people / 2 - 1);
    }

    @Test
    void manySmallBlocks_inTheOrderOfTheirMembers() {
        // Found from 0 on, blocks close from the far end; their order and that of their members is by vertex.
        CutPeople.Result result = of(GraphText.graph("0-7 7-1 1-6 6-2 2-7 3-4 7-5 5-0"));
        assertThat(result.blocks())
                .usingElementComparator(Arrays::compare)
                .containsExactly(new int[] {0, 5, 7}, new int[] {1, 2, 6, 7}, new int[] {3, 4});
        assertThat(of(Shapes.star(40)).bridges())
                .isSortedAccordingTo(Comparator.comparingInt(Bridge::from).thenComparingInt(Bridge::to));
        assertThat(result.separated()[7])
                .as("0 and 5 lose the larger rest, 1, 2 and 6")
                .isEqualTo(2);
    }

    @Test
    void relabelled_sameCutPeople() {
        TieGraph graph = GraphText.random(32, 150, .012);
        int[] names = GraphText.permutation(33, 150);
        CutPeople.Result result = of(graph);
        CutPeople.Result renamed = of(GraphText.relabelled(graph, names));
        assertThat(renamed.blocks()).hasSameSizeAs(result.blocks());
        for (int vertex = 0; vertex < 150; vertex++) {
            assertThat(renamed.cut()[names[vertex]]).isEqualTo(result.cut()[vertex]);
            assertThat(renamed.separated()[names[vertex]]).isEqualTo(result.separated()[vertex]);
        }
    }

    @Test
    void karate_publishedCutPerson() {
        // Only the first member's departure isolates somebody (member 12).
        CutPeople.Result result = of(SharedData.gml("karate.gml"));
        assertThat(result.cut()[0]).isTrue();
        assertThat(result.bridges()).containsExactly(new Bridge(0, 11));
    }

    @Test
    void randomGraphs_sameAsJGraphTAndAsRemoval() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 2 + (int) (seed % 30), .5 / (1 + seed % 12));
            CutPeople.Result result = of(graph);
            Graph<Integer, Integer> view = graph.asJGraphT(Length.STEP);
            BiconnectivityInspector<Integer, Integer> inspector = new BiconnectivityInspector<>(view);
            for (int vertex = 0; vertex < graph.people(); vertex++) {
                assertThat(result.cut()[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isEqualTo(inspector.getCutpoints().contains(vertex));
                assertThat(result.separated()[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isEqualTo(separated(view, vertex));
            }
            assertThat(new HashSet<>(result.bridges()))
                    .as("seed %d", seed)
                    .isEqualTo(inspector.getBridges().stream()
                            .map(edge -> new Bridge(view.getEdgeSource(edge), view.getEdgeTarget(edge)))
                            .collect(Collectors.toSet()));
            // JGraphT has no block for somebody alone.
            Set<Set<Integer>> blocks = blocks(result);
            blocks.removeIf(block -> view.degreeOf(block.iterator().next()) == 0);
            assertThat(blocks)
                    .as("seed %d", seed)
                    .isEqualTo(
                            inspector.getBlocks().stream().map(Graph::vertexSet).collect(Collectors.toSet()));
        }
    }

    private static Set<Set<Integer>> blocks(CutPeople.Result result) {
        return result.blocks().stream()
                .map(block -> Arrays.stream(block).boxed().collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    /** People of the component who are not in its largest part once somebody has left. */
    private static int separated(Graph<Integer, Integer> view, int leaving) {
        Set<Integer> rest = new HashSet<>(new ConnectivityInspector<>(view).connectedSetOf(leaving));
        rest.remove(leaving);
        List<Set<Integer>> parts = new ConnectivityInspector<>(new AsSubgraph<>(view, rest)).connectedSets();
        return rest.size()
                - parts.stream().map(Set::size).max(Comparator.naturalOrder()).orElse(0);
    }

    private static CutPeople.Result of(TieGraph graph) {
        return CutPeople.compute(graph, CutPeople.Parameters.defaults());
    }
}
