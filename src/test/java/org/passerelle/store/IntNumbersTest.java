package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntNumbersTest {
    @Test
    void numbers_comeInOrderOfFirstUse_andLeadBack() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            IntNumbers numbers = new IntNumbers();
            List<Integer> seen = new ArrayList<>();
            for (int use = random.nextInt(1_500); use > 0; use--) {
                int value = random.nextInt(seed < 100 ? 50 : Integer.MAX_VALUE);
                if (!seen.contains(value)) {
                    seen.add(value);
                }
                assertThat(numbers.of(value)).as("seed %d", seed).isEqualTo(seen.indexOf(value));
            }
            assertThat(numbers.size()).isEqualTo(seen.size());
            assertThat(numbers.values())
                    .containsExactly(seen.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
