package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FadingTest {
    private static Fading.Result compute(int[] early, int[] late, int earlyBlocks, int lateBlocks) {
        return Fading.compute(new Fading.Parameters(early, late, earlyBlocks, lateBlocks));
    }

    @Test
    void compute_noTies_nothing() {
        Fading.Result result = compute(new int[0], new int[0], 3, 3);
        assertThat(result.p()).isEmpty();
        assertThat(result.oddsRatio()).isEqualTo(1);
    }

    @Test
    void compute_oneTie_theArithmetic() {
        // Used in 4 of 4 blocks before and 0 of 4 after: one of the 70 ways to choose 4 of 8. Its mirror image beside
        // it keeps use as a whole level: 16 against 16.
        Fading.Result result = compute(new int[] {4, 0}, new int[] {0, 4}, 4, 4);
        assertThat(result.oddsRatio()).isEqualTo(1);
        assertThat(result.p()[0]).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(result.p()[1]).isCloseTo(1, within(1e-12));
        // Two tests: the smaller p twice.
        assertThat(result.q()[0]).isCloseTo(2 / 70.0, within(1e-12));
    }

    @Test
    void compute_everybodyLess_noTieFadesMore() {
        // Ten ties, each used in 6 of 8 before and 2 of 8 after: odds of 1/3 against 3.
        int[] early = new int[10];
        int[] late = new int[10];
        Arrays.fill(early, 6);
        Arrays.fill(late, 2);
        Fading.Result result = compute(early, late, 8, 8);
        assertThat(result.oddsRatio()).isCloseTo(1 / 9.0, within(1e-12));
        assertThat(result.p()[0]).isGreaterThan(.4);
        // The same tie among ties that do not change.
        early[0] = 8;
        late[0] = 0;
        for (int tie = 1; tie < 10; tie++) {
            early[tie] = 4;
            late[tie] = 4;
        }
        assertThat(compute(early, late, 8, 8).p()[0]).isLessThan(.001);
    }

    @Test
    void compute_neverUsed_one() {
        Fading.Result result = compute(new int[] {0}, new int[] {0}, 5, 5);
        assertThat(result.p()).containsExactly(1);
        assertThat(result.q()).containsExactly(1);
    }

    @Test
    void q_isNeverSmallerForLargerP() {
        SplittableRandom random = new SplittableRandom(7);
        int[] early = random.ints(300, 0, 14).toArray();
        int[] late = random.ints(300, 0, 14).toArray();
        Fading.Result result = compute(early, late, 13, 13);
        for (int one = 0; one < early.length; one++) {
            assertThat(result.q()[one]).isBetween(result.p()[one], 1.0);
            for (int other = 0; other < early.length; other++) {
                if (result.p()[one] < result.p()[other]) {
                    assertThat(result.q()[one]).isLessThanOrEqualTo(result.q()[other]);
                }
            }
        }
    }

    /** 2,000 ties of different rates, whose use after is what the change makes of the rate. */
    private static Fading.Result drawn(long seed, DoubleUnaryOperator change, int fading) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] early = new int[2000];
        int[] late = new int[2000];
        for (int tie = 0; tie < early.length; tie++) {
            double rate = random.nextDouble();
            double after = tie < fading ? 0 : change.applyAsDouble(rate);
            for (int block = 0; block < 13; block++) {
                early[tie] += random.nextDouble() < (tie < fading ? .9 : rate) ? 1 : 0;
                late[tie] += random.nextDouble() < after ? 1 : 0;
            }
        }
        return compute(early, late, 13, 13);
    }

    @Test
    void falseAlarms_nothingFades_atMostTheNominalShare() {
        int alarms = 0;
        int small = 0;
        for (int seed = 0; seed < 50; seed++) {
            Fading.Result same = drawn(seed, rate -> rate, 0);
            // Everybody's odds halved: rate / (1 - rate) becomes half of it.
            Fading.Result less = drawn(1000 + seed, rate -> rate / (2 - rate), 0);
            assertThat(less.oddsRatio()).isCloseTo(.5, within(.1));
            for (Fading.Result result : new Fading.Result[] {same, less}) {
                alarms += Arrays.stream(result.q()).anyMatch(q -> q <= .05) ? 1 : 0;
                small += (int) Arrays.stream(result.p()).filter(p -> p <= .05).count();
            }
        }
        // 100 organisations of 2,000 ties: 5 % of p by chance at most (a discrete test stays below), 5 organisations
        // with any finding, and 11 only once in a hundred times.
        assertThat(small / 200_000.0).isLessThan(.05);
        assertThat(alarms).isLessThanOrEqualTo(11);
    }

    @Test
    void recall_plantedFadingTies_found() {
        Fading.Result result = drawn(3, rate -> rate, 40);
        long found = Arrays.stream(result.q(), 0, 40).filter(q -> q <= .05).count();
        long others = Arrays.stream(result.q(), 40, 2000).filter(q -> q <= .05).count();
        assertThat(found).isGreaterThanOrEqualTo(38);
        assertThat(others).isLessThanOrEqualTo(8);
    }

    @Test
    void parameters_wrong_refused() {
        assertThatThrownBy(() -> compute(new int[1], new int[2], 1, 1)).hasMessageContaining("not 1 before and 2");
        assertThatThrownBy(() -> compute(new int[1], new int[1], 0, 1)).hasMessageContaining("not 0 and 1");
        assertThatThrownBy(() -> compute(new int[] {3}, new int[1], 2, 1)).hasMessageContaining("not in 3 and 0");
    }
}
