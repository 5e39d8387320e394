package org.passerelle.change;

import org.passerelle.network.TieGraph;

/**
 * Ties that stay inside and go out of every group, each tie once, ties with an end in no group left out.
 *
 * @param people people in each group
 * @param active those of them with a tie
 */
record GroupTally(long[] internal, long[] external, int[] people, int[] active) {
    /**
     * Counts.
     *
     * @param graph undirected
     * @param count number of groups
     */
    static GroupTally of(TieGraph graph, int[] groups, int count) {
        GroupTally tally = new GroupTally(new long[count], new long[count], new int[count], new int[count]);
        for (int vertex = 0; vertex < groups.length; vertex++) {
            int own = groups[vertex];
            if (own < 0) {
                continue;
            }
            tally.people[own]++;
            tally.active[own] += graph.degree(vertex) > 0 ? 1 : 0;
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int other = groups[graph.neighbour(slot)];
                // A tie inside is met from both ends and counted from the lower, one to outside counts for both groups.
                if (other == own) {
                    tally.internal[own] += vertex < graph.neighbour(slot) ? 1 : 0;
                } else if (other >= 0) {
                    tally.external[own]++;
                }
            }
        }
        return tally;
    }

    /** Share of the group's ties that go out; NaN without ties. */
    double permeability(int group) {
        return (double) external[group] / (external[group] + internal[group]);
    }

    /** (external - internal) / (external + internal) of a group; NaN without ties. */
    double externalInternal(int group) {
        return (double) (external[group] - internal[group]) / (external[group] + internal[group]);
    }

    /** The same of the whole, where a tie between groups counts once. */
    double externalInternal() {
        long inside = 0;
        long ends = 0;
        for (int group = 0; group < people.length; group++) {
            inside += internal[group];
            ends += external[group];
        }
        double across = ends / 2.0;
        return (across - inside) / (across + inside);
    }
}
