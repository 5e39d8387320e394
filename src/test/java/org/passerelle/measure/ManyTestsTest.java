package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ManyTestsTest {
    @Test
    void falseDiscoveries_fiveTests_theirArithmetic() {
        // Ranks 1 to 5 of .005 .01 .03 .04 .5: p n / rank, then the least of those from there on.
        double[] adjusted = ManyTests.falseDiscoveries(new double[] {.03, .005, .5, .01, .04});
        assertThat(adjusted).containsExactly(new double[] {.05, .025, .5, .025, .05}, within(1e-12));
    }

    @Test
    void anyFalse_fourTests_theirArithmetic() {
        // .01 4, .02 3, .03 2, .04 1, each at least the one before.
        double[] adjusted = ManyTests.anyFalse(new double[] {.04, .01, .03, .02});
        assertThat(adjusted).containsExactly(new double[] {.06, .04, .06, .06}, within(1e-12));
    }

    @Test
    void unknown_countsForNoTest() {
        assertThat(ManyTests.falseDiscoveries(new double[] {Double.NaN, .02})).containsExactly(Double.NaN, .02);
        assertThat(ManyTests.anyFalse(new double[] {.02, Double.NaN})).containsExactly(.02, Double.NaN);
        assertThat(ManyTests.anyFalse(new double[0])).isEmpty();
    }

    @Test
    void large_neverAboveOne() {
        assertThat(ManyTests.falseDiscoveries(new double[] {.9, .95, 1})).containsExactly(1, 1, 1);
        assertThat(ManyTests.anyFalse(new double[] {.9, .95, 1})).containsExactly(1, 1, 1);
    }
}
