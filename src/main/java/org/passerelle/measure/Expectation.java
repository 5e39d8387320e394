package org.passerelle.measure;

import java.util.Arrays;

/**
 * What drawing from a null gave, beside what was observed: the mean, the middle 95 %, how many standard
 * deviations the observed value lies from the mean and how often chance lies as far. All NaN without draws or
 * without an observed value.
 *
 * @param mean the expected value
 * @param low 2.5 % of the draws lie below
 * @param high 2.5 % lie above
 * @param z observed minus mean, in standard deviations of the draws; NaN where they do not vary
 * @param p share of draws at least as far from their mean, the observed one included; never 0
 */
public record Expectation(double mean, double low, double high, double z, double p) {
    /** Nothing was drawn. */
    static final Expectation NONE = new Expectation(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Differences of rounding only must not count as nearer to the mean than the observed value. */
    private static final double ROUNDING = 1e-12;

    /** Compares; draws that are NaN are left out. */
    static Expectation of(double observed, double[] drawn) {
        double[] values = sorted(drawn);
        if (values.length == 0 || Double.isNaN(observed)) {
            return NONE;
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        double distance = Math.abs(observed - mean) - ROUNDING;
        int asFar = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            asFar += Math.abs(value - mean) >= distance ? 1 : 0;
        }
        double deviation = Math.sqrt(squares / values.length);
        double[] middle = middle(values);
        return new Expectation(
                mean,
                middle[0],
                middle[1],
                deviation > ROUNDING ? (observed - mean) / deviation : Double.NaN,
                (asFar + 1.0) / (values.length + 1.0));
    }

    /** The values that are numbers, ascending. */
    static double[] sorted(double[] drawn) {
        double[] values = drawn.clone();
        Arrays.sort(values);
        // NaN sorts last.
        int numbers = values.length;
        while (numbers > 0 && Double.isNaN(values[numbers - 1])) {
            numbers--;
        }
        return Arrays.copyOf(values, numbers);
    }

    /** The middle 95 % of ascending values, NaN of none. */
    static double[] middle(double[] sorted) {
        if (sorted.length == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        int last = sorted.length - 1;
        return new double[] {sorted[(int) (0.025 * last)], sorted[(int) Math.ceil(0.975 * last)]};
    }
}
