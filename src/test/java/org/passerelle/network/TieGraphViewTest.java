package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.StoerWagnerMinimumCut;
import org.jgrapht.alg.clique.BronKerboschCliqueFinder;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.color.SmallestDegreeLastColoring;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.matching.PathGrowingWeightedMatching;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClosenessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.EigenvectorCentrality;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.alg.scoring.KatzCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.alg.shortestpath.BellmanFordShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.shortestpath.FloydWarshallShortestPaths;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.graph.DefaultUndirectedWeightedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

/** Every JGraphT algorithm must see in the view what it sees in JGraphT's own graph classes. */
class TieGraphViewTest {
    /** Both sides run the same algorithm; only the order of additions may differ. */
    private static final double ROUNDING = 1e-9;

    private static final int GRAPHS = 20;

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void rows_randomGraphs_sameAsJGraphTsOwnGraph(Orientation orientation) {
        onRandomGraphs(orientation, Length.STRENGTH, (view, own) -> {
            assertThat(view.vertexSet()).isEqualTo(own.vertexSet());
            assertThat(view.edgeSet()).hasSameSizeAs(own.edgeSet());
            for (Integer vertex : own.vertexSet()) {
                assertThat(view.degreeOf(vertex)).isEqualTo(own.degreeOf(vertex));
                assertThat(view.inDegreeOf(vertex)).isEqualTo(own.inDegreeOf(vertex));
                assertThat(view.outDegreeOf(vertex)).isEqualTo(own.outDegreeOf(vertex));
                assertThat(pairs(view, view.edgesOf(vertex))).isEqualTo(pairs(own, own.edgesOf(vertex)));
                assertThat(pairs(view, view.incomingEdgesOf(vertex)))
                        .isEqualTo(pairs(own, own.incomingEdgesOf(vertex)));
                for (Integer other : own.vertexSet()) {
                    assertThat(view.containsEdge(vertex, other)).isEqualTo(own.containsEdge(vertex, other));
                    assertThat(view.getAllEdges(vertex, other)).hasSameSizeAs(own.getAllEdges(vertex, other));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void connectivity_randomGraphs_same(Orientation orientation) {
        onRandomGraphs(orientation, Length.STEP, (view, own) -> assertThat(
                        new HashSet<>(new ConnectivityInspector<>(view).connectedSets()))
                .isEqualTo(new HashSet<>(new ConnectivityInspector<>(own).connectedSets())));
    }

    @Test
    void strongConnectivity_randomGraphs_same() {
        onRandomGraphs(Orientation.DIRECTED, Length.STEP, (view, own) -> assertThat(
                        new HashSet<>(new KosarajuStrongConnectivityInspector<>(view).stronglyConnectedSets()))
                .isEqualTo(new HashSet<>(new KosarajuStrongConnectivityInspector<>(own).stronglyConnectedSets())));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void breadthFirst_randomGraphs_sameDepths(Orientation orientation) {
        onRandomGraphs(orientation, Length.STEP, (view, own) -> assertThat(depths(view))
                .isEqualTo(depths(own)));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void dijkstra_randomGraphs_sameLengths(Orientation orientation) {
        onRandomGraphs(orientation, Length.DISTANCE, (view, own) -> {
            for (Integer target : own.vertexSet()) {
                assertThat(new DijkstraShortestPath<>(view).getPathWeight(0, target))
                        .isEqualTo(new DijkstraShortestPath<>(own).getPathWeight(0, target));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void pageRank_randomGraphs_same(Orientation orientation) {
        onRandomGraphs(
                orientation,
                Length.STRENGTH,
                (view, own) -> same(new PageRank<>(view).getScores(), new PageRank<>(own).getScores()));
    }

    @Test
    void coreness_randomGraphs_same() {
        onRandomGraphs(Orientation.UNDIRECTED, Length.STEP, (view, own) -> assertThat(new Coreness<>(view).getScores())
                .isEqualTo(new Coreness<>(own).getScores()));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void betweenness_randomGraphs_same(Orientation orientation) {
        onRandomGraphs(
                orientation,
                Length.DISTANCE,
                (view, own) -> same(
                        new BetweennessCentrality<>(view).getScores(), new BetweennessCentrality<>(own).getScores()));
    }

    @Test
    void clustering_randomGraphs_same() {
        onRandomGraphs(
                Orientation.UNDIRECTED,
                Length.STEP,
                (view, own) -> same(
                        new ClusteringCoefficient<>(view).getScores(), new ClusteringCoefficient<>(own).getScores()));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void harmonic_randomGraphs_same(Orientation orientation) {
        onRandomGraphs(
                orientation,
                Length.DISTANCE,
                (view, own) ->
                        same(new HarmonicCentrality<>(view).getScores(), new HarmonicCentrality<>(own).getScores()));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void maximumFlow_randomGraphs_same(Orientation orientation) {
        onRandomGraphs(orientation, Length.STRENGTH, (view, own) -> assertThat(
                        new PushRelabelMFImpl<>(view).getMaximumFlowValue(0, 1))
                .isEqualTo(new PushRelabelMFImpl<>(own).getMaximumFlowValue(0, 1)));
    }

    @Test
    void biconnectivity_randomGraphs_sameCutpointsAndBlocks() {
        onRandomGraphs(Orientation.UNDIRECTED, Length.STEP, (view, own) -> {
            assertThat(new BiconnectivityInspector<>(view).getCutpoints())
                    .isEqualTo(new BiconnectivityInspector<>(own).getCutpoints());
            assertThat(new BiconnectivityInspector<>(view)
                            .getBlocks().stream().map(Graph::vertexSet).collect(Collectors.toSet()))
                    .isEqualTo(new BiconnectivityInspector<>(own)
                            .getBlocks().stream().map(Graph::vertexSet).collect(Collectors.toSet()));
        });
    }

    @Test
    void labelPropagation_sameSeed_same() {
        onRandomGraphs(Orientation.UNDIRECTED, Length.STEP, (view, own) -> assertThat(
                        new LabelPropagationClustering<>(view, 50, new java.util.Random(5))
                                .getClustering()
                                .getClusters())
                .isEqualTo(new LabelPropagationClustering<>(own, 50, new java.util.Random(5))
                        .getClustering()
                        .getClusters()));
    }

    @Test
    void spanningTreeAndMatching_randomGraphs_sameTotals() {
        onRandomGraphs(Orientation.UNDIRECTED, Length.STRENGTH, (view, own) -> {
            assertThat(new KruskalMinimumSpanningTree<>(view).getSpanningTree().getWeight())
                    .isEqualTo(new KruskalMinimumSpanningTree<>(own)
                            .getSpanningTree()
                            .getWeight());
            assertThat(new PathGrowingWeightedMatching<>(view).getMatching().getWeight())
                    .isEqualTo(
                            new PathGrowingWeightedMatching<>(own).getMatching().getWeight());
        });
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void closenessEigenvectorKatz_randomGraphs_same(Orientation orientation) {
        onRandomGraphs(orientation, Length.STRENGTH, (view, own) -> {
            same(new ClosenessCentrality<>(view).getScores(), new ClosenessCentrality<>(own).getScores());
            same(new KatzCentrality<>(view).getScores(), new KatzCentrality<>(own).getScores());
            same(new EigenvectorCentrality<>(view).getScores(), new EigenvectorCentrality<>(own).getScores());
        });
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void bellmanFordAndFloydWarshall_randomGraphs_sameLengths(Orientation orientation) {
        onRandomGraphs(orientation, Length.DISTANCE, (view, own) -> {
            for (Integer target : own.vertexSet()) {
                double expected = new FloydWarshallShortestPaths<>(own).getPathWeight(0, target);
                assertThat(new FloydWarshallShortestPaths<>(view).getPathWeight(0, target))
                        .isEqualTo(expected);
                assertThat(new BellmanFordShortestPath<>(view).getPathWeight(0, target))
                        .isCloseTo(expected, within(ROUNDING));
            }
        });
    }

    @Test
    void cutCliquesColours_randomGraphs_same() {
        onRandomGraphs(Orientation.UNDIRECTED, Length.STRENGTH, (view, own) -> {
            assertThat(new StoerWagnerMinimumCut<>(view).minCutWeight())
                    .isEqualTo(new StoerWagnerMinimumCut<>(own).minCutWeight());
            assertThat(cliques(view)).isEqualTo(cliques(own));
            assertThat(new SmallestDegreeLastColoring<>(view).getColoring().getNumberColors())
                    .isEqualTo(
                            new SmallestDegreeLastColoring<>(own).getColoring().getNumberColors());
        });
    }

    private static <E> Set<Set<Integer>> cliques(Graph<Integer, E> graph) {
        Set<Set<Integer>> cliques = new HashSet<>();
        new BronKerboschCliqueFinder<>(graph).forEach(cliques::add);
        return cliques;
    }

    @Test
    void graph_itself_isAJGraphTGraphByDistance() {
        Graph<Integer, Integer> graph = GraphText.graph("a-b:4 b-c:2 a-c:1");
        assertThat(graph.getEdgeWeight(graph.getEdge(0, 1))).isEqualTo(.25);
        // a-b-c is .25 + .5 long, a-c is 1.
        assertThat(DijkstraShortestPath.findPathBetween(graph, 0, 2).getVertexList())
                .containsExactly(0, 1, 2);
        assertThat(GraphText.graph("a-b").asJGraphT(Length.DISTANCE)).isEqualTo(GraphText.graph("a-b"));
        assertThat(graph).hasToString("UNDIRECTED graph of 3 people and 3 ties");
    }

    @Test
    void weight_threeLengths_asDocumented() {
        TieGraph graph = GraphText.graph("a-b:4");
        assertThat(graph.asJGraphT(Length.DISTANCE).getEdgeWeight(0)).isEqualTo(0.25);
        assertThat(graph.asJGraphT(Length.STRENGTH).getEdgeWeight(0)).isEqualTo(4);
        assertThat(graph.asJGraphT(Length.STEP).getEdgeWeight(0)).isEqualTo(1);
    }

    @Test
    void view_changedOrAskedForStrangers_refused() {
        Graph<Integer, Integer> view = GraphText.graph("a-b").asJGraphT(Length.STEP);
        assertThatThrownBy(() -> view.addVertex(7)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.removeEdge(0, 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.setEdgeWeight(0, 3)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.edgesOf(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.getEdgeSource(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(view.getEdge(0, 5)).isNull();
    }

    private static void onRandomGraphs(
            Orientation orientation,
            Length length,
            BiConsumer<Graph<Integer, Integer>, Graph<Integer, DefaultWeightedEdge>> comparison) {
        for (long seed = 1; seed <= GRAPHS; seed++) {
            TieGraph graph = GraphText.random(seed, 24, 0.03 + 0.01 * seed, orientation, 4);
            try {
                comparison.accept(graph.asJGraphT(length), own(graph, length));
            } catch (AssertionError | RuntimeException different) {
                throw new AssertionError("With seed " + seed, different);
            }
        }
    }

    /** The same graph in JGraphT's own class; its edges are entered in the order of the rows. */
    private static Graph<Integer, DefaultWeightedEdge> own(TieGraph graph, Length length) {
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        Graph<Integer, DefaultWeightedEdge> own = directed
                ? new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class)
                : new DefaultUndirectedWeightedGraph<>(DefaultWeightedEdge.class);
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            own.addVertex(vertex);
        }
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (directed || vertex < graph.neighbour(slot)) {
                    double strength = graph.strength(slot);
                    own.setEdgeWeight(
                            own.addEdge(vertex, graph.neighbour(slot)),
                            switch (length) {
                                case DISTANCE -> 1 / strength;
                                case STRENGTH -> strength;
                                case STEP -> 1;
                            });
                }
            }
        }
        return own;
    }

    private static <E> Set<List<Number>> pairs(Graph<Integer, E> graph, Set<E> edges) {
        return edges.stream()
                .map(edge -> List.<Number>of(
                        graph.getEdgeSource(edge), graph.getEdgeTarget(edge), graph.getEdgeWeight(edge)))
                .collect(Collectors.toSet());
    }

    private static <E> List<Integer> depths(Graph<Integer, E> graph) {
        List<Integer> depths = new ArrayList<>();
        BreadthFirstIterator<Integer, E> iterator = new BreadthFirstIterator<>(graph, 0);
        iterator.forEachRemaining(_ -> {});
        for (Integer vertex : graph.vertexSet()) {
            boolean reached = new DijkstraShortestPath<>(graph).getPath(0, vertex) != null;
            depths.add(reached ? iterator.getDepth(vertex) : -1);
        }
        return depths;
    }

    private static void same(Map<Integer, Double> scores, Map<Integer, Double> expected) {
        assertThat(scores.keySet()).isEqualTo(expected.keySet());
        expected.forEach((vertex, score) ->
                assertThat(scores.get(vertex)).as("vertex %d", vertex).isCloseTo(score, within(ROUNDING)));
    }
}
