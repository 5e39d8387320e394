package org.passerelle.measure;

import java.util.stream.IntStream;

/**
 * What no set of k new ties can add to the sum of 1 / steps over pairs of people of different groups.
 *
 * <p>A way over the new ties leads over one of them, or over more. What ways over one add is at most the sum of what each
 * tie adds alone, hence at most k times the best. What ways over several add beyond: a pair that comes from more than r
 * steps to at most r gains 1 / r - 1 / (r + 1) for that r. Such a way begins with old ties to an end x of some new tie,
 * and ends with old ties from an end y of another, and has two new ties in it: d(u, x) + d(y, v) is at most r - 2. There
 * are k (k - 1) / 2 pairs of new ties with 4 choices of (x, y) each (one for r = 2, where x and y are the outer ends of
 * two ties that meet), so at most {@code 2 k (k - 1) M(r - 2)} such pairs of people, where M(m) is the most pairs of
 * people at steps that sum to at most m from two candidates; and never more than pairs with more than r steps. Besides,
 * only k pairs come to one step and all others stay at two or more. The lower of the two limits is told: it holds for
 * every set, and is far above what sets add where some people know very many.
 */
final class OpeningCeiling {
    private final long[] farther;
    private final double[] together;
    private final double stillToGain;

    private OpeningCeiling(long[] farther, double[] together, double stillToGain) {
        this.farther = farther;
        this.together = together;
        this.stillToGain = stillToGain;
    }

    /**
     * Of a network before any new tie.
     *
     * @param people vertices with a group, each with a column
     * @param takingPart those who may be in new ties
     */
    static OpeningCeiling of(StepColumns columns, int[] people, int[] takingPart, int[] groups) {
        long[] pairsAt = new long[StepColumns.NONE + 1];
        for (int one = 0; one < people.length; one++) {
            byte[] steps = columns.column(columns.columnOf(people[one]));
            for (int other = one + 1; other < people.length; other++) {
                if (groups[people[one]] != groups[people[other]]) {
                    pairsAt[steps[people[other]] & StepColumns.NONE]++;
                }
            }
        }
        long[] farther = new long[pairsAt.length];
        double stillToGain = 0;
        for (int steps = StepColumns.LONGEST; steps >= 1; steps--) {
            farther[steps] = farther[steps + 1] + pairsAt[steps + 1];
        }
        for (int steps = 3; steps <= StepColumns.NONE; steps++) {
            stillToGain += pairsAt[steps] * (TieGains.nearness(2) - TieGains.nearness(steps));
        }
        return new OpeningCeiling(farther, together(columns, people, takingPart), stillToGain);
    }

    /** For each m the most pairs of people at steps that sum to at most m from any two who take part. */
    private static double[] together(StepColumns columns, int[] people, int[] takingPart) {
        double[] most = new double[StepColumns.NONE];
        double[] mostWithin = new double[StepColumns.NONE];
        for (int vertex : takingPart) {
            long[] at = new long[StepColumns.NONE + 1];
            for (int person : people) {
                at[columns.steps(columns.columnOf(vertex), person)]++;
            }
            long within = 0;
            for (int steps = 0; steps < StepColumns.NONE; steps++) {
                within += at[steps];
                most[steps] = Math.max(most[steps], (double) at[steps]);
                mostWithin[steps] = Math.max(mostWithin[steps], (double) within);
            }
        }
        double[] together = new double[StepColumns.NONE];
        for (int sum = 0; sum < together.length; sum++) {
            int all = sum;
            together[sum] = IntStream.rangeClosed(0, sum)
                    .mapToDouble(steps -> most[steps] * mostWithin[all - steps])
                    .sum();
        }
        return together;
    }

    /**
     * The limit for sets of so many ties, in the sum over pairs.
     *
     * @param best what the best tie adds alone
     */
    double of(int ties, double best) {
        double overSeveral = 0;
        double pairsOfTies = ties * (ties - 1.0) / 2;
        for (int steps = 2; steps <= StepColumns.LONGEST; steps++) {
            double reached = steps == 2 ? pairsOfTies : 4 * pairsOfTies * together[steps - 2];
            // Beyond the longest told there is no way at all, so the last step counts for all that follow.
            double worth = TieGains.nearness(steps) - TieGains.nearness(steps + 1);
            overSeveral += worth * Math.min((double) farther[steps], reached);
        }
        return Math.min(ties * best + overSeveral, stillToGain + ties / 2.0);
    }
}
