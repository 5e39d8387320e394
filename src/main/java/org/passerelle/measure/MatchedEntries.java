package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What follows when somebody of one kind enters a thread, beside what follows when somebody of another kind enters a
 * thread at a like point: the mean after the marked entries, less what the others of the same stratum had. For an
 * organisation: do colleagues answer each other less once a manager has spoken? A stratum holds entries at a like point
 * (as many turns before, as old, in the same place), so that a thread that lives long, and so has more of everything, is
 * compared with its like only.
 *
 * <p>expected = sum over strata of marked(s) mean(others of s) / sum over strata of marked(s); Yunfei Paul Li, Kathleen
 * Propert and Paul Rosenbaum, Balanced risk set matching, 2001, doi:10.1198/016214501753208573. An entry may serve in the
 * comparison though its thread is marked later: to leave it out would look into the future. Marked entries whose stratum has
 * entries of fewer than {@value #THREADS_MIN} other threads are not compared, and counted.
 *
 * <p>The interval draws whole threads anew, because entries of one thread hang together (Bradley Efron and Robert
 * Tibshirani, An introduction to the bootstrap, 1993, doi:10.1007/978-1-4899-4541-9), with the ends of {@link
 * Weeks#ends}; it is NaN with fewer than {@value #ENTRIES_MIN} compared. An association: whoever enters chose the thread.
 * Time O(draws entries), memory O(entries).
 */
public final class MatchedEntries {
    /** Fewest other threads in a stratum. */
    public static final int THREADS_MIN = 5;

    /** Fewest compared entries for an interval. */
    public static final int ENTRIES_MIN = 10;

    /** Steps that some seconds are enough for. */
    private static final long STEPS_AFFORDABLE = 400_000_000;

    private static final int DRAWS_MIN = 200;
    private static final int DRAWS_MAX = 1_000;

    private MatchedEntries() {}

    /**
     * Entries, in any order.
     *
     * @param threads number of each entry's thread, from 0
     * @param strata number of each entry's stratum, from 0
     * @param marked whether it is of the kind asked about
     * @param after what followed it
     * @param draws how often threads are drawn
     */
    public record Parameters(int[] threads, int[] strata, boolean[] marked, double[] after, int draws, long seed) {
        /** Copies the arrays. */
        public Parameters {
            if (threads.length != strata.length || threads.length != marked.length || threads.length != after.length) {
                throw new IllegalArgumentException("Entries need four arrays of one length, not " + threads.length
                        + ", " + strata.length + ", " + marked.length + " and " + after.length);
            }
            if (draws < 1) {
                throw new IllegalArgumentException("draws is 1 or more, not " + draws);
            }
            threads = threads.clone();
            strata = strata.clone();
            marked = marked.clone();
            after = after.clone();
        }

        /** 1,000 draws, fewer where there are very many entries, from seed 1. */
        public static Parameters defaults(int[] threads, int[] strata, boolean[] marked, double[] after) {
            long affordable = STEPS_AFFORDABLE / Math.max(1, threads.length);
            return new Parameters(threads, strata, marked, after, Math.clamp(affordable, DRAWS_MIN, DRAWS_MAX), 1);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(threads, strata, marked, after, draws, other);
        }
    }

    /**
     * The answer.
     *
     * @param entries marked ones
     * @param matched those of them that are compared
     * @param others entries they are compared with
     * @param after mean of what followed the compared ones; NaN without any
     * @param expected mean of what followed the others, strata taken as often as marked ones lie in them; NaN likewise
     * @param difference after less expected, with its interval
     * @param compared by entry, whether it is in the comparison, marked or not
     */
    public record Result(
            int entries,
            int matched,
            int others,
            double after,
            double expected,
            Weeks.Interval difference,
            boolean[] compared) {}

    /** Compares. */
    public static Result compute(Parameters parameters) {
        Strata strata = new Strata(parameters);
        boolean[] compared = strata.compared();
        int[] kept = strata.kept(compared);
        double[] once = new double[strata.threadCount];
        Arrays.fill(once, 1);
        double[] observed = strata.means(kept, once);
        int entries = 0;
        int matched = 0;
        for (int entry = 0; entry < compared.length; entry++) {
            entries += parameters.marked()[entry] ? 1 : 0;
            matched += parameters.marked()[entry] && compared[entry] ? 1 : 0;
        }
        double difference = observed[0] - observed[1];
        Weeks.Interval interval = new Weeks.Interval(difference, Double.NaN, Double.NaN);
        if (matched >= ENTRIES_MIN) {
            interval = Weeks.ends(difference, strata.drawn(kept, parameters), matched);
        }
        return new Result(entries, matched, kept.length - matched, observed[0], observed[1], interval, compared);
    }

    /** The entries by stratum, with sums that are used again from draw to draw. */
    private static final class Strata {
        private final Parameters entries;
        private final int threadCount;
        private final double[] markedCount;
        private final double[] markedSum;
        private final double[] otherCount;
        private final double[] otherSum;

        Strata(Parameters entries) {
            this.entries = entries;
            this.threadCount = 1 + Arrays.stream(entries.threads()).max().orElse(-1);
            int strata = 1 + Arrays.stream(entries.strata()).max().orElse(-1);
            this.markedCount = new double[strata];
            this.markedSum = new double[strata];
            this.otherCount = new double[strata];
            this.otherSum = new double[strata];
        }

        /** Entries of strata that hold a marked one and enough other threads. */
        boolean[] compared() {
            int strata = markedCount.length;
            int[] threads = new int[strata];
            boolean[] hasMarked = new boolean[strata];
            long[] keys = new long[entries.threads().length];
            int size = 0;
            for (int entry = 0; entry < keys.length; entry++) {
                if (entries.marked()[entry]) {
                    hasMarked[entries.strata()[entry]] = true;
                } else {
                    keys[size++] = (long) entries.strata()[entry] * threadCount + entries.threads()[entry];
                }
            }
            for (long key : Arrays.stream(keys, 0, size).sorted().distinct().toArray()) {
                threads[(int) (key / threadCount)]++;
            }
            boolean[] compared = new boolean[keys.length];
            for (int entry = 0; entry < keys.length; entry++) {
                int stratum = entries.strata()[entry];
                compared[entry] = hasMarked[stratum] && threads[stratum] >= THREADS_MIN;
            }
            return compared;
        }

        int[] kept(boolean[] compared) {
            int[] kept = new int[compared.length];
            int size = 0;
            for (int entry = 0; entry < compared.length; entry++) {
                if (compared[entry]) {
                    kept[size++] = entry;
                }
            }
            return Arrays.copyOf(kept, size);
        }

        /** The mean after marked entries, and what the others make one expect, every thread taken so often. */
        double[] means(int[] kept, double[] times) {
            Arrays.fill(markedCount, 0);
            Arrays.fill(markedSum, 0);
            Arrays.fill(otherCount, 0);
            Arrays.fill(otherSum, 0);
            for (int entry : kept) {
                double often = times[entries.threads()[entry]];
                int stratum = entries.strata()[entry];
                if (entries.marked()[entry]) {
                    markedCount[stratum] += often;
                    markedSum[stratum] += often * entries.after()[entry];
                } else {
                    otherCount[stratum] += often;
                    otherSum[stratum] += often * entries.after()[entry];
                }
            }
            double count = 0;
            double after = 0;
            double expected = 0;
            for (int stratum = 0; stratum < markedCount.length; stratum++) {
                if (markedCount[stratum] > 0 && otherCount[stratum] > 0) {
                    count += markedCount[stratum];
                    after += markedSum[stratum];
                    expected += markedCount[stratum] * otherSum[stratum] / otherCount[stratum];
                }
            }
            return new double[] {after / count, expected / count};
        }

        /** The difference with threads drawn anew. */
        double[] drawn(int[] kept, Parameters parameters) {
            int[] threads = Arrays.stream(kept)
                    .map(entry -> entries.threads()[entry])
                    .sorted()
                    .distinct()
                    .toArray();
            double[] differences = new double[parameters.draws()];
            double[] times = new double[threadCount];
            for (int draw = 0; draw < differences.length; draw++) {
                SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), draw));
                Arrays.fill(times, 0);
                for (int number = 0; number < threads.length; number++) {
                    times[threads[random.nextInt(threads.length)]]++;
                }
                double[] means = means(kept, times);
                differences[draw] = means[0] - means[1];
                Stripes.checkInterrupted();
            }
            return differences;
        }
    }
}
