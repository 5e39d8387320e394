package org.passerelle.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestFirstTest {
    @Test
    void at_drawnScoresWithTies_isTheOrderOfASort() {
        Random random = new Random(5);
        for (int drawn = 0; drawn < 300; drawn++) {
            double[] scores = random.ints(random.nextInt(60), 0, 8)
                    .mapToDouble(score -> score)
                    .toArray();
            List<Integer> sorted = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(place -> -scores[place])
                            .thenComparing(BestFirstTest::id))
                    .toList();
            BestFirst order = new BestFirst(scores, BestFirstTest::id);
            // Later ranks first, as a page far down asks.
            for (int rank = scores.length - 1; rank >= 0; rank -= 1 + random.nextInt(3)) {
                assertThat(order.at(rank)).isEqualTo(sorted.get(rank));
            }
            assertThat(IntStream.range(0, order.size()).map(order::at).boxed().toList())
                    .isEqualTo(sorted);
        }
    }

    /** Not in the order of places. */
    private static String id(int place) {
        return "p" + (place * 37 % 61);
    }
}
