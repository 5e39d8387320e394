package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.jgrapht.alg.clustering.UndirectedModularityMeasurer;
import org.jgrapht.alg.interfaces.VertexScoringAlgorithm;
import org.junit.jupiter.api.Test;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

class JGraphTViewTest {
    @Test
    void scores_ofAMeasure_readByVertex() {
        VertexScoringAlgorithm<Integer, Double> view =
                JGraphTView.scores(Betweenness.compute(Shapes.path(3), Betweenness.Parameters.defaults())
                        .scores());
        assertThat(view.getScores()).isEqualTo(Map.of(0, 0.0, 1, 1.0, 2, 0.0));
        assertThat(view.getVertexScore(1)).isEqualTo(1);
        assertThatThrownBy(() -> view.getVertexScore(3)).hasMessageContaining("not 3");
    }

    @Test
    void clusters_withSomebodyAlone_setsOfVertices() {
        assertThat(JGraphTView.clusters(new int[] {2, 2, -1, 0}).getClustering().getClusters())
                .containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2), Set.of(3));
    }

    @Test
    void clusters_measuredByJGraphT_sameModularityAsOurs() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 4 + (int) (seed % 30), .3, Orientation.UNDIRECTED, 4);
            if (graph.ties() == 0) {
                continue;
            }
            int[] groups = BetweennessTest.groups(seed, graph.people());
            double theirs = new UndirectedModularityMeasurer<>(graph.asJGraphT(Length.STRENGTH))
                    .modularity(JGraphTView.clusters(groups).getClustering().getClusters());
            // Both add the same fractions in another order.
            assertThat(Modularity.compute(graph, Modularity.Parameters.defaults(groups))
                            .quality())
                    .as("seed %d", seed)
                    .isCloseTo(theirs, within(1e-9));
        }
    }
}
