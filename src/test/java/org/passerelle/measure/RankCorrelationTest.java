package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    /** Products and sums of halves are exact here; only the root and the quotient round. */
    private static final double ROUNDING = 1e-12;

    @Test
    void compute_smallCases_isItsArithmetic() {
        // Ranks 1 2 3 4 against 1 2 4 3: 1 - 6 x 2 / (4 x 15).
        assertThat(RankCorrelation.compute(new double[] {1, 2, 3, 4}, new double[] {5, 6, 9, 8}))
                .isCloseTo(0.8, within(ROUNDING));
        assertThat(RankCorrelation.compute(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isCloseTo(-1, within(ROUNDING));
        // Ranks 1.5 1.5 3 against 1 2 3: covariance 1.5, variances 1.5 and 2.
        assertThat(RankCorrelation.compute(new double[] {7, 7, 8}, new double[] {1, 2, 3}))
                .isCloseTo(1.5 / Math.sqrt(3), within(ROUNDING));
    }

    @Test
    void compute_anyIncreasingChange_isOne() {
        double[] values = IntStream.range(0, 200).mapToDouble(at -> at - 70).toArray();
        assertThat(RankCorrelation.compute(
                        values, Arrays.stream(values).map(Math::exp).toArray()))
                .isCloseTo(1, within(ROUNDING));
    }

    @Test
    void compute_fewerThanTwoPairsOrNothingThatChanges_isUnknown() {
        assertThat(RankCorrelation.compute(new double[0], new double[0])).isNaN();
        assertThat(RankCorrelation.compute(new double[] {3}, new double[] {4})).isNaN();
        assertThat(RankCorrelation.compute(new double[] {1, 2, 3}, new double[] {5, 5, 5}))
                .isNaN();
        // Large enough that a sum of squares would round, were ranks not taken from their mean.
        double[] alike = new double[100_001];
        assertThat(RankCorrelation.compute(
                        alike, IntStream.range(0, alike.length).asDoubleStream().toArray()))
                .isNaN();
    }

    @Test
    void compute_wrongInput_isRefused() {
        assertThatThrownBy(() -> RankCorrelation.compute(new double[] {1, 2}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and 1");
        assertThatThrownBy(() -> RankCorrelation.compute(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    @Test
    void ranks_withEqualOnes_shareTheMeanOfTheirs() {
        assertThat(RankCorrelation.ranks(new double[] {0, 0, .5, .5, 1, 1, 1, .5}))
                .containsExactly(1.5, 1.5, 4, 4, 7, 7, 7, 4);
        assertThat(RankCorrelation.ranks(new double[] {Double.POSITIVE_INFINITY, -2, Double.NEGATIVE_INFINITY}))
                .containsExactly(3, 2, 1);
        // Zero has two signs and is one number.
        assertThat(RankCorrelation.ranks(new double[] {0.0, -0.0, 1})).containsExactly(1.5, 1.5, 3);
    }

    @Test
    void compute_randomPairsWithTies_isPearsonsOfCountedRanks() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int pairs = random.nextInt(2, 40);
            double[] one = random.ints(pairs, 0, 8).asDoubleStream().toArray();
            double[] other = random.ints(pairs, 0, 30).asDoubleStream().toArray();
            double expected = pearson(counted(one), counted(other));
            double found = RankCorrelation.compute(one, other);
            if (Double.isNaN(expected)) {
                assertThat(found).as("seed %d", seed).isNaN();
            } else {
                assertThat(found).as("seed %d", seed).isCloseTo(expected, within(ROUNDING));
            }
        }
    }

    @Test
    void ofWeeks_value_isThatOfThePairs() {
        SplittableRandom random = new SplittableRandom(9);
        double[] one = random.doubles(30).toArray();
        double[] other = IntStream.range(0, 30)
                .mapToDouble(week -> one[week] + random.nextDouble())
                .toArray();
        Weeks.Interval interval = RankCorrelation.ofWeeks(one, other, Weeks.Parameters.defaults());
        assertThat(interval.value()).isCloseTo(RankCorrelation.compute(one, other), within(ROUNDING));
        assertThat(interval.low()).isBetween(-1.0, interval.value());
        assertThat(interval.high()).isBetween(interval.value(), 1.0);
        assertThat(RankCorrelation.ofWeeks(new double[] {1, 2, 3}, new double[] {1, 2, 3}, Weeks.Parameters.defaults())
                        .low())
                .as("three weeks are one block of two and a rest")
                .isNaN();
    }

    /** The slow way: how many are less, and half of how many others are equal. */
    private static double[] counted(double[] values) {
        return Arrays.stream(values)
                .map(value -> 0.5
                        + Arrays.stream(values).filter(other -> other < value).count()
                        + Arrays.stream(values).filter(other -> other == value).count() / 2.0)
                .toArray();
    }

    /** Karl Pearson's correlation by its definition. */
    private static double pearson(double[] one, double[] other) {
        double mean = Arrays.stream(one).average().orElse(Double.NaN);
        double otherMean = Arrays.stream(other).average().orElse(Double.NaN);
        double both = IntStream.range(0, one.length)
                .mapToDouble(at -> (one[at] - mean) * (other[at] - otherMean))
                .sum();
        double square =
                Arrays.stream(one).map(value -> (value - mean) * (value - mean)).sum();
        double otherSquare = Arrays.stream(other)
                .map(value -> (value - otherMean) * (value - otherMean))
                .sum();
        return both / Math.sqrt(square * otherSquare);
    }
}
