package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantisedVectorTest {
    private static float[] unit(SplittableRandom random, int dimensions) {
        float[] vector = new float[dimensions];
        double square = 0;
        for (int at = 0; at < dimensions; at++) {
            vector[at] = (float) random.nextGaussian();
            square += vector[at] * vector[at];
        }
        for (int at = 0; at < dimensions; at++) {
            vector[at] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Test
    void similarity_randomVectors_isTheirCosineWithinAHundredth() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            float[] one = unit(random, 384);
            float[] other = unit(random, 384);
            for (int at = 0; at < 384; at++) {
                // Halfway between the two, so that cosines are of all sizes.
                other[at] = (other[at] * (round % 10) + one[at] * (10 - round % 10)) / 10;
            }
            double cosine = 0;
            for (int at = 0; at < 384; at++) {
                cosine += one[at] * other[at];
            }
            byte[] bytes = QuantisedVector.of(other);

            assertThat((double) new QuantisedVector.Probe(one).similarity(bytes, 0))
                    .isCloseTo(cosine, within(0.01));
            assertThat(QuantisedVector.similarity(QuantisedVector.of(one), bytes))
                    .isCloseTo(cosine, within(0.01));
        }
    }

    @Test
    void similarity_nothing_isZero() {
        assertThat(new QuantisedVector.Probe(new float[] {1, 0}).similarity(QuantisedVector.of(new float[2]), 0))
                .isZero();
    }
}
