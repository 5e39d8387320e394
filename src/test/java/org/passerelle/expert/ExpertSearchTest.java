package org.passerelle.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.api.BadUserInput;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;

class ExpertSearchTest {
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    private static final Parameters YEAR = new Parameters(LAST, 365);

    private static Hit hit(String key, double score, String person, int daysAgo, @Nullable String subject) {
        return hit(key, score, person, daysAgo, subject, ContributionKind.ANSWER, 0, false);
    }

    private static Hit hit(
            String key,
            double score,
            String person,
            int daysAgo,
            @Nullable String subject,
            ContributionKind kind,
            int reactions,
            boolean resolving) {
        Instant at = LAST.minusDays(daysAgo).atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Hit(key, score, person, kind, at, subject, "passage " + key, null, reactions, resolving);
    }

    private static List<Ranked> rank(Hit... hits) {
        return ExpertSearch.rank(List.of(hits), _ -> true, _ -> 0, YEAR);
    }

    @Test
    void rank_noHits_isNobody() {
        assertThat(rank()).isEmpty();
    }

    @Test
    void rank_oneHit_isItsArithmetic() {
        // (4/4)^2 x 1 x 2^(-365/365) x (1 + 2 x (1/2 + 1/2 x log 4 / log 11))
        Ranked ann = rank(hit("1", 4, "ann", 365, null, ContributionKind.ANSWER, 3, true))
                .getFirst();
        double recognition = 0.5 + 0.5 * Math.log(4) / Math.log(11);
        assertThat(ann.score()).isCloseTo(0.5 * (1 + 2 * recognition), within(1e-12));
        assertThat(ann.text()).isEqualTo(1);
        assertThat(ann.recency()).isCloseTo(0.5, within(1e-12));
        assertThat(ann.recognition()).isCloseTo(recognition, within(1e-12));
    }

    @Test
    void rank_severalThreads_addUp() {
        // ann: (1/2)^2 + (1/2)^2 = 0.5; bob: 1.
        List<Ranked> ranked = rank(hit("1", 1, "ann", 0, "a"), hit("2", 1, "ann", 0, "b"), hit("3", 2, "bob", 0, "c"));
        assertThat(ranked).extracting(Ranked::personId).containsExactly("bob", "ann");
        assertThat(ranked.get(1).score()).isCloseTo(0.5, within(1e-12));
        assertThat(ranked.get(1).text()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void rank_oneThread_countsOnce() {
        Ranked ann =
                rank(hit("1", 2, "ann", 0, "a"), hit("2", 1, "ann", 0, "a")).getFirst();
        assertThat(ann.score()).isEqualTo(1);
        assertThat(ann.evidence()).extracting(Hit::key).containsExactly("1");
    }

    @Test
    void rank_withoutSubject_everyContributionCounts() {
        assertThat(rank(hit("1", 2, "ann", 0, null), hit("2", 2, "ann", 0, null))
                        .getFirst()
                        .score())
                .isEqualTo(2);
    }

    @Test
    void rank_withoutSubject_theSamePassageCountsOnce() {
        Hit one = hit("1", 2, "ann", 0, null);
        Hit again = new Hit(
                "2", 2, "ann", one.kind(), one.at(), null, one.snippet(), null, one.reactions(), one.resolving());
        assertThat(rank(one, again).getFirst().score()).isEqualTo(1);
    }

    @Test
    void rank_askingOnly_comesAfterAnswering() {
        assertThat(rank(
                        hit("1", 2, "ann", 0, "a", ContributionKind.QUESTION, 0, false),
                        hit("2", 2, "bob", 0, "a", ContributionKind.ANSWER, 0, false)))
                .extracting(Ranked::personId)
                .containsExactly("bob", "ann");
    }

    @Test
    void rank_equalText_recentAndRecognisedComeFirst() {
        assertThat(rank(hit("1", 2, "ann", 700, "a"), hit("2", 2, "bob", 10, "b")))
                .extracting(Ranked::personId)
                .containsExactly("bob", "ann");
        assertThat(rank(hit("1", 2, "ann", 10, "a"), hit("2", 2, "bob", 10, "b", ContributionKind.ANSWER, 0, true)))
                .extracting(Ranked::personId)
                .containsExactly("bob", "ann");
    }

    @Test
    void rank_equalScores_inOrderOfId() {
        assertThat(rank(hit("1", 2, "bob", 0, "b"), hit("2", 2, "ann", 0, "a")))
                .extracting(Ranked::personId)
                .containsExactly("ann", "bob");
    }

    @Test
    void rank_notACandidate_isLeftOutAndDoesNotScaleText() {
        List<Ranked> ranked = ExpertSearch.rank(
                List.of(hit("1", 4, "ann", 0, "a"), hit("2", 2, "bob", 0, "b")), id -> !id.equals("ann"), _ -> 1, YEAR);
        assertThat(ranked).extracting(Ranked::personId).containsExactly("bob");
        assertThat(ranked.getFirst().text()).isEqualTo(1);
        assertThat(ranked.getFirst().score()).isCloseTo(0.25 * 1.1, within(1e-12));
    }

    @Test
    void rank_afterTheWindow_isNotMoreThanRecent() {
        assertThat(rank(hit("1", 2, "ann", -5, "a")).getFirst().recency()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!… ---", "\n\t", "🤷"})
    void question_withoutWords_isRefused(String about) {
        assertThatThrownBy(() -> new Question(about)).isInstanceOf(BadUserInput.class);
    }

    @Test
    void question_tooLong_isRefused() {
        assertThatThrownBy(() -> new Question("x".repeat(10_001))).hasMessageContaining("10000");
        assertThat(new Question("x".repeat(10_000)).about()).hasSize(10_000);
    }

    @Test
    void question_anyScript_isTaken() {
        assertThat(new Question(" 染色 ").about()).isEqualTo("染色");
        assertThat(new Question("name:* AND \"x").about()).isEqualTo("name:* AND \"x");
    }
}
