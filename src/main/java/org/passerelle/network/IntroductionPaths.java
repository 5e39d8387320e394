package org.passerelle.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Who could introduce whom: the strongest way from one person to another over people who know each other.
 * The length of a tie is 1 / strength and that of a path their sum, so two close colleagues may be a better
 * way than one faint acquaintance; of the paths of at most {@code stepsMax} ties the shortest is given.
 *
 * <p>The limit on steps makes this a constrained shortest path: its pieces need not be shortest paths
 * themselves, so Dijkstra's algorithm on the network would miss some. Instead the shortest lengths of exactly 0, 1, 2, … ties
 * to the target are worked out one after another (Bellman and Ford's recurrence), only over people who can still be reached
 * from the source in time, as a breadth first search over half of the steps tells.
 *
 * <p>Time O(k) for the k ties of the people within half of the steps of either end, and no array of the size of the network.
 * Lengths that differ by
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
     * @param avoided of which vertices is true that they must not be asked to introduce; the two ends are never avoided
     */
    public record Parameters(int stepsMax, IntPredicate avoided) {
        /** Longer chains introduce nobody. */
        public static final int STEPS_LIMIT = 10;

        /** Refuses a limit out of range. */
        public Parameters {
            if (stepsMax < 1 || stepsMax > STEPS_LIMIT) {
                throw new IllegalArgumentException("stepsMax is 1 to " + STEPS_LIMIT + ", not " + stepsMax);
            }
        }

        /** Up to three ties, over anybody. */
        public static Parameters defaults() {
            return new Parameters(3, _ -> false);
        }
    }

    /** The strongest path, both ends included; empty where there is none. */
    public static List<Integer> strongest(TieGraph acquaintances, int from, int to, Parameters parameters) {
        if (from == to) {
            return List.of(from);
        }
        int stepsMax = parameters.stepsMax();
        TieGraph towards = acquaintances.reversed();
        Near near = Near.of(acquaintances, from, to, parameters);
        List<Map<Integer, Double>> layers = new ArrayList<>();
        layers.add(Map.of(to, 0.0));
        for (int left = 0; left < stepsMax; left++) {
            Map<Integer, Double> next = new HashMap<>();
            int remaining = stepsMax - left - 1;
            layers.get(left).forEach((vertex, length) -> {
                // The source is only where a path starts, the target only where it ends.
                if (vertex == from) {
                    return;
                }
                for (int slot = towards.rowStart(vertex); slot < towards.rowEnd(vertex); slot++) {
                    int previous = towards.neighbour(slot);
                    if (near.allows(previous, remaining)) {
                        next.merge(previous, length + 1 / towards.strength(slot), Math::min);
                    }
                }
            });
            layers.add(next);
        }
        return walk(acquaintances, layers, from);
    }

    /**
     * Who may stand on a path: everybody but who is avoided, and of those only who can be reached from the source in time,
     * as far as the first half of the steps tells. From the target the search then goes the other half freely.
     */
    private record Near(Map<Integer, Integer> steps, int depth, int to, IntPredicate avoided) {
        static Near of(TieGraph graph, int from, int to, Parameters parameters) {
            int depth = parameters.stepsMax() / 2;
            Map<Integer, Integer> steps = new HashMap<>();
            steps.put(from, 0);
            List<Integer> frontier = List.of(from);
            for (int step = 1; step <= depth; step++) {
                List<Integer> reached = new ArrayList<>();
                for (int vertex : frontier) {
                    for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                        int next = graph.neighbour(slot);
                        if (next != to && !parameters.avoided().test(next) && steps.putIfAbsent(next, step) == null) {
                            reached.add(next);
                        }
                    }
                }
                frontier = reached;
            }
            return new Near(steps, depth, to, parameters.avoided());
        }

        boolean allows(int vertex, int remaining) {
            if (vertex == to) {
                return false;
            }
            if (remaining <= depth) {
                return steps.getOrDefault(vertex, FAR) <= remaining;
            }
            return steps.containsKey(vertex) || !avoided.test(vertex);
        }
    }

    /** From the source over those on some shortest path, the first of them in vertex order. */
    private static List<Integer> walk(TieGraph ties, List<Map<Integer, Double>> layers, int from) {
        int left = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int steps = 1; steps < layers.size(); steps++) {
            double length = length(layers, from, steps);
            if (length < best * (1 - ROUNDING)) {
                best = length;
                left = steps;
            }
        }
        if (left == 0) {
            return List.of();
        }
        List<Integer> path = new ArrayList<>();
        int vertex = from;
        path.add(vertex);
        while (left > 0) {
            double longest = length(layers, vertex, left) * (1 + ROUNDING);
            // Rows ascend, so the first that fits comes first in vertex order.
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                int next = ties.neighbour(slot);
                if (1 / ties.strength(slot) + length(layers, next, left - 1) <= longest) {
                    vertex = next;
                    break;
                }
            }
            path.add(vertex);
            left--;
        }
        return List.copyOf(path);
    }

    /** Length of the shortest path of exactly these many ties to the target; infinite where there is none. */
    private static double length(List<Map<Integer, Double>> layers, int vertex, int left) {
        return layers.get(left).getOrDefault(vertex, Double.POSITIVE_INFINITY);
    }
}
