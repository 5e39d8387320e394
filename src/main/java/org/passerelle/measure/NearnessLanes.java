package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * Breadth-first searches from 64 people at once, as {@link ReachLanes} does them, that tell each source how near the
 * people of other groups are.
 *
 * <p>Who is reached in a layer is counted for all 64 sources by one addition of 64 numbers whose first bits lie in one
 * word, whose second bits in the next, and so on: two operations on words for each person reached, on average. Sources of
 * the reached person's own group are masked out before.
 */
final class NearnessLanes implements Tasks.Worker {
    static final int LANES = Long.SIZE;
    /** Bits of a number of people. */
    private static final int DIGITS = Integer.SIZE;

    private final int[] offsets;
    private final int[] neighbours;
    private final int[] groups;
    private final int[] sources;
    private final double[] nearness;
    /** For each group the lanes whose source belongs to it. */
    private final long[] own;

    private final long[] digits = new long[DIGITS];
    private final long[] seen;
    private long[] here;
    private long[] there;
    private int[] layer;
    private int[] nextLayer;
    private int size;
    private int nextSize;
    private long unfinishedSlots;
    private long all;

    /**
     * A worker whose piece i is the sources 64 i to 64 i + 63.
     *
     * @param graph undirected
     * @param nearness gets for each source the sum of 1 / steps to people of other groups
     */
    NearnessLanes(TieGraph graph, int[] groups, int count, int[] sources, double[] nearness) {
        this.offsets = graph.offsets();
        this.neighbours = graph.neighbours();
        this.groups = groups;
        this.sources = sources;
        this.nearness = nearness;
        this.own = new long[count];
        this.seen = new long[graph.people()];
        this.here = new long[graph.people()];
        this.there = new long[graph.people()];
        this.layer = new int[graph.people()];
        this.nextLayer = new int[graph.people()];
    }

    static int batches(int sources) {
        return (sources + LANES - 1) / LANES;
    }

    @Override
    public void work(int batch) {
        int first = batch * LANES;
        start(first);
        for (int steps = 1; size > 0; steps++) {
            Stripes.checkInterrupted();
            nextSize = 0;
            long slots = 0;
            for (int index = 0; index < size; index++) {
                slots += offsets[layer[index] + 1] - offsets[layer[index]];
            }
            if (slots < unfinishedSlots) {
                handOn();
            } else {
                collect();
            }
            settle(first, steps);
        }
        Arrays.fill(seen, 0);
        Arrays.fill(own, 0);
    }

    private void start(int first) {
        size = Math.min(LANES, sources.length - first);
        all = size == LANES ? -1 : (1L << size) - 1;
        unfinishedSlots = neighbours.length;
        for (int lane = 0; lane < size; lane++) {
            int source = sources[first + lane];
            layer[lane] = source;
            here[source] = 1L << lane;
            seen[source] = 1L << lane;
            own[groups[source]] |= 1L << lane;
        }
    }

    /** From the last layer's rows. */
    private void handOn() {
        for (int index = 0; index < size; index++) {
            int vertex = layer[index];
            long bits = here[vertex];
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                int next = neighbours[slot];
                long fresh = bits & ~seen[next];
                if (fresh != 0) {
                    if (there[next] == 0) {
                        nextLayer[nextSize++] = next;
                    }
                    there[next] |= fresh;
                }
            }
        }
    }

    /** From the rows of those who miss a source yet. */
    private void collect() {
        for (int vertex = 0; vertex < seen.length; vertex++) {
            long missing = all & ~seen[vertex];
            if (missing != 0) {
                long bits = 0;
                int end = offsets[vertex + 1];
                for (int slot = offsets[vertex]; slot < end && (missing & ~bits) != 0; slot++) {
                    bits |= here[neighbours[slot]];
                }
                bits &= missing;
                if (bits != 0) {
                    there[vertex] = bits;
                    nextLayer[nextSize++] = vertex;
                }
            }
        }
    }

    /** Counts the arrivals and goes on to the next layer. */
    private void settle(int first, int steps) {
        for (int index = 0; index < size; index++) {
            here[layer[index]] = 0;
        }
        for (int index = 0; index < nextSize; index++) {
            int vertex = nextLayer[index];
            long bits = there[vertex];
            seen[vertex] |= bits;
            if (seen[vertex] == all) {
                unfinishedSlots -= offsets[vertex + 1] - offsets[vertex];
            }
            if (groups[vertex] >= 0) {
                count(bits & ~own[groups[vertex]]);
            }
        }
        for (int lane = 0; lane < LANES && first + lane < sources.length; lane++) {
            nearness[first + lane] += (double) counted(lane) / steps;
        }
        Arrays.fill(digits, 0);
        int[] swappedLayer = layer;
        layer = nextLayer;
        nextLayer = swappedLayer;
        size = nextSize;
        long[] swapped = here;
        here = there;
        there = swapped;
    }

    /** Adds 1 to the number of every lane whose bit is set. */
    private void count(long bits) {
        long carry = bits;
        for (int digit = 0; carry != 0; digit++) {
            long both = digits[digit] & carry;
            digits[digit] ^= carry;
            carry = both;
        }
    }

    private long counted(int lane) {
        long number = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            number |= (digits[digit] >>> lane & 1) << digit;
        }
        return number;
    }
}
