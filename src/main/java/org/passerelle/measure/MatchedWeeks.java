package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How much more happens in some weeks than in weeks like them: the mean difference between each week that something came
 * before and the mean of its matched others.
 *
 * <p>p: in every set it is dealt anew which of its weeks came after something, all alike likely, and the mean difference is
 * compared (randomisation within matched sets: Paul Rosenbaum, Observational Studies, 2002, doi:10.1007/978-1-4757-3692-2;
 * two-sided, the observed one included). The interval of 95 % draws calendar weeks with replacement, each with all its
 * sets (Bradley Efron, Bootstrap methods, 1979, doi:10.1214/aos/1176344552), cut off as {@link Weeks#ends} does. An
 * association: whatever else those weeks had in common is in it.
 *
 * <p>Time O(draws x weeks of all sets). Same sets and seed, same answer. NaN without sets; no interval with fewer than two
 * calendar weeks.
 */
public final class MatchedWeeks {
    private static final double ROUNDING = 1e-12;

    private MatchedWeeks() {}

    /**
     * How to draw.
     *
     * @param draws of each of the two, 99 to 100,000
     */
    public record Parameters(int draws, long seed) {
        /** Checks. */
        public Parameters {
            if (draws < 99 || draws > 100_000) {
                throw new IllegalArgumentException("draws is 99 to 100000, not " + draws);
            }
        }

        /** 1,999 draws. */
        public static Parameters defaults() {
            return new Parameters(1_999, 1);
        }
    }

    /**
     * A week after something, and weeks like it.
     *
     * @param week which calendar week it is, so that what happened in one week is drawn together
     * @param after what was counted in it
     * @param others the same in weeks like it, at least one
     */
    public record MatchedSet(int week, double after, double[] others) {
        /** Refuses a week without others. */
        public MatchedSet {
            if (others.length == 0) {
                throw new IllegalArgumentException("A set has at least one other week");
            }
            others = others.clone();
        }

        private double difference() {
            return after - Arrays.stream(others).average().orElseThrow();
        }

        /** The difference if the week at a place, 0 for the observed one, had come after something. */
        private double difference(int place, double total) {
            double chosen = place == 0 ? after : others[place - 1];
            return chosen - (total - chosen) / others.length;
        }

        private double total() {
            return after + Arrays.stream(others).sum();
        }
    }

    /**
     * The comparison.
     *
     * @param after mean of the weeks after something
     * @param others mean of the means of their others
     * @param difference one less the other, with its interval; low and high NaN where it has none
     * @param p chance of a difference as large in size without any association
     */
    public record Result(int sets, double after, double others, Weeks.Interval difference, double p) {}

    /** Compares. */
    public static Result compute(List<MatchedSet> sets, Parameters parameters) {
        if (sets.isEmpty()) {
            return new Result(
                    0, Double.NaN, Double.NaN, new Weeks.Interval(Double.NaN, Double.NaN, Double.NaN), Double.NaN);
        }
        double after = sets.stream().mapToDouble(MatchedSet::after).average().orElseThrow();
        double difference =
                sets.stream().mapToDouble(MatchedSet::difference).average().orElseThrow();
        return new Result(
                sets.size(),
                after,
                after - difference,
                interval(sets, difference, parameters),
                p(sets, difference, parameters));
    }

    private static double p(List<MatchedSet> sets, double observed, Parameters parameters) {
        SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), 0));
        double[] totals = sets.stream().mapToDouble(MatchedSet::total).toArray();
        int asFar = 0;
        for (int draw = 0; draw < parameters.draws(); draw++) {
            double sum = 0;
            for (int number = 0; number < totals.length; number++) {
                MatchedSet set = sets.get(number);
                sum += set.difference(random.nextInt(set.others.length + 1), totals[number]);
            }
            asFar += Math.abs(sum / totals.length) >= Math.abs(observed) - ROUNDING ? 1 : 0;
        }
        return (asFar + 1.0) / (parameters.draws() + 1.0);
    }

    private static Weeks.Interval interval(List<MatchedSet> sets, double observed, Parameters parameters) {
        TreeMap<Integer, double[]> weeks = new TreeMap<>();
        for (MatchedSet set : sets) {
            double[] week = weeks.computeIfAbsent(set.week(), _ -> new double[2]);
            week[0] += set.difference();
            week[1]++;
        }
        List<double[]> sums = new ArrayList<>(weeks.values());
        SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), 1));
        double[] drawn = new double[parameters.draws()];
        for (int draw = 0; draw < drawn.length; draw++) {
            double sum = 0;
            double count = 0;
            for (int week = 0; week < sums.size(); week++) {
                double[] chosen = sums.get(random.nextInt(sums.size()));
                sum += chosen[0];
                count += chosen[1];
            }
            drawn[draw] = sum / count;
        }
        return Weeks.ends(observed, drawn, sums.size());
    }
}
