package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.TieGraph;

/**
 * How near people of different groups are to each other: 1 when each knows each, 1/2 when a contact in common always
 * stands between them, 0 when no chain of ties leads across. For an organisation, how fast a question can travel from
 * one silo to another.
 *
 * <p>Mean over ordered pairs of two people in different groups of 1 / steps, unreached 0: the global efficiency of Vito
 * Latora and Massimo Marchiori, Efficient behavior of small-world networks, 2001,
 * doi:10.1103/PhysRevLett.87.198701, over pairs across groups only. Direction and strength play no part.
 *
 * <p>Over all people it is exact. Otherwise {@code sources} people are drawn without replacement and the value is the
 * ratio of their sums, its standard error that of a ratio from a simple random sample (Cochran, Sampling techniques,
 * 1977, section 6.4, with the correction for a finite population). The bias of a ratio is of order 1 / sources. Two
 * networks of the same people measured with the same seed share their sources, so {@link #difference} is far more certain
 * than either value.
 *
 * <p>Time O(sources (n + m) / 64) machine words read, 64 searches together ({@link LaneSearch} tells the trick), shared
 * among threads; memory O(n) a thread. No pair across groups: NaN. The same for any number of threads.
 */
public final class CrossGroupNearness {
    /** Slots read at most, about: some tens of milliseconds. */
    private static final long SLOTS_AFFORDABLE = 20_000_000;

    private static final int SOURCES_MIN = 256;

    /** How far the ends of an interval lie from the figure, in standard errors. */
    static final double STANDARD_ERRORS = 2;

    private CrossGroupNearness() {}

    /**
     * How to measure.
     *
     * @param groups group of every vertex; -1 for people who are neither asked nor looked for, though paths may pass
     *     through them
     * @param sources people to draw, at least 2; as many as there are or more is exact
     */
    public record Parameters(int[] groups, int sources, long seed, int threads) {
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

        /** Everybody, seed 1, as many threads as the machine runs at once. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, Math.max(2, groups.length), 1, Tasks.threads());
        }

        /** Everybody where that takes some tens of milliseconds, else as many sources as do, at least 256. */
        public static Parameters affordable(TieGraph graph, int[] groups) {
            long batches = SLOTS_AFFORDABLE / Math.max(1, graph.neighbours().length);
            int sources = Math.clamp(batches * LaneSearch.LANES, SOURCES_MIN, Integer.MAX_VALUE);
            return defaults(groups).withSources(sources);
        }

        /** The same with so many sources. */
        public Parameters withSources(int number) {
            return new Parameters(groups, number, seed, threads);
        }

        /** The same with other groups. */
        public Parameters withGroups(int[] others) {
            return new Parameters(others, sources, seed, threads);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(groups, sources, other, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(groups, sources, seed, number);
        }
    }

    /**
     * The answer.
     *
     * @param value 0 to 1; NaN without a pair across groups
     * @param standardError 0 where it is exact
     * @param sources people asked, ascending
     * @param nearness for each source the sum of 1 / steps to people of other groups
     * @param others for each source how many people of other groups there are
     * @param candidates people who could have been asked
     * @param pairs unordered pairs of them of different groups
     */
    public record Result(
            double value,
            double standardError,
            int[] sources,
            double[] nearness,
            double[] others,
            int candidates,
            long pairs) {
        /** The value, 0 without a pair across groups. */
        public double efficiency() {
            return pairs == 0 ? 0 : value;
        }

        /** Two standard errors around the value; null where it is exact. */
        public @Nullable Estimate interval() {
            double off = STANDARD_ERRORS * standardError;
            return exact() ? null : new Estimate(value, Math.max(0, value - off), Math.min(1, value + off));
        }

        /** Whether everybody was asked. */
        public boolean exact() {
            return sources.length == candidates;
        }

        /** The mean over the pairs of some of the sources only, NaN where they have none. */
        public double among(boolean[] vertices) {
            double near = 0;
            double pairs = 0;
            for (int index = 0; index < sources.length; index++) {
                if (vertices[sources[index]]) {
                    near += nearness[index];
                    pairs += others[index];
                }
            }
            return near / pairs;
        }

        /** What each source adds to the error of the value. */
        double[] residuals() {
            double mean = Arrays.stream(others).sum() / Math.max(1, others.length);
            double[] residuals = new double[sources.length];
            Arrays.setAll(residuals, index -> (nearness[index] - value * others[index]) / mean);
            return residuals;
        }
    }

    /** A difference and its standard error, 0 where it is exact. */
    public record Difference(double value, double standardError) {}

    /** The efficiency across groups. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        Groups.count(graph, parameters.groups());
        NearnessSources asked = NearnessSources.of(parameters);
        double[] nearness = new double[asked.vertices().length];
        TieGraph ties = graph.undirected();
        Tasks.run(
                LaneSearch.batches(nearness.length),
                parameters.threads(),
                () -> new NearnessLanes(ties, asked.groups(), asked.count(), asked.vertices(), nearness),
                Progress.NONE);
        return asked.result(nearness);
    }

    /** How much nearer people are in the second network; both must have asked the same people. */
    public static Difference difference(Result before, Result after) {
        if (!Arrays.equals(before.sources(), after.sources())) {
            throw new IllegalArgumentException("The two networks were asked through different people");
        }
        double[] first = before.residuals();
        double[] second = after.residuals();
        double[] both = new double[first.length];
        Arrays.setAll(both, index -> second[index] - first[index]);
        return new Difference(after.value() - before.value(), standardError(both, before.candidates()));
    }

    static double standardError(double[] residuals, int candidates) {
        int drawn = residuals.length;
        if (drawn == candidates || drawn < 2) {
            return 0;
        }
        double squares = 0;
        for (double residual : residuals) {
            squares += residual * residual;
        }
        return Math.sqrt((1 - (double) drawn / candidates) * squares / (drawn - 1.0) / drawn);
    }

    /** The first places of a shuffle, ascending: every set of them as likely; everybody where there are no more. */
    static int[] drawn(int[] from, int most, long seed) {
        if (most >= from.length) {
            return from;
        }
        int[] shuffled = from.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int place = 0; place < most; place++) {
            int other = random.nextInt(place, shuffled.length);
            int vertex = shuffled[other];
            shuffled[other] = shuffled[place];
            shuffled[place] = vertex;
        }
        int[] drawn = Arrays.copyOf(shuffled, most);
        Arrays.sort(drawn);
        return drawn;
    }
}
