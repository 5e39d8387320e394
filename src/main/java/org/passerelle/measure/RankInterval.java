package org.passerelle.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody's rank lies when other weeks are looked at.
 *
 * @param low the better end; null unless READY
 * @param high the worse end; null unless READY
 */
public record RankInterval(
        State state, @Nullable Integer low, @Nullable Integer high) {
    /** How far it is. */
    public enum State {
        /** Being computed. */
        PENDING,
        /** There. */
        READY,
        /** Fewer than four weeks, or a rank beyond those that are followed. */
        NO_DATA
    }

    /** It is being computed. */
    public static final RankInterval PENDING = new RankInterval(State.PENDING, null, null);

    /** There is nothing to compute it from. */
    public static final RankInterval NO_DATA = new RankInterval(State.NO_DATA, null, null);

    /**
     * The intervals of some ranks, from everybody's scores in draws of blocks of weeks ({@link Weeks#times}). Whoever has
     * equal scores shares the best of their ranks; an interval always holds the rank itself. O(draws n log n) for n people.
     *
     * @param followed whose ranks, as places in the scores
     * @param ranks their ranks in the weeks as they are, from 1
     * @param scores everybody's scores in each draw, the highest first in rank
     * @param blocks number of blocks there were to draw from; 2 or more
     */
    public static List<RankInterval> ofDraws(
            int[] followed, int[] ranks, int draws, IntFunction<double[]> scores, double blocks) {
        double[][] drawn = new double[followed.length][draws];
        for (int draw = 0; draw < draws; draw++) {
            double[] of = scores.apply(draw);
            double[] sorted = Arrays.stream(of).sorted().toArray();
            for (int place = 0; place < followed.length; place++) {
                drawn[place][draw] = 1 + above(sorted, of[followed[place]]);
            }
        }
        return IntStream.range(0, followed.length)
                .mapToObj(place -> of(ranks[place], Weeks.ends(ranks[place], drawn[place], blocks)))
                .toList();
    }

    private static RankInterval of(int rank, Weeks.Interval ends) {
        return new RankInterval(State.READY, (int) Math.min(rank, ends.low()), (int) Math.max(rank, ends.high()));
    }

    /** How many of the ascending scores are above one of them. */
    private static int above(double[] sorted, double score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > score) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return sorted.length - low;
    }
}
