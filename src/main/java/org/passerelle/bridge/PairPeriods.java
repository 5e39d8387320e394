package org.passerelle.bridge;

import java.util.Arrays;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;

/**
 * In which stretches of equally many days every two people exchanged, in either direction. Pairs are in order of their
 * lower and then their higher vertex, as the ties of an undirected graph are.
 */
final class PairPeriods {
    private final int[] from;
    private final int[] to;
    private final int[] offsets;
    private final int[] periods;

    private PairPeriods(int[] from, int[] to, int[] offsets, int[] periods) {
        this.from = from;
        this.to = to;
        this.offsets = offsets;
        this.periods = periods;
    }

    /**
     * Reads them, counted from the filter's first day.
     *
     * @param days of a stretch
     */
    static PairPeriods of(NetworkSnapshot snapshot, TieFilter filter, int days) {
        Packed packed = new Packed(snapshot.people().size(), filter.window().fromEpochDay(), days);
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
                from[pairs] = (int) (pair / packed.people);
                to[pairs] = (int) (pair % packed.people);
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
                Arrays.copyOf(periods, size));
    }

    int pairs() {
        return from.length;
    }

    /** The lower vertex of a pair. */
    int from(int pair) {
        return from[pair];
    }

    /** The higher vertex of a pair. */
    int to(int pair) {
        return to[pair];
    }

    /** In how many stretches from one on, and before another, the pair exchanged. */
    int used(int pair, int first, int end) {
        int used = 0;
        for (int place = offsets[pair]; place < offsets[pair + 1]; place++) {
            used += periods[place] >= first && periods[place] < end ? 1 : 0;
        }
        return used;
    }

    /** Whether the pair exchanged in one of the stretches that were drawn at least once. */
    boolean drawn(int pair, int[] times) {
        for (int place = offsets[pair]; place < offsets[pair + 1]; place++) {
            if (times[periods[place]] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Pair and stretch in one number, so that one sort brings them together. */
    private static final class Packed implements NetworkSnapshot.ExchangeVisitor {
        private static final int PERIOD_BITS = 14;
        private static final long PERIOD_MASK = (1L << PERIOD_BITS) - 1;

        private final int people;
        private final int firstDay;
        private final int days;
        private long[] keys = new long[1024];
        private int size;

        private Packed(int people, int firstDay, int days) {
            this.people = people;
            this.firstDay = firstDay;
            this.days = days;
        }

        @Override
        public void exchanged(int fromVertex, int toVertex, int day, int interactions, double strength) {
            // A survey may say "not at all": no strength, no tie.
            if (strength <= 0) {
                return;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            long pair = (long) Math.min(fromVertex, toVertex) * people + Math.max(fromVertex, toVertex);
            keys[size++] = pair << PERIOD_BITS | (day - firstDay) / days;
        }
    }
}
