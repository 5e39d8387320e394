package org.passerelle.silo;

import org.passerelle.network.TieGraph;

/**
 * Ties and interactions counted by pair of groups, with the ties that chance would give.
 *
 * <p>Expected ties follow the configuration model: the 2m ends of ties are paired at random, everybody keeps
 * their number of ties k, and pairings with oneself do not count. Between two groups that is {@code K_A K_B / (2m
 * - 1)}, within one {@code (K_A^2 - sum k^2) / (2 (2m - 1))}, with K the sum of k over the group; all cells are
 * then scaled so that they add up to the m ties observed (Newman 2010, section 13.2). O(n + m + groups^2) time.
 */
final class GroupTies {
    private final int groups;
    private final int[] ties;
    private final int[] interactions;
    private final double[] expected;

    private GroupTies(int groups, int[] ties, int[] interactions, double[] expected) {
        this.groups = groups;
        this.ties = ties;
        this.interactions = interactions;
        this.expected = expected;
    }

    /** Counts an undirected graph in which every vertex has a group. */
    static GroupTies of(TieGraph graph, int[] assignment, int groups) {
        int[] ties = new int[cells(groups)];
        int[] interactions = new int[cells(groups)];
        int[] degrees = new int[graph.people()];
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            degrees[vertex] = graph.degree(vertex);
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (vertex < graph.neighbour(slot)) {
                    int cell = cell(groups, assignment[vertex], assignment[graph.neighbour(slot)]);
                    ties[cell]++;
                    interactions[cell] += graph.interactionCount(slot);
                }
            }
        }
        return new GroupTies(groups, ties, interactions, expected(degrees, assignment, groups));
    }

    /** Ties expected in every cell when everybody keeps this number of ties. */
    static double[] expected(int[] degrees, int[] assignment, int groups) {
        double[] ends = new double[groups];
        double[] squares = new double[groups];
        double allEnds = 0;
        double allSquares = 0;
        for (int vertex = 0; vertex < degrees.length; vertex++) {
            double degree = degrees[vertex];
            ends[assignment[vertex]] += degree;
            squares[assignment[vertex]] += degree * degree;
            allEnds += degree;
            allSquares += degree * degree;
        }
        // Scaling to m ties makes the common denominator 2m - 1 vanish: every cell is its share of all pairings.
        double pairings = (allEnds * allEnds - allSquares) / 2;
        double[] expected = new double[cells(groups)];
        for (int from = 0; from < groups && pairings > 0; from++) {
            expected[cell(groups, from, from)] =
                    (ends[from] * ends[from] - squares[from]) / 2 / pairings * (allEnds / 2);
            for (int to = from + 1; to < groups; to++) {
                expected[cell(groups, from, to)] = ends[from] * ends[to] / pairings * (allEnds / 2);
            }
        }
        return expected;
    }

    /** Number of cells, the diagonal included. */
    static int cells(int groups) {
        return groups * (groups + 1) / 2;
    }

    /** The cell of two groups in either order, row by row. */
    static int cell(int groups, int one, int other) {
        int from = Math.min(one, other);
        return from * groups - from * (from - 1) / 2 + Math.max(one, other) - from;
    }

    /** Pairs of people of the two groups with a tie. */
    int ties(int from, int to) {
        return ties[cell(groups, from, to)];
    }

    /** Interactions between the two groups. */
    int interactions(int from, int to) {
        return interactions[cell(groups, from, to)];
    }

    /** Ties that chance would give between the two groups. */
    double expected(int from, int to) {
        return expected[cell(groups, from, to)];
    }

    /** Ties that stay within the group. */
    int internal(int group) {
        return ties(group, group);
    }

    /** Ties that leave the group. */
    int external(int group) {
        int external = -internal(group);
        for (int other = 0; other < groups; other++) {
            external += ties(group, other);
        }
        return external;
    }

    /** All ties within groups. */
    int internal() {
        int internal = 0;
        for (int group = 0; group < groups; group++) {
            internal += internal(group);
        }
        return internal;
    }

    /** All ties. */
    int ties() {
        int all = 0;
        for (int count : ties) {
            all += count;
        }
        return all;
    }
}
