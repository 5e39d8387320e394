package org.passerelle.silo;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Expectation;

/**
 * A figure beside what chance gives.
 *
 * @param closedForm what the null gives by formula; null where there is no formula
 * @param expected mean and middle 95 % of what was drawn from the null; null where nothing was drawn
 * @param z observed minus expected, in standard deviations of the null; null where it does not vary
 * @param p share of draws as far from their mean, the observed one included; null where nothing was drawn
 */
public record ChanceScore(
        double observed,
        @Nullable Double closedForm,
        @Nullable Estimate expected,
        @Nullable Double z,
        @Nullable Double p) {
    /** A figure with its draws, without formula; null where the figure is not defined. */
    static @Nullable ChanceScore of(double observed, Expectation drawn) {
        return Double.isNaN(observed)
                ? null
                : new ChanceScore(observed, null, estimate(drawn), number(drawn.z()), number(drawn.p()));
    }

    /** The same with what a formula gives. */
    ChanceScore withClosedForm(double value) {
        return new ChanceScore(observed, number(value), expected, z, p);
    }

    /** The same with another z. */
    ChanceScore withZ(double value) {
        return new ChanceScore(observed, closedForm, expected, number(value), p);
    }

    private static @Nullable Estimate estimate(Expectation drawn) {
        return Double.isNaN(drawn.mean()) ? null : Estimate.holding(drawn.mean(), drawn.low(), drawn.high());
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
