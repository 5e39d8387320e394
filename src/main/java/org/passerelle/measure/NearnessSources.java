package org.passerelle.measure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Whom {@link CrossGroupNearness} asks, and how what they tell becomes its result: the same people for every network of the
 * same groups.
 *
 * @param groups group of every vertex, -1 for none
 * @param count number of groups
 * @param vertices the people asked, ascending
 * @param others for each of them how many people of other groups there are
 * @param candidates people who could have been asked
 * @param pairs unordered pairs of them of different groups
 */
record NearnessSources(int[] groups, int count, int[] vertices, double[] others, int candidates, long pairs) {
    /** Those of some parameters. */
    static NearnessSources of(CrossGroupNearness.Parameters parameters) {
        int[] groups = parameters.groups();
        int count = Groups.count(groups);
        int[] sizes = Groups.sizes(groups, count);
        int[] candidates = IntStream.range(0, groups.length)
                .filter(vertex -> groups[vertex] >= 0)
                .toArray();
        int[] sources = CrossGroupNearness.drawn(candidates, parameters.sources(), Seeds.of(parameters.seed(), 0));
        double[] others = new double[sources.length];
        Arrays.setAll(others, index -> candidates.length - sizes[groups[sources[index]]]);
        return new NearnessSources(groups, count, sources, others, candidates.length, pairs(sizes));
    }

    private static long pairs(int[] sizes) {
        long all = IntStream.of(sizes).asLongStream().sum();
        long inside =
                IntStream.of(sizes).asLongStream().map(size -> size * size).sum();
        return (all * all - inside) / 2;
    }

    /**
     * The result.
     *
     * @param nearness for each of the people asked the sum of 1 / steps to people of other groups
     */
    CrossGroupNearness.Result result(double[] nearness) {
        double value = Arrays.stream(nearness).sum() / Arrays.stream(others).sum();
        CrossGroupNearness.Result exact =
                new CrossGroupNearness.Result(value, 0, vertices, nearness, others, candidates, pairs);
        double error = CrossGroupNearness.standardError(exact.residuals(), candidates);
        return new CrossGroupNearness.Result(value, error, vertices, nearness, others, candidates, pairs);
    }
}
