package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.passerelle.network.TieGraph.Orientation;

class TieGraphTest {
    @Test
    void directed_parallelAndSelfTies_addedUpAndDropped() {
        TieGraph graph = TieGraph.directed(
                3, new int[] {0, 0, 1, 2}, new int[] {2, 2, 1, 0}, new double[] {1, 2.5, 4, 1}, new int[] {1, 2, 4, 8});
        assertThat(graph.ties()).isEqualTo(2);
        assertThat(graph.strength(graph.slot(0, 2))).isEqualTo(3.5);
        assertThat(graph.interactionCount(graph.slot(0, 2))).isEqualTo(3);
        assertThat(graph.slot(1, 1)).isNegative();
        assertThat(graph.degree(1)).isZero();
    }

    @Test
    void undirected_givenInBothOrders_oneTieSeenFromBothEnds() {
        TieGraph graph = TieGraph.undirected(
                3, new int[] {0, 1, 1}, new int[] {1, 0, 2}, new double[] {1, 2, 4}, new int[] {1, 2, 4});
        assertThat(graph.ties()).isEqualTo(2);
        assertThat(graph.strength(graph.slot(0, 1))).isEqualTo(3);
        assertThat(graph.strength(graph.slot(1, 0))).isEqualTo(3);
        assertThat(graph.reversed()).isSameAs(graph);
        assertThat(graph.undirected()).isSameAs(graph);
    }

    @Test
    void rows_anyOrderOfTies_ascending() {
        int[] order = GraphText.permutation(5, 20);
        int[] from = new int[20];
        double[] strength = new double[20];
        Arrays.fill(strength, 1);
        TieGraph graph = TieGraph.directed(20, from, order, strength, new int[20]);
        assertThat(graph.neighbours()).isSorted().hasSize(19);
    }

    @Test
    void without_somePeople_keepTheirNumbersAndLoseTheirTies() {
        TieGraph graph = GraphText.graph("a-b:2 b-c:3 c-d:4 d-a:5");
        TieGraph left = graph.without(new boolean[] {false, true, false, false});
        assertThat(left.people()).isEqualTo(4);
        assertThat(left.ties()).isEqualTo(2);
        assertThat(left.degree(1)).isZero();
        assertThat(left.strength(left.slot(3, 0))).isEqualTo(5);
        assertThat(graph.ties()).isEqualTo(4);
        assertThatThrownBy(() -> graph.without(new boolean[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reversed_twice_theSame() {
        TieGraph graph = GraphText.random(11, 50, 0.1, Orientation.DIRECTED, 4);
        TieGraph back = graph.reversed().reversed();
        assertThat(back.offsets()).isEqualTo(graph.offsets());
        assertThat(back.neighbours()).isEqualTo(graph.neighbours());
        assertThat(back.strengths()).isEqualTo(graph.strengths());
    }

    @Test
    void undirected_ofDirected_bothDirectionsAddedUp() {
        TieGraph graph = GraphText.graph("a>b:2 b>a:3 b>c:1").undirected();
        assertThat(graph.ties()).isEqualTo(2);
        assertThat(graph.strength(graph.slot(0, 1))).isEqualTo(5);
        assertThat(graph.interactionCount(graph.slot(1, 0))).isEqualTo(5);
    }

    @Test
    void undirected_randomTies_sameStrengthSeenFromBothEnds() {
        for (long seed = 1; seed <= 50; seed++) {
            TieGraph directed = GraphText.random(seed, 40, 0.1, Orientation.DIRECTED, 4);
            TieGraph graph = directed.undirected();
            for (int one = 0; one < graph.people(); one++) {
                assertThat(Arrays.copyOfRange(graph.neighbours(), graph.rowStart(one), graph.rowEnd(one)))
                        .isSorted();
                for (int other = 0; other < graph.people(); other++) {
                    double expected = strength(directed, one, other) + strength(directed, other, one);
                    assertThat(strength(graph, one, other)).as("seed %d", seed).isEqualTo(expected);
                }
            }
        }
    }

    private static double strength(TieGraph graph, int from, int to) {
        int slot = graph.slot(from, to);
        return slot < 0 ? 0 : graph.strength(slot);
    }

    @Test
    void plus_tiesOfOneOrBoth_addedUp() {
        TieGraph one = TieGraph.directed(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {1, 2}, new int[] {1, 2});
        TieGraph other =
                TieGraph.directed(3, new int[] {0, 2}, new int[] {1, 0}, new double[] {4, 8}, new int[] {4, 8});
        TieGraph sum = one.plus(other);
        assertThat(sum.ties()).isEqualTo(3);
        assertThat(sum.strength(sum.slot(0, 1))).isEqualTo(5);
        assertThat(sum.interactionCount(sum.slot(2, 0))).isEqualTo(8);
        assertThatThrownBy(() -> one.plus(GraphText.graph("a-b"))).hasMessageContaining("UNDIRECTED graph of 2 people");
    }

    @Test
    void withStrengthMin_weakTies_leftOutFromBothEnds() {
        TieGraph graph = GraphText.graph("a-b:2 b-c:3 c-a:1").withStrengthMin(2);
        assertThat(graph.ties()).isEqualTo(2);
        assertThat(graph.slot(0, 2)).isNegative();
        assertThat(graph.slot(2, 0)).isNegative();
        assertThat(graph.orientation()).isEqualTo(Orientation.UNDIRECTED);
    }

    @Test
    void induced_someVertices_tiesAmongThemUnderTheirNewNumbers() {
        TieGraph graph = GraphText.graph("a-b:2 b-c:3 c-d:4 d-a:5").induced(new int[] {3, 2, 0});
        assertThat(graph.people()).isEqualTo(3);
        assertThat(graph.ties()).isEqualTo(2);
        assertThat(graph.strength(graph.slot(0, 1))).isEqualTo(4);
        assertThat(graph.strength(graph.slot(0, 2))).isEqualTo(5);
        assertThat(graph.slot(1, 2)).isNegative();
    }

    @Test
    void induced_sameVertexTwice_refused() {
        TieGraph graph = GraphText.graph("a-b");
        assertThatThrownBy(() -> graph.induced(new int[] {0, 0})).hasMessageContaining("listed twice");
    }

    @Test
    void empty_noPeople_noTies() {
        TieGraph graph = GraphText.graph("");
        assertThat(graph.people()).isZero();
        assertThat(graph.ties()).isZero();
        assertThat(graph.asJGraphT(TieGraph.Length.STEP).vertexSet()).isEmpty();
    }

    @Test
    void build_badTies_refusedWithWhatCame() {
        int[] one = {1};
        assertThatThrownBy(() -> TieGraph.directed(1, new int[] {0}, one, new double[] {1}, one))
                .hasMessageContaining("vertex 1");
        assertThatThrownBy(() -> TieGraph.directed(2, new int[] {0}, one, new double[] {Double.NaN}, one))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> TieGraph.undirected(2, new int[] {0}, one, new double[] {0}, one))
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> TieGraph.directed(2, new int[] {0}, one, new double[] {}, one))
                .hasMessageContaining("one length");
    }
}
