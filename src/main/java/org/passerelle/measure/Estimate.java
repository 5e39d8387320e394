package org.passerelle.measure;

/**
 * A figure with its interval of 95 %.
 *
 * @param low lower end, at most the value
 * @param high upper end, at least the value
 */
public record Estimate(double value, double low, double high) {
    /** Refuses an interval that misses its figure. */
    public Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("The interval " + low + " to " + high + " misses " + value);
        }
    }

    /** An interval from draws, which may miss the figure by a hair: widened to hold it. */
    public static Estimate holding(double value, double low, double high) {
        return new Estimate(value, Math.min(value, low), Math.max(value, high));
    }
}
