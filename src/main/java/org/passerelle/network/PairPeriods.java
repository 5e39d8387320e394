package org.passerelle.network;

import java.util.Arrays;
import java.util.BitSet;

/**
 * In which stretches of equally many days every two people, or stints of people, exchanged, in either direction. Pairs are
 * in order of their lower and then their higher end, as the ties of an undirected graph are. Time O(days with exchange,
 * sorted), memory one number for each.
 */
public final class PairPeriods {
    private final int[] from;
    private final int[] to;
    private final int[] offsets;
    private final int[] periods;
    private final BitSet active;

    private PairPeriods(int[] from, int[] to, int[] offsets, int[] periods, BitSet active) {
        this.from = from;
        this.to = to;
        this.offsets = offsets;
        this.periods = periods;
        this.active = active;
    }

    /**
     * Those of people, counted from the filter's first day.
     *
     * @param days of a stretch
     */
    public static PairPeriods ofPeople(NetworkSnapshot snapshot, TieFilter filter, int days) {
        return of(snapshot, filter, days, snapshot.people().size(), (vertex, _) -> vertex);
    }

    /**
     * Those of {@link GroupHistory#stints()}, counted from the filter's first day; who belongs nowhere on a day is left out.
     *
     * @param days of a stretch
     */
    public static PairPeriods ofStints(NetworkSnapshot snapshot, GroupHistory history, TieFilter filter, int days) {
        return of(snapshot, filter, days, history.stints(), history::stintOn);
    }

    /** Who a person is on a day, negative for nobody. */
    private interface End {
        int on(int vertex, int day);
    }

    private static PairPeriods of(NetworkSnapshot snapshot, TieFilter filter, int days, int ends, End end) {
        Packed packed = new Packed(ends, end, filter.window().fromEpochDay(), days);
        snapshot.exchanges(filter, packed);
        long[] keys = Arrays.copyOf(packed.keys, packed.size);
        Arrays.parallelSort(keys);
        int[] from = new int[keys.length];
        int[] to = new int[keys.length];
        int[] offsets = new int[keys.length + 1];
        int[] periods = new int[keys.length];
        int pairs = 0;
        int size = 0;
        long previous = -1;
        for (long key : keys) {
            if (key == previous) {
                continue;
            }
            if (pairs == 0 || key >>> Packed.PERIOD_BITS != previous >>> Packed.PERIOD_BITS) {
                long pair = key >>> Packed.PERIOD_BITS;
                from[pairs] = (int) (pair / packed.ends);
                to[pairs] = (int) (pair % packed.ends);
                offsets[pairs++] = size;
            }
            periods[size++] = (int) (key & Packed.PERIOD_MASK);
            previous = key;
        }
        offsets[pairs] = size;
        return new PairPeriods(
                Arrays.copyOf(from, pairs),
                Arrays.copyOf(to, pairs),
                Arrays.copyOf(offsets, pairs + 1),
                Arrays.copyOf(periods, size),
                packed.active);
    }

    /** The ends that exchanged with anybody, also with somebody who is no end on that day. */
    public BitSet active() {
        return (BitSet) active.clone();
    }

    /** How many pairs exchanged. */
    public int pairs() {
        return from.length;
    }

    /** The lower end of a pair. */
    public int from(int pair) {
        return from[pair];
    }

    /** The higher end of a pair. */
    public int to(int pair) {
        return to[pair];
    }

    /** The stretches in which any pair exchanged, ascending. */
    public int[] used() {
        return Arrays.stream(periods).sorted().distinct().toArray();
    }

    /** In how many stretches from one on, and before another, the pair exchanged. */
    public int used(int pair, int first, int end) {
        int used = 0;
        for (int place = offsets[pair]; place < offsets[pair + 1]; place++) {
            used += periods[place] >= first && periods[place] < end ? 1 : 0;
        }
        return used;
    }

    /** Whether the pair exchanged in one of the stretches that were drawn at least once. */
    public boolean drawn(int pair, int[] times) {
        for (int place = offsets[pair]; place < offsets[pair + 1]; place++) {
            if (times[periods[place]] > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The draws in which the pair exchanged, one bit each.
     *
     * @param draws for each stretch the draws that hold it
     */
    public long drawn(int pair, long[] draws) {
        long drawn = 0;
        for (int place = offsets[pair]; place < offsets[pair + 1]; place++) {
            drawn |= draws[periods[place]];
        }
        return drawn;
    }

    /** Pair and stretch in one number, so that one sort brings them together. */
    private static final class Packed implements NetworkSnapshot.ExchangeVisitor {
        private static final int PERIOD_BITS = 14;
        private static final long PERIOD_MASK = (1L << PERIOD_BITS) - 1;

        private final int ends;
        private final End end;
        private final int firstDay;
        private final int days;
        private final BitSet active = new BitSet();
        private long[] keys = new long[1024];
        private int size;

        private Packed(int ends, End end, int firstDay, int days) {
            this.ends = ends;
            this.end = end;
            this.firstDay = firstDay;
            this.days = days;
        }

        @Override
        public void exchanged(int fromVertex, int toVertex, int day, int interactions, double strength) {
            int one = end.on(fromVertex, day);
            int other = end.on(toVertex, day);
            take(one);
            take(other);
            if (one < 0 || other < 0) {
                return;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            long pair = (long) Math.min(one, other) * ends + Math.max(one, other);
            keys[size++] = pair << PERIOD_BITS | (day - firstDay) / days;
        }

        private void take(int place) {
            if (place >= 0) {
                active.set(place);
            }
        }
    }
}
