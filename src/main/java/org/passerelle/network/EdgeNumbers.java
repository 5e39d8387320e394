package org.passerelle.network;

import org.passerelle.network.TieGraph.Orientation;

/**
 * What JGraphT's questions need beside the rows of a {@link TieGraph}: the number of every edge, its source
 * and the rows of incoming edges. A directed edge has the number of its slot; an undirected one, which has
 * two slots, its rank among the slots that go up. Eight bytes a slot, made when JGraphT first asks.
 */
final class EdgeNumbers {
    private final boolean directed;
    private final int[] offsets;
    private final int[] neighbours;
    // By edge: where it starts. Undirected edges start at their lower end.
    private final int[] sources;
    // Undirected: slot by edge and edge by slot. Directed edges are their slots.
    private final int[] slots;
    private final int[] numbers;
    // Directed: the rows of incoming edges.
    private final int[] incomingOffsets;
    private final int[] incoming;

    EdgeNumbers(TieGraph ties) {
        directed = ties.orientation() == Orientation.DIRECTED;
        offsets = ties.offsets();
        neighbours = ties.neighbours();
        int edges = ties.ties();
        if (directed) {
            sources = ties.sources();
            slots = new int[0];
            numbers = new int[0];
            incomingOffsets = new int[offsets.length];
            incoming = new int[edges];
            fillIncoming();
        } else {
            sources = new int[edges];
            slots = new int[edges];
            numbers = new int[neighbours.length];
            incomingOffsets = offsets;
            incoming = numbers;
            number();
        }
    }

    private void fillIncoming() {
        for (int target : neighbours) {
            incomingOffsets[target + 1]++;
        }
        for (int vertex = 1; vertex < incomingOffsets.length; vertex++) {
            incomingOffsets[vertex] += incomingOffsets[vertex - 1];
        }
        int[] next = incomingOffsets.clone();
        for (int slot = 0; slot < incoming.length; slot++) {
            incoming[next[neighbours[slot]]++] = slot;
        }
    }

    /** Rows ascend, so the lower ends of a vertex's ties come in the order in which they were numbered. */
    private void number() {
        int[] next = offsets.clone();
        int edge = 0;
        for (int vertex = 0; vertex + 1 < offsets.length; vertex++) {
            for (int slot = next[vertex]; slot < offsets[vertex + 1]; slot++) {
                int other = neighbours[slot];
                sources[edge] = vertex;
                slots[edge] = slot;
                numbers[slot] = edge;
                numbers[next[other]++] = edge++;
            }
        }
    }

    /** Number of edges. */
    int edges() {
        return sources.length;
    }

    /** The edge of a slot. */
    int ofSlot(int slot) {
        return directed ? slot : numbers[slot];
    }

    /** Where an edge starts. */
    int source(int edge) {
        check(edge);
        return sources[edge];
    }

    /** A slot of an edge. */
    int slot(int edge) {
        check(edge);
        return directed ? edge : slots[edge];
    }

    private void check(int edge) {
        if (edge < 0 || edge >= sources.length) {
            throw new IllegalArgumentException("no such edge in graph: " + edge);
        }
    }

    /** The edges that leave a vertex. */
    Stretch outgoing(int vertex) {
        return new Stretch(numbers, offsets[vertex], offsets[vertex + 1]);
    }

    /** The edges that come in. */
    Stretch incoming(int vertex) {
        return new Stretch(incoming, incomingOffsets[vertex], incomingOffsets[vertex + 1]);
    }

    /** Some edges: a part of an array, or the positions themselves where the array is empty. */
    record Stretch(int[] values, int from, int to) {
        int size() {
            return to - from;
        }

        int get(int index) {
            return values.length == 0 ? from + index : values[from + index];
        }
    }
}
