package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.passerelle.network.TieGraph.Orientation;

class GraphTextTest {
    @Test
    void text_undirected_tiesFromBothEndsAndSomebodyAlone() {
        GraphText text = GraphText.parse("bob-cid:2.5 ann-bob eve");
        assertThat(text.names()).containsExactly("ann", "bob", "cid", "eve");
        assertThat(text.graph().orientation()).isEqualTo(Orientation.UNDIRECTED);
        assertThat(text.graph().ties()).isEqualTo(2);
        assertThat(text.graph().degree(text.vertex("eve"))).isZero();
        assertThat(text.graph().strength(text.graph().slot(2, 1))).isEqualTo(2.5);
    }

    @Test
    void text_directedNumbers_inNumberOrder() {
        GraphText text = GraphText.parse("10>2 2>1");
        assertThat(text.names()).containsExactly("1", "2", "10");
        assertThat(text.graph().slot(2, 1)).isNotNegative();
        assertThat(text.graph().slot(1, 2)).isNegative();
    }

    @Test
    void text_bothKindsOfTie_refused() {
        assertThatThrownBy(() -> GraphText.graph("a-b b>c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void random_sameSeed_sameGraph() {
        TieGraph graph = GraphText.random(7, 40, 0.2);
        assertThat(GraphText.random(7, 40, 0.2).neighbours()).isEqualTo(graph.neighbours());
        assertThat(GraphText.random(8, 40, 0.2).neighbours()).isNotEqualTo(graph.neighbours());
    }

    @Test
    void relabelled_backAgain_sameGraph() {
        TieGraph graph = GraphText.random(3, 30, 0.2, Orientation.DIRECTED, 5);
        int[] names = GraphText.permutation(4, 30);
        int[] back = new int[30];
        for (int vertex = 0; vertex < 30; vertex++) {
            back[names[vertex]] = vertex;
        }
        TieGraph again = GraphText.relabelled(GraphText.relabelled(graph, names), back);
        assertThat(again.neighbours()).isEqualTo(graph.neighbours());
        assertThat(again.strengths()).isEqualTo(graph.strengths());
    }

    @Test
    void sharedData_karateInThreeForms_sameSizes() {
        assertThat(SharedData.gml("karate.gml").ties()).isEqualTo(78);
        assertThat(SharedData.metis("networkit_karate.graph").ties()).isEqualTo(78);
        TieGraph classic = SharedData.classic("igraph_karate", Orientation.UNDIRECTED);
        assertThat(classic.people()).isEqualTo(34);
        assertThat(classic.ties()).isEqualTo(78);
    }
}
