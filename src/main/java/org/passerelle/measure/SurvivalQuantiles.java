package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How long something takes when for some it has not happened yet: quantiles of the product-limit estimate of Edward Kaplan
 * and Paul Meier, Nonparametric estimation from incomplete observations, 1958, doi:10.1080/01621459.1958.10501452.
 *
 * <p>For an organisation: half of the needs are met within so many hours, although some still wait. What still waits counts
 * as waiting at least so long, and is not dropped, which would make the slow look fast. At the same time what ends comes
 * before what is given up.
 *
 * <pre>quantile(q) = the first time t with S(t) &lt;= 1 - q</pre>
 *
 * with S as in {@link KaplanMeier}. The interval of 95 % is from drawn cases (Bradley Efron, Bootstrap methods: another look
 * at the jackknife, 1979, doi:10.1214/aos/1176344552). It takes cases for independent, and giving up for unrelated to
 * ending.
 *
 * <p>Time O(n log n + draws n), memory O(n + draws). A quantile that the data do not reach is infinite; all are NaN of no
 * case. The order of the cases does not matter.
 */
public final class SurvivalQuantiles {
    private static final double TAIL = 0.025;
    // Products of survivals lose some of their last digits.
    private static final double ROUNDING = 1e-9;

    private SurvivalQuantiles() {}

    /**
     * Which quantiles, and how to draw.
     *
     * @param shares in (0, 1), each the share that has ended
     * @param draws number of drawn samples, all shares from the same
     */
    public record Parameters(List<Double> shares, int draws, long seed) {
        /** Copies and checks. */
        public Parameters {
            shares = List.copyOf(shares);
            if (shares.stream().anyMatch(share -> !(share > 0 && share < 1))) {
                throw new IllegalArgumentException("shares are between 0 and 1, not " + shares);
            }
            if (draws < 1 || draws > 100_000) {
                throw new IllegalArgumentException("draws is 1 to 100000, not " + draws);
            }
        }

        /** 500 draws. */
        public static Parameters of(long seed, Double... shares) {
            return new Parameters(List.of(shares), 500, seed);
        }
    }

    /** A quantile with its interval, in the unit of the times; infinite where the data do not reach it, NaN of no case. */
    public record Quantile(double time, double low, double high) {}

    /**
     * The quantiles, one for each share.
     *
     * @param times until each ended, or was last seen waiting
     * @param ended whether it ended
     */
    public static List<Quantile> compute(double[] times, boolean[] ended, Parameters parameters) {
        ProductLimit limit = new ProductLimit(times, ended);
        List<Double> shares = parameters.shares();
        if (limit.cases() == 0) {
            return Collections.nCopies(shares.size(), new Quantile(Double.NaN, Double.NaN, Double.NaN));
        }
        int[] counts = new int[limit.cases()];
        Arrays.fill(counts, 1);
        double[] found = reached(limit, counts, shares);
        double[][] drawn = new double[shares.size()][parameters.draws()];
        SplittableRandom random = new SplittableRandom(parameters.seed());
        for (int draw = 0; draw < parameters.draws(); draw++) {
            Arrays.fill(counts, 0);
            for (int taken = 0; taken < counts.length; taken++) {
                counts[random.nextInt(counts.length)]++;
            }
            double[] of = reached(limit, counts, shares);
            for (int share = 0; share < of.length; share++) {
                drawn[share][draw] = of[share];
            }
        }
        List<Quantile> quantiles = new ArrayList<>();
        for (int share = 0; share < found.length; share++) {
            quantiles.add(quantile(found[share], drawn[share]));
        }
        return List.copyOf(quantiles);
    }

    private static Quantile quantile(double found, double[] drawn) {
        Arrays.sort(drawn);
        double low = drawn[(int) Math.floor(TAIL * (drawn.length - 1))];
        double high = drawn[(int) Math.ceil((1 - TAIL) * (drawn.length - 1))];
        return new Quantile(found, Math.min(low, found), Math.max(high, found));
    }

    /** The first times at which the share that still waits is at most one less each share. */
    private static double[] reached(ProductLimit limit, int[] counts, List<Double> shares) {
        double[] reached = new double[shares.size()];
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
        limit.walk(counts, (time, _, _, survival) -> {
            for (int share = 0; share < reached.length; share++) {
                if (Double.isInfinite(reached[share]) && survival <= 1 - shares.get(share) + ROUNDING) {
                    reached[share] = time;
                }
            }
        });
        return reached;
    }
}
