package org.passerelle.measure;

import java.util.Arrays;

/**
 * Breadth-first searches from up to 256 sources at once, layer by layer: {@link LaneSearch} with four words a vertex instead
 * of one, which lie side by side, so a slot read serves four times as many searches. For a few hundred sources of a network
 * that is soon searched; where sources are many, words do not matter, and {@link LaneSearch} leaves rows earlier.
 *
 * <p>Usage: {@link #start}, then while {@link #advance} the {@link #size} vertices of the layer and the searches that have
 * just arrived there. Rows may hold a neighbour twice. Used again for other sources and other ties of the same people.
 */
final class WideSearch {
    /** Words of a vertex. */
    static final int WORDS = 4;
    /** Bits in them. */
    static final int LANES = WORDS * Long.SIZE;

    private final long[] seen;
    private final long[] all = new long[WORDS];
    private int[] offsets = {0};
    private int[] neighbours = {};
    private long[] here;
    private long[] there;
    private int[] layer;
    private int[] nextLayer;
    private int size;
    private int nextSize;
    private long unfinishedSlots;

    /** Searches among so many people. */
    WideSearch(int people) {
        this.seen = new long[WORDS * people];
        this.here = new long[WORDS * people];
        this.there = new long[WORDS * people];
        this.layer = new int[people];
        this.nextLayer = new int[people];
    }

    /**
     * Begins anew.
     *
     * @param offsets row starts, one more than there are people
     * @param neighbours the other end of every slot, each tie listed from both ends; as long as the last row's end or longer
     * @param sources vertices, different ones, at least one and at most 256; the first is lane 0
     */
    void start(int[] offsets, int[] neighbours, int[] sources) {
        this.offsets = offsets;
        this.neighbours = neighbours;
        clearLayer();
        Arrays.fill(seen, 0);
        Arrays.fill(all, 0);
        size = sources.length;
        for (int lane = 0; lane < size; lane++) {
            int place = WORDS * sources[lane] + lane / Long.SIZE;
            layer[lane] = sources[lane];
            here[place] = 1L << lane;
            seen[place] = 1L << lane;
            all[lane / Long.SIZE] |= 1L << lane;
        }
        unfinishedSlots = offsets[offsets.length - 1];
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
            slots += offsets[layer[index] + 1] - offsets[layer[index]];
        }
        if (slots < unfinishedSlots) {
            for (int index = 0; index < size; index++) {
                handOn(layer[index]);
            }
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

    /** The searches that reached the vertices of the layer by the last step: four words a vertex. Read only. */
    long[] arrived() {
        return here;
    }

    /** To those in one row. */
    private void handOn(int vertex) {
        long first = here[WORDS * vertex];
        long second = here[WORDS * vertex + 1];
        long third = here[WORDS * vertex + 2];
        long fourth = here[WORDS * vertex + 3];
        int end = offsets[vertex + 1];
        for (int slot = offsets[vertex]; slot < end; slot++) {
            int next = neighbours[slot];
            int place = WORDS * next;
            long one = first & ~seen[place];
            long two = second & ~seen[place + 1];
            long three = third & ~seen[place + 2];
            long four = fourth & ~seen[place + 3];
            if ((one | two | three | four) != 0) {
                if ((there[place] | there[place + 1] | there[place + 2] | there[place + 3]) == 0) {
                    nextLayer[nextSize++] = next;
                }
                there[place] |= one;
                there[place + 1] |= two;
                there[place + 2] |= three;
                there[place + 3] |= four;
            }
        }
    }

    /** From the rows of those who miss a source yet. */
    private void collect() {
        for (int vertex = 0; vertex < layer.length; vertex++) {
            if (offsets[vertex] < offsets[vertex + 1] && !finished(vertex)) {
                collect(vertex);
            }
        }
    }

    private void collect(int vertex) {
        long first = 0;
        long second = 0;
        long third = 0;
        long fourth = 0;
        int end = offsets[vertex + 1];
        for (int slot = offsets[vertex]; slot < end; slot++) {
            int from = WORDS * neighbours[slot];
            first |= here[from];
            second |= here[from + 1];
            third |= here[from + 2];
            fourth |= here[from + 3];
        }
        int place = WORDS * vertex;
        first &= ~seen[place];
        second &= ~seen[place + 1];
        third &= ~seen[place + 2];
        fourth &= ~seen[place + 3];
        if ((first | second | third | fourth) != 0) {
            there[place] = first;
            there[place + 1] = second;
            there[place + 2] = third;
            there[place + 3] = fourth;
            nextLayer[nextSize++] = vertex;
        }
    }

    /** Whether every search has been at the vertex. */
    private boolean finished(int vertex) {
        int place = WORDS * vertex;
        return seen[place] == all[0]
                && seen[place + 1] == all[1]
                && seen[place + 2] == all[2]
                && seen[place + 3] == all[3];
    }

    /** The next layer becomes the last. */
    private void settle() {
        clearLayer();
        for (int index = 0; index < nextSize; index++) {
            int vertex = nextLayer[index];
            for (int place = WORDS * vertex; place < WORDS * vertex + WORDS; place++) {
                seen[place] |= there[place];
            }
            if (finished(vertex)) {
                unfinishedSlots -= offsets[vertex + 1] - offsets[vertex];
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

    private void clearLayer() {
        for (int index = 0; index < size; index++) {
            int place = WORDS * layer[index];
            here[place] = 0;
            here[place + 1] = 0;
            here[place + 2] = 0;
            here[place + 3] = 0;
        }
    }
}
