package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * One level of the Leiden algorithm: people, or parts of clusters taken as one vertex each, with the strength
 * between them in compressed rows. Every tie is listed from both ends and none leads to its own vertex: what
 * lies inside a vertex stays inside whatever happens.
 *
 * @param offsets row starts, n + 1 of them
 * @param neighbours the other end of every slot
 * @param strengths the strength of every slot
 * @param masses what the null model counts for each vertex: its strength for modularity, its people for the
 *     constant Potts model
 */
record ClusterNetwork(int[] offsets, int[] neighbours, double[] strengths, double[] masses) {
    /** The people of an undirected graph; its arrays are shared, not copied. */
    static ClusterNetwork of(TieGraph ties, double[] masses) {
        return new ClusterNetwork(ties.offsets(), ties.neighbours(), ties.strengths(), masses);
    }

    /** Number of vertices. */
    int size() {
        return masses.length;
    }

    /** The same network with {@code order[v]} as vertex v. */
    ClusterNetwork reordered(int[] order) {
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        int[] newOffsets = new int[offsets.length];
        int[] newNeighbours = new int[neighbours.length];
        double[] newStrengths = new double[neighbours.length];
        double[] newMasses = new double[order.length];
        int size = 0;
        for (int place = 0; place < order.length; place++) {
            int vertex = order[place];
            newMasses[place] = masses[vertex];
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                newNeighbours[size] = places[neighbours[slot]];
                newStrengths[size++] = strengths[slot];
            }
            newOffsets[place + 1] = size;
        }
        return new ClusterNetwork(newOffsets, newNeighbours, newStrengths, newMasses);
    }

    /**
     * Every part as one vertex.
     *
     * @param partOf part of every vertex, 0 to count - 1, none empty
     */
    ClusterNetwork aggregated(int[] partOf, int count) {
        int[] starts = new int[count + 1];
        int[] members = sorted(partOf, starts);
        int[] newOffsets = new int[count + 1];
        int[] newNeighbours = new int[neighbours.length];
        double[] newStrengths = new double[neighbours.length];
        double[] newMasses = new double[count];
        double[] between = new double[count];
        int size = 0;
        for (int part = 0; part < count; part++) {
            for (int index = starts[part]; index < starts[part + 1]; index++) {
                int vertex = members[index];
                newMasses[part] += masses[vertex];
                for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                    int other = partOf[neighbours[slot]];
                    if (other != part) {
                        // Strengths are above 0, so 0 means not met before in this row.
                        if (between[other] == 0) {
                            newNeighbours[size++] = other;
                        }
                        between[other] += strengths[slot];
                    }
                }
            }
            newOffsets[part + 1] = size;
            for (int slot = newOffsets[part]; slot < size; slot++) {
                newStrengths[slot] = between[newNeighbours[slot]];
                between[newNeighbours[slot]] = 0;
            }
        }
        return new ClusterNetwork(
                newOffsets, Arrays.copyOf(newNeighbours, size), Arrays.copyOf(newStrengths, size), newMasses);
    }

    /** The vertices by group, in their own order within each; fills in where the groups start. */
    static int[] sorted(int[] groups, int[] starts) {
        for (int group : groups) {
            starts[group + 1]++;
        }
        for (int group = 1; group < starts.length; group++) {
            starts[group] += starts[group - 1];
        }
        int[] next = starts.clone();
        int[] members = new int[groups.length];
        for (int vertex = 0; vertex < groups.length; vertex++) {
            members[next[groups[vertex]]++] = vertex;
        }
        return members;
    }
}
