package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.TieGraph;

/**
 * How near the groups of an organisation are to one another: the mean of 1 / steps over all pairs of people of
 * different groups. 1 where everybody knows everybody of the other groups, 1/2 where it takes one person in between, 0
 * where nobody reaches another group.
 *
 * <p>E = 1/P sum over unordered pairs {u, v} of different groups of 1 / d(u, v), P the number of such pairs, d the least
 * number of ties between the two, 1 / d = 0 where there is no way. The global efficiency of Latora and Marchiori,
 * Efficient behavior of small-world networks, 2001, doi:10.1103/PhysRevLett.87.198701, over pairs of different groups
 * only; paths lead over anybody, people without a group too.
 *
 * <p>Exact: a breadth first search from everybody who has a group, O(n (n + m)) time shared among threads, O(n) memory
 * for each. With more people than {@code sourcesMax}, from as many drawn without replacement by the seed: the ratio of
 * the two sums over the draws, with an interval of two standard errors of a ratio, correct for a finite population.
 * Directions are not looked at: give an undirected graph. Fewer than two groups: 0 of 0 pairs.
 */
public final class CrossGroupEfficiency {
    /** How far the ends of an interval lie from the figure, in standard errors. */
    static final double STANDARD_ERRORS = 2;

    private CrossGroupEfficiency() {}

    /**
     * What is asked.
     *
     * @param groups group of every vertex, -1 for none
     * @param sourcesMax most searches; with more people the figure is an estimate
     */
    public record Parameters(int[] groups, int sourcesMax, long seed, int threads) {
        /** Refuses to look from nobody, or without threads. */
        public Parameters {
            if (sourcesMax < 2) {
                throw new IllegalArgumentException("sourcesMax is at least 2, not " + sourcesMax);
            }
            Crew.checkThreads(threads);
        }

        /** Exact up to 20,000 people, every processor. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, 20_000, 1, Crew.everyProcessor());
        }

        /** The same from at most so many people. */
        public Parameters withSourcesMax(int most) {
            return new Parameters(groups, most, seed, threads);
        }

        /** The same with other draws. */
        public Parameters withSeed(long other) {
            return new Parameters(groups, sourcesMax, other, threads);
        }
    }

    /**
     * The answer.
     *
     * @param efficiency 0 to 1
     * @param pairs unordered pairs of people of different groups
     * @param interval null where the figure is exact
     */
    public record Result(
            double efficiency, long pairs, @Nullable Estimate interval) {}

    /** How near the groups are to one another. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int[] groups = parameters.groups();
        int[] sizes = Groups.sizes(groups, Groups.count(graph, groups));
        int[] people = IntStream.range(0, groups.length)
                .filter(vertex -> groups[vertex] >= 0)
                .toArray();
        long pairs = pairs(sizes);
        if (pairs == 0) {
            return new Result(0, 0, null);
        }
        int[] sources = drawn(people, parameters.sourcesMax(), parameters.seed());
        double[] sums = new double[sources.length];
        Tasks.run(
                sources.length,
                parameters.threads(),
                () -> {
                    ShortestPaths paths = new ShortestPaths(graph, PathLength.STEPS);
                    return number -> sums[number] = nearness(paths, sources[number], groups);
                },
                Progress.NONE);
        double near = Arrays.stream(sums).sum();
        if (sources.length == people.length) {
            return new Result(near / 2 / (double) pairs, pairs, null);
        }
        return estimate(sums, sources, groups, sizes, people.length, pairs);
    }

    /** Unordered pairs of people of different groups. */
    static long pairs(int[] sizes) {
        long all = Arrays.stream(sizes).asLongStream().sum();
        long inside =
                Arrays.stream(sizes).asLongStream().map(size -> size * size).sum();
        return (all * all - inside) / 2;
    }

    /** At most so many of these, ascending, every set of them as likely. */
    static int[] drawn(int[] from, int most, long seed) {
        if (from.length <= most) {
            return from;
        }
        SplittableRandom random = new SplittableRandom(Seeds.of(seed, from.length));
        int[] rest = from.clone();
        for (int place = 0; place < most; place++) {
            int other = place + random.nextInt(rest.length - place);
            int taken = rest[other];
            rest[other] = rest[place];
            rest[place] = taken;
        }
        int[] drawn = Arrays.copyOf(rest, most);
        Arrays.sort(drawn);
        return drawn;
    }

    private static double nearness(ShortestPaths paths, int source, int[] groups) {
        paths.from(source);
        double sum = 0;
        for (int index = 1; index < paths.reached(); index++) {
            int vertex = paths.vertex(index);
            if (groups[vertex] >= 0 && groups[vertex] != groups[source]) {
                sum += 1 / paths.length(vertex);
            }
        }
        return sum;
    }

    private static Result estimate(double[] sums, int[] sources, int[] groups, int[] sizes, int people, long pairs) {
        double others = 0;
        for (int source : sources) {
            others += people - sizes[groups[source]];
        }
        double ratio = Arrays.stream(sums).sum() / others;
        double squares = 0;
        for (int number = 0; number < sources.length; number++) {
            double off = sums[number] - ratio * (people - sizes[groups[sources[number]]]);
            squares += off * off;
        }
        double drawn = sources.length;
        double deviation = Math.sqrt(squares / (drawn - 1) * (1 - drawn / people) / drawn) / (others / drawn);
        return new Result(
                ratio,
                pairs,
                new Estimate(
                        ratio,
                        Math.max(0, ratio - STANDARD_ERRORS * deviation),
                        Math.min(1, ratio + STANDARD_ERRORS * deviation)));
    }
}
