package org.passerelle.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * Whether figures changed from one stretch of time to another, for figures that do not add up over weeks, such as a share
 * of ties: the blocks of weeks of both are dealt anew between before and after, and every figure is computed from the
 * blocks it was dealt. {@link Weeks#change} does the same for sums.
 *
 * <p>Each side keeps its number of blocks. Where the sides are of different length, figures that grow with time differ
 * without any change; the deals show by how much, so a change is judged by its distance from their mean and not from 0.
 * Blocks and not days, because a busy week is followed by another; a permutation test, Eugene Edgington, Randomization
 * tests, 1980. It asks whether time matters at all: a trend or a season that was there anyway counts as change.
 *
 * <p>The interval of a change takes the deals' spread for its own: a change of any size moves them all alike. A real
 * change widens the deals, so it is rather too wide than too narrow. With fewer than two blocks on a side nothing can be
 * dealt: NaN. Time O(deals figures); the result does not depend on the number of threads. Stops when its thread is
 * interrupted.
 */
public final class BlockDeals {
    /** Their two sides fit into one number. */
    private static final int DEALS_TOGETHER = TieDraws.DRAWS_MAX / 2;

    private BlockDeals() {}

    /**
     * How to deal.
     *
     * @param before blocks of the first stretch: those numbered from 0
     * @param after blocks of the second: the numbers that follow
     */
    public record Parameters(int before, int after, int deals, long seed, int threads) {
        /** Checks. */
        public Parameters {
            if (before < 1 || after < 1) {
                throw new IllegalArgumentException("Both sides need a block, not " + before + " and " + after);
            }
            if (deals < 0 || deals > 100_000) {
                throw new IllegalArgumentException("deals is 0 to 100000, not " + deals);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("threads is 1 or more, not " + threads);
            }
        }

        /** 999 deals, seed 1, as many threads as the machine runs at once. */
        public static Parameters defaults(int before, int after) {
            return new Parameters(before, after, 999, 1, Tasks.threads());
        }

        /** The same with so many deals. */
        public Parameters withDeals(int number) {
            return new Parameters(before, after, number, seed, threads);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(before, after, deals, other, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(before, after, deals, seed, number);
        }
    }

    /** Computes all figures from some blocks; one thread asks one of these. */
    @FunctionalInterface
    public interface Figures {
        /**
         * The figures, always as many and in the same order; NaN where one is not defined.
         *
         * @param blocks for each block whether it counts
         */
        double[] of(boolean[] blocks);

        /** The figures of several choices of blocks, for those to whom many at once come cheaper than one by one. */
        default double[][] of(boolean[][] choices) {
            return Arrays.stream(choices).map(this::of).toArray(double[][]::new);
        }
    }

    /**
     * One figure.
     *
     * @param low lower end of the change's 95 % interval; NaN without deals
     * @param high upper end
     * @param expected mean of the deals: what passes for a change where nothing changed
     * @param p share of the deals at least as far from their mean, the observed one included
     * @param tail the same where a deal goes as far; where none does, the normal distribution's of the deals' mean and
     *     deviation, if that is less. For corrections for many tests, in which a p that cannot go below 1 / (deals + 1)
     *     would hide everything
     */
    public record Change(
            double before,
            double after,
            double change,
            double low,
            double high,
            double expected,
            double p,
            double tail) {}

    /** Every figure's change, in the figures' order. */
    public static List<Change> compute(Parameters parameters, Supplier<Figures> figures) {
        int blocks = parameters.before() + parameters.after();
        boolean[] first = new boolean[blocks];
        Arrays.fill(first, 0, parameters.before(), true);
        double[][] observed = figures.get().of(new boolean[][] {first, others(first)});
        double[] before = observed[0];
        double[] after = observed[1];
        boolean possible = parameters.before() > 1 && parameters.after() > 1;
        double[][] drawn = new double[before.length][possible ? parameters.deals() : 0];
        Tasks.run(
                possible ? Math.ceilDiv(parameters.deals(), DEALS_TOGETHER) : 0,
                parameters.threads(),
                () -> {
                    Figures dealing = figures.get();
                    return some -> deal(parameters, dealing, some * DEALS_TOGETHER, drawn);
                },
                Progress.NONE);
        Change[] changes = new Change[before.length];
        Tasks.run(
                before.length,
                parameters.threads(),
                () -> figure -> changes[figure] = change(before[figure], after[figure], drawn[figure]),
                Progress.NONE);
        return List.of(changes);
    }

    /** A few deals from one on, each with its two sides. */
    private static void deal(Parameters parameters, Figures dealing, int first, double[][] drawn) {
        int deals = Math.min(DEALS_TOGETHER, parameters.deals() - first);
        boolean[][] choices = new boolean[2 * deals][];
        for (int deal = 0; deal < deals; deal++) {
            choices[2 * deal] = dealt(parameters, first + deal);
            choices[2 * deal + 1] = others(choices[2 * deal]);
        }
        double[][] figures = dealing.of(choices);
        for (int deal = 0; deal < deals; deal++) {
            for (int figure = 0; figure < drawn.length; figure++) {
                drawn[figure][first + deal] = figures[2 * deal + 1][figure] - figures[2 * deal][figure];
            }
        }
    }

    private static Change change(double before, double after, double[] drawn) {
        double change = after - before;
        Expectation deals = Expectation.of(change, drawn);
        return new Change(
                before,
                after,
                change,
                change - Math.max(0, deals.high() - deals.mean()),
                change + Math.max(0, deals.mean() - deals.low()),
                deals.mean(),
                deals.p(),
                tail(deals, drawn.length));
    }

    private static double tail(Expectation deals, int number) {
        boolean reached = deals.p() > 1.5 / (number + 1);
        if (reached || Double.isNaN(deals.z())) {
            return deals.p();
        }
        double z = Math.abs(deals.z());
        // Abramowitz and Stegun, 26.2.17: the normal distribution's tail, within 7.5e-8; both tails.
        double t = 1 / (1 + 0.2316419 * z);
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.min(deals.p(), 2 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series);
    }

    /** The blocks of the first side in a numbered deal. */
    private static boolean[] dealt(Parameters parameters, int deal) {
        int blocks = parameters.before() + parameters.after();
        int[] order = new int[blocks];
        Arrays.setAll(order, place -> place);
        SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), deal));
        boolean[] first = new boolean[blocks];
        for (int place = 0; place < parameters.before(); place++) {
            int other = random.nextInt(place, blocks);
            int block = order[other];
            order[other] = order[place];
            order[place] = block;
            first[block] = true;
        }
        return first;
    }

    private static boolean[] others(boolean[] blocks) {
        boolean[] others = new boolean[blocks.length];
        for (int block = 0; block < blocks.length; block++) {
            others[block] = !blocks[block];
        }
        return others;
    }
}
