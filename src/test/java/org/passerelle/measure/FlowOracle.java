package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.passerelle.measure.MinimumCut.CutTie;
import org.passerelle.network.TieGraph;

/**
 * The cuts of {@link MinimumCut} over anybody by JGraphT's push and relabel, on the networks of the textbook: an entry
 * and an exit for everybody, and a vertex for a group.
 */
final class FlowOracle {
    private final TieGraph graph;
    private final int[] groups;
    private final int source;
    private final int sink;
    private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> network =
            new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);

    private FlowOracle(TieGraph graph, int[] groups) {
        this.graph = graph;
        this.groups = groups;
        source = 2 * graph.people();
        sink = source + 1;
        IntStream.rangeClosed(0, sink).forEach(network::addVertex);
    }

    private void add(int from, int to, double capacity) {
        DefaultWeightedEdge edge = network.getEdge(from, to);
        if (edge == null) {
            network.setEdgeWeight(network.addEdge(from, to), capacity);
        } else {
            network.setEdgeWeight(edge, network.getEdgeWeight(edge) + capacity);
        }
    }

    private Set<Integer> sourceSide() {
        PushRelabelMFImpl<Integer, DefaultWeightedEdge> flow = new PushRelabelMFImpl<>(network);
        flow.calculateMinCut(source, sink);
        return flow.getSourcePartition();
    }

    /** The fewest people, nearest to group 0, who part it from group 1. */
    static int[] people(TieGraph graph, int[] groups) {
        FlowOracle oracle = new FlowOracle(graph, groups);
        int people = graph.people();
        for (int vertex = 0; vertex < people; vertex++) {
            // Members of the first group only leave, members of the other only arrive.
            if (groups[vertex] == 0) {
                oracle.add(oracle.source, people + vertex, 1);
            } else if (groups[vertex] == 1) {
                oracle.add(vertex, oracle.sink, 1);
            } else {
                oracle.add(vertex, people + vertex, 1);
            }
            oracle.steps(vertex, people + vertex, people + 1.0);
        }
        Set<Integer> side = oracle.sourceSide();
        return IntStream.range(0, people)
                .filter(vertex -> switch (groups[vertex]) {
                    case 0 -> !side.contains(people + vertex);
                    case 1 -> side.contains(vertex);
                    default -> side.contains(vertex) && !side.contains(people + vertex);
                })
                .toArray();
    }

    private void steps(int vertex, int exit, double capacity) {
        for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
            int next = graph.neighbour(slot);
            if (groups[vertex] != 1 && groups[next] != 0) {
                add(exit, next, capacity);
            }
        }
    }

    /** The ties of least strength, nearest to group 0, that part it from group 1. */
    static List<CutTie> ties(TieGraph graph, int[] groups) {
        FlowOracle oracle = new FlowOracle(graph, groups);
        double largest = Arrays.stream(graph.strengths()).max().orElse(1);
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int next = graph.neighbour(slot);
                if (leads(groups, vertex, next)) {
                    oracle.add(oracle.merged(vertex), oracle.merged(next), graph.strength(slot) / largest);
                }
            }
        }
        Set<Integer> side = oracle.sourceSide();
        List<CutTie> cut = new ArrayList<>();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int next = graph.neighbour(slot);
                if (leads(groups, vertex, next)
                        && side.contains(oracle.merged(vertex))
                        && !side.contains(oracle.merged(next))) {
                    cut.add(CutTie.of(vertex, next));
                }
            }
        }
        return CutTie.inOrder(cut);
    }

    private static boolean leads(int[] groups, int vertex, int next) {
        return groups[vertex] != 1 && groups[next] != 0;
    }

    private int merged(int vertex) {
        return groups[vertex] == 0 ? source : groups[vertex] == 1 ? sink : vertex;
    }
}
