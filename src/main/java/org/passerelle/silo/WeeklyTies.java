package org.passerelle.silo;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.measure.TieDraws;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.PairPeriods;
import org.passerelle.network.TieFilter;

/**
 * Which weeks every tie was used in, and from that how far observed over expected ties depend on the weeks one
 * happened to look at.
 *
 * <p>The weeks with exchange are drawn again, with replacement; a tie is there when one of its weeks was drawn,
 * and the expectation (that of {@link org.passerelle.measure.MixingMatrix}) is computed anew from the ties that
 * are there. A draw sees about 63 % of the weeks and so loses occasional ties, which shifts the level of every
 * draw; what counts is therefore the spread of the draws around their median, as factors below and above 1.
 * O(resamples (pair-weeks / 64 + stints + groups^2)) time ({@link TieDraws}).
 */
final class WeeklyTies {
    private static final int DAYS_A_WEEK = 7;

    private final PairPeriods pairs;
    private final int weekCount;
    /** Weeks with exchange, from the window's first on. */
    private final int[] used;

    private final int[] assignment;
    private final int groups;

    private WeeklyTies(PairPeriods pairs, int[] assignment, int groups) {
        this.pairs = pairs;
        this.used = pairs.used();
        this.weekCount = used.length;
        this.assignment = assignment;
        this.groups = groups;
    }

    /** Reads the weeks, counted from the window's first day. */
    static WeeklyTies of(NetworkSnapshot snapshot, GroupHistory history, TieFilter filter) {
        return new WeeklyTies(
                PairPeriods.ofStints(snapshot, history, filter, DAYS_A_WEEK),
                history.stintGroups(),
                history.groups().size());
    }

    /** Number of weeks with exchange. */
    int weeks() {
        return weekCount;
    }

    /** The stints in which somebody exchanged with anybody, also with people without a group. */
    BitSet active() {
        return pairs.active();
    }

    /** Number of pairs of stints with a tie; they are in order of their ends. */
    int pairs() {
        return pairs.pairs();
    }

    /** The stint with the smaller number of a pair. */
    int from(int pair) {
        return pairs.from(pair);
    }

    /** The other stint of a pair. */
    int to(int pair) {
        return pairs.to(pair);
    }

    /** Whether a pair is of two groups. */
    boolean isAcross(int pair) {
        return assignment[from(pair)] != assignment[to(pair)];
    }

    /** All ties. */
    TieTally tally() {
        int[] inside = new int[groups];
        int[] outside = new int[groups];
        for (int pair = 0; pair < pairs.pairs(); pair++) {
            int own = assignment[from(pair)];
            int other = assignment[to(pair)];
            if (own == other) {
                inside[own]++;
            } else {
                outside[own]++;
                outside[other]++;
            }
        }
        return new TieTally(inside, outside);
    }

    private int[] none() {
        return new int[used.length == 0 ? 0 : used[used.length - 1] + 1];
    }

    /**
     * For each draw the ties of which a week was drawn.
     *
     * @param times by draw, how often each week was drawn, from the window's first on
     */
    List<TieTally> tallies(int[][] times) {
        TieDraws ties = ties();
        return together(times)
                .flatMap(some -> Arrays.stream(ties.ties(some.length, holding(some))))
                .map(cells -> TieTally.of(groups, cells))
                .toList();
    }

    /**
     * By {@link #cell}, the factors between which 95 % of the draws lie around their median; 1 and 1 for a cell
     * without ties in half of the draws, and where there are fewer than two weeks.
     */
    double[][] spread(int resamples, long seed) {
        double[][] draws = draws(resamples, seed);
        return Arrays.stream(draws).parallel().map(WeeklyTies::spread).toArray(double[][]::new);
    }

    private static double[] spread(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        int tail = (int) (0.025 * sorted.length);
        return median > 0
                ? new double[] {sorted[tail] / median, sorted[sorted.length - 1 - tail] / median}
                : new double[] {1, 1};
    }

    /** The cell of two groups in either order, row by row. */
    static int cell(int groups, int one, int other) {
        return TieDraws.cell(groups, one, other);
    }

    /** The ratio of every cell in every draw; draws in which nothing is expected in a cell are left out. */
    private double[][] draws(int resamples, long seed) {
        // One week, drawn again, is the same week: it says nothing about the next.
        int[][] times = weekCount > 1 ? times(resamples, seed) : new int[0][];
        TieDraws ties = ties();
        TieDraws.Draw[] drawn = together(times)
                .flatMap(some -> Arrays.stream(ties.of(some.length, holding(some))))
                .toArray(TieDraws.Draw[]::new);
        return IntStream.range(0, TieDraws.cells(groups))
                .parallel()
                .mapToObj(cell -> ratios(drawn, cell))
                .toArray(double[][]::new);
    }

    private TieDraws ties() {
        int[] from = new int[pairs.pairs()];
        int[] to = new int[from.length];
        Arrays.setAll(from, pairs::from);
        Arrays.setAll(to, pairs::to);
        return new TieDraws(from, to, assignment, groups);
    }

    /** As many draws as can be counted together, in order, shared among threads. */
    private static Stream<int[][]> together(int[][] times) {
        int together = Math.ceilDiv(times.length, Math.max(1, Math.ceilDiv(times.length, TieDraws.DRAWS_MAX)));
        return IntStream.iterate(0, first -> first < times.length, first -> first + together)
                .parallel()
                .mapToObj(first -> Arrays.copyOfRange(times, first, Math.min(first + together, times.length)));
    }

    /** By pair, the draws in which it has a tie. */
    private IntToLongFunction holding(int[][] times) {
        long[] holding = new long[none().length];
        for (int draw = 0; draw < times.length; draw++) {
            for (int week : used) {
                holding[week] |= times[draw][week] > 0 ? 1L << draw : 0;
            }
        }
        return pair -> pairs.drawn(pair, holding);
    }

    /** Of the draws in which something is expected in the cell. */
    private static double[] ratios(TieDraws.Draw[] drawn, int cell) {
        double[] ratios = new double[drawn.length];
        int size = 0;
        for (TieDraws.Draw draw : drawn) {
            if (draw.expected()[cell] > 0) {
                ratios[size++] = draw.ties()[cell] / draw.expected()[cell];
            }
        }
        return Arrays.copyOf(ratios, size);
    }

    /** How often each week is drawn in each draw. */
    private int[][] times(int resamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] times = new int[resamples][];
        for (int draw = 0; draw < resamples; draw++) {
            times[draw] = none();
            for (int week = 0; week < weekCount; week++) {
                times[draw][used[random.nextInt(weekCount)]]++;
            }
        }
        return times;
    }
}
