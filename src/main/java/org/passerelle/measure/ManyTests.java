package org.passerelle.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * p-values of many tests at once, made larger so that what looks remarkable among many is not taken for more than it is:
 * among a hundred pairs of groups in which nothing changed, five have p below 0.05.
 *
 * <p>{@link #falseDiscoveries}: of the tests that come out below 0.05, at most one in twenty is expected to be none (Yoav
 * Benjamini and Yosef Hochberg, Controlling the false discovery rate, 1995, doi:10.1111/j.2517-6161.1995.tb02031.x, which
 * holds for tests that are independent or depend positively on each other). {@link #anyFalse}: with 95 % certainty none is
 * (Sture Holm, A simple sequentially rejective multiple test procedure, 1979), whatever their dependence. NaN stays NaN and
 * counts for no test. O(n log n).
 */
public final class ManyTests {
    private ManyTests() {}

    /** Benjamini and Hochberg's adjusted p-values, in the order given. */
    public static double[] falseDiscoveries(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = unknown(p);
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            least = Math.min(least, p[order[rank - 1]] * order.length / rank);
            adjusted[order[rank - 1]] = least;
        }
        return adjusted;
    }

    /** Holm's adjusted p-values, in the order given. */
    public static double[] anyFalse(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = unknown(p);
        double most = 0;
        for (int rank = 0; rank < order.length; rank++) {
            most = Math.max(most, Math.min(1, p[order[rank]] * (order.length - rank)));
            adjusted[order[rank]] = most;
        }
        return adjusted;
    }

    private static double[] unknown(double[] p) {
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .filter(test -> !Double.isNaN(p[test]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer test) -> p[test]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
