package org.passerelle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.evaluation.PairedBootstrap.Estimate;

class RankingQualityTest {
    @Test
    void of_twoRightAtTwoAndFour_isTheirArithmetic() {
        RankingQuality quality = RankingQuality.of(List.of("a", "ann", "b", "bob"), Set.of("ann", "bob"));
        assertThat(quality.reciprocalRank()).isEqualTo(0.5);
        assertThat(quality.averagePrecision()).isEqualTo((1.0 / 2 + 2.0 / 4) / 2);
        assertThat(quality.precisionAt5()).isEqualTo(2.0 / 5);
        // 1/log2(3) over 1/log2(2) + 1/log2(3)
        double third = Math.log(2) / Math.log(3);
        assertThat(quality.gainAt3()).isCloseTo(third / (1 + third), within(1e-12));
    }

    @Test
    void of_nobodyFound_isNothing() {
        assertThat(RankingQuality.of(List.of(), Set.of("ann"))).isEqualTo(new RankingQuality(0, 0, 0, 0));
        assertThat(RankingQuality.of(List.of("bob"), Set.of("ann"))).isEqualTo(new RankingQuality(0, 0, 0, 0));
    }

    @Test
    void of_everybodyFirst_isOne() {
        RankingQuality quality = RankingQuality.of(List.of("ann", "bob"), Set.of("bob", "ann"));
        assertThat(quality.averagePrecision()).isEqualTo(1);
        assertThat(quality.gainAt3()).isCloseTo(1, within(1e-12));
    }

    @Test
    void of_oneMissing_lowersPrecisionOnly() {
        RankingQuality quality = RankingQuality.of(List.of("ann"), Set.of("bob", "ann"));
        assertThat(quality.reciprocalRank()).isEqualTo(1);
        assertThat(quality.averagePrecision()).isEqualTo(0.5);
    }

    @Test
    void of_nobodyRight_isRefused() {
        assertThatThrownBy(() -> RankingQuality.of(List.of("ann"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bootstrap_constantDifference_isSure() {
        Estimate estimate = PairedBootstrap.difference(new double[] {1, 0.5, 0.7}, new double[] {0.9, 0.4, 0.6});
        assertThat(estimate.mean()).isCloseTo(0.1, within(1e-12));
        assertThat(estimate.excludesZero()).isTrue();
    }

    @Test
    void bootstrap_evenDifferences_areNotShown() {
        double[] one = new double[100];
        double[] other = new double[100];
        for (int index = 0; index < 100; index++) {
            one[index] = index % 2;
            other[index] = 1 - one[index];
        }
        Estimate estimate = PairedBootstrap.difference(one, other);
        assertThat(estimate.mean()).isZero();
        assertThat(estimate.excludesZero()).isFalse();
        // The mean of 100 values of +-1 has a standard deviation of 0.1: 1.96 times that, within the draws' own error.
        assertThat(estimate.high()).isCloseTo(0.196, within(0.03));
        assertThat(PairedBootstrap.difference(one, other)).isEqualTo(estimate);
    }

    @Test
    void bootstrap_otherQuestions_areRefused() {
        assertThatThrownBy(() -> PairedBootstrap.difference(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PairedBootstrap.of(new double[0])).isEqualTo(new Estimate(0, 0, 0));
    }
}
