package org.passerelle.network;

import java.util.Arrays;
import org.jgrapht.Graph;
import org.jspecify.annotations.Nullable;

/**
 * The observed network over compressed sparse rows: vertices 0..n-1, and for each the neighbours in
 * ascending order with a strength (more = closer) and an interaction count. Immutable. An undirected
 * graph lists each tie from both ends. No self-ties, no parallel ties. Kernels read the arrays; every
 * JGraphT algorithm runs on {@link #asJGraphT} over the same arrays.
 */
public final class TieGraph {
    /** Whether a tie has a direction. */
    public enum Orientation {
        DIRECTED,
        UNDIRECTED
    }

    /** What JGraphT reads as the number on a tie; it takes that number for a length wherever it looks for paths. */
    public enum Length {
        /** 1 / strength: the closer two people, the shorter the tie. For paths, distances and spanning trees. */
        DISTANCE,
        /** The strength itself. For flows, cuts, matchings, PageRank and clusters, where more is more. */
        STRENGTH,
        /** 1 for every tie: steps. */
        STEP
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
        check(from, to, strength, interactionCount);
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
        check(from, to, strength, count);
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

    private static void check(int[] from, int[] to, double[] strength, int[] count) {
        if (from.length != to.length || from.length != strength.length || from.length != count.length) {
            throw new IllegalArgumentException("Ties need four arrays of one length, not " + from.length + ", "
                    + to.length + ", " + strength.length + " and " + count.length);
        }
        for (double value : strength) {
            // The negation also refuses NaN. A strength of 0 would be an infinite distance: no tie at all.
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The strength of a tie is above 0 and finite, not " + value);
            }
        }
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

    /** Interaction counts of every row. Shared with this graph for kernels: read only. */
    public int[] interactionCounts() {
        return interactionCounts;
    }

    /**
     * This graph as JGraphT sees it: vertices 0..n-1, edges numbered from 0 in the order of the rows (an
     * undirected tie once, from its lower end), unmodifiable, over the same arrays. Making the view takes
     * O(n + m); it may be shared between threads.
     *
     * @param length what JGraphT reads as the edge's weight
     */
    public Graph<Integer, Integer> asJGraphT(Length length) {
        return new TieGraphView(this, length);
    }

    /**
     * The ties among some of the people. Vertex v of the result is {@code vertices[v]} here.
     *
     * @param vertices distinct vertices, in any order
     */
    public TieGraph induced(int[] vertices) {
        int[] positions = new int[people()];
        Arrays.fill(positions, -1);
        int bound = 0;
        for (int position = 0; position < vertices.length; position++) {
            if (positions[vertices[position]] >= 0) {
                throw new IllegalArgumentException("Vertex " + vertices[position] + " is listed twice");
            }
            positions[vertices[position]] = position;
            bound += degree(vertices[position]);
        }
        int[] from = new int[bound];
        int[] to = new int[bound];
        double[] strength = new double[bound];
        int[] count = new int[bound];
        int size = 0;
        for (int vertex : vertices) {
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                if (positions[neighbours[slot]] >= 0) {
                    from[size] = positions[vertex];
                    to[size] = positions[neighbours[slot]];
                    strength[size] = strengths[slot];
                    count[size++] = interactionCounts[slot];
                }
            }
        }
        return build(
                orientation,
                vertices.length,
                Arrays.copyOf(from, size),
                Arrays.copyOf(to, size),
                Arrays.copyOf(strength, size),
                Arrays.copyOf(count, size));
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

    /** For every slot the vertex whose row it lies in. */
    public int[] sources() {
        int[] sources = new int[neighbours.length];
        for (int vertex = 0; vertex < people(); vertex++) {
            Arrays.fill(sources, offsets[vertex], offsets[vertex + 1], vertex);
        }
        return sources;
    }
}
