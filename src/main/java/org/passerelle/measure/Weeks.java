package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How certain a figure is, and whether two stretches of time differ, by drawing weeks: people and their ties are not
 * independent draws from anything, weeks of exchange nearly are.
 *
 * <p>What a week brings is a row of counts that add up (ties inside, ties, replies, threads without animator…); a figure
 * is any function of such sums. Its interval draws blocks of {@code block} consecutive weeks with replacement, from a
 * circle so that every week is drawn as often, until there are as many weeks: Dimitris Politis and Joseph Romano, A
 * circular block-resampling procedure for stationary data, 1992, in LePage and Billard, Exploring the Limits of
 * Bootstrap. Blocks, because a busy week is followed by another. As few blocks make such intervals too narrow, the
 * draws are cut off further out, as Student's distribution asks: Tim Hesterberg, What teachers should know about the
 * bootstrap, 2015, doi:10.1080/00031305.2015.1089789. The p-value of a difference deals the blocks
 * anew between before and after, each keeping its number of weeks as nearly as blocks allow.
 *
 * <p>Both answers depend on the seed and the weeks alone. Time O(draws weeks counts). With fewer than two blocks there is
 * nothing to draw: NaN. A trend over the weeks is not what this asks: an interval takes them for alike.
 */
public final class Weeks {
    private Weeks() {}

    /**
     * How to draw.
     *
     * @param draws number of draws
     * @param block consecutive weeks that stay together
     */
    public record Parameters(int draws, int block, long seed) {
        /** Checks. */
        public Parameters {
            if (draws < 1 || draws > 100_000) {
                throw new IllegalArgumentException("draws is 1 to 100000, not " + draws);
            }
            if (block < 1) {
                throw new IllegalArgumentException("block is 1 or more, not " + block);
            }
        }

        /** 1,000 draws of blocks of 2 weeks. */
        public static Parameters defaults() {
            return new Parameters(1_000, 2, 1);
        }

        /** The same with so many draws. */
        public Parameters withDraws(int number) {
            return new Parameters(number, block, seed);
        }

        /** The same with blocks of so many weeks. */
        public Parameters withBlock(int weeks) {
            return new Parameters(draws, weeks, seed);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(draws, block, other);
        }
    }

    /**
     * A figure and where 95 % of its draws lie; low and high are NaN with fewer than two blocks.
     *
     * @param value of the weeks as they are
     */
    public record Interval(double value, double low, double high) {}

    /**
     * The figure after less the figure before.
     *
     * @param change observed
     * @param p share of deals in which it is at least as large in size, the observed one included; NaN with fewer than
     *     two blocks on a side
     */
    public record Change(double change, double p) {}

    /**
     * The interval of a figure.
     *
     * @param weeks a row of counts for each week, all of one length
     * @param figure of their sums; draws for which it is NaN are left out
     */
    public static Interval interval(double[][] weeks, ToDoubleFunction<double[]> figure, Parameters parameters) {
        int counts = check(weeks);
        double value = figure.applyAsDouble(sum(weeks, counts));
        if (weeks.length < 2 * parameters.block()) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        double[] drawn = new double[parameters.draws()];
        SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), 0));
        double[] sums = new double[counts];
        for (int draw = 0; draw < drawn.length; draw++) {
            Arrays.fill(sums, 0);
            for (int size = 0; size < weeks.length; ) {
                int first = random.nextInt(weeks.length);
                for (int step = 0; step < parameters.block() && size < weeks.length; step++, size++) {
                    add(sums, weeks[(first + step) % weeks.length]);
                }
            }
            drawn[draw] = figure.applyAsDouble(sums);
        }
        return ends(value, drawn, (double) weeks.length / parameters.block());
    }

    /**
     * How often every week is drawn, for a figure that is more than a sum over weeks: ties that are there when one of
     * their weeks is drawn. One row for each draw.
     *
     * @param weeks number of weeks
     */
    public static int[][] times(int weeks, Parameters parameters) {
        int[][] times = new int[parameters.draws()][weeks];
        for (int draw = 0; draw < times.length; draw++) {
            SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), draw));
            for (int size = 0; size < weeks; ) {
                int first = random.nextInt(weeks);
                for (int step = 0; step < parameters.block() && size < weeks; step++, size++) {
                    times[draw][(first + step) % weeks]++;
                }
            }
        }
        return times;
    }

    /**
     * Between what ends 95 % of such draws lie; NaN where none is a number, and with fewer than two blocks.
     *
     * @param value of the weeks as they are
     * @param drawn the figure of every draw; NaN is left out
     * @param blocks number of blocks there were to draw from
     */
    public static Interval ends(double value, double[] drawn, double blocks) {
        double[] sorted = Expectation.sorted(drawn);
        if (sorted.length == 0 || blocks < 2) {
            return new Interval(value, Double.NaN, Double.NaN);
        }
        int last = sorted.length - 1;
        double tail = tail(blocks);
        return new Interval(value, sorted[(int) (tail * last)], sorted[(int) Math.ceil((1 - tail) * last)]);
    }

    /** The share of draws to cut off at an end: 2.5 % with many blocks, less with few. */
    private static double tail(double blocks) {
        double student = student(blocks - 1) * Math.sqrt(blocks / (blocks - 1));
        // Abramowitz and Stegun, 26.2.17: the normal distribution's tail, within 7.5e-8.
        double t = 1 / (1 + 0.2316419 * student);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.exp(-student * student / 2) / Math.sqrt(2 * Math.PI) * series;
    }

    /** The 97.5 % point of Student's distribution: Abramowitz and Stegun, 26.7.5, from about 3 degrees on. */
    static double student(double degrees) {
        double z = 1.959963984540054;
        double cube = z * z * z;
        double fifth = cube * z * z;
        double seventh = fifth * z * z;
        return z
                + (cube + z) / (4 * degrees)
                + (5 * fifth + 16 * cube + 3 * z) / (96 * degrees * degrees)
                + (3 * seventh + 19 * fifth + 17 * cube - 15 * z) / (384 * degrees * degrees * degrees);
    }

    /** Whether a figure changed from some weeks to others, by dealing their blocks anew between the two. */
    public static Change change(
            double[][] before, double[][] after, ToDoubleFunction<double[]> figure, Parameters parameters) {
        int counts = Math.max(check(before), check(after));
        double change = figure.applyAsDouble(sum(after, counts)) - figure.applyAsDouble(sum(before, counts));
        double[][] first = blocks(before, counts, parameters.block());
        double[][] second = blocks(after, counts, parameters.block());
        if (first.length < 2 || second.length < 2 || Double.isNaN(change)) {
            return new Change(change, Double.NaN);
        }
        double[][] blocks = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, blocks, first.length, second.length);
        SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), 1));
        int asFar = 0;
        int dealt = 0;
        for (int draw = 0; draw < parameters.draws(); draw++) {
            for (int last = blocks.length - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                double[] block = blocks[other];
                blocks[other] = blocks[last];
                blocks[last] = block;
            }
            double[] left = sum(Arrays.copyOf(blocks, first.length), counts);
            double[] right = sum(Arrays.copyOfRange(blocks, first.length, blocks.length), counts);
            double difference = figure.applyAsDouble(right) - figure.applyAsDouble(left);
            if (!Double.isNaN(difference)) {
                dealt++;
                // Differences of rounding only must not count as smaller than the observed one.
                asFar += Math.abs(difference) >= Math.abs(change) - 1e-12 ? 1 : 0;
            }
        }
        return new Change(change, (asFar + 1.0) / (dealt + 1.0));
    }

    /** Sums over blocks of consecutive weeks; the last one may be shorter. */
    private static double[][] blocks(double[][] weeks, int counts, int block) {
        double[][] blocks = new double[(weeks.length + block - 1) / block][];
        for (int number = 0; number < blocks.length; number++) {
            int end = Math.min(weeks.length, (number + 1) * block);
            blocks[number] = sum(Arrays.copyOfRange(weeks, number * block, end), counts);
        }
        return blocks;
    }

    private static int check(double[][] weeks) {
        int counts = weeks.length == 0 ? 0 : weeks[0].length;
        for (double[] week : weeks) {
            if (week.length != counts) {
                throw new IllegalArgumentException(
                        "Every week has one row of " + counts + " counts, not " + week.length);
            }
        }
        return counts;
    }

    private static double[] sum(double[][] rows, int counts) {
        double[] sums = new double[counts];
        for (double[] row : rows) {
            add(sums, row);
        }
        return sums;
    }

    private static void add(double[] sums, double[] row) {
        for (int count = 0; count < row.length; count++) {
            sums[count] += row[count];
        }
    }
}
