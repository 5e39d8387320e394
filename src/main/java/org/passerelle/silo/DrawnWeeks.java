package org.passerelle.silo;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Window;

/**
 * The weeks of a window, drawn again: how far a figure of ties depends on the weeks one happened to look at. A draw sees
 * about 63 % of the weeks and loses occasional ties, which shifts the level of every draw; what counts is therefore how
 * the draws lie around their median, and that is laid around the figure.
 */
final class DrawnWeeks {
    static final int DRAWS = 200;
    private static final int DAYS_A_WEEK = 7;

    private final int[][] times;
    private final double blocks;

    private DrawnWeeks(int[][] times, double blocks) {
        this.times = times;
        this.blocks = blocks;
    }

    /**
     * Draws.
     *
     * @param block consecutive weeks that stay together
     */
    static DrawnWeeks of(Window window, int block) {
        int weeks = (int) (ChronoUnit.DAYS.between(window.from(), window.to()) / DAYS_A_WEEK) + 1;
        return new DrawnWeeks(
                Weeks.times(weeks, Weeks.Parameters.defaults().withDraws(DRAWS).withBlock(block)),
                (double) weeks / block);
    }

    /** By draw, how often each week was drawn. */
    int[][] times() {
        return Arrays.stream(times).map(int[]::clone).toArray(int[][]::new);
    }

    /**
     * A figure with its interval.
     *
     * @param value of all weeks
     * @param drawn the figure of every draw, by number
     * @return null where the figure is no number, with fewer than two blocks, and where half of the draws have none
     */
    @Nullable
    Estimate estimate(double value, IntToDoubleFunction drawn) {
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, drawn);
        double[] sorted = Arrays.stream(draws).sorted().toArray();
        // NaN sorts last.
        double median = sorted[DRAWS / 2];
        Weeks.Interval ends = Weeks.ends(value, draws, blocks);
        if (Double.isNaN(value) || Double.isNaN(median) || Double.isNaN(ends.low())) {
            return null;
        }
        return Estimate.holding(value, value + ends.low() - median, value + ends.high() - median);
    }

    /** The same with ends no further than a figure can lie. */
    @Nullable
    Estimate estimate(double value, IntToDoubleFunction drawn, double least, double most) {
        Estimate free = estimate(value, drawn);
        return free == null ? null : Estimate.holding(value, Math.max(least, free.low()), Math.min(most, free.high()));
    }
}
