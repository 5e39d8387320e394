package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * Compressed sparse rows alone: the neighbours of vertex v are {@code neighbours[offsets[v]]} to {@code
 * neighbours[offsets[v + 1] - 1]}, ascending. What a search over steps reads of a network, with its vertices
 * renumbered so that those near each other lie near each other in memory.
 *
 * @param offsets row starts, one more than there are vertices
 * @param neighbours the other ends
 */
record SearchRows(int[] offsets, int[] neighbours) {
    /** The rows of a graph as they are, over its own arrays. */
    static SearchRows of(TieGraph graph) {
        return new SearchRows(graph.offsets(), graph.neighbours());
    }

    /** Number of vertices. */
    int people() {
        return offsets.length - 1;
    }

    /** Length of a vertex's row. */
    int degree(int vertex) {
        return offsets[vertex + 1] - offsets[vertex];
    }

    /** Where a vertex's row holds a neighbour; negative where it does not. */
    int slot(int vertex, int neighbour) {
        return Arrays.binarySearch(neighbours, offsets[vertex], offsets[vertex + 1], neighbour);
    }

    /** The same ties listed from their other ends. */
    SearchRows transposed() {
        int[] names = new int[people()];
        for (int vertex = 0; vertex < names.length; vertex++) {
            names[vertex] = vertex;
        }
        return transposed(names, names);
    }

    /** The same ties with vertex {@code order[i]} called i. */
    SearchRows renumbered(int[] order) {
        int[] names = new int[order.length];
        int[] unchanged = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            names[order[place]] = place;
            unchanged[place] = place;
        }
        return transposed(order, names).transposed(unchanged, unchanged);
    }

    /** Filling the other ends' rows in the order of the sources leaves every row ascending without sorting. */
    private SearchRows transposed(int[] order, int[] names) {
        int people = people();
        int[] starts = new int[people + 2];
        for (int neighbour : neighbours) {
            starts[names[neighbour] + 2]++;
        }
        for (int vertex = 0; vertex < people; vertex++) {
            starts[vertex + 2] += starts[vertex + 1];
        }
        int[] sources = new int[neighbours.length];
        for (int place = 0; place < people; place++) {
            int vertex = order[place];
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                sources[starts[names[neighbours[slot]] + 1]++] = place;
            }
        }
        return new SearchRows(Arrays.copyOf(starts, people + 1), sources);
    }

    /**
     * The vertices in the order of a breadth-first search over ties in either direction: the one with most
     * ties first, everybody's contacts together; one island after the other.
     */
    int[] breadthFirstOrder(SearchRows reversed) {
        int people = people();
        int[] byDegree = byDegree(reversed);
        int[] order = new int[people];
        boolean[] seen = new boolean[people];
        int size = 0;
        int head = 0;
        for (int start : byDegree) {
            if (!seen[start]) {
                seen[start] = true;
                order[size++] = start;
            }
            while (head < size) {
                int vertex = order[head++];
                size = visit(vertex, seen, order, size);
                size = reversed.visit(vertex, seen, order, size);
            }
        }
        return order;
    }

    private int visit(int vertex, boolean[] seen, int[] order, int reached) {
        int size = reached;
        for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
            int neighbour = neighbours[slot];
            if (!seen[neighbour]) {
                seen[neighbour] = true;
                order[size++] = neighbour;
            }
        }
        return size;
    }

    /** Most ties first, by a counting sort; equals in the order of their numbers. */
    private int[] byDegree(SearchRows reversed) {
        int people = people();
        int highest = 0;
        for (int vertex = 0; vertex < people; vertex++) {
            highest = Math.max(highest, degree(vertex) + reversed.degree(vertex));
        }
        int[] starts = new int[highest + 2];
        for (int vertex = 0; vertex < people; vertex++) {
            starts[highest - degree(vertex) - reversed.degree(vertex) + 1]++;
        }
        for (int place = 0; place <= highest; place++) {
            starts[place + 1] += starts[place];
        }
        int[] order = new int[people];
        for (int vertex = 0; vertex < people; vertex++) {
            order[starts[highest - degree(vertex) - reversed.degree(vertex)]++] = vertex;
        }
        return order;
    }
}
