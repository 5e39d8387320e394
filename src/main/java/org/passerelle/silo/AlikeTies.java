package org.passerelle.silo;

import java.util.Arrays;

/**
 * The ties of a window of at most 64 weeks, those used in the same weeks counted together: drawing weeks again then costs the
 * number of different sets of weeks, of which a few months have few, and not the number of ties. O(ties log ties) once, and
 * O(sets groups) for each draw.
 */
final class AlikeTies {
    /** The different sets of weeks. */
    private final long[] weeks;
    /** What each entry counts: set, group, and whether its ties lead out, in one number. */
    private final long[] entries;

    private final int[] counts;
    private final int groups;

    private AlikeTies(long[] weeks, long[] entries, int[] counts, int groups) {
        this.weeks = weeks;
        this.entries = entries;
        this.counts = counts;
        this.groups = groups;
    }

    /** Counts. */
    static AlikeTies of(WeeklyTies ties) {
        long[] bits = new long[ties.pairs()];
        Arrays.setAll(bits, ties::bits);
        long[] weeks = Arrays.stream(bits).sorted().distinct().toArray();
        int groups = ties.groups();
        long[] keys = new long[2 * bits.length];
        int size = 0;
        for (int pair = 0; pair < bits.length; pair++) {
            long first = 2L * groups * Arrays.binarySearch(weeks, bits[pair]);
            int own = ties.groupOf(ties.from(pair));
            int other = ties.groupOf(ties.to(pair));
            if (own == other) {
                keys[size++] = first + 2L * own;
            } else {
                keys[size++] = first + 2L * own + 1;
                keys[size++] = first + 2L * other + 1;
            }
        }
        keys = Arrays.copyOf(keys, size);
        Arrays.parallelSort(keys);
        long[] entries = new long[size];
        int[] counts = new int[size];
        int entry = -1;
        for (long key : keys) {
            if (entry < 0 || entries[entry] != key) {
                entries[++entry] = key;
            }
            counts[entry]++;
        }
        return new AlikeTies(weeks, Arrays.copyOf(entries, entry + 1), Arrays.copyOf(counts, entry + 1), groups);
    }

    /**
     * The ties of which a week was drawn, as {@link WeeklyTies#tally(int[])} counts them.
     *
     * @param times how often each week was drawn, from the window's first on
     */
    TieTally tally(int[] times) {
        long there = 0;
        for (int week = 0; week < Math.min(times.length, Long.SIZE); week++) {
            there |= times[week] > 0 ? 1L << week : 0;
        }
        int[] inside = new int[groups];
        int[] outside = new int[groups];
        for (int entry = 0; entry < counts.length; entry++) {
            long place = entries[entry] / 2;
            if ((weeks[(int) (place / groups)] & there) != 0) {
                (entries[entry] % 2 == 0 ? inside : outside)[(int) (place % groups)] += counts[entry];
            }
        }
        return new TieTally(inside, outside);
    }
}
