package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;

class MeaningSearchTest {
    private static Hit hit(String key, double score) {
        return new Hit(key, score, "ann", ContributionKind.POST, Instant.EPOCH, key, null, false, 0, false, List.of());
    }

    @Test
    void fused_nothingAlike_isWhatWordsFound() {
        List<Hit> byWords = List.of(hit("a", 1), hit("b", 0.4));

        assertThat(MeaningSearch.fused(byWords, List.of())).isSameAs(byWords);
    }

    @Test
    void fused_both_threeQuartersOfWordsAndOneOfTheSpreadSimilarity() {
        // Similarities .9, .7 and .5 are spread to 1, .5 and 0; a: .75 * 1 + .25 * .5, b: .75 * .4, c: .25 * 1, d: 0.
        List<Hit> fused = MeaningSearch.fused(
                List.of(hit("a", 1), hit("b", 0.4)), List.of(hit("c", 0.9), hit("a", 0.7), hit("d", 0.5)));

        assertThat(fused).extracting(Hit::key).containsExactly("a", "b", "c", "d");
        assertThat(fused)
                .extracting(Hit::score)
                .satisfiesExactly(
                        score -> assertThat(score).isEqualTo(1),
                        score -> assertThat(score).isCloseTo(0.3 / 0.875, within(1e-12)),
                        score -> assertThat(score).isCloseTo(0.25 / 0.875, within(1e-12)),
                        score -> assertThat(score).isZero());
    }

    @Test
    void fused_noWords_theMostAlikeIsOne() {
        List<Hit> fused = MeaningSearch.fused(List.of(), List.of(hit("b", 0.8), hit("a", 0.6), hit("c", 0.4)));

        assertThat(fused)
                .extracting(Hit::score)
                .satisfiesExactly(
                        score -> assertThat(score).isEqualTo(1),
                        score -> assertThat(score).isCloseTo(0.5, within(1e-12)),
                        score -> assertThat(score).isZero());
    }

    @Test
    void fused_equalScores_areInOrderOfKey() {
        assertThat(MeaningSearch.fused(List.of(), List.of(hit("b", 0.5), hit("a", 0.5))))
                .extracting(Hit::key)
                .containsExactly("a", "b");
    }
}
