package org.passerelle.measure;

import org.passerelle.network.TieGraph;

/**
 * Everybody's share of the shortest paths, exact where one waits for it, and estimated from some sources with its
 * error in a network that is too large for that: {@link Betweenness} or {@link SampledBetweenness}, whose papers,
 * complexity and edge cases hold.
 *
 * <p>Exact betweenness takes a step for each source and tie; up to {@value #EXACT_STEPS_MAX} of them, some seconds,
 * it is exact.
 */
public final class PathShares {
    private static final double EXACT_STEPS_MAX = 1e9;
    /** How far the ends lie from an estimate, in standard errors; {@link SampledBetweenness} says how many they hold. */
    private static final double STANDARD_ERRORS = 2;

    private PathShares() {}

    /**
     * What is asked.
     *
     * @param groups group of every vertex, -1 for none, to count only paths whose ends lie in different groups; empty
     *     for all paths
     * @param exactStepsMax people times ties up to which the shares are exact
     */
    public record Parameters(int[] groups, double exactStepsMax) {
        /** Copies. */
        public Parameters {
            groups = groups.clone();
            if (!(exactStepsMax >= 0)) {
                throw new IllegalArgumentException("exactStepsMax is at least 0, not " + exactStepsMax);
            }
        }

        /** All paths; exact up to {@value PathShares#EXACT_STEPS_MAX} steps. */
        public static Parameters defaults() {
            return new Parameters(new int[0], EXACT_STEPS_MAX);
        }

        /** The same counting only paths between different groups. */
        public Parameters acrossGroups(int[] across) {
            return new Parameters(across, exactStepsMax);
        }

        /** The same with another limit. */
        public Parameters withExactStepsMax(double steps) {
            return new Parameters(groups, steps);
        }
    }

    /**
     * The shares.
     *
     * @param shares of every vertex, in [0, 1]
     * @param standardErrors of each; empty where the shares are exact
     */
    public record Result(double[] shares, double[] standardErrors) {
        /** Whether nothing was estimated. */
        public boolean exact() {
            return standardErrors.length == 0;
        }

        /** Two standard errors below the share, at least 0; the share itself where it is exact. */
        public double low(int vertex) {
            return exact() ? shares[vertex] : Math.max(0, shares[vertex] - STANDARD_ERRORS * standardErrors[vertex]);
        }

        /** Two standard errors above it; the share itself where it is exact. */
        public double high(int vertex) {
            return exact() ? shares[vertex] : shares[vertex] + STANDARD_ERRORS * standardErrors[vertex];
        }
    }

    /** Computes them. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of the progress, and interrupting the thread stops it. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        if ((double) graph.people() * graph.ties() <= parameters.exactStepsMax()) {
            return new Result(
                    Betweenness.compute(
                                    graph,
                                    Betweenness.Parameters.defaults().acrossGroups(parameters.groups()),
                                    progress)
                            .shares(),
                    new double[0]);
        }
        SampledBetweenness.Result sampled = SampledBetweenness.compute(
                graph, SampledBetweenness.Parameters.defaults().acrossGroups(parameters.groups()), progress);
        double[] errors = new double[graph.people()];
        for (int vertex = 0; vertex < errors.length; vertex++) {
            double score = sampled.scores()[vertex];
            // The error is given of the score; share and score differ by one factor for everybody.
            errors[vertex] = score == 0 ? 0 : sampled.standardErrors()[vertex] / score * sampled.shares()[vertex];
        }
        return new Result(sampled.shares(), errors);
    }
}
