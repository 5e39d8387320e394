package org.passerelle.measure;

import java.util.stream.IntStream;

/**
 * The standard error of a figure to which pairs of people contribute, where pairs that share a person hang together: for an
 * organisation, somebody who writes mails only brings all of their ties into one channel at once.
 *
 * <p>variance = sum over people of (sum of the influences of their pairs)^2 - sum over pairs of influence^2, which counts every
 * two pairs with a person in common, and each pair with itself, once: Peter Aronow, Cyrus Samii and Valentina Assenova,
 * Cluster-robust variance estimation for dyadic data, 2015, doi:10.1093/pan/mpv018. An influence is by how much the figure
 * moves with the pair; influences add up to 0. Where chance makes the estimate smaller than that of independent pairs, the
 * latter is taken. O(pairs + people). No pairs: 0.
 */
public final class DyadicError {
    private DyadicError() {}

    /**
     * The pairs.
     *
     * @param one number of one person of each pair, from 0
     * @param other number of the other one
     * @param influence of each pair
     */
    public record Parameters(int[] one, int[] other, double[] influence) {
        /** Refuses lists of different lengths. */
        public Parameters {
            if (one.length != other.length || one.length != influence.length) {
                throw new IllegalArgumentException("Pairs need three arrays of one length, not " + one.length + ", "
                        + other.length + " and " + influence.length);
            }
            one = one.clone();
            other = other.clone();
            influence = influence.clone();
        }
    }

    /** The standard error. */
    public static double compute(Parameters pairs) {
        int people = 1
                + IntStream.concat(IntStream.of(pairs.one()), IntStream.of(pairs.other()))
                        .max()
                        .orElse(-1);
        double[] sums = new double[people];
        double alone = 0;
        for (int pair = 0; pair < pairs.influence().length; pair++) {
            double influence = pairs.influence()[pair];
            sums[pairs.one()[pair]] += influence;
            sums[pairs.other()[pair]] += influence;
            alone += influence * influence;
        }
        double shared = -alone;
        for (double sum : sums) {
            shared += sum * sum;
        }
        return Math.sqrt(Math.max(alone, shared));
    }
}
