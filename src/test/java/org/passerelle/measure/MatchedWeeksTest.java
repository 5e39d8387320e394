package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.MatchedWeeks.MatchedSet;
import org.passerelle.measure.MatchedWeeks.Parameters;
import org.passerelle.measure.MatchedWeeks.Result;

class MatchedWeeksTest {
    private static MatchedSet set(int week, double after, double... others) {
        return new MatchedSet(week, after, others);
    }

    @Test
    void twoSets_meansByHand() {
        // 5 - (1 + 3) / 2 = 3 and 2 - 1 = 1; their mean is 2; after is 3.5, others 1.5.
        Result result = MatchedWeeks.compute(List.of(set(1, 5, 1, 3), set(2, 2, 1)), Parameters.defaults());

        assertThat(result.after()).isEqualTo(3.5);
        assertThat(result.others()).isEqualTo(1.5);
        assertThat(result.difference().value()).isEqualTo(2);
    }

    @Test
    void p_fewDeals_isTheirShareCounted() {
        // Three sets of 4 against 0, 0, 0: only if in all three the observed week is drawn is it as large: 1 / 64.
        List<MatchedSet> sets = List.of(set(1, 4, 0, 0, 0), set(2, 4, 0, 0, 0), set(3, 4, 0, 0, 0));

        // Three standard deviations of 20,000 draws.
        assertThat(MatchedWeeks.compute(sets, new Parameters(20_000, 1)).p())
                .isCloseTo(1 / 64.0, within(3 * Math.sqrt(1 / 64.0 / 20_000)));
    }

    @Test
    void allAlike_isNothing() {
        Result result = MatchedWeeks.compute(List.of(set(1, 2, 2, 2), set(2, 2, 2)), Parameters.defaults());

        assertThat(result.difference().value()).isZero();
        assertThat(result.p()).isEqualTo(1);
    }

    @Test
    void oneWeekOnly_hasNoInterval() {
        Result result = MatchedWeeks.compute(List.of(set(1, 2, 1), set(1, 3, 1)), Parameters.defaults());

        assertThat(result.difference().low()).isNaN();
    }

    @Test
    void noSets_isUnknown() {
        assertThat(MatchedWeeks.compute(List.of(), Parameters.defaults()).p()).isNaN();
    }

    @Test
    void setWithoutOthers_isRefused() {
        assertThatThrownBy(() -> set(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<MatchedSet> drawn(SplittableRandom random, double effect) {
        List<MatchedSet> sets = new ArrayList<>();
        for (int week = 0; week < 25; week++) {
            double mean = random.nextDouble() * 2;
            double[] others = new double[random.nextInt(1, 5)];
            for (int other = 0; other < others.length; other++) {
                others[other] = count(random, mean);
            }
            sets.add(set(week, count(random, mean + effect), others));
        }
        return sets;
    }

    /** Poisson. */
    private static double count(SplittableRandom random, double mean) {
        double product = random.nextDouble();
        int count = 0;
        while (product > Math.exp(-mean)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    @Test
    void withoutEffect_pIsUniform_andIntervalsHoldZero() {
        int draws = 500;
        double[] counted = new double[3];
        double[] levels = {0.05, 0.2, 0.5};
        int held = 0;
        for (int seed = 0; seed < draws; seed++) {
            Result result = MatchedWeeks.compute(drawn(new SplittableRandom(seed), 0), new Parameters(199, seed));
            for (int level = 0; level < levels.length; level++) {
                counted[level] += result.p() <= levels[level] ? 1 : 0;
            }
            held += result.difference().low() <= 0 && 0 <= result.difference().high() ? 1 : 0;
        }
        for (int level = 0; level < levels.length; level++) {
            // Three standard deviations of a share of 500.
            assertThat(counted[level] / draws)
                    .isCloseTo(levels[level], within(3 * Math.sqrt(levels[level] * (1 - levels[level]) / draws)));
        }
        assertThat(held / (double) draws).isBetween(0.92, 0.98);
    }

    @Test
    void withEffect_isFound() {
        int found = 0;
        for (int seed = 0; seed < 50; seed++) {
            Result result = MatchedWeeks.compute(drawn(new SplittableRandom(seed), 2), new Parameters(199, seed));
            found += result.p() < 0.05 && result.difference().low() > 0 ? 1 : 0;
        }
        assertThat(found).isGreaterThan(45);
    }
}
