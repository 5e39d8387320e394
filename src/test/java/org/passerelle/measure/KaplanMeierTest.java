package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.KaplanMeier.Curve;
import org.passerelle.measure.KaplanMeier.Step;

class KaplanMeierTest {
    /** Weeks of remission under 6-MP: Freireich and others, Blood 21, 1963; Cox, 1972. */
    private static final int[] WEEKS = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};

    /** 1 for a relapse, 0 for somebody still in remission when last seen. */
    private static final int[] RELAPSED = {1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0};

    private static Curve curve(int[] days, int... ended) {
        boolean[] flags = new boolean[ended.length];
        for (int person = 0; person < ended.length; person++) {
            flags[person] = ended[person] == 1;
        }
        return KaplanMeier.compute(days, flags);
    }

    @Test
    void remission_survivalAndError_areThePublishedOnes() {
        Curve curve = curve(WEEKS, RELAPSED);

        // 21 at risk and 3 relapse: 18/21; then 1 of 17, of 15, of 12, of 11, of 7, of 6.
        assertThat(curve.steps().stream().map(Step::day)).containsExactly(6, 7, 10, 13, 16, 22, 23);
        assertThat(curve.steps().stream().map(Step::atRisk)).containsExactly(21, 17, 15, 12, 11, 7, 6);
        double[] survival = {
            18 / 21.0,
            18 / 21.0 * 16 / 17,
            18 / 21.0 * 16 / 17 * 14 / 15,
            18 / 21.0 * 16 / 17 * 14 / 15 * 11 / 12,
            18 / 21.0 * 16 / 17 * 14 / 15 * 11 / 12 * 10 / 11,
            18 / 21.0 * 16 / 17 * 14 / 15 * 11 / 12 * 10 / 11 * 6 / 7,
            18 / 21.0 * 16 / 17 * 14 / 15 * 11 / 12 * 10 / 11 * 6 / 7 * 5 / 6
        };
        // Kleinbaum and Klein, Survival Analysis: .8571 .8067 .7529 .6902 .6275 .5378 .4482 with these errors.
        double[] published = {.8571, .8067, .7529, .6902, .6275, .5378, .4482};
        double[] errors = {.0764, .0869, .0963, .1068, .1141, .1282, .1346};
        for (int step = 0; step < published.length; step++) {
            assertThat(curve.steps().get(step).survival()).isCloseTo(survival[step], within(1e-12));
            assertThat(curve.steps().get(step).survival()).isCloseTo(published[step], within(5e-5));
            assertThat(curve.steps().get(step).standardError()).isCloseTo(errors[step], within(5e-5));
        }
    }

    @Test
    void remission_intervals_areThoseOnTheLogLogScale() {
        Curve curve = curve(WEEKS, RELAPSED);

        double[] low = {.620, .563, .503, .432, .368, .268, .188};
        double[] high = {.952, .923, .889, .849, .805, .747, .680};
        for (int step = 0; step < low.length; step++) {
            assertThat(curve.steps().get(step).low()).isCloseTo(low[step], within(5e-4));
            assertThat(curve.steps().get(step).high()).isCloseTo(high[step], within(5e-4));
        }
    }

    @Test
    void firstInterval_byHand_agrees() {
        // S = 6/7, Greenwood sum = 3 / (21 x 18) = 1/126; error of log(-log S) = sqrt(1/126) / log(7/6).
        double stretch = Math.exp(1.959963984540054 * Math.sqrt(1 / 126.0) / Math.log(7 / 6.0));

        Step first = curve(WEEKS, RELAPSED).steps().getFirst();

        assertThat(first.low()).isCloseTo(Math.pow(6 / 7.0, stretch), within(1e-12));
        assertThat(first.high()).isCloseTo(Math.pow(6 / 7.0, 1 / stretch), within(1e-12));
    }

    @Test
    void at_betweenAndBeyond_isTheLastStepOrUnknown() {
        Curve curve = curve(WEEKS, RELAPSED);

        assertThat(curve.at(9).orElseThrow().survival())
                .isEqualTo(curve.steps().get(1).survival());
        assertThat(curve.at(9).orElseThrow().atRisk()).isEqualTo(16);
        assertThat(curve.at(35)).isPresent();
        assertThat(curve.at(36)).isEmpty();
    }

    @Test
    void at_beforeAnybodyEnded_isOneWithTheBinomialsEnd() {
        Step start = curve(WEEKS, RELAPSED).at(5).orElseThrow();

        assertThat(start.survival()).isEqualTo(1);
        assertThat(start.high()).isEqualTo(1);
        assertThat(start.low()).isCloseTo(Math.pow(0.025, 1 / 21.0), within(1e-12));
    }

    @Test
    void everybodyEnded_isZeroEverAfter() {
        Curve curve = curve(new int[] {1, 2}, 1, 1);

        assertThat(curve.at(7).orElseThrow().survival()).isZero();
        assertThat(curve.at(7).orElseThrow().high())
                .isLessThanOrEqualTo(curve.steps().getFirst().high());
    }

    @Test
    void endsOnTheFirstDay_countAtOnce() {
        assertThat(curve(new int[] {0, 0, 5, 9}, 1, 1, 0, 0).at(0).orElseThrow().survival())
                .isEqualTo(0.5);
    }

    @Test
    void nobody_isUnknown() {
        assertThat(curve(new int[0]).at(0)).isEmpty();
    }

    @Test
    void wrongInput_isRefused() {
        assertThatThrownBy(() -> curve(new int[] {1}, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> curve(new int[] {-1}, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Efron's other way: everybody is 1/n, whoever is censored hands it on to those still there. */
    private static double redistributed(int[] days, boolean[] ended, int day) {
        int people = days.length;
        double[] share = new double[people];
        Arrays.fill(share, 1.0 / people);
        for (int now = 0; now <= day; now++) {
            for (int person = 0; person < people; person++) {
                if (days[person] == now && !ended[person]) {
                    int later = 0;
                    for (int other = 0; other < people; other++) {
                        later += days[other] > now ? 1 : 0;
                    }
                    for (int other = 0; other < people && later > 0; other++) {
                        share[other] += days[other] > now ? share[person] / later : 0;
                    }
                    share[person] = later > 0 ? 0 : share[person];
                }
            }
        }
        double survival = 0;
        for (int person = 0; person < people; person++) {
            survival += days[person] > day || (days[person] <= day && !ended[person]) ? share[person] : 0;
        }
        return survival;
    }

    @Test
    void randomPeople_agreeWithRedistributionToTheRight() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int people = random.nextInt(1, 30);
            int[] days = random.ints(people, 0, 20).toArray();
            boolean[] ended = new boolean[people];
            for (int person = 0; person < people; person++) {
                ended[person] = random.nextBoolean();
            }
            Curve curve = KaplanMeier.compute(days, ended);
            for (int day = 0; day < curve.lastDay(); day++) {
                assertThat(curve.at(day).orElseThrow().survival())
                        .as("seed %d day %d", seed, day)
                        .isCloseTo(redistributed(days, ended, day), within(1e-9));
            }
        }
    }

    @Test
    void interval_ofKnownDecay_holdsTheTruthAboutAsOftenAsItSays() {
        int held = 0;
        int draws = 400;
        double truth = Math.pow(0.98, 30);
        for (int draw = 0; draw < draws; draw++) {
            SplittableRandom random = new SplittableRandom(draw);
            int[] days = new int[60];
            boolean[] ended = new boolean[60];
            for (int person = 0; person < days.length; person++) {
                int lasts = (int) Math.ceil(Math.log(1 - random.nextDouble()) / Math.log(0.98));
                int watched = random.nextInt(10, 120);
                days[person] = Math.min(lasts, watched);
                ended[person] = lasts <= watched;
            }
            Step step = KaplanMeier.compute(days, ended).at(30).orElseThrow();
            held += step.low() <= truth && truth <= step.high() ? 1 : 0;
        }
        // 95 % of 400 with three standard deviations of 1.1 % on either side.
        assertThat(held / (double) draws).isBetween(0.917, 0.983);
    }
}
