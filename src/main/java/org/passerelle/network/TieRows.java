package org.passerelle.network;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The rows of a {@link TieGraph} in the making: each row's ties are added in ascending order of the neighbour,
 * then the row is ended. A neighbour that comes twice in a row is one tie, its amounts added up.
 */
final class TieRows {
    private final int[] offsets;
    private int[] neighbours;
    private double[] strengths;
    private int[] interactionCounts;
    private int row;
    private int size;

    /** Of so many people and about so many slots. */
    TieRows(int people, int slots) {
        offsets = new int[people + 1];
        neighbours = new int[slots];
        strengths = new double[slots];
        interactionCounts = new int[slots];
    }

    /** Adds a tie to the row. */
    void add(int neighbour, double strength, int interactionCount) {
        if (size > offsets[row] && neighbours[size - 1] == neighbour) {
            strengths[size - 1] += strength;
            interactionCounts[size - 1] += interactionCount;
            return;
        }
        if (size == neighbours.length) {
            resize(Math.max(16, size + (size >> 1)));
        }
        neighbours[size] = neighbour;
        strengths[size] = strength;
        interactionCounts[size++] = interactionCount;
    }

    /** Ends the row; the next one begins. */
    void endRow() {
        offsets[++row] = size;
    }

    /** The graph of these rows. */
    TieGraph graph(Orientation orientation) {
        if (size < neighbours.length) {
            resize(size);
        }
        return new TieGraph(orientation, offsets, neighbours, strengths, interactionCounts);
    }

    private void resize(int slots) {
        neighbours = Arrays.copyOf(neighbours, slots);
        strengths = Arrays.copyOf(strengths, slots);
        interactionCounts = Arrays.copyOf(interactionCounts, slots);
    }

    /** The same ties in the other direction: a counting sort by target leaves every row ascending. */
    static TieGraph transposed(TieGraph graph) {
        int[] offsets = new int[graph.people() + 1];
        for (int target : graph.neighbours()) {
            offsets[target + 1]++;
        }
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            offsets[vertex + 1] += offsets[vertex];
        }
        int[] next = Arrays.copyOf(offsets, graph.people());
        int slots = graph.neighbours().length;
        int[] neighbours = new int[slots];
        double[] strengths = new double[slots];
        int[] counts = new int[slots];
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int place = next[graph.neighbour(slot)]++;
                neighbours[place] = vertex;
                strengths[place] = graph.strength(slot);
                counts[place] = graph.interactionCount(slot);
            }
        }
        return new TieGraph(Orientation.DIRECTED, offsets, neighbours, strengths, counts);
    }

    /** Directed ties without their direction: each row merged with the row of what comes in. */
    static TieGraph undirected(TieGraph graph) {
        return sum(graph, transposed(graph), Orientation.UNDIRECTED);
    }

    /** The ties of two graphs of the same people, those of both added up. */
    static TieGraph sum(TieGraph one, TieGraph other, Orientation orientation) {
        TieRows rows = new TieRows(one.people(), unionSize(one, other));
        for (int vertex = 0; vertex < one.people(); vertex++) {
            int first = one.rowStart(vertex);
            int second = other.rowStart(vertex);
            while (first < one.rowEnd(vertex) || second < other.rowEnd(vertex)) {
                if (second == other.rowEnd(vertex)
                        || (first < one.rowEnd(vertex) && one.neighbour(first) <= other.neighbour(second))) {
                    rows.add(one, first++);
                } else {
                    rows.add(other, second++);
                }
            }
            rows.endRow();
        }
        return rows.graph(orientation);
    }

    /** Slots of the sum, so that it is built without growing. */
    private static int unionSize(TieGraph one, TieGraph other) {
        int size = one.neighbours().length;
        for (int vertex = 0; vertex < one.people(); vertex++) {
            int first = one.rowStart(vertex);
            for (int second = other.rowStart(vertex); second < other.rowEnd(vertex); second++) {
                while (first < one.rowEnd(vertex) && one.neighbour(first) < other.neighbour(second)) {
                    first++;
                }
                boolean both = first < one.rowEnd(vertex) && one.neighbour(first) == other.neighbour(second);
                size += both ? 0 : 1;
            }
        }
        return size;
    }

    private void add(TieGraph graph, int slot) {
        add(graph.neighbour(slot), graph.strength(slot), graph.interactionCount(slot));
    }

    /** The ties of a graph whose slots pass; of an undirected tie both slots pass or none. */
    static TieGraph filtered(TieGraph graph, IntPredicate slots) {
        TieRows rows = new TieRows(graph.people(), graph.neighbours().length);
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (slots.test(slot)) {
                    rows.add(graph, slot);
                }
            }
            rows.endRow();
        }
        return rows.graph(graph.orientation());
    }

    /** The ties that end at none of the marked vertices. */
    static TieGraph without(TieGraph graph, boolean[] marked) {
        TieRows rows = new TieRows(graph.people(), graph.neighbours().length);
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); !marked[vertex] && slot < graph.rowEnd(vertex); slot++) {
                if (!marked[graph.neighbour(slot)]) {
                    rows.add(graph, slot);
                }
            }
            rows.endRow();
        }
        return rows.graph(graph.orientation());
    }

    /** The ties among some vertices; vertex v of the result is {@code vertices[v]} of the graph. */
    static TieGraph induced(TieGraph graph, int[] vertices) {
        int[] positions = new int[graph.people()];
        Arrays.fill(positions, -1);
        int bound = 0;
        for (int position = 0; position < vertices.length; position++) {
            if (positions[vertices[position]] >= 0) {
                throw new IllegalArgumentException("Vertex " + vertices[position] + " is listed twice");
            }
            positions[vertices[position]] = position;
            bound += graph.degree(vertices[position]);
        }
        TieRows rows = new TieRows(vertices.length, bound);
        for (int vertex : vertices) {
            // Positions need not ascend as vertices do: a row is sorted again by its packed (position, slot).
            long[] row = new long[graph.degree(vertex)];
            int size = 0;
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int position = positions[graph.neighbour(slot)];
                if (position >= 0) {
                    row[size++] = (long) position << 32 | slot;
                }
            }
            Arrays.sort(row, 0, size);
            for (int index = 0; index < size; index++) {
                int slot = (int) row[index];
                rows.add((int) (row[index] >>> 32), graph.strength(slot), graph.interactionCount(slot));
            }
            rows.endRow();
        }
        return rows.graph(graph.orientation());
    }
}
