package org.passerelle.measure;

import java.util.List;

/**
 * Whether more of something in one period goes with more or less of something else in the next, within places: the slope of
 * least squares of the later amount on the dose, after each place's own means are taken away, so that a place that always has
 * more of both says nothing.
 *
 * <p>For an organisation: places are communities, the dose is hours of appointed animators, the amount the logarithm of the
 * discussions that others begin of their own accord four weeks later.
 *
 * <p>The interval of 95 % draws blocks of consecutive periods, each with all places, so that what one period had in common
 * is drawn together ({@link Weeks}). An association: whoever gives a larger dose where less is going to happen is in it.
 * Time O(places x periods + draws x periods). NaN where no place's dose ever changes; low and high NaN with fewer than
 * {@value #PERIODS_MIN} periods.
 */
public final class LaggedDose {
    /** Fewest periods for an interval. */
    public static final int PERIODS_MIN = 8;

    private LaggedDose() {}

    /**
     * A place, period by period.
     *
     * @param dose in each period; NaN where unknown
     * @param later the amount of the period after it; NaN where unknown
     */
    public record Place(double[] dose, double[] later) {
        /** Copies; refuses rows of unequal length. */
        public Place {
            if (dose.length != later.length) {
                throw new IllegalArgumentException(
                        "An amount for each of " + dose.length + " doses, not " + later.length);
            }
            dose = dose.clone();
            later = later.clone();
        }

        private boolean known(int period) {
            return !Double.isNaN(dose[period]) && !Double.isNaN(later[period]);
        }
    }

    /**
     * The answer.
     *
     * @param places whose dose changes
     * @param periods with such a place
     * @param slope change of the amount with one more of the dose
     */
    public record Result(int places, int periods, Weeks.Interval slope) {}

    /** Over places of as many periods each, the same calendar period at the same place of their rows. */
    public static Result compute(List<Place> places, Weeks.Parameters parameters) {
        int length = places.isEmpty() ? 0 : places.getFirst().dose().length;
        double[][] rows = new double[length][2];
        boolean[] seen = new boolean[length];
        int changing = 0;
        for (Place place : places) {
            if (place.dose().length != length) {
                throw new IllegalArgumentException(
                        "Every place has " + length + " periods, not " + place.dose().length);
            }
            changing += add(place, rows, seen) ? 1 : 0;
        }
        int periods = 0;
        for (boolean one : seen) {
            periods += one ? 1 : 0;
        }
        Weeks.Interval slope = Weeks.interval(
                rows, sums -> sums.length == 0 || sums[1] == 0 ? Double.NaN : sums[0] / sums[1], parameters);
        return new Result(
                changing,
                periods,
                periods < PERIODS_MIN ? new Weeks.Interval(slope.value(), Double.NaN, Double.NaN) : slope);
    }

    /** Adds what a place says to each period; says whether its dose changes at all. */
    private static boolean add(Place place, double[][] rows, boolean[] seen) {
        double doses = 0;
        double amounts = 0;
        int known = 0;
        double first = Double.NaN;
        boolean changes = false;
        for (int period = 0; period < rows.length; period++) {
            if (place.known(period)) {
                first = known == 0 ? place.dose()[period] : first;
                changes |= place.dose()[period] != first;
                doses += place.dose()[period];
                amounts += place.later()[period];
                known++;
            }
        }
        for (int period = 0; changes && period < rows.length; period++) {
            if (place.known(period)) {
                double dose = place.dose()[period] - doses / known;
                rows[period][0] += dose * (place.later()[period] - amounts / known);
                rows[period][1] += dose * dose;
                seen[period] = true;
            }
        }
        return changes;
    }
}
