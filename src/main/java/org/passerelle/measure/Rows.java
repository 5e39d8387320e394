package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The rows of a network as a kernel reads them: for each vertex those it is tied to, or those tied to it,
 * and how strongly. Where all ties are equally strong the strengths are left out, which spares a kernel half
 * of what it reads.
 *
 * @param offsets row starts, n + 1 of them
 * @param neighbours the other end of every slot, ascending within a row
 * @param strengths strength of every slot; empty where all are the same
 */
record Rows(int[] offsets, int[] neighbours, double[] strengths) {
    /** Those each vertex is tied to. */
    static Rows outgoing(TieGraph graph) {
        return new Rows(graph.offsets(), graph.neighbours(), distinct(graph.strengths()));
    }

    /** Those tied to each vertex. */
    static Rows incoming(TieGraph graph) {
        Rows outgoing = outgoing(graph);
        return graph.orientation() == Orientation.UNDIRECTED ? outgoing : outgoing.transposed();
    }

    /** One counting sort by target; going through the sources in order leaves the new rows ascending. */
    private Rows transposed() {
        int people = people();
        int[] starts = new int[people + 1];
        for (int target : neighbours) {
            starts[target + 1]++;
        }
        for (int vertex = 0; vertex < people; vertex++) {
            starts[vertex + 1] += starts[vertex];
        }
        int[] next = Arrays.copyOf(starts, people);
        int[] sources = new int[neighbours.length];
        double[] sourceStrengths = new double[strengths.length];
        for (int source = 0; source < people; source++) {
            for (int slot = offsets[source]; slot < offsets[source + 1]; slot++) {
                int place = next[neighbours[slot]]++;
                sources[place] = source;
                if (strengths.length > 0) {
                    sourceStrengths[place] = strengths[slot];
                }
            }
        }
        return new Rows(starts, sources, sourceStrengths);
    }

    private static double[] distinct(double[] strengths) {
        for (double strength : strengths) {
            if (strength != strengths[0]) {
                return strengths;
            }
        }
        return new double[0];
    }

    /** Number of vertices. */
    int people() {
        return offsets.length - 1;
    }

    /** Number of slots. */
    int slots() {
        return neighbours.length;
    }

    /** Sum of the strengths in a vertex's row, in units of the one strength where all are the same. */
    double total(int vertex) {
        if (strengths.length == 0) {
            return offsets[vertex + 1] - offsets[vertex];
        }
        double total = 0;
        for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
            total += strengths[slot];
        }
        return total;
    }

    /**
     * What a vertex's row holds of the values, by strength: one entry of a matrix times a vector. Four sums
     * at once, because each addition to a single one would wait for the one before.
     */
    double sum(int vertex, double[] values) {
        int slot = offsets[vertex];
        int end = offsets[vertex + 1];
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        if (strengths.length == 0) {
            for (; slot + 3 < end; slot += 4) {
                first += values[neighbours[slot]];
                second += values[neighbours[slot + 1]];
                third += values[neighbours[slot + 2]];
                fourth += values[neighbours[slot + 3]];
            }
            for (; slot < end; slot++) {
                first += values[neighbours[slot]];
            }
        } else {
            for (; slot + 3 < end; slot += 4) {
                first += strengths[slot] * values[neighbours[slot]];
                second += strengths[slot + 1] * values[neighbours[slot + 1]];
                third += strengths[slot + 2] * values[neighbours[slot + 2]];
                fourth += strengths[slot + 3] * values[neighbours[slot + 3]];
            }
            for (; slot < end; slot++) {
                first += strengths[slot] * values[neighbours[slot]];
            }
        }
        return (first + second) + (third + fourth);
    }

    /** The rows as a matrix times the values; the ranges are shared out among the crew. */
    void times(Crew crew, int[] ranges, double[] values, double[] products) {
        crew.each(ranges.length - 1, () -> range -> {
            for (int vertex = ranges[range]; vertex < ranges[range + 1]; vertex++) {
                products[vertex] = sum(vertex, values);
            }
        });
    }

    /**
     * Starts of ranges of vertices that hold about as many slots each, one more than there are ranges. They
     * depend on the rows alone, so that sums over ranges are the same for any number of threads.
     */
    static int[] ranges(int[] offsets) {
        int people = offsets.length - 1;
        long all = (long) offsets[people] + people;
        int ranges = Math.clamp(all / 2048, 1, 64);
        int[] starts = new int[ranges + 1];
        int vertex = 0;
        for (int range = 1; range < ranges; range++) {
            while (vertex < people && (long) offsets[vertex] + vertex < all * range / ranges) {
                vertex++;
            }
            starts[range] = vertex;
        }
        starts[ranges] = people;
        return starts;
    }
}
