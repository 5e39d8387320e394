package org.passerelle.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The walk of the product-limit estimate over cases of which some could not be watched to their end: Edward Kaplan and Paul
 * Meier, Nonparametric estimation from incomplete observations, 1958, doi:10.1080/01621459.1958.10501452.
 *
 * <pre>S(t) = product over times d &lt;= t at which some ended of (1 - ended(d) / atRisk(d))</pre>
 *
 * Whoever is last seen at the time at which others end was at risk then. Sorted once, O(n log n); a walk is O(n), so that
 * many samples drawn from the same cases cost no sorting.
 */
final class ProductLimit {
    private final double[] times;
    private final boolean[] ended;

    /**
     * Cases.
     *
     * @param times until each ended, or was last seen
     * @param ended whether it ended
     */
    ProductLimit(double[] times, boolean[] ended) {
        if (times.length != ended.length) {
            throw new IllegalArgumentException(
                    "times and ended have one entry a case, not " + times.length + " and " + ended.length);
        }
        int[] order = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(at -> times[at]).thenComparing(at -> !ended[at]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.times = IntStream.of(order).mapToDouble(at -> times[at]).toArray();
        this.ended = new boolean[order.length];
        for (int at = 0; at < order.length; at++) {
            this.ended[at] = ended[order[at]];
        }
    }

    /** Told every time at which some ended, ascending. */
    @FunctionalInterface
    interface Steps {
        /**
         * One of them.
         *
         * @param atRisk still watched and not ended just before; at least 1
         * @param ended those who ended then; at least 1
         * @param survival share that lasts longer
         */
        void step(double time, int atRisk, int ended, double survival);
    }

    int cases() {
        return times.length;
    }

    /** Each case once. */
    void walk(Steps steps) {
        int[] once = new int[times.length];
        Arrays.fill(once, 1);
        walk(once, steps);
    }

    /**
     * Each case so many times.
     *
     * @param counts for each case in the order of times; as many in all as there are cases
     */
    void walk(int[] counts, Steps steps) {
        int atRisk = times.length;
        double survival = 1;
        for (int at = 0; at < times.length; ) {
            double time = times[at];
            int ends = 0;
            int leaves = 0;
            while (at < times.length && times[at] == time) {
                ends += ended[at] ? counts[at] : 0;
                leaves += counts[at];
                at++;
            }
            if (ends > 0) {
                survival *= (double) (atRisk - ends) / atRisk;
                steps.step(time, atRisk, ends, survival);
            }
            atRisk -= leaves;
        }
    }
}
