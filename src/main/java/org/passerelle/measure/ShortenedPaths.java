package org.passerelle.measure;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.TieGraph;

/**
 * By how much a network shortens the ways along another one, group by group: for an organisation, how many steps a question
 * takes along the reporting lines, and how many when people may ask whom they know besides.
 *
 * <p>For pairs of people whom the sparse graph joins: the mean steps in it and the mean steps in both graphs together, of
 * each pair of groups and of the whole; shortened = 1 - steps / sparse steps. Pairs that only the ties join are counted
 * apart, for without the ties they have no length.
 *
 * <p>Where people times ties are more than {@code exactStepsMax}, the ways of {@code sources} people are taken, drawn
 * without replacement; the interval of a cell is then two standard errors of a ratio from a simple random sample (Cochran,
 * Sampling techniques, 1977, section 6.4). Time O(sources (n + m)), shared among threads; memory O(sources groups). The same
 * for any number of threads. Nobody, or no lines: no cells.
 */
public final class ShortenedPaths {
    private static final double EXACT_STEPS_MAX = 3e8;
    private static final int PLACES = 4;
    private static final int PAIRS = 0;
    private static final int SPARSE = 1;
    private static final int STEPS = 2;
    private static final int ONLY = 3;

    private ShortenedPaths() {}

    /**
     * How to measure.
     *
     * @param groups group of every vertex; -1 for people whose ways are not asked, though ways may lead through them
     * @param exactStepsMax people times ties up to which nothing is drawn
     * @param sources people to draw above that, at least 2
     */
    public record Parameters(int[] groups, double exactStepsMax, int sources, long seed, int threads) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (sources < 2) {
                throw new IllegalArgumentException("An error shows from 2 sources on, not from " + sources);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("threads is 1 or more, not " + threads);
            }
        }

        /** Exact up to 3e8 steps, above that 128 sources from seed 1; every processor. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, EXACT_STEPS_MAX, 128, 1, Tasks.threads());
        }

        /** The same with another limit. */
        public Parameters withExactStepsMax(double steps) {
            return new Parameters(groups, steps, sources, seed, threads);
        }

        /** The same with so many sources. */
        public Parameters withSources(int number) {
            return new Parameters(groups, exactStepsMax, number, seed, threads);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(groups, exactStepsMax, sources, other, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(groups, exactStepsMax, sources, seed, number);
        }
    }

    /**
     * The ways between two groups, or of all.
     *
     * @param pairs ordered pairs that were looked at and that the sparse graph joins
     * @param sparseSteps their mean steps in it; NaN without pairs
     * @param steps their mean steps in both graphs together; NaN without pairs
     * @param onlyByTies ordered pairs that the ties alone join
     * @param shortened 1 - steps / sparseSteps, with two standard errors to each side; NaN without pairs, both ends the
     *     value where it is exact
     */
    public record Ways(long pairs, double sparseSteps, double steps, long onlyByTies, Weeks.Interval shortened) {}

    /**
     * The answer.
     *
     * @param sources people whose ways were looked at
     * @param exact whether that was everybody
     * @param cells upper triangle of the groups, row by row, the diagonal included; null where no pair was looked at
     */
    public record Result(
            int groups,
            int sources,
            boolean exact,
            Ways whole,
            @Nullable Ways[] cells) {
        /** The ways between two groups in either order; null where no pair was looked at. */
        public @Nullable Ways cell(int one, int other) {
            return cells[place(groups, one, other)];
        }
    }

    private static int place(int groups, int one, int other) {
        int from = Math.min(one, other);
        return from * groups - from * (from - 1) / 2 + Math.max(one, other) - from;
    }

    /**
     * Measures.
     *
     * @param sparse undirected, the lines
     * @param both undirected, the lines and the ties
     */
    public static Result compute(TieGraph sparse, TieGraph both, Parameters parameters) {
        int[] groups = parameters.groups();
        int count = Math.max(Groups.count(sparse, groups), Groups.count(both, groups));
        int[] candidates = IntStream.range(0, groups.length)
                .filter(vertex -> groups[vertex] >= 0)
                .toArray();
        boolean exact = (double) both.people() * both.ties() <= parameters.exactStepsMax()
                || candidates.length <= parameters.sources();
        int[] sources =
                exact ? candidates : CrossGroupNearness.drawn(candidates, parameters.sources(), parameters.seed());
        long[][] sums = new long[sources.length][count * PLACES];
        Tasks.run(
                sources.length,
                parameters.threads(),
                () -> {
                    ShortestPaths along = new ShortestPaths(sparse, PathLength.STEPS);
                    ShortestPaths over = new ShortestPaths(both, PathLength.STEPS);
                    return number -> add(along, over, sources[number], groups, sums[number]);
                },
                Progress.NONE);
        return result(count, sums, sources, groups, candidates.length);
    }

    private static void add(ShortestPaths along, ShortestPaths over, int source, int[] groups, long[] sums) {
        along.from(source);
        over.from(source);
        for (int index = 1; index < over.reached(); index++) {
            int vertex = over.vertex(index);
            if (groups[vertex] < 0) {
                continue;
            }
            int place = groups[vertex] * PLACES;
            double length = along.length(vertex);
            if (length < Double.POSITIVE_INFINITY) {
                sums[place + PAIRS]++;
                sums[place + SPARSE] += (long) length;
                sums[place + STEPS] += (long) over.length(vertex);
            } else {
                sums[place + ONLY]++;
            }
        }
    }

    private static Result result(int count, long[][] sums, int[] sources, int[] groups, int candidates) {
        int cells = count * (count + 1) / 2;
        long[][] totals = new long[cells][PLACES];
        long[] whole = new long[PLACES];
        for (int number = 0; number < sources.length; number++) {
            int own = groups[sources[number]];
            for (int group = 0; group < count; group++) {
                for (int what = 0; what < PLACES; what++) {
                    long value = sums[number][group * PLACES + what];
                    totals[place(count, own, group)][what] += value;
                    whole[what] += value;
                }
            }
        }
        // What each source adds beyond what its own sparse steps would bring at the common ratio.
        double[] squares = new double[cells];
        int[] asked = new int[cells];
        double squaresOfWhole = 0;
        for (int number = 0; number < sources.length; number++) {
            int own = groups[sources[number]];
            double residual = 0;
            for (int group = 0; group < count; group++) {
                int place = place(count, own, group);
                long[] total = totals[place];
                double steps = sums[number][group * PLACES + STEPS];
                double along = sums[number][group * PLACES + SPARSE];
                if (total[SPARSE] > 0) {
                    double off = steps - along * total[STEPS] / total[SPARSE];
                    squares[place] += off * off;
                    asked[place] += along > 0 ? 1 : 0;
                }
                residual += whole[SPARSE] == 0 ? 0 : steps - along * whole[STEPS] / whole[SPARSE];
            }
            squaresOfWhole += residual * residual;
        }
        double left = candidates == 0 ? 0 : 1 - (double) sources.length / candidates;
        @Nullable Ways[] ways = new @Nullable Ways[cells];
        for (int place = 0; place < cells; place++) {
            if (totals[place][PAIRS] + totals[place][ONLY] > 0) {
                ways[place] = ways(totals[place], squares[place], asked[place], left);
            }
        }
        return new Result(
                count,
                sources.length,
                sources.length == candidates,
                ways(whole, squaresOfWhole, sources.length, left),
                ways);
    }

    private static Ways ways(long[] total, double squares, int asked, double left) {
        double along = (double) total[SPARSE] / total[PAIRS];
        double steps = (double) total[STEPS] / total[PAIRS];
        double shortened = 1 - steps / along;
        double off = 0;
        if (left > 0) {
            // One source alone shows no spread.
            off = asked < 2
                    ? Double.NaN
                    : CrossGroupNearness.STANDARD_ERRORS
                            * Math.sqrt(left * asked * squares / (asked - 1.0))
                            / total[SPARSE];
        }
        return new Ways(
                total[PAIRS],
                along,
                steps,
                total[ONLY],
                new Weeks.Interval(shortened, Math.max(0, shortened - off), Math.min(1, shortened + off)));
    }
}
