package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;

class LocalBridgesTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    private static LocalBridges.Result spans(TieGraph graph) {
        return LocalBridges.compute(graph, LocalBridges.Parameters.defaults());
    }

    @Test
    void compute_nobodyAndSomebodyAlone_noSpans() {
        assertThat(spans(GraphText.graph("")).spans()).isEmpty();
        assertThat(spans(GraphText.graph("ann")).spans()).isEmpty();
    }

    @Test
    void compute_closedForms_cyclePathCliqueBarbell() {
        // Without one tie of a cycle of n, the n - 1 others are the only way.
        for (int people = 3; people < 9; people++) {
            assertThat(spans(Shapes.cycle(people)).spans()).containsOnly(people - 1);
        }
        assertThat(spans(Shapes.path(4)).spans()).containsOnly(LocalBridges.APART);
        assertThat(spans(Shapes.clique(4)).spans()).containsOnly(LocalBridges.SHARED_CONTACT);
        LocalBridges.Result barbell = spans(Shapes.barbell(3));
        assertThat(barbell.spans()).containsOnlyOnce(LocalBridges.APART);
        assertThat(barbell.local(0)).isFalse();
    }

    @Test
    void compute_tiesInsideGroups_notAskedFor() {
        LocalBridges.Result result = LocalBridges.compute(
                GraphText.graph("a-b b-c c-d d-a"),
                LocalBridges.Parameters.defaults().acrossGroups(new int[] {0, 0, 1, -1}));
        // Ties a-b, a-d, b-c, c-d: only b-c is across, and three steps the other way round.
        assertThat(result.spans()).containsExactly(-1, -1, 3, -1);
        assertThat(result.local(2)).isTrue();
        assertThat(result.local(0)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomGraph_asWithTheTieTakenAway(long seed) {
        TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 25), .03 + seed % 7 * .03);
        LocalBridges.Result result = spans(graph);
        for (int tie = 0; tie < result.spans().length; tie++) {
            int from = result.from()[tie];
            int to = result.to()[tie];
            double length = Oracles.lengths(without(graph, from, to), PathLength.STEPS)[from][to];
            assertThat(result.spans()[tie])
                    .as("seed %d tie %d-%d", seed, from, to)
                    .isEqualTo(length == Double.POSITIVE_INFINITY ? LocalBridges.APART : (int) length);
        }
    }

    private static TieGraph without(TieGraph graph, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            text.append(vertex).append(' ');
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int other = graph.neighbour(slot);
                if (vertex < other && !(vertex == from && other == to)) {
                    text.append(vertex).append('-').append(other).append(' ');
                }
            }
        }
        return GraphText.graph(text.toString());
    }

    @Test
    void parameters_wrong_refused() {
        assertThatThrownBy(() -> new LocalBridges.Parameters(new int[0], 0)).hasMessageContaining("not 0");
        LocalBridges.Parameters two = LocalBridges.Parameters.defaults().acrossGroups(new int[] {0, 1});
        assertThatThrownBy(() -> LocalBridges.compute(Shapes.path(3), two)).hasMessageContaining("3 people, not 2");
    }
}
