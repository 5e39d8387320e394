package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class PathSharesTest {
    private static final TieGraph GRAPH = GraphText.random(31, 120, .06, Orientation.UNDIRECTED, 1);

    @Test
    void small_exact() {
        PathShares.Result result = PathShares.compute(GRAPH, PathShares.Parameters.defaults());
        assertThat(result.exact()).isTrue();
        assertThat(result.shares())
                .containsExactly(Betweenness.compute(GRAPH, Betweenness.Parameters.defaults())
                        .shares());
        assertThat(result.low(7)).isEqualTo(result.shares()[7]);
        assertThat(result.high(7)).isEqualTo(result.shares()[7]);
    }

    @Test
    void aboveTheLimit_everySourceDrawn_sameSharesWithoutError() {
        // 120 people are fewer than the sources that are drawn, so the estimate is exact and says so.
        PathShares.Result estimated =
                PathShares.compute(GRAPH, PathShares.Parameters.defaults().withExactStepsMax(0));
        double[] exact =
                Betweenness.compute(GRAPH, Betweenness.Parameters.defaults()).shares();
        assertThat(estimated.exact()).isFalse();
        for (int vertex = 0; vertex < exact.length; vertex++) {
            assertThat(estimated.shares()[vertex]).isCloseTo(exact[vertex], within(1e-12));
            assertThat(estimated.high(vertex) - estimated.low(vertex)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void aboveTheLimit_manyPeople_theEndsHoldAsManyAsStated() {
        TieGraph graph = GraphText.random(32, 1_500, .004, Orientation.UNDIRECTED, 1);
        int[] groups = new int[graph.people()];
        Arrays.setAll(groups, vertex -> vertex % 3);
        PathShares.Parameters asked = PathShares.Parameters.defaults().acrossGroups(groups);
        PathShares.Result estimated = PathShares.compute(graph, asked.withExactStepsMax(0));
        double[] exact = PathShares.compute(graph, asked).shares();
        int held = 0;
        for (int vertex = 0; vertex < exact.length; vertex++) {
            held += exact[vertex] >= estimated.low(vertex) - 1e-15 && exact[vertex] <= estimated.high(vertex) + 1e-15
                    ? 1
                    : 0;
        }
        assertThat((double) held / exact.length).isGreaterThan(.64);
    }

    @Test
    void interrupted_stops() {
        for (double limit : new double[] {0, 1e9}) {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> PathShares.compute(
                                GRAPH, PathShares.Parameters.defaults().withExactStepsMax(limit)))
                        .isInstanceOf(CancellationException.class);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    void nobodyAndOne_nothing() {
        assertThat(PathShares.compute(GraphText.graph(""), PathShares.Parameters.defaults())
                        .shares())
                .isEmpty();
        assertThatThrownBy(() -> PathShares.Parameters.defaults().withExactStepsMax(-1))
                .hasMessageContaining("exactStepsMax is at least 0, not -1");
    }
}
