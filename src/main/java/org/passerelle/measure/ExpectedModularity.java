package org.passerelle.measure;

import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * {@link Modularity} of given groups beside what the same groups would have, were they dealt anew. For an
 * organisation: whether the chart says anything at all about who works with whom. Modularity already takes away what
 * the members' totals alone would bring, so groups drawn by lot lie near 0; but not on it, and how far they stray
 * depends on their number and sizes, which no threshold tells.
 *
 * <p>The null is that of {@link Segregation}: the groups are shuffled among the people who have one, {@code
 * permutations} times from {@code seed}; the network and the sizes of the groups stay. Strengths are counted, as in
 * Newman and Girvan, 2004, doi:10.1103/PhysRevE.69.026113, directed as in Leicht and Newman, 2008,
 * doi:10.1103/PhysRevLett.100.118703, at resolution 1. Ours differs from {@link Modularity} in that ties with an end
 * in no group are left out: nobody without a group can be dealt one.
 *
 * <p>Time O(permutations (m + n)), memory O(n + m + permutations), on {@code threads} threads, the same for any number
 * of them; stops when its thread is interrupted. No ties: NaN.
 */
public final class ExpectedModularity {
    private ExpectedModularity() {}

    /**
     * How to count.
     *
     * @param groups group of every vertex, -1 for none
     * @param permutations shuffles of the null, 0 for none
     */
    public record Parameters(int[] groups, int permutations, long seed, int threads) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (permutations < 0 || permutations > 100_000) {
                throw new IllegalArgumentException("permutations is 0 to 100000, not " + permutations);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("threads is 1 or more, not " + threads);
            }
        }

        /** 1,000 permutations, as many threads as the machine runs at once. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, 1_000, 1, Tasks.threads());
        }

        /** The same with another number of permutations. */
        public Parameters withPermutations(int number) {
            return new Parameters(groups, number, seed, threads);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(groups, permutations, other, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(groups, permutations, seed, number);
        }
    }

    /**
     * The answer.
     *
     * @param quality modularity of the groups as they are
     * @param expected of the groups dealt anew
     */
    public record Result(double quality, Expectation expected) {}

    /** The modularity and its null. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of the shuffles. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int[] groups = parameters.groups();
        int count = Groups.count(graph, groups);
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        double[] inside = new double[count];
        double[][] volumes = new double[2][count];
        GroupedTies ties = GroupedTies.of(graph, groups);
        for (int tie = 0; tie < ties.size(); tie++) {
            int from = groups[ties.from()[tie]];
            int to = groups[ties.to()[tie]];
            double strength = Amount.STRENGTH.of(graph, ties.slots()[tie]);
            inside[from] += from == to ? strength : 0;
            volumes[0][from] += strength;
            volumes[1][to] += strength;
        }
        double quality = quality(inside, volumes, directed);
        double[] shuffled = new double[parameters.permutations()];
        LabelShuffles.bothSides(graph, groups, count, Amount.STRENGTH, parameters.seed())
                .run(
                        parameters.permutations(),
                        parameters.threads(),
                        (permutation, internal, both) -> shuffled[permutation] = quality(internal, both, directed),
                        progress);
        return new Result(quality, Expectation.of(quality, shuffled));
    }

    private static double quality(double[] inside, double[][] volumes, boolean directed) {
        double internal = 0;
        double total = 0;
        double products = 0;
        for (int group = 0; group < inside.length; group++) {
            double out = volumes[0][group];
            double in = volumes[1][group];
            internal += inside[group];
            total += out;
            // Without direction a tie leaves from both its ends: K = out + in of 2m.
            products += directed ? out * in : (out + in) * (out + in) / 4;
        }
        return internal / total - products / (total * total);
    }
}
