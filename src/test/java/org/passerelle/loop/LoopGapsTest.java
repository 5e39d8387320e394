package org.passerelle.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LoopGapsTest {
    @Test
    void binomialTail_smallCases_isTheSumOfTheirChances() {
        // 3 of 4 or more with 1/2: (4 + 1) / 16.
        assertThat(LoopGaps.atLeast(3, 4, 0.5)).isCloseTo(5.0 / 16, within(1e-12));
        assertThat(LoopGaps.atLeast(0, 4, 0.5)).isEqualTo(1);
        assertThat(LoopGaps.atLeast(1, 4, 0)).isZero();
        assertThat(LoopGaps.atLeast(4, 4, 0.1)).isCloseTo(0.0001, within(1e-12));
    }
}
