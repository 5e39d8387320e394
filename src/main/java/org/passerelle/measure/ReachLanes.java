package org.passerelle.measure;

import java.util.Arrays;

/**
 * Breadth-first searches from 64 sources at once, one bit each, that tell every vertex how far the sources are.
 *
 * <p>The trick. A vertex keeps one bit for each source that has reached it, and one for each that has just
 * done so; the bits of a whole row are joined by OR, so a slot read serves all 64 searches (Then et al., The
 * more the merrier: efficient multi-source graph traversal, 2014, doi:10.14778/2735496.2735507). Nobody asks which
 * bits are new, only how many: the number of steps is added to the vertex where the searches arrive, not to the
 * source where they began. Over reversed ties these are the steps from the vertex to the sources.
 */
final class ReachLanes implements Stripes.Kernel {
    /** Bits in a long. */
    static final int LANES = Long.SIZE;

    private final SearchRows rows;
    private final SearchRows reversed;
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
     * A kernel for {@link Stripes} whose source number i is the batch of vertices 64 i to 64 i + 63. It adds,
     * in three places for vertex v: at v the sources other than v that reach it, at n + v their steps, at 2 n + v the
     * sum of 1 / steps.
     *
     * @param rows ties the searches follow
     * @param reversed the same from their other ends
     */
    ReachLanes(SearchRows rows, SearchRows reversed) {
        this.rows = rows;
        this.reversed = reversed;
        this.seen = new long[rows.people()];
        this.here = new long[rows.people()];
        this.there = new long[rows.people()];
        this.layer = new int[rows.people()];
        this.nextLayer = new int[rows.people()];
    }

    /** Batches that so many people make. */
    static int batches(int people) {
        return (people + LANES - 1) / LANES;
    }

    @Override
    public void add(int batch, double[] sums) {
        start(batch);
        for (int steps = 1; size > 0; steps++) {
            Stripes.checkInterrupted();
            nextSize = 0;
            long slots = 0;
            for (int index = 0; index < size; index++) {
                slots += rows.degree(layer[index]);
            }
            if (slots < unfinishedSlots) {
                handOn();
            } else {
                collect();
            }
            settle(steps, sums);
        }
        Arrays.fill(seen, 0);
    }

    private void start(int batch) {
        int first = batch * LANES;
        size = Math.min(LANES, rows.people() - first);
        all = size == LANES ? -1 : (1L << size) - 1;
        unfinishedSlots = reversed.neighbours().length;
        for (int lane = 0; lane < size; lane++) {
            layer[lane] = first + lane;
            here[first + lane] = 1L << lane;
            seen[first + lane] = 1L << lane;
        }
    }

    /** From the last layer's rows: costs the ties of those who were just reached. */
    private void handOn() {
        int[] offsets = rows.offsets();
        int[] neighbours = rows.neighbours();
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

    /** From the rows of those who miss a source yet, each until it misses none. */
    private void collect() {
        int[] offsets = reversed.offsets();
        int[] neighbours = reversed.neighbours();
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
    private void settle(int steps, double[] sums) {
        for (int index = 0; index < size; index++) {
            here[layer[index]] = 0;
        }
        int people = seen.length;
        for (int index = 0; index < nextSize; index++) {
            int vertex = nextLayer[index];
            int arrived = Long.bitCount(there[vertex]);
            sums[vertex] += arrived;
            sums[people + vertex] += (double) arrived * steps;
            sums[2 * people + vertex] += (double) arrived / steps;
            seen[vertex] |= there[vertex];
            if (seen[vertex] == all) {
                unfinishedSlots -= reversed.degree(vertex);
            }
        }
        int[] swappedLayer = layer;
        layer = nextLayer;
        nextLayer = swappedLayer;
        size = nextSize;
        long[] swapped = here;
        here = there;
        there = swapped;
    }
}
