package org.passerelle.measure;

import java.util.Arrays;

/**
 * Breadth-first searches from up to 64 sources at once, one bit each, layer by layer.
 *
 * <p>The trick. A vertex keeps one bit for each source that has reached it, and one for each that has just
 * done so; the bits of a whole row are joined by OR, so a slot read serves all 64 searches (Then et al., The
 * more the merrier: efficient multi-source graph traversal, 2014, doi:10.14778/2735496.2735507). A layer is handed on
 * from the rows of those who were just reached, or collected from the rows of those who miss a source yet, whichever
 * are fewer.
 *
 * <p>Usage: {@link #start}, then while {@link #advance} the {@link #size} vertices of the layer and the searches that have
 * just arrived there. Used again for other sources; the arrays are as long as there are vertices.
 */
final class LaneSearch {
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
     * Searches along ties.
     *
     * @param rows ties the searches follow
     * @param reversed the same from their other ends
     */
    LaneSearch(SearchRows rows, SearchRows reversed) {
        this.rows = rows;
        this.reversed = reversed;
        this.seen = new long[rows.people()];
        this.here = new long[rows.people()];
        this.there = new long[rows.people()];
        this.layer = new int[rows.people()];
        this.nextLayer = new int[rows.people()];
    }

    /** Searches of 64 sources that so many sources make. */
    static int batches(int sources) {
        return (sources + LANES - 1) / LANES;
    }

    /** Begins anew, from at least one and at most 64 sources; {@link #source} names them. */
    void start(int sources) {
        for (int index = 0; index < size; index++) {
            here[layer[index]] = 0;
        }
        Arrays.fill(seen, 0);
        size = sources;
        all = size == LANES ? -1 : (1L << size) - 1;
        unfinishedSlots = reversed.neighbours().length;
    }

    /** The source of a lane. */
    void source(int lane, int vertex) {
        layer[lane] = vertex;
        here[vertex] = 1L << lane;
        seen[vertex] = 1L << lane;
    }

    /** Goes one step further; false where nobody is left to be reached. */
    boolean advance() {
        if (size == 0) {
            return false;
        }
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
        settle();
        return true;
    }

    /** How many vertices were reached by the last step. */
    int size() {
        return size;
    }

    /** One of them. */
    int vertex(int index) {
        return layer[index];
    }

    /** The searches that reached a vertex of the layer by the last step, a bit each. */
    long arrived(int vertex) {
        return here[vertex];
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

    /** The next layer becomes the last. */
    private void settle() {
        for (int index = 0; index < size; index++) {
            here[layer[index]] = 0;
        }
        for (int index = 0; index < nextSize; index++) {
            int vertex = nextLayer[index];
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
