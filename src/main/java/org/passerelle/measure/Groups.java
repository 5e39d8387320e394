package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/** What every measure over groups asks of an assignment: one number for each vertex, -1 for no group. */
final class Groups {
    private Groups() {}

    /** Number of groups, after refusing an assignment that does not fit the graph. */
    static int count(TieGraph graph, int[] assignment) {
        if (assignment.length != graph.people()) {
            throw new IllegalArgumentException(
                    "The assignment has one group for each of " + graph.people() + " people, not " + assignment.length);
        }
        return count(assignment);
    }

    /** Number of groups, after refusing numbers below -1. */
    static int count(int[] assignment) {
        int groups = 0;
        for (int group : assignment) {
            if (group < -1) {
                throw new IllegalArgumentException("A group is 0 or more, or -1 for none, not " + group);
            }
            groups = Math.max(groups, group + 1);
        }
        return groups;
    }

    /** People in each group. */
    static int[] sizes(int[] assignment, int groups) {
        int[] sizes = new int[groups];
        for (int group : assignment) {
            if (group >= 0) {
                sizes[group]++;
            }
        }
        return sizes;
    }

    /** The vertices of each group, ascending. */
    static int[][] members(int[] assignment, int groups) {
        int[] sizes = sizes(assignment, groups);
        int[][] members = new int[groups][];
        Arrays.setAll(members, group -> new int[sizes[group]]);
        int[] next = new int[groups];
        for (int vertex = 0; vertex < assignment.length; vertex++) {
            int group = assignment[vertex];
            if (group >= 0) {
                members[group][next[group]++] = vertex;
            }
        }
        return members;
    }
}
