package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;

class SoleConnectionsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @Test
    void compute_nobody_nothing() {
        assertThat(SoleConnections.compute(GraphText.graph(""), SoleConnections.Parameters.defaults(new int[0]))
                        .sole())
                .isEmpty();
    }

    @Test
    void compute_brokerBesideAnother_theArithmetic() {
        // a and b here, x and y there, m and n between: m knows all four, n knows a and x. a-b inside, b-y direct.
        GraphText text = GraphText.parse("m-a m-b m-x m-y n-a n-x b-y");
        int[] groups = new int[text.names().size()];
        for (int vertex = 0; vertex < groups.length; vertex++) {
            groups[vertex] = "ab".contains(text.names().get(vertex))
                    ? 0
                    : "xy".contains(text.names().get(vertex)) ? 1 : 2;
        }
        SoleConnections.Result result =
                SoleConnections.compute(text.graph(), SoleConnections.Parameters.defaults(groups));
        // m: a-x also by n; a-y also by nobody (b and a have no tie); b-x alone; b-y have a tie of their own.
        assertThat(result.connected()[text.vertex("m")]).isEqualTo(3);
        assertThat(result.sole()[text.vertex("m")]).isEqualTo(2);
        assertThat(result.connected()[text.vertex("n")]).isEqualTo(1);
        assertThat(result.sole()[text.vertex("n")]).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomGraph_asByDefinition(long seed) {
        TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 25), .1 + seed % 5 * .08);
        int people = graph.people();
        int[] groups = BetweennessTest.groups(seed, people);
        int[] one = new int[people];
        int[] other = new int[people];
        Arrays.setAll(one, vertex -> vertex % 3 - 1);
        Arrays.setAll(other, vertex -> vertex % 3 == 0 ? -1 : (vertex + 1) % 3);
        SoleConnections.Result result = SoleConnections.compute(
                graph, SoleConnections.Parameters.defaults(groups).between(one, other));
        double[][] ties = Oracles.matrix(graph);
        long[][] expected = new long[4][people];
        for (int from = 0; from < people; from++) {
            for (int to = from + 1; to < people; to++) {
                int shared = 0;
                for (int middle = 0; middle < people; middle++) {
                    shared += ties[from][middle] > 0 && ties[middle][to] > 0 ? 1 : 0;
                }
                boolean counted = groups[from] >= 0 && groups[to] >= 0 && groups[from] != groups[to];
                if (!counted || ties[from][to] > 0) {
                    continue;
                }
                for (int middle = 0; middle < people; middle++) {
                    if (ties[from][middle] > 0 && ties[middle][to] > 0) {
                        int low = Math.min(one[middle], other[middle]);
                        int high = Math.max(one[middle], other[middle]);
                        boolean between =
                                low == Math.min(groups[from], groups[to]) && high == Math.max(groups[from], groups[to]);
                        expected[0][middle]++;
                        expected[1][middle] += shared == 1 ? 1 : 0;
                        expected[2][middle] += between ? 1 : 0;
                        expected[3][middle] += between && shared == 1 ? 1 : 0;
                    }
                }
            }
        }
        assertThat(result.connected()).as("seed %d", seed).isEqualTo(expected[0]);
        assertThat(result.sole()).as("seed %d", seed).isEqualTo(expected[1]);
        assertThat(result.connectedBetween()).as("seed %d", seed).isEqualTo(expected[2]);
        assertThat(result.soleBetween()).as("seed %d", seed).isEqualTo(expected[3]);
    }

    @Test
    void parameters_wrong_refused() {
        SoleConnections.Parameters two = SoleConnections.Parameters.defaults(new int[2]);
        assertThatThrownBy(() -> two.between(new int[1], new int[2])).hasMessageContaining("not 1 and 2");
        assertThatThrownBy(() -> SoleConnections.compute(Shapes.path(3), two)).hasMessageContaining("3 people, not 2");
    }
}
