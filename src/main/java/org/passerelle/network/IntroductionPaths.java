package org.passerelle.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Who could introduce whom: the strongest way from one person to another over people who know each other.
 * The length of a tie is 1 / strength and that of a path their sum, so two close colleagues may be a better
 * way than one faint acquaintance; of the paths of at most {@code stepsMax} ties the shortest is given.
 *
 * <p>The limit on steps makes this a constrained shortest path: its pieces need not be shortest paths
 * themselves, so Dijkstra's algorithm on the network would miss some. JGraphT's Dijkstra runs instead on a
 * layered graph, a vertex (person, ties left to the target), cut down to the people who lie on some path of
 * at most {@code stepsMax} ties (two breadth first searches).
 *
 * <p>Time O(n + m) for the searches, O(k log k) for k ties of the layered graph. Lengths that differ by
 * rounding only ({@value #ROUNDING}) are equal; of equal paths the one with fewer ties is given, then the
 * one whose people come first. Without a path: the empty list; from somebody to themselves: that person.
 */
public final class IntroductionPaths {
    private static final double ROUNDING = 1e-12;
    private static final int FAR = Integer.MAX_VALUE;

    private IntroductionPaths() {}

    /**
     * What is asked.
     *
     * @param stepsMax most ties of a path, 1 to {@value #STEPS_LIMIT}
     * @param avoided vertices that must not be asked to introduce; the two ends are never avoided
     */
    public record Parameters(int stepsMax, Set<Integer> avoided) {
        /** Longer chains introduce nobody. */
        public static final int STEPS_LIMIT = 10;

        /** Copies the set and refuses a limit out of range. */
        public Parameters {
            avoided = Set.copyOf(avoided);
            if (stepsMax < 1 || stepsMax > STEPS_LIMIT) {
                throw new IllegalArgumentException("stepsMax is 1 to " + STEPS_LIMIT + ", not " + stepsMax);
            }
        }

        /** Up to three ties, over anybody. */
        public static Parameters defaults() {
            return new Parameters(3, Set.of());
        }
    }

    /** The strongest path, both ends included; empty where there is none. */
    public static List<Integer> strongest(TieGraph acquaintances, int from, int to, Parameters parameters) {
        if (from == to) {
            return List.of(from);
        }
        int stepsMax = parameters.stepsMax();
        TieGraph towards = acquaintances.reversed();
        int[] fromSource = steps(acquaintances, from, to, parameters);
        if (fromSource[to] == FAR) {
            return List.of();
        }
        int[] toTarget = steps(towards, to, from, parameters);
        Layers layers = new Layers(acquaintances.people(), stepsMax);
        for (int left = 0; left < stepsMax; left++) {
            for (int vertex = 0; vertex < acquaintances.people(); vertex++) {
                boolean reached = left == 0 ? vertex == to : layers.contains(vertex, left);
                // The source is only where a path starts, the target only where it ends.
                if (!reached || vertex == from || (vertex == to && left > 0)) {
                    continue;
                }
                for (int slot = towards.rowStart(vertex); slot < towards.rowEnd(vertex); slot++) {
                    int previous = towards.neighbour(slot);
                    if (fromSource[previous] != FAR
                            && toTarget[previous] != FAR
                            && fromSource[previous] + left + 1 <= stepsMax) {
                        layers.connect(vertex, left, previous, 1 / towards.strength(slot));
                    }
                }
            }
        }
        return layers.walk(acquaintances, from, to);
    }

    /** Steps from the start to everybody within reach; people to avoid are not passed. */
    private static int[] steps(TieGraph graph, int start, int end, Parameters parameters) {
        int[] steps = new int[graph.people()];
        Arrays.fill(steps, FAR);
        for (int avoided : parameters.avoided()) {
            steps[avoided] = -1;
        }
        steps[end] = FAR;
        steps[start] = 0;
        int[] queue = new int[graph.people()];
        int tail = 0;
        queue[tail++] = start;
        for (int head = 0; head < tail; head++) {
            int vertex = queue[head];
            if (steps[vertex] == parameters.stepsMax()) {
                break;
            }
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int next = graph.neighbour(slot);
                if (steps[next] == FAR) {
                    steps[next] = steps[vertex] + 1;
                    queue[tail++] = next;
                }
            }
        }
        for (int avoided : parameters.avoided()) {
            if (steps[avoided] < 0) {
                steps[avoided] = FAR;
            }
        }
        return steps;
    }

    /** The graph of (person, ties left): layer r holds the people from whom the target is r ties away. */
    private static final class Layers {
        private final Graph<Integer, DefaultWeightedEdge> graph =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        private final int people;
        private final int stepsMax;

        Layers(int people, int stepsMax) {
            this.people = people;
            this.stepsMax = stepsMax;
            Math.multiplyExact(people, stepsMax + 1);
        }

        boolean contains(int vertex, int left) {
            return graph.containsVertex(left * people + vertex);
        }

        void connect(int vertex, int left, int previous, double length) {
            int near = left * people + vertex;
            int far = (left + 1) * people + previous;
            graph.addVertex(near);
            graph.addVertex(far);
            DefaultWeightedEdge edge = graph.addEdge(near, far);
            graph.setEdgeWeight(edge, length);
        }

        List<Integer> walk(TieGraph ties, int from, int to) {
            SingleSourcePaths<Integer, DefaultWeightedEdge> fromTarget = new DijkstraShortestPath<>(graph).getPaths(to);
            int left = 0;
            double best = Double.POSITIVE_INFINITY;
            for (int steps = 1; steps <= stepsMax; steps++) {
                double length = length(fromTarget, from, steps);
                if (length < best * (1 - ROUNDING)) {
                    best = length;
                    left = steps;
                }
            }
            List<Integer> path = new ArrayList<>();
            int vertex = from;
            path.add(vertex);
            while (left > 0) {
                double longest = length(fromTarget, vertex, left) * (1 + ROUNDING);
                // Rows ascend, so the first that fits comes first in vertex order.
                for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                    int next = ties.neighbour(slot);
                    if (1 / ties.strength(slot) + length(fromTarget, next, left - 1) <= longest) {
                        vertex = next;
                        break;
                    }
                }
                path.add(vertex);
                left--;
            }
            return List.copyOf(path);
        }

        private double length(SingleSourcePaths<Integer, DefaultWeightedEdge> fromTarget, int vertex, int left) {
            return contains(vertex, left) ? fromTarget.getWeight(left * people + vertex) : Double.POSITIVE_INFINITY;
        }
    }
}
