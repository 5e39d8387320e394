package org.passerelle.measure;

import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/** Ties that the people's numbers of ties alone would bring between groups: three sums a group are all it takes. */
final class GroupMargins {
    private final boolean directed;
    /** Ties of every vertex with people who have a group, going out and coming in. */
    private final int[] forth;

    private final int[] back;
    private final double[] out;
    private final double[] in;
    /** By group, what its people's products with themselves would add. */
    private final double[] self;

    private final double all;
    /** Ties over products. */
    private final double scale;

    private GroupMargins(boolean directed, int[] forth, int[] back, int[] groups, int count) {
        this.directed = directed;
        this.forth = forth;
        this.back = back;
        this.out = new double[count];
        this.in = new double[count];
        this.self = new double[count];
        double allOut = 0;
        double allIn = 0;
        double allSelf = 0;
        for (int vertex = 0; vertex < groups.length; vertex++) {
            int group = groups[vertex];
            if (group >= 0) {
                double product = (double) forth[vertex] * back[vertex];
                out[group] += forth[vertex];
                in[group] += back[vertex];
                self[group] += product;
                allOut += forth[vertex];
                allIn += back[vertex];
                allSelf += product;
            }
        }
        this.all = allOut;
        // Ties and products are both halved without directions.
        this.scale = allOut / (allOut * allIn - allSelf);
    }

    /** Those of a network. */
    static GroupMargins of(TieGraph graph, int[] groups, int count) {
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        int[] forth = met(graph, groups);
        return new GroupMargins(directed, forth, directed ? met(graph.reversed(), groups) : forth, groups, count);
    }

    private static int[] met(TieGraph graph, int[] groups) {
        int[] met = new int[groups.length];
        for (int vertex = 0; vertex < met.length; vertex++) {
            for (int slot = graph.rowStart(vertex); groups[vertex] >= 0 && slot < graph.rowEnd(vertex); slot++) {
                met[vertex] += groups[graph.neighbour(slot)] >= 0 ? 1 : 0;
            }
        }
        return met;
    }

    /** The share of a person's ties going out in those of their group. */
    double outShare(int vertex, int group) {
        return forth[vertex] / out[group];
    }

    /** The share of a person's ties coming in in those of their group. */
    double inShare(int vertex, int group) {
        return back[vertex] / in[group];
    }

    /** The share of a group's ties going out in all. */
    double shareOut(int group) {
        return out[group] / all;
    }

    /** The share of a group's ties coming in in all. */
    double shareIn(int group) {
        return in[group] / all;
    }

    /** Whether ties have a direction. */
    boolean isDirected() {
        return directed;
    }

    /** Expected ties from one group to another. */
    double expected(int from, int to) {
        double products = out[from] * in[to];
        if (from != to) {
            return products * scale;
        }
        double inside = (products - self[from]) * scale;
        return directed ? inside : inside / 2;
    }
}
