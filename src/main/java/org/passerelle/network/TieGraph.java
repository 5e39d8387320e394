package org.passerelle.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The observed network over compressed sparse rows: vertices 0..n-1, and for each the neighbours in
 * ascending order with a strength (more = closer) and an interaction count. Immutable. An undirected
 * graph lists each tie from both ends. No self-ties, no parallel ties.
 */
public final class TieGraph {
    /** Whether a tie has a direction. */
    public enum Orientation {
        DIRECTED,
        UNDIRECTED
    }

    private final Orientation orientation;
    private final int[] offsets;
    private final int[] neighbours;
    private final double[] strengths;
    private final int[] interactionCounts;

    private TieGraph(
            Orientation orientation, int[] offsets, int[] neighbours, double[] strengths, int[] interactionCounts) {
        this.orientation = orientation;
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.strengths = strengths;
        this.interactionCounts = interactionCounts;
    }

    /**
     * A directed graph of these ties; parallel ones are added up, ties to oneself are dropped.
     *
     * @param people number of vertices
     */
    public static TieGraph directed(int people, int[] from, int[] to, double[] strength, int[] interactionCount) {
        return build(Orientation.DIRECTED, people, from, to, strength, interactionCount);
    }

    /** An undirected graph of these ties, each given once or in both orders; parallel ones are added up. */
    public static TieGraph undirected(int people, int[] from, int[] to, double[] strength, int[] interactionCount) {
        int ties = from.length;
        int[] bothFrom = Arrays.copyOf(from, 2 * ties);
        int[] bothTo = Arrays.copyOf(to, 2 * ties);
        double[] bothStrength = Arrays.copyOf(strength, 2 * ties);
        int[] bothCount = Arrays.copyOf(interactionCount, 2 * ties);
        System.arraycopy(to, 0, bothFrom, ties, ties);
        System.arraycopy(from, 0, bothTo, ties, ties);
        System.arraycopy(strength, 0, bothStrength, ties, ties);
        System.arraycopy(interactionCount, 0, bothCount, ties, ties);
        return build(Orientation.UNDIRECTED, people, bothFrom, bothTo, bothStrength, bothCount);
    }

    private static TieGraph build(
            Orientation orientation, int people, int[] from, int[] to, double[] strength, int[] count) {
        // Two counting sorts, by target and then by source, leave every row ascending in O(n + m).
        int[] byTarget = order(people, to, null);
        int[] order = order(people, from, byTarget);
        int[] offsets = new int[people + 1];
        int[] neighbours = new int[from.length];
        double[] strengths = new double[from.length];
        int[] counts = new int[from.length];
        int size = 0;
        int row = 0;
        for (int tie : order) {
            if (from[tie] == to[tie]) {
                continue;
            }
            while (row < from[tie]) {
                offsets[++row] = size;
            }
            if (size > offsets[row] && neighbours[size - 1] == to[tie]) {
                strengths[size - 1] += strength[tie];
                counts[size - 1] += count[tie];
            } else {
                neighbours[size] = to[tie];
                strengths[size] = strength[tie];
                counts[size] = count[tie];
                size++;
            }
        }
        while (row < people) {
            offsets[++row] = size;
        }
        return new TieGraph(
                orientation,
                offsets,
                Arrays.copyOf(neighbours, size),
                Arrays.copyOf(strengths, size),
                Arrays.copyOf(counts, size));
    }

    private static int[] order(int people, int[] keys, int @Nullable [] previous) {
        int[] starts = new int[people + 1];
        for (int key : keys) {
            if (key < 0 || key >= people) {
                throw new IllegalArgumentException("A tie ends at vertex " + key + ", expected 0 to " + (people - 1));
            }
            starts[key + 1]++;
        }
        for (int key = 0; key < people; key++) {
            starts[key + 1] += starts[key];
        }
        int[] order = new int[keys.length];
        for (int position = 0; position < keys.length; position++) {
            int tie = previous == null ? position : previous[position];
            order[starts[keys[tie]]++] = tie;
        }
        return order;
    }

    /** Whether ties have a direction. */
    public Orientation orientation() {
        return orientation;
    }

    /** Number of vertices. */
    public int people() {
        return offsets.length - 1;
    }

    /** Number of ties; an undirected tie counts once. */
    public int ties() {
        return orientation == Orientation.DIRECTED ? neighbours.length : neighbours.length / 2;
    }

    /** Ties that leave the vertex. */
    public int degree(int vertex) {
        return offsets[vertex + 1] - offsets[vertex];
    }

    /** First slot of the vertex's row. */
    public int rowStart(int vertex) {
        return offsets[vertex];
    }

    /** One past the last slot of the vertex's row. */
    public int rowEnd(int vertex) {
        return offsets[vertex + 1];
    }

    /** The vertex at the other end of a slot. */
    public int neighbour(int slot) {
        return neighbours[slot];
    }

    /** How close the two ends of a slot are; more is closer. */
    public double strength(int slot) {
        return strengths[slot];
    }

    /** Interactions of a slot. */
    public int interactionCount(int slot) {
        return interactionCounts[slot];
    }

    /** Slot of the tie between two vertices, negative where there is none. */
    public int slot(int from, int to) {
        return Arrays.binarySearch(neighbours, offsets[from], offsets[from + 1], to);
    }

    /** Row starts, n + 1 of them. Shared with this graph for kernels: read only. */
    public int[] offsets() {
        return offsets;
    }

    /** Neighbours of every row. Shared with this graph for kernels: read only. */
    public int[] neighbours() {
        return neighbours;
    }

    /** Strengths of every row. Shared with this graph for kernels: read only. */
    public double[] strengths() {
        return strengths;
    }

    /** The same ties in the other direction; an undirected graph is its own reverse. */
    public TieGraph reversed() {
        if (orientation == Orientation.UNDIRECTED) {
            return this;
        }
        return build(Orientation.DIRECTED, people(), neighbours, sources(), strengths, interactionCounts);
    }

    /** The same ties without direction; strengths and counts of both directions are added up. */
    public TieGraph undirected() {
        if (orientation == Orientation.UNDIRECTED) {
            return this;
        }
        return undirected(people(), sources(), neighbours, strengths, interactionCounts);
    }

    private int[] sources() {
        int[] sources = new int[neighbours.length];
        for (int vertex = 0; vertex < people(); vertex++) {
            Arrays.fill(sources, offsets[vertex], offsets[vertex + 1], vertex);
        }
        return sources;
    }
}
