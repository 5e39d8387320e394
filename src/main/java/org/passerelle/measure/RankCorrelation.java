package org.passerelle.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whether what is high in one way is high in another: Charles Spearman, The proof and measurement of association between two
 * things, 1904, doi:10.2307/1412159.
 *
 * <p>For an organisation: whether those whom a measure puts first are those whom colleagues name, or whether a manager's
 * weeks with more of one thing have less of another. Only the order counts, so one very busy week, or one very busy person,
 * does not decide.
 *
 * <pre>rho = sum (r - m)(s - m) / sqrt(sum (r - m)^2 sum (s - m)^2)</pre>
 *
 * with r and s the ranks of both and m = (n + 1) / 2 their mean; equal values share the mean of their ranks (mid-ranks),
 * without which the short form 1 - 6 sum (r - s)^2 / (n (n^2 - 1)) would be wrong. It is 1 for the same order, -1 for the
 * opposite one, and about 0 for unrelated ones. An association says nothing of what causes what.
 *
 * <p>Time O(n log n), memory O(n). NaN of fewer than two pairs, and where one of the two never changes. Values must be
 * numbers: NaN has no place in an order and is refused.
 */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * The correlation.
     *
     * @param one a value for each pair
     * @param other the other value of the same pairs
     * @return from -1 to 1, or NaN
     */
    public static double compute(double[] one, double[] other) {
        double[] sums = new double[6];
        for (double[] row : rows(one, other)) {
            for (int at = 0; at < sums.length; at++) {
                sums[at] += row[at];
            }
        }
        return ofSums(sums);
    }

    /**
     * The correlation of what happened in weeks, with an interval from drawn pairs of weeks ({@link Weeks}). A week keeps the
     * rank that it has among all of them, so an interval takes ranks for known. O(draws n) after ranking.
     *
     * @param one a value for each week, in order
     * @param other the other value of the same weeks
     * @return low and high NaN with too few weeks to draw from; draws in which one of the two never changes are left out
     */
    public static Weeks.Interval ofWeeks(double[] one, double[] other, Weeks.Parameters parameters) {
        return Weeks.interval(rows(one, other), RankCorrelation::ofSums, parameters);
    }

    /**
     * Ranks from 1, the lowest first; equal values share the mean of theirs, so a rank is a whole number or ends in a half.
     *
     * @param values numbers, infinite ones included
     */
    public static double[] ranks(double[] values) {
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("Every value to rank is a number, and one is NaN");
        }
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(at -> values[at]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int place = start; place < end; place++) {
                ranks[order[place]] = (start + 1 + end) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    /** What adds up over pairs: 1, x, y, their squares and their product, of ranks less their mean. */
    private static double[][] rows(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "Two values of the same pairs, not " + one.length + " and " + other.length);
        }
        double[] ranks = ranks(one);
        double[] otherRanks = ranks(other);
        double mean = (one.length + 1) / 2.0;
        double[][] rows = new double[one.length][];
        for (int pair = 0; pair < rows.length; pair++) {
            double x = ranks[pair] - mean;
            double y = otherRanks[pair] - mean;
            rows[pair] = new double[] {1, x, y, x * x, y * y, x * y};
        }
        return rows;
    }

    /** From those sums; drawn pairs need not have the mean of all, so it is taken off again. */
    private static double ofSums(double[] sums) {
        double n = sums[0];
        double x = sums[3] - sums[1] * sums[1] / n;
        double y = sums[4] - sums[2] * sums[2] / n;
        // Ranks are halves of whole numbers: less than this is rounding. The comparison is also false of nobody's NaN.
        return x > 1e-6 && y > 1e-6 ? (sums[5] - sums[1] * sums[2] / n) / Math.sqrt(x * y) : Double.NaN;
    }
}
