package org.passerelle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.evaluation.CrossFitting.Choice;

class CrossFittingTest {
    private static final int WAYS = 30;
    private static final int QUESTIONS = 300;

    @Test
    void aBetterWayIsFound() {
        List<double[]> quality = noise(new Random(1));
        for (int question = 0; question < QUESTIONS; question++) {
            quality.get(7)[question] += 0.08;
        }
        Choice choice = CrossFitting.choose(quality);
        assertThat(choice.way()).isEqualTo(7);
        assertThat(choice.isSure()).isTrue();
        assertThat(choice.gain().mean()).isBetween(0.05, 0.11);
    }

    @Test
    void theBestOfManyAlikeIsHardlyEverSure() {
        int sure = 0;
        for (int seed = 0; seed < 400; seed++) {
            Choice choice = CrossFitting.choose(noise(new Random(seed)));
            sure += choice.way() != 0 && choice.isSure() ? 1 : 0;
        }
        // One in forty by chance; the best of thirty on the questions that chose it would be sure nearly always.
        assertThat(sure).isLessThanOrEqualTo(20);
    }

    @Test
    void theFirstWayStaysWhereNoneIsBetter() {
        Choice choice = CrossFitting.choose(List.of(new double[] {1, 0, 1}, new double[] {1, 0, 1}));
        assertThat(choice.way()).isZero();
        assertThat(choice.isSure()).isFalse();
    }

    @Test
    void oneQuestionTeachesNothing() {
        assertThatThrownBy(() -> CrossFitting.choose(List.of(new double[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least two questions are needed, not 1");
    }

    /** Ways that agree about each question but for noise, as orders of the same people do. */
    private static List<double[]> noise(Random random) {
        double[] question = random.doubles(QUESTIONS).toArray();
        List<double[]> quality = new ArrayList<>();
        for (int way = 0; way < WAYS; way++) {
            double[] each = new double[QUESTIONS];
            for (int at = 0; at < QUESTIONS; at++) {
                each[at] = question[at] + random.nextGaussian() * 0.2;
            }
            quality.add(each);
        }
        return quality;
    }
}
