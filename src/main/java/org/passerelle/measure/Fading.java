package org.passerelle.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which ties are used less in the later part of a time than in the earlier one, beyond what happened to all of them.
 *
 * <p>Time is cut into blocks of equally many days; a tie is used in a block or not, so that a long thread within a few
 * days counts once. When a tie was used in n of all blocks, and its use did not change more than that of the others, the
 * number x of later blocks has the probability C(late, x) C(early, n - x) w^x over the sum of these: Fisher's noncentral
 * hypergeometric distribution (Ronald Fisher, The logic of inductive inference, 1935, doi:10.2307/2342435), which deals
 * the blocks anew between before and after. w is the odds ratio of all ties together, by Nathan Mantel and William
 * Haenszel, 1959, doi:10.1093/jnci/22.4.719: where everybody writes less, less is nothing special. p is the probability
 * of as few later blocks, one-sided; q is the share of false findings one accepts when calling everything up to here
 * fading (Yoav Benjamini and Yosef Hochberg, 1995, doi:10.1111/j.2517-6161.1995.tb02031.x).
 *
 * <p>Blocks are taken to be independent of each other; where people work in projects of several blocks, p is too small.
 * Time O(ties (early + late + log ties)). A tie that was never used: p and q are 1. No ties: nothing, and w is 1.
 */
public final class Fading {
    private Fading() {}

    /**
     * Use by tie.
     *
     * @param early blocks before, in which each tie was used
     * @param late blocks after, in which each tie was used
     * @param earlyBlocks number of blocks before, at least 1
     * @param lateBlocks number of blocks after, at least 1
     */
    public record Parameters(int[] early, int[] late, int earlyBlocks, int lateBlocks) {
        /** Copies and checks. */
        public Parameters {
            early = early.clone();
            late = late.clone();
            if (early.length != late.length) {
                throw new IllegalArgumentException(
                        "Every tie has two numbers, not " + early.length + " before and " + late.length + " after");
            }
            if (earlyBlocks < 1 || lateBlocks < 1) {
                throw new IllegalArgumentException(
                        "There is at least a block before and one after, not " + earlyBlocks + " and " + lateBlocks);
            }
            for (int tie = 0; tie < early.length; tie++) {
                if (early[tie] < 0 || early[tie] > earlyBlocks || late[tie] < 0 || late[tie] > lateBlocks) {
                    throw new IllegalArgumentException("A tie is used in at most " + earlyBlocks + " and " + lateBlocks
                            + " blocks, not in " + early[tie] + " and " + late[tie]);
                }
            }
        }
    }

    /**
     * The answer.
     *
     * @param oddsRatio of use after against before, over all ties; above 1 where use rose
     * @param p by tie
     * @param q by tie; never smaller for a larger p
     */
    public record Result(double oddsRatio, double[] p, double[] q) {}

    /** Tests every tie. */
    public static Result compute(Parameters parameters) {
        double oddsRatio = oddsRatio(parameters);
        double[] logFactorials = logFactorials(parameters.earlyBlocks() + parameters.lateBlocks());
        double[] p = new double[parameters.early().length];
        Arrays.setAll(p, tie -> probability(parameters, tie, Math.log(oddsRatio), logFactorials));
        return new Result(oddsRatio, p, adjusted(p));
    }

    private static double oddsRatio(Parameters parameters) {
        double rising = 0;
        double falling = 0;
        for (int tie = 0; tie < parameters.early().length; tie++) {
            double early = parameters.early()[tie];
            double late = parameters.late()[tie];
            rising += late * (parameters.earlyBlocks() - early);
            falling += early * (parameters.lateBlocks() - late);
        }
        // Where all or none of the use lies on one side the ratio is no number, and each tie is judged by itself.
        return rising > 0 && falling > 0 ? rising / falling : 1;
    }

    private static double probability(Parameters parameters, int tie, double logOdds, double[] logFactorials) {
        int used = parameters.early()[tie] + parameters.late()[tie];
        int least = Math.max(0, used - parameters.earlyBlocks());
        int most = Math.min(used, parameters.lateBlocks());
        double[] logs = new double[most - least + 1];
        for (int late = least; late <= most; late++) {
            logs[late - least] = choose(parameters.lateBlocks(), late, logFactorials)
                    + choose(parameters.earlyBlocks(), used - late, logFactorials)
                    + late * logOdds;
        }
        double largest = Arrays.stream(logs).max().orElseThrow();
        double few = 0;
        double all = 0;
        for (int late = least; late <= most; late++) {
            double probability = Math.exp(logs[late - least] - largest);
            all += probability;
            few += late <= parameters.late()[tie] ? probability : 0;
        }
        return Math.min(1, few / all);
    }

    private static double choose(int all, int some, double[] logFactorials) {
        return logFactorials[all] - logFactorials[some] - logFactorials[all - some];
    }

    private static double[] logFactorials(int most) {
        double[] logs = new double[most + 1];
        for (int number = 1; number <= most; number++) {
            logs[number] = logs[number - 1] + Math.log(number);
        }
        return logs;
    }

    private static double[] adjusted(double[] p) {
        Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer tie) -> p[tie]));
        double[] q = new double[p.length];
        double least = 1;
        for (int rank = p.length; rank > 0; rank--) {
            least = Math.min(least, p[order[rank - 1]] * p.length / rank);
            q[order[rank - 1]] = least;
        }
        return q;
    }
}
