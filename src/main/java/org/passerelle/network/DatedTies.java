package org.passerelle.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Every tie with its days, as columns: rows by who acts, each in the order of whom the tie goes to and of its
 * {@link TieOrigin}. Immutable. A tie takes 10 bytes and each of its days 8: what happens on a day between two
 * people repeats itself, so the pair of interactions and share is kept once and named by a number.
 */
public final class DatedTies {
    private final List<TieOrigin> origins;
    private final int[] offsets;
    private final int[] to;
    private final char[] origin;
    private final int[] recordOffsets;
    private final int[] days;
    private final int[] amounts;
    private final int[] counts;
    private final float[] shares;

    private DatedTies(Builder built, List<TieOrigin> origins, char[] originRanks, int[] order, int people) {
        this.origins = origins;
        offsets = new int[people + 1];
        to = new int[built.ties];
        origin = new char[built.ties];
        recordOffsets = new int[built.ties + 1];
        days = new int[built.records];
        amounts = new int[built.records];
        counts = Arrays.copyOf(built.amounts.counts, built.amounts.size);
        shares = Arrays.copyOf(built.amounts.shares, built.amounts.size);
        int records = 0;
        for (int place = 0; place < order.length; place++) {
            int tie = order[place];
            offsets[built.from[tie] + 1]++;
            to[place] = built.to[tie];
            origin[place] = originRanks[built.origin[tie]];
            int size = built.recordOffsets[tie + 1] - built.recordOffsets[tie];
            System.arraycopy(built.days, built.recordOffsets[tie], days, records, size);
            System.arraycopy(built.dayAmounts, built.recordOffsets[tie], amounts, records, size);
            records += size;
            recordOffsets[place + 1] = records;
        }
        for (int vertex = 0; vertex < people; vertex++) {
            offsets[vertex + 1] += offsets[vertex];
        }
    }

    /** Number of people. */
    public int people() {
        return offsets.length - 1;
    }

    /** Number of ties. */
    public int size() {
        return to.length;
    }

    /** Number of days of all ties together. */
    public int records() {
        return days.length;
    }

    /** What sorts of tie there are, in their order; a tie names one by its position. */
    public List<TieOrigin> origins() {
        return origins;
    }

    /** First tie of somebody. */
    public int rowStart(int vertex) {
        return offsets[vertex];
    }

    /** One past the last tie of somebody. */
    public int rowEnd(int vertex) {
        return offsets[vertex + 1];
    }

    /** The first tie from one person to another; where there is none, the first tie to somebody after them, or the end. */
    public int firstTo(int vertex, int other) {
        int low = offsets[vertex];
        int high = offsets[vertex + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] < other) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whom a tie goes to. */
    public int to(int tie) {
        return to[tie];
    }

    /** Position of a tie's origin in {@link #origins}. */
    public int origin(int tie) {
        return origin[tie];
    }

    /** First day record of a tie. */
    public int recordStart(int tie) {
        return recordOffsets[tie];
    }

    /** One past the last day record of a tie. */
    public int recordEnd(int tie) {
        return recordOffsets[tie + 1];
    }

    /** First day record of a tie on that day or later. */
    public int recordFrom(int tie, int epochDay) {
        int start = recordOffsets[tie];
        // Most windows hold all days of most ties.
        if (start == recordOffsets[tie + 1] || days[start] >= epochDay) {
            return start;
        }
        int found = Arrays.binarySearch(days, start, recordOffsets[tie + 1], epochDay);
        return found < 0 ? -found - 1 : found;
    }

    /** Day of a record, in days since 1970-01-01; ascending within a tie. */
    public int day(int record) {
        return days[record];
    }

    /** Interactions of a day. */
    public int interactions(int record) {
        return counts[amounts[record]];
    }

    /** Sum over a day's interactions of 1/recipients. */
    public float share(int record) {
        return shares[amounts[record]];
    }

    /** Takes ties in any order. */
    public static final class Builder {
        private final List<TieOrigin> origins = new ArrayList<>();
        private final HashMap<TieOrigin, Integer> originNumbers = new HashMap<>();
        private final Amounts amounts = new Amounts();
        private int[] from;
        private int[] to;
        private char[] origin;
        private int[] recordOffsets;
        private int[] days;
        private int[] dayAmounts;
        private int ties;
        private int records;

        /** Expects about so many ties and day records. */
        public Builder(int tiesExpected, int recordsExpected) {
            from = new int[tiesExpected];
            to = new int[tiesExpected];
            origin = new char[tiesExpected];
            recordOffsets = new int[tiesExpected + 1];
            days = new int[recordsExpected];
            dayAmounts = new int[recordsExpected];
        }

        /** The number under which {@link #tie} takes an origin. */
        public int origin(TieOrigin added) {
            return originNumbers.computeIfAbsent(added, _ -> {
                if (origins.size() > Character.MAX_VALUE) {
                    throw new IllegalArgumentException(
                            "At most 65536 combinations of kind, channel, visibility and source");
                }
                origins.add(added);
                return origins.size() - 1;
            });
        }

        /** Begins a tie; its records follow. */
        public void tie(int fromVertex, int toVertex, int originNumber) {
            if (fromVertex == toVertex) {
                throw new IllegalArgumentException("A tie needs two people");
            }
            if (ties == from.length) {
                int more = Math.max(64, ties + (ties >> 1));
                from = Arrays.copyOf(from, more);
                to = Arrays.copyOf(to, more);
                origin = Arrays.copyOf(origin, more);
                recordOffsets = Arrays.copyOf(recordOffsets, more + 1);
            }
            from[ties] = fromVertex;
            to[ties] = toVertex;
            origin[ties++] = (char) originNumber;
            recordOffsets[ties] = records;
        }

        /** Adds a day to the tie that was begun, after its earlier days. */
        public void record(int epochDay, int interactions, float share) {
            if (records > recordOffsets[ties - 1] && days[records - 1] >= epochDay) {
                throw new IllegalArgumentException(
                        "Days of a tie ascend; " + epochDay + " came after " + days[records - 1]);
            }
            if (records == days.length) {
                int more = Math.max(64, records + (records >> 1));
                days = Arrays.copyOf(days, more);
                dayAmounts = Arrays.copyOf(dayAmounts, more);
            }
            days[records] = epochDay;
            dayAmounts[records++] = amounts.number(interactions, share);
            recordOffsets[ties] = records;
        }

        /** Number of ties so far. */
        public int size() {
            return ties;
        }

        /** The ties, between so many people. */
        public DatedTies build(int people) {
            List<TieOrigin> sorted = origins.stream().sorted().toList();
            char[] ranks = new char[origins.size()];
            for (int rank = 0; rank < sorted.size(); rank++) {
                ranks[originNumbers.getOrDefault(sorted.get(rank), 0)] = (char) rank;
            }
            int[] order = IntStream.range(0, ties).toArray();
            order = sorted(order, sorted.size(), tie -> ranks[origin[tie]]);
            order = sorted(order, people, tie -> to[tie]);
            order = sorted(order, people, tie -> from[tie]);
            return new DatedTies(this, sorted, ranks, order, people);
        }

        /** A stable counting sort: three of them leave the ties in the order of three keys. */
        private static int[] sorted(int[] order, int keys, IntUnaryOperator key) {
            int[] starts = new int[keys + 1];
            for (int tie : order) {
                starts[key.applyAsInt(tie) + 1]++;
            }
            for (int value = 0; value < keys; value++) {
                starts[value + 1] += starts[value];
            }
            int[] sorted = new int[order.length];
            for (int tie : order) {
                sorted[starts[key.applyAsInt(tie)]++] = tie;
            }
            return sorted;
        }
    }

    /** The distinct pairs of interactions and share, numbered as they come: an open addressing table. */
    private static final class Amounts {
        private int[] counts = new int[64];
        private float[] shares = new float[64];
        private int[] table = new int[256];
        private int size;

        int number(int count, float share) {
            int mask = table.length - 1;
            int slot = hash(count, share) & mask;
            while (table[slot] != 0) {
                int number = table[slot] - 1;
                if (counts[number] == count && shares[number] == share) {
                    return number;
                }
                slot = slot + 1 & mask;
            }
            if (size == counts.length) {
                counts = Arrays.copyOf(counts, 2 * size);
                shares = Arrays.copyOf(shares, 2 * size);
            }
            counts[size] = count;
            shares[size] = share;
            table[slot] = ++size;
            if (4 * size > table.length) {
                grow();
            }
            return size - 1;
        }

        private void grow() {
            int[] wider = new int[2 * table.length];
            for (int number = 0; number < size; number++) {
                int slot = hash(counts[number], shares[number]) & wider.length - 1;
                while (wider[slot] != 0) {
                    slot = slot + 1 & wider.length - 1;
                }
                wider[slot] = number + 1;
            }
            table = wider;
        }

        private static int hash(int count, float share) {
            int mixed = (Float.floatToIntBits(share) * 31 + count) * 0x9E3779B9;
            return mixed ^ mixed >>> 16;
        }
    }
}
