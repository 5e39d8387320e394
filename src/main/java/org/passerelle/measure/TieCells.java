package org.passerelle.measure;

import java.util.Arrays;

/** Ties sorted by the groups of their two ends; without directions the lower group comes first. */
final class TieCells {
    private static final int TIE_BITS = 31;

    private final int groups;
    private final long[] keys;
    private final int[] starts;
    private final int size;

    private TieCells(int groups, long[] keys, int[] starts, int size) {
        this.groups = groups;
        this.keys = keys;
        this.starts = starts;
        this.size = size;
    }

    static TieCells of(GroupedTies ties, int[] assignment, int groups, boolean directed) {
        // The cell and the tie in one number: one sort brings a cell's ties together, in their own order.
        long[] keys = new long[ties.size()];
        for (int tie = 0; tie < keys.length; tie++) {
            int from = assignment[ties.from()[tie]];
            int to = assignment[ties.to()[tie]];
            boolean swap = !directed && from > to;
            keys[tie] = (((long) (swap ? to : from) * groups + (swap ? from : to)) << TIE_BITS) | tie;
        }
        Arrays.parallelSort(keys);
        int[] starts = new int[keys.length + 1];
        int size = 0;
        for (int place = 0; place < keys.length; place++) {
            if (place == 0 || keys[place] >>> TIE_BITS != keys[place - 1] >>> TIE_BITS) {
                starts[size++] = place;
            }
        }
        starts[size] = keys.length;
        return new TieCells(groups, keys, starts, size);
    }

    /** Number of cells with ties. */
    int size() {
        return size;
    }

    /** First place of a cell's ties; that of the next cell is one past its last. */
    int start(int cell) {
        return starts[cell];
    }

    /** The tie in a place. */
    int tie(int place) {
        return (int) (keys[place] & ((1L << TIE_BITS) - 1));
    }

    /** The group where a cell's ties start. */
    int from(int cell) {
        return (int) ((keys[starts[cell]] >>> TIE_BITS) / groups);
    }

    /** The group where they end. */
    int to(int cell) {
        return (int) ((keys[starts[cell]] >>> TIE_BITS) % groups);
    }
}
