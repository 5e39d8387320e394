package org.passerelle.loop;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How long something takes when for some it has not happened yet: quantiles of the product-limit estimate of Edward Kaplan
 * and Paul Meier, Nonparametric estimation from incomplete observations, 1958, doi:10.1080/01621459.1958.10501452. What
 * still waits counts as waiting at least so long, and is not dropped, which would make the slow look fast. At the same
 * time what ends comes before what is given up. The interval of 95 % is from drawn cases (Bradley Efron, 1979). A quantile that
 * the data do not reach is infinite. O(draws n) after sorting.
 */
final class CensoredHours {
    static final int DRAWS = 500;
    private static final double TAIL = 0.025;
    // Products of survivals lose some of their last digits.
    private static final double ROUNDING = 1e-9;

    private final double[] hours;
    private final boolean[] ended;

    /**
     * Cases.
     *
     * @param hours until it ended, or was last seen waiting
     * @param ended whether it ended
     */
    CensoredHours(double[] hours, boolean[] ended) {
        int[] order = IntStream.range(0, hours.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(at -> hours[at]).thenComparing(at -> !ended[at]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.hours = IntStream.of(order).mapToDouble(at -> hours[at]).toArray();
        this.ended = new boolean[order.length];
        for (int at = 0; at < order.length; at++) {
            this.ended[at] = ended[order[at]];
        }
    }

    /** A quantile with its interval; infinite where the data do not reach it, NaN of no case. */
    record Quantile(double hours, double low, double high) {}

    /** Quantiles of the given shares, in (0, 1), all from the same draws. */
    Quantile[] quantiles(long seed, double... shares) {
        Quantile[] quantiles = new Quantile[shares.length];
        if (hours.length == 0) {
            Arrays.fill(quantiles, new Quantile(Double.NaN, Double.NaN, Double.NaN));
            return quantiles;
        }
        int[] once = new int[hours.length];
        Arrays.fill(once, 1);
        double[] found = reached(once, shares);
        double[][] drawn = new double[shares.length][DRAWS];
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] times = new int[hours.length];
            for (int taken = 0; taken < hours.length; taken++) {
                times[random.nextInt(hours.length)]++;
            }
            double[] of = reached(times, shares);
            for (int share = 0; share < shares.length; share++) {
                drawn[share][draw] = of[share];
            }
        }
        for (int share = 0; share < shares.length; share++) {
            Arrays.sort(drawn[share]);
            double low = drawn[share][(int) Math.floor(TAIL * (DRAWS - 1))];
            double high = drawn[share][(int) Math.ceil((1 - TAIL) * (DRAWS - 1))];
            quantiles[share] = new Quantile(found[share], Math.min(low, found[share]), Math.max(high, found[share]));
        }
        return quantiles;
    }

    /** The first hours at which the share that still waits is at most one less each share. */
    private double[] reached(int[] times, double[] shares) {
        double[] reached = new double[shares.length];
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
        long waiting = hours.length;
        double survival = 1;
        int at = 0;
        while (at < hours.length) {
            double time = hours[at];
            long ends = 0;
            long leaves = 0;
            while (at < hours.length && hours[at] == time) {
                ends += ended[at] ? times[at] : 0;
                leaves += times[at];
                at++;
            }
            if (ends > 0) {
                survival *= 1 - (double) ends / waiting;
                for (int share = 0; share < shares.length; share++) {
                    if (Double.isInfinite(reached[share]) && survival <= 1 - shares[share] + ROUNDING) {
                        reached[share] = time;
                    }
                }
            }
            waiting -= leaves;
        }
        return reached;
    }
}
