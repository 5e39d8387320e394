package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * The lengths of the shortest paths from one source, and the vertices by ascending length: breadth first
 * search for steps, Dijkstra's algorithm with a binary heap for distances. One instance serves many sources,
 * one after the other, and one thread. Vertices of equal length come in a fixed order.
 */
final class ShortestPaths {
    /** Lengths closer than this, relatively, are equal: sums of fractions differ by rounding. */
    private static final double ROUNDING = 1e-12;
    /** People settled between two looks at whether the thread was interrupted. */
    private static final int CHECK_EVERY = 4096;

    private final TieGraph graph;
    private final PathLength pathLength;
    private final double[] lengths;
    private final int[] order;
    private final int[] position;
    private final int[] heap;
    private final int[] place;
    private int reached;

    ShortestPaths(TieGraph graph, PathLength pathLength) {
        this.graph = graph;
        this.pathLength = pathLength;
        int people = graph.people();
        this.lengths = new double[people];
        this.order = new int[people];
        this.position = new int[people];
        this.heap = new int[pathLength == PathLength.DISTANCE ? people : 0];
        this.place = new int[heap.length];
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
    }

    /** Searches from the source; the answers hold until the next search. */
    void from(int source) {
        for (int index = 0; index < reached; index++) {
            lengths[order[index]] = Double.POSITIVE_INFINITY;
        }
        reached = 0;
        lengths[source] = 0;
        if (pathLength == PathLength.STEPS) {
            breadthFirst(source);
        } else {
            dijkstra(source);
        }
    }

    /** Number of vertices reached, the source included. */
    int reached() {
        return reached;
    }

    /** The reached vertices by ascending length, the source first. */
    int vertex(int index) {
        return order[index];
    }

    /** Length of the shortest paths to a vertex, infinite where there is none. */
    double length(int vertex) {
        return lengths[vertex];
    }

    /** Whether the slot of a reached vertex lies on a shortest path by distance. */
    boolean leads(int vertex, int slot) {
        int next = graph.neighbour(slot);
        // A tie too short to show in a sum must not lead both ways: the order of settling decides.
        return position[next] > position[vertex]
                && Math.abs(lengths[vertex] + 1 / graph.strength(slot) - lengths[next]) <= ROUNDING * lengths[next];
    }

    private void breadthFirst(int source) {
        int[] offsets = graph.offsets();
        int[] neighbours = graph.neighbours();
        order[reached++] = source;
        for (int head = 0; head < reached; head++) {
            int vertex = order[head];
            double next = lengths[vertex] + 1;
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                if (lengths[neighbours[slot]] == Double.POSITIVE_INFINITY) {
                    lengths[neighbours[slot]] = next;
                    order[reached++] = neighbours[slot];
                }
            }
        }
    }

    private void dijkstra(int source) {
        int size = 0;
        heap[size] = source;
        place[source] = size++;
        while (size > 0) {
            int vertex = heap[0];
            int last = heap[--size];
            if (size > 0) {
                sink(last, size);
            }
            if (reached % CHECK_EVERY == 0) {
                Stripes.checkInterrupted();
            }
            position[vertex] = reached;
            order[reached++] = vertex;
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int next = graph.neighbour(slot);
                double length = lengths[vertex] + 1 / graph.strength(slot);
                if (length < lengths[next]) {
                    if (lengths[next] == Double.POSITIVE_INFINITY) {
                        place[next] = size++;
                    }
                    lengths[next] = length;
                    rise(next, place[next]);
                }
            }
        }
    }

    private void rise(int vertex, int from) {
        int at = from;
        while (at > 0 && before(vertex, heap[(at - 1) / 2])) {
            heap[at] = heap[(at - 1) / 2];
            place[heap[at]] = at;
            at = (at - 1) / 2;
        }
        heap[at] = vertex;
        place[vertex] = at;
    }

    private void sink(int vertex, int size) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], vertex)) {
                break;
            }
            heap[at] = heap[child];
            place[heap[at]] = at;
            at = child;
        }
        heap[at] = vertex;
        place[vertex] = at;
    }

    private boolean before(int vertex, int other) {
        return lengths[vertex] < lengths[other] || (lengths[vertex] == lengths[other] && vertex < other);
    }
}
