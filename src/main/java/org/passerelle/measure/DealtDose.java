package org.passerelle.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether more of something in one period goes with more or less of something else in the next, told from chance by dealing the
 * doses to other places: the slope of least squares after each place's and each period's own means are taken away, and how often
 * as steep a one would come if each whole course of doses had been some other place's (randomisation as in Paul Rosenbaum,
 * Observational Studies, 2002, doi:10.1007/978-1-4757-3692-2, and for panels Alberto Abadie, Alexis Diamond and Jens
 * Hainmueller, 2010, doi:10.1198/jasa.2009.ap08746).
 *
 * <p>For an organisation: places are communities, the dose is hours of appointed animators, the amount the logarithm of the
 * discussions that others begin of their own accord four weeks later. Where a dose is a step, as after an appointment, what
 * one place does for months counts as one observation and not as many: {@link LaggedDose}, whose interval draws periods, calls
 * too often there.
 *
 * <p>The interval of 95 % holds the slopes that would not be refused, each taken away from the amounts before the doses are dealt;
 * none where fewer than {@value #DEALS_MIN} deals are possible. An association: whoever gives a larger dose where less is going to
 * happen is in it. Time O(places² x periods + draws x places x steps of the search). NaN where no dose changes.
 */
public final class DealtDose {
    /** Fewer possible deals than this give no interval. */
    public static final int DEALS_MIN = 40;

    private static final double ALPHA = 0.05;
    private static final double ROUNDING = 1e-12;
    private static final int STEPS = 40;

    private final int places;
    private final int changing;
    private final double slope;
    private final double[] dealtAmounts;
    private final double[] dealtDoses;

    /** How the doses are dealt: 99 to 100,000 draws. */
    public record Parameters(int draws, long seed) {
        /** Checks. */
        public Parameters {
            if (draws < 99 || draws > 100_000) {
                throw new IllegalArgumentException("draws is 99 to 100000, not " + draws);
            }
        }

        /** 999 draws. */
        public static Parameters defaults() {
            return new Parameters(999, 20250101L);
        }
    }

    /**
     * A place, period by period.
     *
     * @param dose in each period, 0 where it had none
     * @param later the amount of the period after it
     */
    public record Place(double[] dose, double[] later) {
        /** Copies; refuses rows of unequal length and what is no number. */
        public Place {
            if (dose.length != later.length) {
                throw new IllegalArgumentException(
                        "An amount for each of " + dose.length + " doses, not " + later.length);
            }
            if (!Double.isFinite(
                    Arrays.stream(dose).sum() + Arrays.stream(later).sum())) {
                throw new IllegalArgumentException("Doses and amounts are numbers");
            }
            dose = dose.clone();
            later = later.clone();
        }

        private boolean changes() {
            return Arrays.stream(dose).distinct().count() > 1;
        }
    }

    /**
     * The answer.
     *
     * @param changing places whose dose changes
     * @param slope change of the amount with one more of the dose; low and high NaN where it has no interval
     * @param p chance of a slope as steep if the doses had been other places', the observed one included; NaN without a slope
     */
    public record Result(int changing, Weeks.Interval slope, double p) {}

    private DealtDose(List<Place> all, Parameters parameters) {
        places = all.size();
        changing = (int) all.stream().filter(Place::changes).count();
        double[][] doses = centred(all.stream().map(Place::dose).toArray(double[][]::new));
        double[][] amounts = centred(all.stream().map(Place::later).toArray(double[][]::new));
        double square = 0;
        for (double[] dose : doses) {
            square += product(dose, dose);
        }
        double[][] withAmounts = products(doses, amounts, square);
        double[][] withDoses = products(doses, doses, square);
        slope = changing == 0 ? Double.NaN : trace(withAmounts, identity());
        dealtAmounts = new double[parameters.draws()];
        dealtDoses = new double[parameters.draws()];
        SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), 0));
        int[] course = identity();
        for (int draw = 0; draw < dealtAmounts.length; draw++) {
            for (int last = places - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                int kept = course[last];
                course[last] = course[other];
                course[other] = kept;
            }
            dealtAmounts[draw] = trace(withAmounts, course);
            dealtDoses[draw] = trace(withDoses, course);
        }
    }

    /** Over places of as many periods each, the same calendar period at the same place of their rows. */
    public static Result compute(List<Place> all, Parameters parameters) {
        for (Place place : all) {
            if (place.dose().length != all.getFirst().dose().length) {
                throw new IllegalArgumentException("Every place has as many periods");
            }
        }
        DealtDose dealt = new DealtDose(List.copyOf(all), parameters);
        if (Double.isNaN(dealt.slope)) {
            return new Result(dealt.changing, new Weeks.Interval(Double.NaN, Double.NaN, Double.NaN), Double.NaN);
        }
        boolean told = dealt.deals() >= DEALS_MIN;
        return new Result(
                dealt.changing,
                new Weeks.Interval(dealt.slope, told ? dealt.end(-1) : Double.NaN, told ? dealt.end(1) : Double.NaN),
                dealt.p(0));
    }

    /** How many ways there are to deal the courses that change, at most as many as are asked about. */
    private long deals() {
        long deals = 1;
        for (int dealt = 0; dealt < changing && deals < DEALS_MIN; dealt++) {
            deals *= places - dealt;
        }
        return deals;
    }

    /** Chance of a slope as far from one that is taken away first. */
    private double p(double less) {
        double far = Math.abs(slope - less) - ROUNDING;
        int asFar = 1;
        for (int draw = 0; draw < dealtAmounts.length; draw++) {
            asFar += Math.abs(dealtAmounts[draw] - less * dealtDoses[draw]) >= far ? 1 : 0;
        }
        return asFar / (dealtAmounts.length + 1.0);
    }

    /** Where, on one side, slopes begin to be refused; NaN where none ever is. */
    private double end(int side) {
        double step = Math.max(Math.abs(slope), 1e-6);
        int doublings = 0;
        while (p(slope + side * step) >= ALPHA) {
            step *= 2;
            if (++doublings > STEPS) {
                return Double.NaN;
            }
        }
        double kept = 0;
        for (int halving = 0; halving < STEPS; halving++) {
            double middle = (kept + step) / 2;
            if (p(slope + side * middle) >= ALPHA) {
                kept = middle;
            } else {
                step = middle;
            }
        }
        return slope + side * step;
    }

    private int[] identity() {
        int[] identity = new int[places];
        Arrays.setAll(identity, place -> place);
        return identity;
    }

    /** The sum over places of what the course dealt to each has in common with it. */
    private static double trace(double[][] products, int[] course) {
        double sum = 0;
        for (int place = 0; place < course.length; place++) {
            sum += products[course[place]][place];
        }
        return sum;
    }

    private static double[][] products(double[][] courses, double[][] rows, double square) {
        double[][] products = new double[courses.length][rows.length];
        for (int course = 0; course < courses.length; course++) {
            for (int place = 0; place < rows.length; place++) {
                products[course][place] = product(courses[course], rows[place]) / square;
            }
        }
        return products;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int period = 0; period < one.length; period++) {
            sum += one[period] * other[period];
        }
        return sum;
    }

    /** Without the means of rows and columns. */
    private static double[][] centred(double[][] rows) {
        int periods = rows.length == 0 ? 0 : rows[0].length;
        double[] columns = new double[periods];
        double[][] centred = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            double mean = Arrays.stream(rows[row]).average().orElse(0);
            centred[row] = Arrays.stream(rows[row]).map(value -> value - mean).toArray();
            for (int period = 0; period < periods; period++) {
                columns[period] += centred[row][period] / rows.length;
            }
        }
        for (double[] row : centred) {
            for (int period = 0; period < periods; period++) {
                row[period] -= columns[period];
            }
        }
        return centred;
    }
}
