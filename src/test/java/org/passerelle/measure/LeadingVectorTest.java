package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.LeadingVector.Limits;

class LeadingVectorTest {
    private static final Limits EXACT = new Limits(10_000, 1e-12);
    private static final Offset<Double> ITERATED = within(1e-9);

    private static LeadingVector.Result leading(double[][] matrix, double[] beginning, Limits limits) {
        return LeadingVector.of(
                (vector, product) -> multiply(matrix, vector, product), beginning, limits, Progress.NONE);
    }

    private static void multiply(double[][] matrix, double[] vector, double[] product) {
        for (int row = 0; row < vector.length; row++) {
            double sum = 0;
            for (int column = 0; column < vector.length; column++) {
                sum += matrix[row][column] * vector[column];
            }
            product[row] = sum;
        }
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void twoByTwo_itsArithmetic() {
        // ((2,1),(1,2)): 3 with equal parts, and 1.
        LeadingVector.Result result = leading(new double[][] {{2, 1}, {1, 2}}, new double[] {1, 0}, EXACT);
        assertThat(result.eigenvalue()).isCloseTo(3, ITERATED);
        assertThat(result.vector()[0]).isCloseTo(Math.sqrt(.5), ITERATED);
        assertThat(result.vector()[1]).isCloseTo(Math.sqrt(.5), ITERATED);
        assertThat(result.settled()).isTrue();
    }

    @Test
    void equalLargest_thePartOfTheBeginning() {
        double[][] diagonal = {{2, 0, 0}, {0, 2, 0}, {0, 0, 1}};
        double[] vector = leading(diagonal, new double[] {3, 4, 12}, EXACT).vector();
        assertThat(vector[0]).isCloseTo(.6, ITERATED);
        assertThat(vector[1]).isCloseTo(.8, ITERATED);
        assertThat(vector[2]).isCloseTo(0, ITERATED);
    }

    @Test
    void randomMatrices_onlyVectorWithoutNegativesThatSolvesTheEquation() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 2 + random.nextInt(60);
            double[][] matrix = new double[size][size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column <= row; column++) {
                    // Neighbours hang together, so that nothing falls apart; then one such vector is the only one
                    // (Perron).
                    double entry = row - column == 1 || random.nextInt(4) == 0 ? .1 + random.nextDouble() : 0;
                    matrix[row][column] = entry;
                    matrix[column][row] = entry;
                }
            }
            LeadingVector.Result result = leading(matrix, ones(size), EXACT);
            double[] product = new double[size];
            multiply(matrix, result.vector(), product);
            assertThat(result.settled()).as("seed %d", seed).isTrue();
            for (int row = 0; row < size; row++) {
                assertThat(result.vector()[row]).as("seed %d", seed).isPositive();
                assertThat(product[row])
                        .as("seed %d", seed)
                        .isCloseTo(result.eigenvalue() * result.vector()[row], ITERATED);
            }
        }
    }

    @Test
    void longPath_settlesWhereStepsWouldNot() {
        // The second eigenvalue of a path of 100 is nearer than .003 of 2: plain steps would need some 20,000.
        int size = 100;
        double[][] path = new double[size][size];
        for (int row = 1; row < size; row++) {
            path[row][row - 1] = 1;
            path[row - 1][row] = 1;
        }
        LeadingVector.Result result = leading(path, ones(size), new Limits(10_000, 1e-11));
        assertThat(result.settled()).isTrue();
        assertThat(result.products()).isLessThan(4_000);
        assertThat(result.eigenvalue()).isCloseTo(2 * Math.cos(Math.PI / 101), ITERATED);
        for (int row = 0; row < size; row++) {
            assertThat(result.vector()[row])
                    .isCloseTo(Math.sin(Math.PI * (row + 1) / 101) / Math.sqrt(50.5), within(1e-7));
        }
    }

    @Test
    void productsTooFew_saidSo() {
        LeadingVector.Result result =
                leading(new double[][] {{0, 1, 0}, {1, 0, 1}, {0, 1, 0}}, ones(3), new Limits(1, 1e-12));
        assertThat(result.settled()).isFalse();
        assertThat(result.products()).isEqualTo(1);
        assertThat(result.vector()).hasSize(3);
    }
}
