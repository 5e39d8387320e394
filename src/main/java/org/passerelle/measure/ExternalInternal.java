package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Whether ties go out of the groups or stay inside: -1 when all stay (a silo), +1 when all go out. Because
 * large groups keep more inside by chance alone, the index comes with what shuffled membership would give.
 *
 * <p>E-I = (external - internal) / (external + internal): David Krackhardt and Robert Stern, Informal
 * networks and organizational crises, 1988, doi:10.2307/2786835. For a person over the person's ties (both
 * directions), for a group over the ties that touch it, for the whole over all ties, each tie once. Ties with
 * an end in no group are left out.
 *
 * <p>The null shuffles the groups among the people who have one, {@code permutations} times from {@code seed},
 * which keeps the network and the sizes of the groups. It does not keep who is popular; {@link ConfigurationModel}
 * does, and {@link MixingMatrix} pair of groups by pair. In a company of any size p is tiny: look first at how far
 * the index lies from its expectation. Beside the shuffles stand the exact mean and deviation over all
 * relabellings, for the whole (the join count statistic) and for every person (who keeps their own group: sampling
 * without replacement among everybody else).
 *
 * <p>Time O(permutations (m / 4 + n)) over 4 to 8 shuffles at once, memory O(n + m + permutations groups), on
 * {@code threads} threads; the result does not depend on their number. Stops when its thread is interrupted.
 * No ties: NaN.
 */
public final class ExternalInternal {
    private ExternalInternal() {}

    /**
     * How to count.
     *
     * @param groups group of every vertex, -1 for none
     * @param permutations shuffles of the null, 0 for none
     */
    public record Parameters(int[] groups, Amount amount, int permutations, long seed, int threads) {
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

        /** Ties, 1,000 permutations, as many threads as the machine runs at once. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, Amount.TIES, 1_000, 1, Tasks.threads());
        }

        /** The same with another amount. */
        public Parameters withAmount(Amount what) {
            return new Parameters(groups, what, permutations, seed, threads);
        }

        /** The same with another number of permutations. */
        public Parameters withPermutations(int number) {
            return new Parameters(groups, amount, number, seed, threads);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(groups, amount, permutations, other, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(groups, amount, permutations, seed, number);
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
     * The exact mean and standard deviation over all relabellings; NaN where there are no ties.
     *
     * @param z observed minus mean, in deviations; NaN where nothing varies
     */
    public record Exact(double mean, double deviation, double z) {
        static Exact of(double observed, double mean, double deviation) {
            return new Exact(mean, deviation, deviation > 1e-12 ? (observed - mean) / deviation : Double.NaN);
        }
    }

    /** An index with what chance gives. */
    public record Score(Index observed, Expectation expected) {}

    /**
     * The answer.
     *
     * @param people index of every vertex, NaN without ties or group
     * @param peopleExact what chance gives each, the groups of everybody else dealt anew
     * @param groups by group
     * @param whole of all ties
     * @param wholeExact what the shuffles of the whole approach
     */
    public record Result(double[] people, List<Exact> peopleExact, List<Score> groups, Score whole, Exact wholeExact) {}

    /** The E-I index of everybody, every group and the whole. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of the shuffles. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int[] assignment = parameters.groups();
        int count = Groups.count(graph, assignment);
        GroupedTies ties = GroupedTies.of(graph, assignment);
        double[] amounts = new double[ties.size()];
        Arrays.setAll(amounts, tie -> parameters.amount().of(graph, ties.slots()[tie]));
        double[][] observed = tally(ties, amounts, assignment, count);
        double[][] shuffled = shuffle(graph, parameters, count, progress);
        List<Score> groups = new ArrayList<>();
        for (int group = 0; group <= count; group++) {
            Index index = Index.of(observed[0][group], observed[1][group]);
            groups.add(new Score(index, Expectation.of(index.index(), shuffled[group])));
        }
        Score whole = groups.removeLast();
        JoinCounts joins = JoinCounts.of(graph, assignment, count, parameters.amount());
        Exact exact = Exact.of(
                whole.observed().index(), 1 - 2 * joins.mean() / joins.all(), 2 * joins.deviation() / joins.all());
        double[] people = people(ties, amounts, assignment);
        return new Result(people, exactOfPeople(graph, parameters, count, people), List.copyOf(groups), whole, exact);
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
    private static double[][] shuffle(TieGraph graph, Parameters parameters, int count, Progress progress) {
        double[][] shuffled = new double[count + 1][parameters.permutations()];
        LabelShuffles shuffles =
                LabelShuffles.touching(graph, parameters.groups(), count, parameters.amount(), parameters.seed());
        shuffles.run(
                parameters.permutations(),
                parameters.threads(),
                (permutation, internal, volumes) -> {
                    double inside = 0;
                    double ends = 0;
                    for (int group = 0; group < count; group++) {
                        // Internal ties have both ends here, external ones one.
                        double external = volumes[0][group] - 2 * internal[group];
                        shuffled[group][permutation] =
                                Index.of(external, internal[group]).index();
                        inside += internal[group];
                        ends += volumes[0][group];
                    }
                    shuffled[count][permutation] =
                            Index.of(ends / 2 - inside, inside).index();
                },
                progress);
        return shuffled;
    }

    /**
     * Each other person is in one's group with chance q = (size - 1) / (N - 1); two of them at once as in draws
     * without replacement, so that their indicators have covariance - q (1 - q) / (N - 2).
     */
    private static List<Exact> exactOfPeople(TieGraph graph, Parameters parameters, int count, double[] people) {
        int[] groups = parameters.groups();
        int[] sizes = Groups.sizes(groups, count);
        double others = Arrays.stream(sizes).asLongStream().sum() - 1.0;
        TieGraph both = graph.undirected();
        List<Exact> exact = new ArrayList<>(groups.length);
        for (int vertex = 0; vertex < groups.length; vertex++) {
            double all = 0;
            double squares = 0;
            for (int slot = both.rowStart(vertex); slot < both.rowEnd(vertex); slot++) {
                if (groups[vertex] >= 0 && groups[both.neighbour(slot)] >= 0) {
                    double much = parameters.amount() == Amount.TIES
                            ? ties(graph, vertex, both.neighbour(slot))
                            : parameters.amount().of(both, slot);
                    all += much;
                    squares += much * much;
                }
            }
            double chance = groups[vertex] < 0 ? Double.NaN : (sizes[groups[vertex]] - 1) / others;
            double pairs = others > 1 ? (all * all - squares) / (others - 1) : 0;
            double variance = chance * (1 - chance) * (squares - pairs);
            exact.add(Exact.of(
                    people[vertex], all > 0 ? 1 - 2 * chance : Double.NaN, 2 * Math.sqrt(Math.max(0, variance)) / all));
        }
        return exact;
    }

    private static int ties(TieGraph graph, int one, int other) {
        return graph.orientation() == Orientation.UNDIRECTED
                ? 1
                : (graph.slot(one, other) >= 0 ? 1 : 0) + (graph.slot(other, one) >= 0 ? 1 : 0);
    }
}
