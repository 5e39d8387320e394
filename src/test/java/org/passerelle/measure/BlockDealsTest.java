package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.BlockDeals.Change;
import org.passerelle.measure.BlockDeals.Parameters;

class BlockDealsTest {
    /** Sum of the chosen blocks' numbers. */
    private static BlockDeals.Figures sum(double... blocks) {
        return chosen -> {
            double sum = 0;
            for (int block = 0; block < blocks.length; block++) {
                sum += chosen[block] ? blocks[block] : 0;
            }
            return new double[] {sum};
        };
    }

    @Test
    void threeAndThree_allWaysKnown_pIsTheirShare() {
        // Of the 20 ways to deal 1 1 1 2 2 2 three and three, 2 lie 3 apart: the one observed and its mirror.
        Change change = BlockDeals.compute(Parameters.defaults(3, 3).withDeals(20_000), () -> sum(1, 1, 1, 2, 2, 2))
                .getFirst();
        assertThat(change.before()).isEqualTo(3);
        assertThat(change.after()).isEqualTo(6);
        assertThat(change.change()).isEqualTo(3);
        assertThat(change.expected()).isCloseTo(0, within(0.05));
        // 2 of 20 with a standard error of 0.002.
        assertThat(change.p()).isCloseTo(0.1, within(0.01));
        assertThat(change.tail()).isEqualTo(change.p());
    }

    @Test
    void sidesOfDifferentLength_expectedIsWhatLengthBrings() {
        // Eight blocks of 1 against two: a change of -6 without any change.
        Change change = BlockDeals.compute(Parameters.defaults(8, 2), () -> sum(1, 1, 1, 1, 1, 1, 1, 1, 1, 1))
                .getFirst();
        assertThat(change.change()).isEqualTo(-6);
        assertThat(change.expected()).isEqualTo(-6);
        assertThat(change.p()).isEqualTo(1);
    }

    @Test
    void oneBlockOnASide_nothingToDeal() {
        Change change = BlockDeals.compute(Parameters.defaults(1, 3), () -> sum(1, 2, 3, 4))
                .getFirst();
        assertThat(change.change()).isEqualTo(8);
        assertThat(change.p()).isNaN();
        assertThat(change.tail()).isNaN();
        assertThat(change.low()).isNaN();
    }

    @Test
    void noBlock_refused() {
        assertThatThrownBy(() -> Parameters.defaults(0, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingChanged_falseAlarmsAsOftenAsSaid_andIntervalsHoldTheTruth() {
        int alarms = 0;
        int held = 0;
        for (long seed = 0; seed < 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] blocks = random.doubles(20).toArray();
            for (int block = 10; block < 20; block++) {
                blocks[block] += 0.5;
            }
            // A shift of 5 in the sum of ten blocks, of which the interval should know; without it no alarm.
            Parameters parameters = Parameters.defaults(10, 10).withDeals(199).withSeed(seed);
            Change shifted = BlockDeals.compute(parameters, () -> sum(blocks)).getFirst();
            held += shifted.low() <= 5 && 5 <= shifted.high() ? 1 : 0;
            for (int block = 10; block < 20; block++) {
                blocks[block] -= 0.5;
            }
            alarms +=
                    BlockDeals.compute(parameters, () -> sum(blocks)).getFirst().p() <= 0.05 ? 1 : 0;
        }
        // Nominal 20 of 400; the bounds are more than three deviations of chance away.
        assertThat(alarms).isBetween(6, 36);
        // A real change widens the deals: the interval is too wide rather than too narrow.
        assertThat(held).isGreaterThan(380);
    }

    @Test
    void farOut_tailGoesBelowOneInADealsNumber() {
        double[] blocks = new double[40];
        for (int block = 20; block < 40; block++) {
            blocks[block] = 1;
        }
        Change change = BlockDeals.compute(Parameters.defaults(20, 20).withDeals(199), () -> sum(blocks))
                .getFirst();
        assertThat(change.p()).isEqualTo(1 / 200.0);
        assertThat(change.tail()).isPositive().isLessThan(1e-6);
    }

    @Test
    void threads_anyNumber_sameAnswer() {
        Parameters parameters = Parameters.defaults(4, 5).withDeals(100);
        List<Change> one = BlockDeals.compute(parameters.withThreads(1), () -> sum(3, 1, 4, 1, 5, 9, 2, 6, 5));
        assertThat(BlockDeals.compute(parameters.withThreads(4), () -> sum(3, 1, 4, 1, 5, 9, 2, 6, 5)))
                .isEqualTo(one);
    }
}
