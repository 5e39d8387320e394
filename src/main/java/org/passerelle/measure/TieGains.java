package org.passerelle.measure;

import java.util.Arrays;

/**
 * What one new tie would add to the sum of 1 / steps over pairs of people of different groups: an upper bound that is
 * fast, and the figure itself. Working arrays for one thread.
 *
 * <p>A tie between a and b shortens the way from u to v only where u is at least two steps nearer to a than to b, and v
 * at least two nearer to b than to a: otherwise the way over the tie is no shorter than the one the two had over a or
 * over b alone. With i = d(u, a), i + s = d(u, b), k = d(v, b), k + t = d(v, a) the new way has i + 1 + k steps, and the
 * old one had at most i + k + min(s, t) (over b or over a). So the gain is at most the sum of
 * {@code 1 / (i + 1 + k) - 1 / (i + k + min(s, t))} over those pairs: how many people there are for each (i, s) and each
 * (k, t) is enough to know, O(n) instead of O(n²). Pairs of one group are not taken out, which only raises the bound.
 */
final class TieGains {
    /** Differences of 4 and more are counted together, and the bound takes the largest there can be. */
    private static final int DIFFERENCES = 3;

    private static final double[] NEAR = near();

    private final StepColumns columns;
    private final int[] people;
    private final int[] groups;
    private final int[] nearOne = new int[256 * DIFFERENCES];
    private final int[] nearOther = new int[256 * DIFFERENCES];
    private final int[] ones;
    private final int[] others;

    /** @param people vertices with a group: only they make pairs */
    TieGains(StepColumns columns, int[] people, int[] groups) {
        this.columns = columns;
        this.people = people;
        this.groups = groups;
        this.ones = new int[people.length];
        this.others = new int[people.length];
    }

    private static double[] near() {
        double[] near = new double[1024];
        for (int steps = 1; steps <= StepColumns.LONGEST; steps++) {
            near[steps] = 1.0 / steps;
        }
        return near;
    }

    /** 1 / steps, 0 without a way. */
    static double nearness(int steps) {
        return NEAR[steps];
    }

    /** The figure: what is added, and how many ways become shorter. */
    record Gain(double added, double deviation, double shortened) {}

    /**
     * An upper bound of what a tie would add, over these vertices alone.
     *
     * @param probes vertices that are counted; with all people who have a group it is a bound of the whole gain
     */
    double bound(int one, int other, int[] probes) {
        byte[] toOne = columns.column(one);
        byte[] toOther = columns.column(other);
        int longestOne = -1;
        int longestOther = -1;
        for (int vertex : probes) {
            int near = toOne[vertex] & StepColumns.NONE;
            int far = toOther[vertex] & StepColumns.NONE;
            int difference = far - near;
            if (difference >= 2) {
                nearOne[near * DIFFERENCES + Math.min(difference, 4) - 2]++;
                longestOne = Math.max(longestOne, near);
            } else if (difference <= -2) {
                nearOther[far * DIFFERENCES + Math.min(-difference, 4) - 2]++;
                longestOther = Math.max(longestOther, far);
            }
        }
        int apart = columns.steps(one, columns.person(other));
        double bound = 0;
        for (int near = 0; near < (longestOne + 1) * DIFFERENCES; near++) {
            if (nearOne[near] > 0) {
                bound += nearOne[near] * boundFrom(near, (longestOther + 1) * DIFFERENCES, apart);
            }
        }
        Arrays.fill(nearOne, 0, (longestOne + 1) * DIFFERENCES, 0);
        Arrays.fill(nearOther, 0, (longestOther + 1) * DIFFERENCES, 0);
        return bound;
    }

    private double boundFrom(int near, int classes, int apart) {
        double bound = 0;
        for (int far = 0; far < classes; far++) {
            if (nearOther[far] > 0) {
                int steps = near / DIFFERENCES + far / DIFFERENCES;
                int difference = Math.min(near % DIFFERENCES, far % DIFFERENCES) + 2;
                // Nobody's two ways differ by more than the two ends are apart.
                int saved = difference == 4 ? apart : difference;
                bound += nearOther[far] * Math.max(0, NEAR[steps + 1] - NEAR[Math.min(steps + saved, 1023)]);
            }
        }
        return bound;
    }

    /** Where steps from somebody are taken from who has no column. */
    @FunctionalInterface
    interface Search {
        /** Steps from a vertex to everybody, as unsigned bytes. */
        byte[] from(int vertex);
    }

    /**
     * What a tie adds. Over all people on its smaller side, or over some of them drawn by the seed, with the standard
     * error of that.
     */
    Gain gain(int one, int other, int sourcesMax, long seed, Search search) {
        byte[] toOne = columns.column(one);
        byte[] toOther = columns.column(other);
        int oneSize = 0;
        int otherSize = 0;
        for (int vertex : people) {
            int difference = (toOther[vertex] & StepColumns.NONE) - (toOne[vertex] & StepColumns.NONE);
            if (difference >= 2) {
                ones[oneSize++] = vertex;
            } else if (difference <= -2) {
                others[otherSize++] = vertex;
            }
        }
        boolean fromOne = oneSize <= otherSize;
        int[] side = Arrays.copyOf(fromOne ? ones : others, Math.min(oneSize, otherSize));
        int[] beyond = fromOne ? others : ones;
        int beyondSize = Math.max(oneSize, otherSize);
        byte[] toSide = fromOne ? toOne : toOther;
        byte[] toBeyond = fromOne ? toOther : toOne;
        int[] sources = CrossGroupNearness.drawn(side, sourcesMax, Seeds.of(seed, side.length));
        double sum = 0;
        double squares = 0;
        double shortened = 0;
        for (int source : sources) {
            int column = columns.columnOf(source);
            byte[] steps = column >= 0 ? columns.column(column) : search.from(source);
            int before = (toSide[source] & StepColumns.NONE) + 1;
            double added = 0;
            for (int index = 0; index < beyondSize; index++) {
                int vertex = beyond[index];
                int now = before + (toBeyond[vertex] & StepColumns.NONE);
                int was = steps[vertex] & StepColumns.NONE;
                if (now < was && groups[vertex] != groups[source]) {
                    added += NEAR[now] - NEAR[was];
                    shortened++;
                }
            }
            sum += added;
            squares += added * added;
        }
        double scale = sources.length == 0 ? 0 : (double) side.length / sources.length;
        return new Gain(sum * scale, deviation(sum, squares, sources.length, side.length), shortened * scale);
    }

    private static double deviation(double sum, double squares, int drawn, int of) {
        if (drawn == of || drawn < 2) {
            return 0;
        }
        double variance = Math.max(0, (squares - sum * sum / drawn) / (drawn - 1));
        return of * Math.sqrt(variance * (1 - (double) drawn / of) / drawn);
    }
}
