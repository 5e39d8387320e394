package org.passerelle.silo;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;

/**
 * Which weeks every tie was used in, and from that how far observed over expected ties depend on the weeks one
 * happened to look at.
 *
 * <p>The weeks with exchange are drawn again, with replacement; a tie is there when one of its weeks was drawn,
 * and the expectation (that of {@link org.passerelle.measure.MixingMatrix}) is computed anew from the ties that
 * are there. A draw sees about 63 % of the weeks and so loses occasional ties, which shifts the level of every
 * draw; what counts is therefore the spread of the draws around their median, as factors below and above 1.
 * O(resamples (pair-weeks + groups^2)) time.
 */
final class WeeklyTies {
    private final int[] from;
    private final int[] to;
    private final int[] offsets;
    private final int[] weeks;
    private final int weekCount;
    /** Weeks with exchange, from the window's first on. */
    private final int[] used;

    private final int[] assignment;
    private final int groups;

    private WeeklyTies(int[] from, int[] to, int[] offsets, int[] weeks, int[] used, int[] assignment, int groups) {
        this.from = from;
        this.to = to;
        this.offsets = offsets;
        this.weeks = weeks;
        this.weekCount = used.length;
        this.used = used;
        this.assignment = assignment;
        this.groups = groups;
    }

    /** Reads the weeks, counted from the window's first day. */
    static WeeklyTies of(NetworkSnapshot snapshot, GroupHistory history, TieFilter filter) {
        Packed packed = new Packed(history, filter.window().fromEpochDay());
        snapshot.exchanges(filter, packed);
        long[] keys = Arrays.copyOf(packed.keys, packed.size);
        Arrays.parallelSort(keys);
        int[] from = new int[keys.length];
        int[] to = new int[keys.length];
        int[] offsets = new int[keys.length + 1];
        int[] weeks = new int[keys.length];
        int pairs = 0;
        int size = 0;
        long previous = -1;
        for (long key : keys) {
            if (key == previous) {
                continue;
            }
            if (pairs == 0 || key >>> Packed.WEEK_BITS != previous >>> Packed.WEEK_BITS) {
                long pair = key >>> Packed.WEEK_BITS;
                from[pairs] = (int) (pair / history.stints());
                to[pairs] = (int) (pair % history.stints());
                offsets[pairs++] = size;
            }
            weeks[size++] = (int) (key & Packed.WEEK_MASK);
            previous = key;
        }
        offsets[pairs] = size;
        int[] used = Arrays.stream(weeks, 0, size).sorted().distinct().toArray();
        for (int position = 0; position < size; position++) {
            weeks[position] = Arrays.binarySearch(used, weeks[position]);
        }
        return new WeeklyTies(
                Arrays.copyOf(from, pairs),
                Arrays.copyOf(to, pairs),
                Arrays.copyOf(offsets, pairs + 1),
                Arrays.copyOf(weeks, size),
                used,
                history.stintGroups(),
                history.groups().size());
    }

    /** Number of weeks with exchange. */
    int weeks() {
        return weekCount;
    }

    /** All ties. */
    TieTally tally() {
        boolean[] every = new boolean[weekCount];
        Arrays.fill(every, true);
        return tally(every);
    }

    /**
     * The ties of which a week was drawn.
     *
     * @param times how often each week was drawn, from the window's first on
     */
    TieTally tally(int[] times) {
        boolean[] drawn = new boolean[weekCount];
        for (int week = 0; week < weekCount; week++) {
            drawn[week] = times[used[week]] > 0;
        }
        return tally(drawn);
    }

    private TieTally tally(boolean[] drawn) {
        int[] inside = new int[groups];
        int[] outside = new int[groups];
        for (int pair = 0; pair < from.length; pair++) {
            if (present(pair, drawn)) {
                int own = assignment[from[pair]];
                int other = assignment[to[pair]];
                if (own == other) {
                    inside[own]++;
                } else {
                    outside[own]++;
                    outside[other]++;
                }
            }
        }
        return new TieTally(inside, outside);
    }

    /**
     * By {@link #cell}, the factors between which 95 % of the draws lie around their median; 1 and 1 for a cell
     * without ties in half of the draws, and where there are fewer than two weeks.
     */
    double[][] spread(int resamples, long seed) {
        double[][] draws = draws(resamples, seed);
        double[][] spread = new double[draws.length][];
        for (int cell = 0; cell < draws.length; cell++) {
            double[] sorted = Arrays.stream(draws[cell]).sorted().toArray();
            double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
            int tail = (int) (0.025 * sorted.length);
            spread[cell] = median > 0
                    ? new double[] {sorted[tail] / median, sorted[sorted.length - 1 - tail] / median}
                    : new double[] {1, 1};
        }
        return spread;
    }

    /** Number of cells of so many groups, the diagonal included. */
    static int cells(int groups) {
        return groups * (groups + 1) / 2;
    }

    /** The cell of two groups in either order, row by row. */
    static int cell(int groups, int one, int other) {
        int from = Math.min(one, other);
        return from * groups - from * (from - 1) / 2 + Math.max(one, other) - from;
    }

    /** Ties expected in every cell when everybody keeps this number of ties. */
    static double[] expected(int[] degrees, int[] assignment, int groups) {
        double[] ends = new double[groups];
        double[] squares = new double[groups];
        double allEnds = 0;
        double allSquares = 0;
        for (int vertex = 0; vertex < degrees.length; vertex++) {
            double degree = degrees[vertex];
            ends[assignment[vertex]] += degree;
            squares[assignment[vertex]] += degree * degree;
            allEnds += degree;
            allSquares += degree * degree;
        }
        double pairings = (allEnds * allEnds - allSquares) / 2;
        double[] expected = new double[cells(groups)];
        for (int from = 0; from < groups && pairings > 0; from++) {
            expected[cell(groups, from, from)] =
                    (ends[from] * ends[from] - squares[from]) / 2 / pairings * (allEnds / 2);
            for (int to = from + 1; to < groups; to++) {
                expected[cell(groups, from, to)] = ends[from] * ends[to] / pairings * (allEnds / 2);
            }
        }
        return expected;
    }

    /** The ratio of every cell in every draw; draws in which nothing is expected in a cell are left out. */
    private double[][] draws(int resamples, long seed) {
        int cells = cells(groups);
        double[][] ratios = new double[cells][resamples];
        int[] sizes = new int[cells];
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] drawn = new boolean[weekCount];
        int[] degrees = new int[assignment.length];
        int[] ties = new int[cells];
        // One week, drawn again, is the same week: it says nothing about the next.
        for (int draw = 0; draw < resamples && weekCount > 1; draw++) {
            Arrays.fill(drawn, false);
            for (int week = 0; week < weekCount; week++) {
                drawn[random.nextInt(weekCount)] = true;
            }
            Arrays.fill(degrees, 0);
            Arrays.fill(ties, 0);
            for (int pair = 0; pair < from.length; pair++) {
                if (present(pair, drawn)) {
                    degrees[from[pair]]++;
                    degrees[to[pair]]++;
                    ties[cell(groups, assignment[from[pair]], assignment[to[pair]])]++;
                }
            }
            double[] expected = expected(degrees, assignment, groups);
            for (int cell = 0; cell < cells; cell++) {
                if (expected[cell] > 0) {
                    ratios[cell][sizes[cell]++] = ties[cell] / expected[cell];
                }
            }
        }
        for (int cell = 0; cell < cells; cell++) {
            ratios[cell] = Arrays.copyOf(ratios[cell], sizes[cell]);
        }
        return ratios;
    }

    private boolean present(int pair, boolean[] drawn) {
        for (int position = offsets[pair]; position < offsets[pair + 1]; position++) {
            if (drawn[weeks[position]]) {
                return true;
            }
        }
        return false;
    }

    /** Pair of stints and week in one number, so that one sort brings them together. */
    private static final class Packed implements NetworkSnapshot.ExchangeVisitor {
        private static final int WEEK_BITS = 14;
        private static final long WEEK_MASK = (1L << WEEK_BITS) - 1;

        private final GroupHistory history;
        private final int firstDay;
        private long[] keys = new long[1024];
        private int size;

        private Packed(GroupHistory history, int firstDay) {
            this.history = history;
            this.firstDay = firstDay;
        }

        @Override
        public void exchanged(int fromVertex, int toVertex, int day, int interactions, double strength) {
            int source = history.stintOn(fromVertex, day);
            int target = history.stintOn(toVertex, day);
            if (source < 0 || target < 0) {
                return;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            long pair = (long) Math.min(source, target) * history.stints() + Math.max(source, target);
            keys[size++] = pair << WEEK_BITS | (day - firstDay) / 7;
        }
    }
}
