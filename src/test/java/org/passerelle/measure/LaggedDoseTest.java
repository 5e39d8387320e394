package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.LaggedDose.Place;
import org.passerelle.measure.LaggedDose.Result;

class LaggedDoseTest {
    private static final Weeks.Parameters FEW = Weeks.Parameters.defaults().withDraws(200);

    private static double[] row(double... values) {
        return values;
    }

    @Test
    void slope_ofTwoPlaces_isWithinThem() {
        // Place one: doses 0 and 2 about 1, amounts 5 and 3 about 4: -2 / 2. Place two always has 9 and 100: it says
        // nothing.
        Result result =
                LaggedDose.compute(List.of(new Place(row(0, 2), row(5, 3)), new Place(row(9, 9), row(100, 90))), FEW);
        assertThat(result.slope().value()).isCloseTo(-1, within(1e-12));
        assertThat(result.places()).isEqualTo(1);
        assertThat(result.periods()).isEqualTo(2);
        assertThat(result.slope().low()).isNaN();
    }

    @Test
    void slope_unknownAmounts_areLeftOut() {
        Result result = LaggedDose.compute(List.of(new Place(row(0, 7, 2, Double.NaN), row(5, Double.NaN, 3, 8))), FEW);
        assertThat(result.slope().value()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void nothing_saysNothing() {
        assertThat(LaggedDose.compute(List.of(), FEW).slope().value()).isNaN();
        assertThat(LaggedDose.compute(List.of(new Place(row(1, 1), row(2, 3))), FEW)
                        .places())
                .isZero();
        assertThatThrownBy(() -> new Place(row(1), row())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        LaggedDose.compute(List.of(new Place(row(1), row(1)), new Place(row(1, 2), row(1, 2))), FEW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Least squares with a constant for each place, by the normal equations. */
    private static double oracle(List<Place> places) {
        int size = places.size() + 1;
        double[][] normal = new double[size][size + 1];
        for (int number = 0; number < places.size(); number++) {
            Place place = places.get(number);
            for (int period = 0; period < place.dose().length; period++) {
                double[] x = new double[size];
                x[0] = place.dose()[period];
                x[number + 1] = 1;
                for (int one = 0; one < size; one++) {
                    for (int other = 0; other < size; other++) {
                        normal[one][other] += x[one] * x[other];
                    }
                    normal[one][size] += x[one] * place.later()[period];
                }
            }
        }
        for (int pivot = 0; pivot < size; pivot++) {
            for (int other = 0; other < size; other++) {
                double factor = other == pivot ? 0 : normal[other][pivot] / normal[pivot][pivot];
                for (int column = 0; column <= size; column++) {
                    normal[other][column] -= factor * normal[pivot][column];
                }
            }
        }
        return normal[0][size] / normal[0][0];
    }

    @Test
    void slope_randomPlaces_isThatOfLeastSquares() {
        for (int seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Place> places = new ArrayList<>();
            int periods = random.nextInt(3, 15);
            for (int place = random.nextInt(1, 6); place > 0; place--) {
                places.add(new Place(
                        random.doubles(periods).toArray(),
                        random.doubles(periods).toArray()));
            }
            assertThat(LaggedDose.compute(places, FEW).slope().value())
                    .as("seed %d", seed)
                    .isCloseTo(oracle(places), within(1e-9));
        }
    }
}
