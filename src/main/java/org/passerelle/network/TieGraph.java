package org.passerelle.network;

import java.util.Arrays;
import org.jgrapht.Graph;
import org.jspecify.annotations.Nullable;

/**
 * The observed network over compressed sparse rows: vertices 0..n-1, and for each the neighbours in
 * ascending order with a strength (more = closer) and an interaction count. Immutable, 16 bytes a slot. An
 * undirected graph lists each tie from both ends. No self-ties, no parallel ties.
 *
 * <p>It is a JGraphT {@link Graph}, so every algorithm of JGraphT runs on it: edges are numbered from 0 in the
 * order of the rows (an undirected tie once, from its lower end), and what JGraphT calls an edge's weight is the
 * tie's {@linkplain Length#DISTANCE distance}, because that is what its algorithms look for paths with. Those that
 * want more to be more take {@link #asJGraphT}. Kernels read the arrays.
 */
public final class TieGraph extends TieEdges {
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
    // Made when JGraphT first asks; two threads may both make it, and the two are the same.
    private volatile @Nullable EdgeNumbers edges;
    // Made when first asked for, because many measures of one network ask for it.
    private volatile @Nullable TieGraph undirected;

    /** Of rows that are in order; takes the arrays over. */
    TieGraph(Orientation orientation, int[] offsets, int[] neighbours, double[] strengths, int[] interactionCounts) {
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
        check(from, to, strength, interactionCount);
        // Two counting sorts, by target and then by source, leave every row ascending in O(n + m).
        int[] order = order(people, from, order(people, to, null));
        TieRows rows = new TieRows(people, from.length);
        int row = 0;
        for (int tie : order) {
            while (row < from[tie]) {
                rows.endRow();
                row++;
            }
            if (from[tie] != to[tie]) {
                rows.add(to[tie], strength[tie], interactionCount[tie]);
            }
        }
        for (; row < people; row++) {
            rows.endRow();
        }
        return rows.graph(Orientation.DIRECTED);
    }

    /** An undirected graph of these ties, each given once or in both orders; parallel ones are added up. */
    public static TieGraph undirected(int people, int[] from, int[] to, double[] strength, int[] interactionCount) {
        return directed(people, from, to, strength, interactionCount).undirected();
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

    /** For every slot the vertex whose row it lies in. */
    public int[] sources() {
        int[] sources = new int[neighbours.length];
        for (int vertex = 0; vertex < people(); vertex++) {
            Arrays.fill(sources, offsets[vertex], offsets[vertex + 1], vertex);
        }
        return sources;
    }

    /**
     * This graph with another number on its ties for JGraphT; the rows are shared.
     *
     * @param length what JGraphT reads as the edge's weight
     */
    public Graph<Integer, Integer> asJGraphT(Length length) {
        return length == Length.DISTANCE ? this : new TieGraphView(this, length);
    }

    /**
     * The ties among some of the people. Vertex v of the result is {@code vertices[v]} here.
     *
     * @param vertices distinct vertices, in any order
     */
    public TieGraph induced(int[] vertices) {
        return TieRows.induced(this, vertices);
    }

    /** The same people with the ties of at least that strength only. */
    public TieGraph withStrengthMin(double strengthMin) {
        return TieRows.filtered(this, slot -> strengths[slot] >= strengthMin);
    }

    /**
     * The same people, some of them without any tie; numbers stay as they are.
     *
     * @param people those who lose their ties, by vertex
     */
    public TieGraph without(boolean[] people) {
        if (people.length != people()) {
            throw new IllegalArgumentException("Expected " + people() + " marks, not " + people.length);
        }
        return TieRows.without(this, people);
    }

    /** The same ties in the other direction; an undirected graph is its own reverse. */
    public TieGraph reversed() {
        return orientation == Orientation.UNDIRECTED ? this : TieRows.transposed(this);
    }

    /** The same ties without direction; strengths and counts of both directions are added up. Kept once made. */
    public TieGraph undirected() {
        if (orientation == Orientation.UNDIRECTED) {
            return this;
        }
        TieGraph made = undirected;
        if (made == null) {
            made = TieRows.undirected(this);
            undirected = made;
        }
        return made;
    }

    /** The ties of this and of another graph of the same people and orientation; those of both are added up. */
    public TieGraph plus(TieGraph other) {
        if (other.people() != people() || other.orientation != orientation) {
            throw new IllegalArgumentException("Cannot add a " + other + " to a " + this);
        }
        return TieRows.sum(this, other, orientation);
    }

    @Override
    TieGraph rows() {
        return this;
    }

    @Override
    EdgeNumbers edges() {
        EdgeNumbers made = edges;
        if (made == null) {
            made = new EdgeNumbers(this);
            edges = made;
        }
        return made;
    }

    @Override
    double length(int slot) {
        return 1 / strengths[slot];
    }

    @Override
    public String toString() {
        return orientation + " graph of " + people() + " people and " + ties() + " ties";
    }
}
