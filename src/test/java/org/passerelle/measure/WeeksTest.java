package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.Weeks.Interval;

/** Intervals and changes by drawing weeks, and the self-regulation of communities, which uses them. */
class WeeksTest {
    /** Shares of small whole numbers: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    private static double share(double[] sums) {
        return sums.length == 0 ? Double.NaN : sums[0] / sums[1];
    }

    @Test
    void interval_sameEveryWeek_noWidth() {
        double[][] weeks = new double[10][];
        Arrays.setAll(weeks, _ -> new double[] {3, 4});
        assertThat(Weeks.interval(weeks, WeeksTest::share, Weeks.Parameters.defaults()))
                .isEqualTo(new Interval(.75, .75, .75));
    }

    @Test
    void interval_oneWeekEach_widthOfIndependentDraws() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] weeks = new double[400][];
        Arrays.setAll(weeks, _ -> new double[] {random.nextInt(2), 1});
        double share = share(Arrays.stream(weeks)
                .reduce((one, other) -> new double[] {one[0] + other[0], one[1] + other[1]})
                .orElseThrow());
        Interval interval = Weeks.interval(
                weeks,
                WeeksTest::share,
                Weeks.Parameters.defaults().withBlock(1).withDraws(4_000));
        double half = 1.96 * Math.sqrt(share * (1 - share) / 400);
        // Half a standard deviation's simulation error of 4,000 draws is about a thirtieth of the width.
        assertThat(interval.low()).isCloseTo(share - half, within(half / 8));
        assertThat(interval.high()).isCloseTo(share + half, within(half / 8));
    }

    @Test
    void interval_pairedWeeks_blocksWidenIt() {
        // Weeks come in equal pairs: there are half as many draws as weeks.
        double[][] weeks = new double[200][];
        SplittableRandom random = new SplittableRandom(2);
        for (int week = 0; week < 200; week += 2) {
            weeks[week] = new double[] {random.nextInt(2), 1};
            weeks[week + 1] = weeks[week];
        }
        Weeks.Parameters draws = Weeks.Parameters.defaults().withDraws(2_000);
        Interval single = Weeks.interval(weeks, WeeksTest::share, draws.withBlock(1));
        Interval blocks = Weeks.interval(weeks, WeeksTest::share, draws.withBlock(4));
        assertThat(blocks.high() - blocks.low()).isGreaterThan(1.15 * (single.high() - single.low()));
    }

    @Test
    void interval_holdsTheTruthMostly() {
        int held = 0;
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] weeks = new double[40][];
            Arrays.setAll(weeks, _ ->
                    new double[] {random.doubles(30).filter(value -> value < .3).count(), 30});
            Interval interval = Weeks.interval(
                    weeks,
                    WeeksTest::share,
                    Weeks.Parameters.defaults().withDraws(300).withSeed(seed));
            held += interval.low() <= .3 && .3 <= interval.high() ? 1 : 0;
        }
        // 285 are expected; fewer than 272 would come by chance once in a thousand.
        assertThat(held).isBetween(272, 297);
    }

    @Test
    void change_equalWeeks_fewFalseAlarms() {
        int alarms = 0;
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] weeks = new double[48][];
            Arrays.setAll(weeks, _ -> new double[] {random.nextInt(30), 30});
            Weeks.Change change = Weeks.change(
                    Arrays.copyOf(weeks, 24),
                    Arrays.copyOfRange(weeks, 24, 48),
                    WeeksTest::share,
                    Weeks.Parameters.defaults().withDraws(199).withSeed(seed));
            alarms += change.p() <= .05 ? 1 : 0;
        }
        // 15 of 300 are expected; 28 or more would come by chance once in a thousand.
        assertThat(alarms).isBetween(3, 27);
    }

    @Test
    void change_allDeals_itsArithmetic() {
        // 4 blocks of one week, two a side: 6 deals, of which the observed one and its mirror are the largest.
        double[][] before = {{0, 10}, {1, 10}};
        double[][] after = {{8, 10}, {9, 10}};
        Weeks.Change change = Weeks.change(
                before,
                after,
                WeeksTest::share,
                Weeks.Parameters.defaults().withBlock(1).withDraws(20_000));
        assertThat(change.change()).isCloseTo(.8, ROUNDING);
        // Five standard errors of 20,000 draws.
        assertThat(change.p()).isCloseTo(1 / 3.0, within(.017));
    }

    @Test
    void edgeCases_asDocumented() {
        Weeks.Parameters parameters = Weeks.Parameters.defaults();
        assertThat(Weeks.interval(new double[0][], WeeksTest::share, parameters).value())
                .isNaN();
        Interval one = Weeks.interval(new double[][] {{1, 2}}, WeeksTest::share, parameters);
        assertThat(one.value()).isEqualTo(.5);
        assertThat(one.low()).isNaN();
        assertThat(Weeks.change(new double[0][], new double[][] {{1, 2}}, WeeksTest::share, parameters)
                        .p())
                .isNaN();
        assertThatThrownBy(() -> Weeks.interval(new double[][] {{1}, {1, 2}}, WeeksTest::share, parameters))
                .hasMessageContaining("not 2");
        assertThatThrownBy(() -> parameters.withDraws(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> parameters.withBlock(0)).hasMessageContaining("not 0");
        double[][] weeks = {{1, 2}, {2, 2}, {0, 2}, {1, 2}};
        assertThat(Weeks.interval(weeks, WeeksTest::share, parameters))
                .isEqualTo(Weeks.interval(weeks, WeeksTest::share, parameters));
    }

    @Test
    void regulation_fourThreads_itsArithmetic() {
        // 0 is the animator. Started by 0; nobody but the starter without 0; lives; alone.
        List<int[]> threads = List.of(new int[] {0, 1, 2}, new int[] {1, 0, 1}, new int[] {1, 0, 2, 1}, new int[] {2});
        boolean[] animators = {true, false, false};
        SelfRegulation.Parameters parameters =
                SelfRegulation.Parameters.defaults(threads, new int[] {5, 5, 6, 7}, animators);
        SelfRegulation.Result result = SelfRegulation.compute(parameters);
        assertThat(result.living()).containsExactly(false, false, true, false);
        assertThat(result.livingThreads()).isEqualTo(1);
        assertThat(result.share().value()).isEqualTo(.25);
        // Weeks 0 0 1 2 and lives 0 0 1 0: (4 * 1 - 3 * 1) / (4 * 5 - 9).
        assertThat(result.trend().value()).isCloseTo(1 / 11.0, ROUNDING);
        // Without 0 the others' replies are 2, 1 and 2; only the third thread lives.
        SelfRegulation.Removal removal = SelfRegulation.removal(parameters, 0);
        assertThat(removal.contributions()).isEqualTo(3);
        assertThat(removal.kept()).isCloseTo(2 / 5.0, ROUNDING);
        // 1 has 5 contributions, 2 has 3: both from half to twice as many. Without 1, the others' replies are
        // 1 (lives: 0, 2), 1 and 2 (started by 1). Without 2: 1 (0, 1), 2 (1, 0), 2 (1, 0).
        assertThat(removal.matched()).containsExactly(1 / 4.0, 1.0);
        assertThat(removal.expected()).isCloseTo(.625, ROUNDING);
        assertThat(removal.p()).isCloseTo(2 / 3.0, ROUNDING);
    }

    @Test
    void regulation_randomThreads_sameAsSets() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int people = 2 + random.nextInt(8);
            boolean[] animators = new boolean[people];
            for (int person = 0; person < people; person++) {
                animators[person] = random.nextInt(4) == 0;
            }
            List<int[]> threads = new ArrayList<>();
            for (int thread = 0; thread < 12; thread++) {
                threads.add(IntStream.range(0, 1 + random.nextInt(5))
                        .map(_ -> random.nextInt(people))
                        .toArray());
            }
            int[] week = IntStream.range(0, 12).map(_ -> random.nextInt(6)).toArray();
            SelfRegulation.Parameters parameters = SelfRegulation.Parameters.defaults(threads, week, animators);
            SelfRegulation.Result result = SelfRegulation.compute(parameters);
            for (int thread = 0; thread < 12; thread++) {
                Set<Integer> others = new HashSet<>();
                Arrays.stream(threads.get(thread))
                        .filter(person -> !animators[person])
                        .forEach(others::add);
                boolean lives = !animators[threads.get(thread)[0]] && others.size() > 1;
                assertThat(result.living()[thread])
                        .as("seed %d thread %d", seed, thread)
                        .isEqualTo(lives);
            }
            assertThat(result.share().value()).isCloseTo(result.livingThreads() / 12.0, ROUNDING);
            double kept = 0;
            double all = 0;
            for (int[] thread : threads) {
                long replies = Arrays.stream(thread)
                        .skip(1)
                        .filter(person -> person != 0)
                        .count();
                long left = Arrays.stream(thread)
                        .filter(person -> person != 0)
                        .distinct()
                        .count();
                all += replies;
                kept += thread[0] != 0 && left > 1 ? replies : 0;
            }
            if (all > 0) {
                assertThat(SelfRegulation.removal(parameters, 0).kept())
                        .as("seed %d", seed)
                        .isCloseTo(kept / all, ROUNDING);
            }
        }
    }

    @Test
    void regulation_growingOver_trendAboveZero() {
        List<int[]> threads = new ArrayList<>();
        int[] week = new int[300];
        SplittableRandom random = new SplittableRandom(1);
        for (int thread = 0; thread < 300; thread++) {
            week[thread] = thread / 10;
            threads.add(random.nextInt(30) < week[thread] ? new int[] {1, 2} : new int[] {0, 1});
        }
        SelfRegulation.Result result = SelfRegulation.compute(
                SelfRegulation.Parameters.defaults(threads, week, new boolean[] {true, false, false}));
        assertThat(result.trend().low()).isPositive();
        assertThat(result.trend().value()).isCloseTo(1 / 30.0, within(.01));
    }

    @Test
    void regulation_edgeCases_asDocumented() {
        SelfRegulation.Parameters none = SelfRegulation.Parameters.defaults(List.of(), new int[0], new boolean[1]);
        assertThat(SelfRegulation.compute(none).share().value()).isNaN();
        assertThat(SelfRegulation.compute(none).trend().value()).isNaN();
        assertThat(SelfRegulation.removal(none, 0).kept()).isNaN();
        assertThat(SelfRegulation.removal(none, 0).p()).isNaN();
        assertThatThrownBy(() -> SelfRegulation.removal(none, 1)).hasMessageContaining("not 1");
        assertThatThrownBy(() -> SelfRegulation.Parameters.defaults(List.of(new int[0]), new int[1], new boolean[1]))
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> SelfRegulation.Parameters.defaults(List.of(new int[] {3}), new int[1], new boolean[1]))
                .hasMessageContaining("not 3");
        assertThatThrownBy(() -> SelfRegulation.Parameters.defaults(List.of(), new int[1], new boolean[1]))
                .hasMessageContaining("not 1");
    }
}
