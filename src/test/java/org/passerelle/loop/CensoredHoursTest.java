package org.passerelle.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CensoredHoursTest {
    private static double quantile(double share, double[] hours, boolean... ended) {
        return new CensoredHours(hours, ended).quantiles(1, share)[0].hours();
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
        CensoredHours.Quantile median = new CensoredHours(
                        new double[] {1, 2, 50, 50, 50}, new boolean[] {true, true, false, false, false})
                .quantiles(7, 0.5)[0];
        assertThat(median.hours()).isInfinite();
        assertThat(median.high()).isInfinite();
    }

    @Test
    void none_isNotANumber() {
        assertThat(new CensoredHours(new double[0], new boolean[0]).quantiles(1, 0.5)[0].hours())
                .isNaN();
    }

    @Test
    void quantiles_sameSeed_areTheSameWhateverTheOrder() {
        double[] hours = {5, 3, 8, 1, 9, 2};
        boolean[] ended = {true, false, true, true, false, true};
        double[] turned = {2, 9, 1, 8, 3, 5};
        boolean[] turnedEnded = {true, false, true, true, false, true};
        assertThat(new CensoredHours(hours, ended).quantiles(3, 0.5, 0.9))
                .isEqualTo(new CensoredHours(turned, turnedEnded).quantiles(3, 0.5, 0.9));
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
            CensoredHours.Quantile median = new CensoredHours(hours, ended).quantiles(seed, 0.5)[0];
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

    @Test
    void binomialTail_smallCases_isTheSumOfTheirChances() {
        // 3 of 4 or more with 1/2: (4 + 1) / 16.
        assertThat(LoopGaps.atLeast(3, 4, 0.5)).isCloseTo(5.0 / 16, within(1e-12));
        assertThat(LoopGaps.atLeast(0, 4, 0.5)).isEqualTo(1);
        assertThat(LoopGaps.atLeast(1, 4, 0)).isZero();
        assertThat(LoopGaps.atLeast(4, 4, 0.1)).isCloseTo(0.0001, within(1e-12));
    }
}
