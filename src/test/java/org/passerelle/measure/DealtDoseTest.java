package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.DealtDose.Parameters;
import org.passerelle.measure.DealtDose.Place;
import org.passerelle.measure.DealtDose.Result;

class DealtDoseTest {
    private static final Parameters FEW = new Parameters(199, 1);

    private static double[] row(double... values) {
        return values;
    }

    private static double[] zeros(int length) {
        return new double[length];
    }

    @Test
    void slope_ofOneStepBesideOneFree_isTheDifferenceOfDifferences() {
        // From 5 to 3 with two more of the dose, beside from 7 to 8: (-2 - 1) / 2.
        Result result =
                DealtDose.compute(List.of(new Place(row(0, 2), row(5, 3)), new Place(zeros(2), row(7, 8))), FEW);
        assertThat(result.slope().value()).isCloseTo(-1.5, within(1e-12));
        assertThat(result.changing()).isEqualTo(1);
        assertThat(result.slope().low()).as("two deals tell nothing").isNaN();
        assertThat(result.p()).as("the other deal is as steep").isCloseTo(1, within(1e-12));
    }

    @Test
    void nothing_saysNothing() {
        assertThat(DealtDose.compute(List.of(), FEW).slope().value()).isNaN();
        Result constant = DealtDose.compute(List.of(new Place(row(3, 3), row(1, 2))), FEW);
        assertThat(constant.changing()).isZero();
        assertThat(constant.slope().value()).isNaN();
        assertThatThrownBy(() -> new Place(row(1), row())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place(row(Double.NaN), row(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Parameters(3, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        DealtDose.compute(List.of(new Place(row(1), row(1)), new Place(row(1, 2), row(1, 2))), FEW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Steps in five of sixteen places whose periods hang together; so much is added with one more of the dose. */
    private static List<Place> drawn(int seed, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Place> places = new ArrayList<>();
        for (int place = 0; place < 16; place++) {
            double[] dose = new double[12];
            double[] later = new double[12];
            double own = random.nextGaussian();
            int from = place < 5 ? 3 + place : dose.length;
            for (int period = 0; period < dose.length; period++) {
                own = 0.8 * own + 0.6 * random.nextGaussian();
                dose[period] = period >= from ? 2 : 0;
                later[period] = own + effect * dose[period];
            }
            places.add(new Place(dose, later));
        }
        return places;
    }

    @Test
    void steps_withoutEffect_areCalledAsOftenAsSaidAndPlantedOnesFoundAndHeld() {
        int called = 0;
        int without = 0;
        int found = 0;
        int missed = 0;
        for (int seed = 1; seed <= 200; seed++) {
            Result none = DealtDose.compute(drawn(seed, 0), FEW);
            called += none.p() <= 0.05 ? 1 : 0;
            without += none.slope().low() > 0 || none.slope().high() < 0 ? 1 : 0;
            Result planted = DealtDose.compute(drawn(seed, -1), FEW);
            found += planted.p() <= 0.05 && planted.slope().value() < 0 ? 1 : 0;
            missed += planted.slope().low() > -1 || planted.slope().high() < -1 ? 1 : 0;
        }
        // 10 of 200 are expected; 21 or more come in one of a thousand runs.
        assertThat(called).isLessThanOrEqualTo(20);
        assertThat(without).isLessThanOrEqualTo(20);
        assertThat(missed).isLessThanOrEqualTo(20);
        assertThat(found).isGreaterThan(150);
    }

    @Test
    void sameSeed_sameAnswer() {
        assertThat(DealtDose.compute(drawn(7, 0), FEW)).isEqualTo(DealtDose.compute(drawn(7, 0), FEW));
    }
}
