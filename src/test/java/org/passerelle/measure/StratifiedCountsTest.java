package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.StratifiedCounts.Chance;
import org.passerelle.measure.StratifiedCounts.Stratum;

class StratifiedCountsTest {
    @Test
    void teaTasting_allFourOfFour_isFishersOneInSeventy() {
        // Fisher, The Design of Experiments, 1935: 8 cups, 4 of a kind, 4 named: 1 / C(8,4).
        Chance chance = StratifiedCounts.compute(List.of(new Stratum(8, 4, 4)), 4);

        assertThat(chance.p()).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(chance.mean()).isCloseTo(2, within(1e-12));
        // Three or more: (16 + 1) / 70.
        assertThat(StratifiedCounts.compute(List.of(new Stratum(8, 4, 4)), 3).p())
                .isCloseTo(17 / 70.0, within(1e-12));
    }

    @Test
    void twoStrata_byHand_multiplyAndAdd() {
        // One of two marked, own is one: 1/2 each; both: 1/4, at least one: 3/4.
        List<Stratum> strata = List.of(new Stratum(2, 1, 1), new Stratum(2, 1, 1));

        assertThat(StratifiedCounts.compute(strata, 2).p()).isCloseTo(0.25, within(1e-12));
        assertThat(StratifiedCounts.compute(strata, 1).p()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void ownIsEverybody_nothingIsRemarkable() {
        Chance chance = StratifiedCounts.compute(List.of(new Stratum(9, 4, 9)), 4);

        assertThat(chance.p()).isEqualTo(1, within(1e-12));
        assertThat(chance.low()).isEqualTo(4);
        assertThat(chance.high()).isEqualTo(4);
    }

    @Test
    void noStrata_expectNothing() {
        assertThat(StratifiedCounts.compute(List.of(), 0)).isEqualTo(new Chance(0, 0, 0, 1));
    }

    @Test
    void partLargerThanTheWhole_isRefused() {
        assertThatThrownBy(() -> new Stratum(3, 4, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void randomStrata_agreeWithEveryDealCounted() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Stratum> strata = new ArrayList<>();
            for (int stratum = 0; stratum < 2; stratum++) {
                int people = random.nextInt(1, 8);
                strata.add(new Stratum(people, random.nextInt(people + 1), random.nextInt(people + 1)));
            }
            int observed = random.nextInt(5);
            double deals = 0;
            double asMany = 0;
            for (int one = 0; one < 1 << strata.get(0).people(); one++) {
                for (int other = 0; other < 1 << strata.get(1).people(); other++) {
                    if (Integer.bitCount(one) == strata.get(0).own()
                            && Integer.bitCount(other) == strata.get(1).own()) {
                        int marked = Integer.bitCount(one & (1 << strata.get(0).marked()) - 1)
                                + Integer.bitCount(other & (1 << strata.get(1).marked()) - 1);
                        deals++;
                        asMany += marked >= observed ? 1 : 0;
                    }
                }
            }
            assertThat(StratifiedCounts.compute(strata, observed).p())
                    .as("seed %d", seed)
                    .isCloseTo(asMany / deals, within(1e-9));
        }
    }

    @Test
    void largeStrata_stirlingAndTableAgree() {
        double small = StratifiedCounts.compute(List.of(new Stratum(1_023, 300, 20)), 8)
                .mean();
        double large = StratifiedCounts.compute(List.of(new Stratum(102_300, 30_000, 20)), 8)
                .mean();

        assertThat(small).isCloseTo(20 * 300 / 1_023.0, within(1e-9));
        assertThat(large).isCloseTo(20 * 300 / 1_023.0, within(1e-6));
    }

    @Test
    void marksDealtAtRandom_pIsSmallNoOftenerThanItSays() {
        List<Double> values = new ArrayList<>();
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean[] marked = new boolean[60];
            for (int dealt = 0; dealt < 20; ) {
                int person = random.nextInt(60);
                dealt += marked[person] ? 0 : 1;
                marked[person] = true;
            }
            int observed = (int)
                    IntStream.range(0, 15).filter(person -> marked[person]).count();
            values.add(StratifiedCounts.compute(List.of(new Stratum(60, 20, 15)), observed)
                    .p());
        }
        for (double level : new double[] {0.01, 0.05, 0.1, 0.5}) {
            double share = values.stream().filter(p -> p <= level).count() / 2_000.0;
            // Three standard deviations of a share of 2,000.
            assertThat(share).isLessThan(level + 3 * Math.sqrt(level * (1 - level) / 2_000));
        }
    }
}
