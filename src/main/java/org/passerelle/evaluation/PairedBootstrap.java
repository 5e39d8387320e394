package org.passerelle.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How sure a mean is, or the difference of two means over the same questions: the 95 % interval of the bootstrap by
 * percentiles (Efron 1979, doi:10.1214/aos/1176344552), questions drawn with replacement. Seeded.
 */
public final class PairedBootstrap {
    private static final int DRAWS = 2_000;
    private static final long SEED = 1;

    private PairedBootstrap() {}

    /** A mean and its interval. */
    public record Estimate(double mean, double low, double high) {
        /** Whether 0 lies outside. */
        public boolean excludesZero() {
            return low > 0 || high < 0;
        }
    }

    /** The mean of values; of none it is 0. */
    public static Estimate of(double[] values) {
        if (values.length == 0) {
            return new Estimate(0, 0, 0);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int index = 0; index < values.length; index++) {
                sum += values[random.nextInt(values.length)];
            }
            means[draw] = sum / values.length;
        }
        Arrays.sort(means);
        return new Estimate(
                Arrays.stream(values).average().orElse(0), means[(int) (DRAWS * 0.025)], means[(int) (DRAWS * 0.975)]);
    }

    /** The mean of one minus other, question by question. */
    public static Estimate difference(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("Not the same questions: " + one.length + " and " + other.length);
        }
        double[] differences = new double[one.length];
        Arrays.setAll(differences, index -> one[index] - other[index]);
        return of(differences);
    }
}
