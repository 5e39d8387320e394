package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchedEntriesTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @Test
    void compute_nothing_noFigures() {
        MatchedEntries.Result result = MatchedEntries.compute(
                MatchedEntries.Parameters.defaults(new int[0], new int[0], new boolean[0], new double[0]));
        assertThat(result.entries()).isZero();
        assertThat(result.after()).isNaN();
        assertThat(result.difference().low()).isNaN();
    }

    @Test
    void compute_twoStrata_theArithmetic() {
        // Stratum 0: marked 1 and 3, five others with mean 4; stratum 1: marked 10, five others with mean 6;
        // stratum 2: marked 100, but four other threads only.
        int[] strata = {0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2};
        boolean[] marked = new boolean[strata.length];
        marked[0] = marked[1] = marked[7] = marked[13] = true;
        double[] after = {1, 3, 2, 3, 4, 5, 6, 10, 6, 6, 6, 6, 6, 100, 1, 1, 1, 1, 1};
        int[] threads = IntStream.range(0, strata.length).toArray();
        // Two of the five others of stratum 2 are of one thread.
        threads[18] = threads[17];
        MatchedEntries.Result result =
                MatchedEntries.compute(MatchedEntries.Parameters.defaults(threads, strata, marked, after));
        assertThat(result.entries()).isEqualTo(4);
        assertThat(result.matched()).isEqualTo(3);
        assertThat(result.others()).isEqualTo(10);
        assertThat(result.after()).isCloseTo((1 + 3 + 10) / 3.0, within(1e-12));
        assertThat(result.expected()).isCloseTo((2 * 4 + 6) / 3.0, within(1e-12));
        assertThat(result.compared()[13]).isFalse();
        // Three are too few for an interval.
        assertThat(result.difference().low()).isNaN();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_anyEntries_asCountedOneByOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(80);
        int[] threads = random.ints(size, 0, 20).toArray();
        int[] strata = random.ints(size, 0, 4).toArray();
        double[] after = random.ints(size, 0, 9).asDoubleStream().toArray();
        boolean[] marked = new boolean[size];
        IntStream.range(0, size).forEach(entry -> marked[entry] = random.nextInt(4) == 0);
        double sum = 0;
        double expected = 0;
        int matched = 0;
        for (int entry = 0; entry < size; entry++) {
            HashSet<Integer> others = new HashSet<>();
            double count = 0;
            double total = 0;
            for (int other = 0; other < size; other++) {
                if (!marked[other] && strata[other] == strata[entry]) {
                    others.add(threads[other]);
                    count++;
                    total += after[other];
                }
            }
            if (marked[entry] && others.size() >= MatchedEntries.THREADS_MIN) {
                matched++;
                sum += after[entry];
                expected += total / count;
            }
        }
        MatchedEntries.Result result =
                MatchedEntries.compute(MatchedEntries.Parameters.defaults(threads, strata, marked, after));
        assertThat(result.matched()).isEqualTo(matched);
        if (matched > 0) {
            assertThat(result.after()).isCloseTo(sum / matched, within(1e-9));
            assertThat(result.expected()).isCloseTo(expected / matched, within(1e-9));
        }
        assertThat(result.difference())
                .isEqualTo(MatchedEntries.compute(MatchedEntries.Parameters.defaults(threads, strata, marked, after))
                        .difference());
    }

    /** Threads of different heat with several entries each, of which some are marked by chance; the marked add so much. */
    private static Weeks.Interval drawn(long seed, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 600;
        int[] threads = new int[size];
        int[] strata = new int[size];
        boolean[] marked = new boolean[size];
        double[] after = new double[size];
        double heat = 0;
        for (int entry = 0; entry < size; entry++) {
            threads[entry] = entry / 3;
            heat = entry % 3 == 0 ? 6 * random.nextDouble() * random.nextDouble() : heat;
            strata[entry] = entry % 3;
            marked[entry] = random.nextInt(8) == 0;
            double mean = heat * (3 - entry % 3) + (marked[entry] ? effect : 0);
            // Of ten chances, so many on average.
            for (int chance = 0; chance < 20; chance++) {
                after[entry] += random.nextDouble() < mean / 20 ? 1 : 0;
            }
        }
        return MatchedEntries.compute(MatchedEntries.Parameters.defaults(threads, strata, marked, after)
                        .withSeed(seed))
                .difference();
    }

    @Test
    void compute_drawnThreads_intervalsHoldTheTruth() {
        int missedNothing = 0;
        int missedTwo = 0;
        int companies = 400;
        for (long seed = 1; seed <= companies; seed++) {
            Weeks.Interval none = drawn(seed, 0);
            missedNothing += none.low() > 0 || none.high() < 0 ? 1 : 0;
            Weeks.Interval two = drawn(seed, 2);
            missedTwo += two.low() > 2 || two.high() < 2 ? 1 : 0;
        }
        System.out.printf(
                "REPORT manager entries: of %d intervals %d miss no effect, %d miss an effect of 2%n",
                companies, missedNothing, missedTwo);
        // 20 expected of 400; more than 33 once in four hundred times.
        assertThat(missedNothing).isBetween(6, 33);
        assertThat(missedTwo).isBetween(6, 36);
    }
}
