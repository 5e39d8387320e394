package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.SurvivalQuantiles.Parameters;
import org.passerelle.measure.SurvivalQuantiles.Quantile;

class SurvivalQuantilesTest {
    private static double quantile(double share, double[] hours, boolean... ended) {
        return quantile(1, share, hours, ended).time();
    }

    private static Quantile quantile(long seed, double share, double[] hours, boolean... ended) {
        return SurvivalQuantiles.compute(hours, ended, Parameters.of(seed, share))
                .getFirst();
    }

    @Test
    void median_withoutCensoring_isTheUsualOne() {
        assertThat(quantile(0.5, new double[] {4, 1, 3, 2, 5}, true, true, true, true, true))
                .isEqualTo(3);
        assertThat(quantile(0.9, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, all(10)))
                .isEqualTo(9);
    }

    private static boolean[] all(int cases) {
        boolean[] ended = new boolean[cases];
        Arrays.fill(ended, true);
        return ended;
    }

    @Test
    void median_ofTextbookCases_isKaplanAndMeiers() {
        // Survival: 1 at 0; (1 - 1/5) = 0.8 after 1; 3 of the rest wait after 2+; 0.8 (1 - 1/3) = 0.533 after 3; 0.267
        // after 4.
        double[] hours = {1, 2, 3, 4, 5};
        boolean[] ended = {true, false, true, true, false};
        assertThat(quantile(0.5, hours, ended)).isEqualTo(4);
        assertThat(quantile(0.4, hours, ended)).isEqualTo(3);
        assertThat(quantile(0.8, hours, ended)).isInfinite();
    }

    @Test
    void median_mostNeverEnd_isBeyondTheData() {
        Quantile median = quantile(7, 0.5, new double[] {1, 2, 50, 50, 50}, true, true, false, false, false);
        assertThat(median.time()).isInfinite();
        assertThat(median.high()).isInfinite();
    }

    @Test
    void none_isNotANumber() {
        assertThat(quantile(0.5, new double[0])).isNaN();
    }

    @Test
    void quantiles_sameSeed_areTheSameWhateverTheOrder() {
        double[] hours = {5, 3, 8, 1, 9, 2};
        boolean[] ended = {true, false, true, true, false, true};
        double[] turned = {2, 9, 1, 8, 3, 5};
        boolean[] turnedEnded = {true, false, true, true, false, true};
        Parameters parameters = Parameters.of(3, 0.5, 0.9);
        assertThat(SurvivalQuantiles.compute(hours, ended, parameters))
                .hasSize(2)
                .isEqualTo(SurvivalQuantiles.compute(turned, turnedEnded, parameters));
    }

    @Test
    void wrongInput_isRefused() {
        assertThatThrownBy(() -> quantile(0.5, new double[] {1, 2}, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and 1");
        assertThatThrownBy(() -> Parameters.of(1, 1.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Parameters(List.of(0.5), 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void interval_ofDrawnSamples_holdsTheTruthMostOfTheTime() {
        // Waiting with a constant chance an hour has the median log 2 / chance; half are given up at random.
        int held = 0;
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] hours = new double[80];
            boolean[] ended = new boolean[80];
            for (int at = 0; at < hours.length; at++) {
                double ends = -Math.log(1 - random.nextDouble()) * 10;
                double given = -Math.log(1 - random.nextDouble()) * 20;
                hours[at] = Math.min(ends, given);
                ended[at] = ends <= given;
            }
            Quantile median = quantile(seed, 0.5, hours, ended);
            double truth = 10 * Math.log(2);
            held += median.low() <= truth && truth <= median.high() ? 1 : 0;
        }
        // 95 % of 200 is 190; fewer than 180 would come in one run of a thousand.
        assertThat(held).isGreaterThanOrEqualTo(180);
    }

    /** Efron's way: who is given up hands their share on to all who are seen later, in equal parts. */
    private static double handedOn(double share, double[] hours, boolean[] ended) {
        Integer[] order = IntStream.range(0, hours.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(at -> hours[at]).thenComparing(at -> !ended[at]));
        double[] mass = new double[hours.length];
        Arrays.fill(mass, 1.0 / hours.length);
        double gone = 0;
        double reached = Double.POSITIVE_INFINITY;
        for (int at = 0; at < order.length; at++) {
            int later = order.length - at - 1;
            if (ended[order[at]]) {
                gone += mass[at];
            } else {
                for (int other = at + 1; other < order.length; other++) {
                    mass[other] += mass[at] / later;
                }
            }
            boolean last = at + 1 == order.length || hours[order[at + 1]] != hours[order[at]];
            if (last && gone >= share - 1e-9 && Double.isInfinite(reached)) {
                reached = hours[order[at]];
            }
        }
        return reached;
    }

    @Test
    void quantiles_randomCasesWithTies_areThoseOfHandingOn() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int cases = 1 + random.nextInt(30);
            double[] hours = random.doubles(cases, 0, 8).map(Math::rint).toArray();
            boolean[] ended = new boolean[cases];
            for (int at = 0; at < cases; at++) {
                ended[at] = random.nextInt(3) > 0;
            }
            for (double share : new double[] {0.25, 0.5, 0.9}) {
                double expected = handedOn(share, hours, ended);
                double found = quantile(share, hours, ended);
                assertThat(found).as("seed %d share %s", seed, share).isEqualTo(expected);
            }
        }
    }
}
