package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;

/**
 * Whether ties go out of the groups or stay inside: -1 when all stay (a silo), +1 when all go out. Because
 * large groups keep more inside by chance alone, the index comes with what shuffled membership would give.
 *
 * <p>E-I = (external - internal) / (external + internal): David Krackhardt and Robert Stern, Informal
 * networks and organizational crises, 1988, doi:10.2307/2786835. For a person over the person's ties (both
 * directions), for a group over the ties that touch it, for the whole over all ties, each tie once. Ties with
 * an end in no group are left out.
 *
 * <p>The null shuffles the groups among the people who have one, {@code permutations} times from {@code seed}, which
 * keeps the network and the sizes of the groups. It does not keep who is popular; {@link MixingMatrix} does. Time
 * O(permutations m), memory O(n + m + permutations groups). No ties: NaN.
 */
public final class ExternalInternal {
    private ExternalInternal() {}

    /**
     * How to count.
     *
     * @param groups group of every vertex, -1 for none
     * @param permutations shuffles of the null, 0 for none
     */
    public record Parameters(int[] groups, Amount amount, int permutations, long seed) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (permutations < 0 || permutations > 100_000) {
                throw new IllegalArgumentException("permutations is 0 to 100000, not " + permutations);
            }
        }

        /** Ties, 1,000 permutations. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, Amount.TIES, 1_000, 1);
        }
    }

    /**
     * A count of ties by where they go.
     *
     * @param index (external - internal) / (external + internal); NaN without ties
     */
    public record Index(double external, double internal, double index) {
        static Index of(double external, double internal) {
            return new Index(external, internal, (external - internal) / (external + internal));
        }
    }

    /**
     * What shuffled groups give; all NaN without permutations or ties.
     *
     * @param mean the expected index
     * @param low 2.5 % of the shuffles lie below
     * @param high 2.5 % lie above
     * @param z observed minus mean, in standard deviations of the shuffles; NaN where they do not vary
     * @param p share of shuffles at least as far from their mean, the observed one included; never 0
     */
    public record Expectation(double mean, double low, double high, double z, double p) {}

    /** An index with what chance gives. */
    public record Score(Index observed, Expectation expected) {}

    /**
     * The answer.
     *
     * @param people index of every vertex, NaN without ties or group
     * @param groups by group
     * @param whole of all ties
     */
    public record Result(double[] people, List<Score> groups, Score whole) {}

    /** The E-I index of everybody, every group and the whole. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int count = Groups.count(graph, parameters.groups());
        GroupedTies ties = GroupedTies.of(graph, parameters.groups());
        double[] amounts = Arrays.stream(ties.slots())
                .mapToDouble(slot -> parameters.amount().of(graph, slot))
                .toArray();
        double[][] observed = tally(ties, amounts, parameters.groups(), count);
        double[][] shuffled = shuffle(ties, amounts, parameters, count);
        List<Score> groups = new ArrayList<>();
        for (int group = 0; group <= count; group++) {
            Index index = Index.of(observed[0][group], observed[1][group]);
            groups.add(new Score(index, expectation(index.index(), shuffled[group])));
        }
        Score whole = groups.removeLast();
        return new Result(people(ties, amounts, parameters.groups()), List.copyOf(groups), whole);
    }

    /** External and internal amounts of every group, and of the whole in the last place. */
    private static double[][] tally(GroupedTies ties, double[] amounts, int[] groups, int count) {
        double[] external = new double[count + 1];
        double[] internal = new double[count + 1];
        for (int tie = 0; tie < ties.size(); tie++) {
            int from = groups[ties.from()[tie]];
            int to = groups[ties.to()[tie]];
            if (from == to) {
                internal[from] += amounts[tie];
                internal[count] += amounts[tie];
            } else {
                external[from] += amounts[tie];
                external[to] += amounts[tie];
                external[count] += amounts[tie];
            }
        }
        return new double[][] {external, internal};
    }

    private static double[] people(GroupedTies ties, double[] amounts, int[] groups) {
        double[] external = new double[groups.length];
        double[] all = new double[groups.length];
        for (int tie = 0; tie < ties.size(); tie++) {
            int from = ties.from()[tie];
            int to = ties.to()[tie];
            double outside = groups[from] == groups[to] ? 0 : amounts[tie];
            external[from] += outside;
            external[to] += outside;
            all[from] += amounts[tie];
            all[to] += amounts[tie];
        }
        double[] index = new double[groups.length];
        Arrays.setAll(index, vertex -> (2 * external[vertex] - all[vertex]) / all[vertex]);
        return index;
    }

    /** For every group, and the whole last, its index under each shuffle. */
    private static double[][] shuffle(GroupedTies ties, double[] amounts, Parameters parameters, int count) {
        SplittableRandom random = new SplittableRandom(parameters.seed());
        int[] groups = parameters.groups().clone();
        int[] members = IntStream.range(0, groups.length)
                .filter(vertex -> groups[vertex] >= 0)
                .toArray();
        double[][] shuffled = new double[count + 1][parameters.permutations()];
        for (int permutation = 0; permutation < parameters.permutations(); permutation++) {
            for (int last = members.length - 1; last > 0; last--) {
                int other = members[random.nextInt(last + 1)];
                int group = groups[other];
                groups[other] = groups[members[last]];
                groups[members[last]] = group;
            }
            double[][] tally = tally(ties, amounts, groups, count);
            for (int group = 0; group <= count; group++) {
                shuffled[group][permutation] =
                        Index.of(tally[0][group], tally[1][group]).index();
            }
        }
        return shuffled;
    }

    private static Expectation expectation(double observed, double[] shuffled) {
        double[] values = Arrays.stream(shuffled)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (values.length == 0 || Double.isNaN(observed)) {
            return new Expectation(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double deviation = Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / values.length);
        // Differences of rounding only must not count as nearer to the mean than the observed value.
        double distance = Math.abs(observed - mean) - 1e-12;
        long asFar = Arrays.stream(values)
                .filter(value -> Math.abs(value - mean) >= distance)
                .count();
        return new Expectation(
                mean,
                values[(int) (0.025 * (values.length - 1))],
                values[(int) Math.ceil(0.975 * (values.length - 1))],
                deviation > 1e-12 ? (observed - mean) / deviation : Double.NaN,
                (asFar + 1.0) / (values.length + 1.0));
    }
}
