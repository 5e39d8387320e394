package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Window;

class ShrinkingTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void p_sixBlocksOfWhichTheLastThreeAreTheFewest_isTheirShareOfAllDeals() {
        // Of the 20 ways to choose 3 of 6 different blocks one gives as few; 0.015 is 4 standard errors of 1,999 deals.
        assertThat(p(60, 50, 40, 30, 20, 10)).isCloseTo(1 / 20.0, within(0.02));
        // All as many: every deal gives as few.
        assertThat(p(7, 7, 7, 7, 7, 7)).isEqualTo(1);
        // Growing: only the real one, and those like it, do not give as few.
        assertThat(p(10, 20, 30, 40, 50, 60)).isEqualTo(1);
    }

    @Test
    void p_twelveBlocks_tellsAnEndFromTwoBusyFortnights() {
        assertThat(p(40, 38, 41, 39, 40, 42, 10, 9, 8, 7, 6, 5)).isLessThan(0.01);
        // As many fewer in sum, but because of two fortnights only.
        assertThat(p(5, 98, 5, 5, 97, 5, 5, 6, 5, 4, 5, 5)).isGreaterThan(0.05);
    }

    @Test
    void p_fewBlocksOrNoAct_isUnknown() {
        assertThat(p(5, 4, 3)).isNaN();
        assertThat(Shrinking.p(List.of(), new Window(START, START.plusDays(200))))
                .isNaN();
    }

    private static double p(int... blocks) {
        List<Act> acts = new ArrayList<>();
        for (int block = 0; block < blocks.length; block++) {
            for (int act = 0; act < blocks[block]; act++) {
                acts.add(new Act(
                        block + "-" + act,
                        "ann",
                        START.plusDays(block * 14L + act % 14).atTime(9, 0).toInstant(ZoneOffset.UTC),
                        ContributionKind.MESSAGE,
                        "thread",
                        null,
                        null,
                        List.of()));
            }
        }
        return Shrinking.p(acts, new Window(START, START.plusDays(blocks.length * 14L - 1)));
    }
}
