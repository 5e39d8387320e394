package org.passerelle.silo;

import java.util.Arrays;
import java.util.SplittableRandom;
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
 * O(resamples (pair-weeks + groups^2)) time.
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

    /** The weeks of a pair as bits, the window's first lowest; of windows of at most 64 weeks. */
    long bits(int pair) {
        return pairs.bits(pair);
    }

    /** The group of a stint. */
    int groupOf(int stint) {
        return assignment[stint];
    }

    /** How many groups there are. */
    int groups() {
        return groups;
    }

    /** Whether a pair is of two groups. */
    boolean isAcross(int pair) {
        return assignment[from(pair)] != assignment[to(pair)];
    }

    /** All ties. */
    TieTally tally() {
        int[] times = none();
        Arrays.fill(times, 1);
        return tally(times);
    }

    private int[] none() {
        return new int[used.length == 0 ? 0 : used[used.length - 1] + 1];
    }

    /**
     * The ties of which a week was drawn.
     *
     * @param times how often each week was drawn, from the window's first on
     */
    TieTally tally(int[] times) {
        int[] inside = new int[groups];
        int[] outside = new int[groups];
        for (int pair = 0; pair < pairs.pairs(); pair++) {
            if (pairs.drawn(pair, times)) {
                int own = assignment[pairs.from(pair)];
                int other = assignment[pairs.to(pair)];
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
        // One week, drawn again, is the same week: it says nothing about the next.
        int[][] times = weekCount > 1 ? times(resamples, seed) : new int[0][];
        double[][] drawn = Arrays.stream(times).parallel().map(this::ratios).toArray(double[][]::new);
        double[][] ratios = new double[cells(groups)][];
        for (int cell = 0; cell < ratios.length; cell++) {
            int place = cell;
            ratios[cell] = Arrays.stream(drawn)
                    .mapToDouble(draw -> draw[place])
                    .filter(ratio -> !Double.isNaN(ratio))
                    .toArray();
        }
        return ratios;
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

    /** The ratio of every cell in one draw, NaN where nothing is expected. */
    private double[] ratios(int[] times) {
        int[] degrees = new int[assignment.length];
        int[] ties = new int[cells(groups)];
        for (int pair = 0; pair < pairs.pairs(); pair++) {
            if (pairs.drawn(pair, times)) {
                degrees[pairs.from(pair)]++;
                degrees[pairs.to(pair)]++;
                ties[cell(groups, assignment[pairs.from(pair)], assignment[pairs.to(pair)])]++;
            }
        }
        double[] ratios = expected(degrees, assignment, groups);
        for (int cell = 0; cell < ratios.length; cell++) {
            ratios[cell] = ratios[cell] > 0 ? ties[cell] / ratios[cell] : Double.NaN;
        }
        return ratios;
    }
}
