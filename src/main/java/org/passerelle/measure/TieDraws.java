package org.passerelle.measure;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Ties in up to sixty-four draws at once: how many of each pair of groups are there when some weeks are drawn, and how many
 * chance would bring.
 *
 * <p>Draw by draw every tie is looked at, and counted, once for each draw. Here a tie is one number whose bits are the draws
 * that hold it, and counts stand upright: the first bits of all draws in one number, the second bits in the next, so that one
 * addition counts a tie in all draws (vertical counters, as in Henry Warren, Hacker's Delight, 2013, chapter 5). What is
 * expected is that of {@link MixingMatrix}: everybody keeps their number of ties of the draw.
 *
 * <p>O(ties + (vertices + groups^2) draws) time for up to sixty-four draws, and as many numbers of memory as the counts have
 * bits. Not changed by what is asked of it: threads may share one.
 */
public final class TieDraws {
    /** Most draws at once. */
    public static final int DRAWS_MAX = Long.SIZE;

    private final int[] from;
    private final int[] to;
    private final int[] cells;
    private final int[] assignment;
    private final int groups;
    /** Where the bits of every vertex's count begin, with room for all its ties. */
    private final int[] degreeBits;
    /** The same of every cell. */
    private final int[] cellBits;

    /**
     * The ties of a network.
     *
     * @param from one end of each
     * @param to the other end
     * @param assignment group of each vertex, from 0
     */
    public TieDraws(int[] from, int[] to, int[] assignment, int groups) {
        this.from = from.clone();
        this.to = to.clone();
        this.assignment = assignment.clone();
        this.groups = groups;
        this.cells = new int[from.length];
        int[] degrees = new int[assignment.length];
        int[] ties = new int[cells(groups)];
        for (int tie = 0; tie < from.length; tie++) {
            cells[tie] = cell(groups, assignment[from[tie]], assignment[to[tie]]);
            ties[cells[tie]]++;
            degrees[from[tie]]++;
            degrees[to[tie]]++;
        }
        this.degreeBits = room(degrees);
        this.cellBits = room(ties);
    }

    /**
     * One draw.
     *
     * @param ties by {@link #cell}
     * @param expected by the same, had everybody found their number of ties by chance
     */
    public record Draw(int[] ties, double[] expected) {}

    /** Number of cells of so many groups, the diagonal included. */
    public static int cells(int groups) {
        return groups * (groups + 1) / 2;
    }

    /** The cell of two groups in either order, row by row. */
    public static int cell(int groups, int one, int other) {
        int from = Math.min(one, other);
        return from * groups - from * (from - 1) / 2 + Math.max(one, other) - from;
    }

    private static int[] room(int[] counts) {
        int[] first = new int[counts.length + 1];
        for (int place = 0; place < counts.length; place++) {
            first[place + 1] = first[place] + Integer.SIZE - Integer.numberOfLeadingZeros(counts[place]);
        }
        return first;
    }

    /**
     * Counts.
     *
     * @param draws how many, at most {@value #DRAWS_MAX}
     * @param holding for each tie the draws that hold it, the first one lowest
     */
    public Draw[] of(int draws, IntToLongFunction holding) {
        check(draws);
        long[] degrees = new long[degreeBits[assignment.length]];
        long[] ties = new long[cellBits[cells(groups)]];
        for (int tie = 0; tie < from.length; tie++) {
            long held = holding.applyAsLong(tie);
            if (held != 0) {
                add(degrees, degreeBits[from[tie]], held);
                add(degrees, degreeBits[to[tie]], held);
                add(ties, cellBits[cells[tie]], held);
            }
        }
        int[][] found = found(draws, ties);
        long[][] squares = squares(degrees, new int[DRAWS_MAX]);
        Draw[] drawn = new Draw[draws];
        for (int draw = 0; draw < draws; draw++) {
            drawn[draw] = new Draw(found[draw], expected(found[draw], squares, draw));
        }
        return drawn;
    }

    /** Of each draw the ties alone, by {@link #cell}, without what is expected. */
    public int[][] ties(int draws, IntToLongFunction holding) {
        check(draws);
        long[] ties = new long[cellBits[cells(groups)]];
        for (int tie = 0; tie < from.length; tie++) {
            add(ties, cellBits[cells[tie]], holding.applyAsLong(tie));
        }
        return found(draws, ties);
    }

    private static void check(int draws) {
        if (draws < 1 || draws > DRAWS_MAX) {
            throw new IllegalArgumentException("draws is 1 to " + DRAWS_MAX + ", not " + draws);
        }
    }

    private int[][] found(int draws, long[] ties) {
        int[] counts = new int[DRAWS_MAX];
        int[][] found = new int[draws][cells(groups)];
        for (int cell = 0; cell < cells(groups); cell++) {
            if (cellBits[cell] < cellBits[cell + 1]) {
                read(ties, cellBits[cell], cellBits[cell + 1], counts);
                for (int draw = 0; draw < draws; draw++) {
                    found[draw][cell] = counts[draw];
                }
            }
        }
        return found;
    }

    /** Adds one in the draws that hold a tie. */
    private static void add(long[] counts, int first, long held) {
        long carry = held;
        for (int place = first; carry != 0; place++) {
            long bits = counts[place];
            counts[place] = bits ^ carry;
            carry &= bits;
        }
    }

    private static void read(long[] bits, int first, int end, int[] counts) {
        Arrays.fill(counts, 0);
        for (int place = first; place < end; place++) {
            long plane = bits[place];
            int value = place - first;
            for (int draw = 0; draw < counts.length; draw++) {
                counts[draw] += (int) (plane >>> draw & 1) << value;
            }
        }
    }

    /** By group and draw, the sum of everybody's squared number of ties. */
    private long[][] squares(long[] degrees, int[] counts) {
        long[][] squares = new long[groups][DRAWS_MAX];
        for (int vertex = 0; vertex < assignment.length; vertex++) {
            if (degreeBits[vertex] == degreeBits[vertex + 1]) {
                continue;
            }
            read(degrees, degreeBits[vertex], degreeBits[vertex + 1], counts);
            long[] own = squares[assignment[vertex]];
            for (int draw = 0; draw < counts.length; draw++) {
                own[draw] += (long) counts[draw] * counts[draw];
            }
        }
        return squares;
    }

    /** Whole numbers below 2^53 all along, so that the order of adding does not matter. */
    private double[] expected(int[] ties, long[][] squares, int draw) {
        double[] ends = new double[groups];
        double allEnds = 0;
        double allSquares = 0;
        for (int one = 0, cell = 0; one < groups; one++) {
            for (int other = one; other < groups; other++, cell++) {
                int count = ties[cell];
                ends[one] += count;
                ends[other] += count;
                allEnds += 2.0 * count;
            }
            allSquares += squares[one][draw];
        }
        double pairings = (allEnds * allEnds - allSquares) / 2;
        double[] expected = new double[ties.length];
        for (int one = 0, cell = 0; one < groups && pairings > 0; one++) {
            expected[cell++] = (ends[one] * ends[one] - squares[one][draw]) / 2 / pairings * (allEnds / 2);
            for (int other = one + 1; other < groups; other++) {
                expected[cell++] = ends[one] * ends[other] / pairings * (allEnds / 2);
            }
        }
        return expected;
    }
}
