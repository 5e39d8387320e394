package org.passerelle.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.api.BadUserInput;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;

class ExpertSearchTest {
    private static final Instant NOW = Instant.parse("2025-06-30T12:00:00Z");
    private static final Parameters YEAR = Parameters.at(NOW).withRanking(Ranking.RECENCY);

    private static Hit hit(String key, double score, String person, int daysAgo, String discussion) {
        return hit(key, score, person, daysAgo, discussion, ContributionKind.ANSWER, 0, false);
    }

    private static Hit hit(
            String key,
            double score,
            String person,
            int daysAgo,
            String discussion,
            ContributionKind kind,
            int reactions,
            boolean resolving) {
        return new Hit(
                key,
                score,
                person,
                kind,
                NOW.minus(Duration.ofDays(daysAgo)),
                discussion,
                null,
                false,
                reactions,
                resolving,
                List.of());
    }

    private static Hit naming(String key, String person, String named) {
        return new Hit(key, 1, person, ContributionKind.DOCUMENT, NOW, key, null, true, 0, false, List.of(named));
    }

    private static List<Ranked> rank(Hit... hits) {
        return ExpertSearch.rank(List.of(hits), _ -> true, Standing.UNKNOWN, YEAR);
    }

    private static List<Ranked> rank(Standing standing, Hit... hits) {
        return ExpertSearch.rank(List.of(hits), _ -> true, standing, YEAR.withRanking(Ranking.NETWORK));
    }

    @Test
    void rank_noHits_isNobody() {
        assertThat(rank()).isEmpty();
        assertThat(rank(Standing.UNKNOWN)).isEmpty();
    }

    @Test
    void rank_oneHit_isItsArithmetic() {
        // ann: 1^3 x 2^(-365/365) x (1 + 4 x (1/2 + 1/2 x log 4 / log 11)); bob: 0.5^3; each over ann's.
        List<Ranked> ranked =
                rank(hit("1", 1, "ann", 365, "a", ContributionKind.ANSWER, 3, true), hit("2", 0.5, "bob", 0, "b"));
        Ranked ann = ranked.getFirst();
        double recognition = 0.5 + 0.5 * Math.log(4) / Math.log(11);
        assertThat(ann.score()).isEqualTo(1);
        assertThat(ranked.get(1).score()).isCloseTo(0.125 / (0.5 * (1 + 4 * recognition)), within(1e-12));
        assertThat(ann.parts().text()).isEqualTo(1);
        assertThat(ann.parts().recency()).isCloseTo(0.5, within(1e-12));
        assertThat(ann.parts().recognition()).isCloseTo(recognition, within(1e-12));
    }

    @Test
    void rank_severalDiscussions_addUp() {
        // ann: (1/2)^3 + (1/2)^3 = 0.25; bob: 1.
        List<Ranked> ranked =
                rank(hit("1", 0.5, "ann", 0, "a"), hit("2", 0.5, "ann", 0, "b"), hit("3", 1, "bob", 0, "c"));
        assertThat(ranked).extracting(Ranked::personId).containsExactly("bob", "ann");
        assertThat(ranked.get(1).score()).isCloseTo(0.25, within(1e-12));
        assertThat(ranked.get(1).parts().text()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void rank_oneDiscussion_countsOnce() {
        List<Ranked> ranked =
                rank(hit("1", 1, "ann", 0, "a"), hit("2", 0.5, "ann", 0, "a"), hit("3", 1, "bob", 0, "a"));
        assertThat(ranked.getFirst().evidence()).extracting(Hit::key).containsExactly("1");
        assertThat(ranked.getFirst().score()).isEqualTo(ranked.get(1).score());
    }

    @Test
    void rank_askingOnly_comesAfterAnswering_alsoWithThanks() {
        assertThat(rank(
                        hit("1", 1, "ann", 0, "a", ContributionKind.QUESTION, 0, false),
                        hit("3", 1, "ann", 0, "a", ContributionKind.REPLY, 0, false),
                        hit("2", 0.7, "bob", 0, "a", ContributionKind.ANSWER, 0, false)))
                .extracting(Ranked::personId)
                .containsExactly("bob", "ann");
    }

    @Test
    void rank_named_countsHalf() {
        List<Ranked> ranked = rank(naming("1", "ann", "bob"), naming("2", "bob", "bob"), naming("3", "cid", "dan"));
        // bob: named by ann 0.5, an author 1; oneself is never named.
        assertThat(ranked).extracting(Ranked::personId).containsExactly("bob", "ann", "cid", "dan");
        assertThat(ranked).extracting(each -> each.parts().text()).containsExactly(1.0, 1 / 1.5, 1 / 1.5, 0.5 / 1.5);
    }

    @Test
    void rank_equalText_recentAndRecognisedComeFirst() {
        assertThat(rank(hit("1", 1, "ann", 700, "a"), hit("2", 1, "bob", 10, "b")))
                .extracting(Ranked::personId)
                .containsExactly("bob", "ann");
        assertThat(rank(hit("1", 1, "ann", 10, "a"), hit("2", 1, "bob", 10, "b", ContributionKind.ANSWER, 0, true)))
                .extracting(Ranked::personId)
                .containsExactly("bob", "ann");
    }

    @Test
    void rank_byText_leavesTheRestOut() {
        Hit old = hit("1", 1, "ann", 700, "a");
        Hit accepted = hit("2", 0.9, "bob", 10, "b", ContributionKind.ANSWER, 5, true);
        assertThat(ExpertSearch.rank(
                        List.of(old, accepted), _ -> true, Standing.UNKNOWN, YEAR.withRanking(Ranking.TEXT)))
                .extracting(Ranked::personId)
                .containsExactly("ann", "bob");
        assertThat(ExpertSearch.rank(
                        List.of(old, hit("2", 0.9, "bob", 10, "b")),
                        _ -> true,
                        Standing.UNKNOWN,
                        YEAR.withRanking(Ranking.RECOGNITION)))
                .extracting(Ranked::personId)
                .containsExactly("ann", "bob");
    }

    @Test
    void rank_network_isItsArithmetic() {
        // ann: the most votes, but answers 900 questions and never lately here; bob answers here, and cid has known the
        // asker.
        Standing standing = new Standing(
                Map.of("bob", 4.0, "cid", 1.0),
                person -> new Standing.Answers(person.equals("ann") ? 900 : 0, person.equals("cid") ? 3 : 0));
        List<Ranked> ranked =
                rank(standing, hit("1", 1, "ann", 0, "a"), hit("2", 0.8, "bob", 0, "b"), hit("3", 0.8, "cid", 0, "c"));
        assertThat(ranked).extracting(Ranked::personId).containsExactly("bob", "cid", "ann");
        double familiar = Math.log(4) / 2;
        assertThat(ranked.get(1).parts().familiarity()).isCloseTo(familiar, within(1e-12));
        assertThat(ranked.get(1).parts().answering()).isCloseTo(0.25, within(1e-12));
        assertThat(ranked.get(2).parts().focus()).isCloseTo((2.0 / 950) / (1.8 / 50), within(1e-12));
        // Votes of 0.8^3 over ann's 1, raised by 0.03.
        double votes = Math.pow(0.542, 0.55);
        assertThat(ranked.getFirst().score()).isCloseTo(votes * Math.pow(1.003, 0.75), within(1e-12));
        assertThat(ranked.get(1).score())
                .isCloseTo(votes * Math.pow(0.253, 0.75) * Math.pow(2, familiar), within(1e-12));
    }

    @Test
    void rank_otherNumbers_isTheirOrder() {
        // ann answers lately, bob matches better: where the words alone count, bob comes first.
        Standing standing = new Standing(Map.of("ann", 9.0, "bob", 1.0), _ -> Standing.Answers.NONE);
        List<Hit> hits = List.of(hit("1", 0.8, "ann", 0, "a"), hit("2", 1, "bob", 0, "b"));
        Parameters parameters = Parameters.at(NOW);
        Mixture words = new Mixture(3, 4, new Mixture.Part(0.03, 1), new Mixture.Part(0.003, 0), 0, 50, 0, 0);
        assertThat(ExpertSearch.rank(hits, _ -> true, standing, parameters))
                .extracting(Ranked::personId)
                .containsExactly("ann", "bob");
        assertThat(ExpertSearch.rank(hits, _ -> true, standing, parameters.withMixture(words)))
                .extracting(Ranked::personId)
                .containsExactly("bob", "ann");
    }

    @Test
    void mixture_lessThanNothing_isRefused() {
        Mixture.Part part = new Mixture.Part(0.03, 1);
        assertThatThrownBy(() -> new Mixture(3, -1, part, part, 0.6, 50, 1, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Mixture.Part(0.03, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rank_nothingKnownOfTheNetwork_isTheOrderOfVotesAndFocus() {
        List<Ranked> ranked = rank(Standing.UNKNOWN, hit("1", 1, "ann", 0, "a"), hit("2", 0.5, "bob", 0, "b"));
        assertThat(ranked).extracting(Ranked::personId).containsExactly("ann", "bob");
        assertThat(ranked).extracting(each -> each.parts().answering()).containsOnly(1.0);
    }

    @Test
    void rank_equalScores_inOrderOfId() {
        assertThat(rank(hit("1", 1, "bob", 0, "b"), hit("2", 1, "ann", 0, "a")))
                .extracting(Ranked::personId)
                .containsExactly("ann", "bob");
    }

    @Test
    void rank_notACandidate_isLeftOutAndDoesNotScaleText() {
        List<Ranked> ranked = ExpertSearch.rank(
                List.of(hit("1", 1, "ann", 0, "a"), hit("2", 0.5, "bob", 0, "b")),
                id -> !id.equals("ann"),
                Standing.UNKNOWN,
                YEAR);
        assertThat(ranked).extracting(Ranked::personId).containsExactly("bob");
        assertThat(ranked.getFirst().parts().text()).isEqualTo(1);
    }

    @Test
    void rank_afterTheMoment_isNotMoreThanRecent() {
        assertThat(rank(hit("1", 1, "ann", -5, "a")).getFirst().parts().recency())
                .isEqualTo(1);
    }

    @Test
    void venues_areWhereTheVotesAndTheAskerAre() {
        Map<String, Double> likely =
                Venues.likely(List.of(in("lyon", 1), in("lyon", 1), in("nice", 1)), Map.of("nice", 9), NOW, 365);
        // lyon: (2/3 + .02)^1.9 x (.05)^1.2; nice: (1/3 + .02)^1.9 x (9/10 + .05)^1.2
        double lyon = Math.pow(2.0 / 3 + 0.02, 1.9) * Math.pow(0.05, 1.2);
        double nice = Math.pow(1.0 / 3 + 0.02, 1.9) * Math.pow(0.95, 1.2);
        assertThat(likely.keySet()).containsExactly("nice", "lyon");
        assertThat(likely.get("lyon")).isCloseTo(lyon / (lyon + nice), within(1e-12));
        assertThat(likely.values().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(Venues.likely(List.of(), Map.of(), NOW, 365)).isEmpty();
    }

    @Test
    void venues_outsideCommunities_areAPlaceOfTheirOwn() {
        Hit outside = hit("1", 1, "ann", 0, "a");
        assertThat(Venues.likely(List.of(outside), Map.of(), NOW, 365)).isEqualTo(Map.of("", 1.0));
        // Two of three votes are outside, and the asker has never been in lyon.
        assertThat(Venues.likely(List.of(outside, outside, in("lyon", 1)), Map.of("", 3), NOW, 365)
                        .keySet())
                .containsExactly("", "lyon");
    }

    private static Hit in(String community, double score) {
        return new Hit("1", score, "ann", ContributionKind.REPLY, NOW, "a", community, false, 0, false, List.of());
    }

    @Test
    void answering_fadesByAnswers() {
        // ann was the last, bob 50 answers before: half of it.
        List<String> answers = new java.util.ArrayList<>(java.util.Collections.nCopies(50, "cid"));
        answers.set(0, "ann");
        answers.add("bob");
        Map<String, Double> answering = Venues.answering(Map.of("lyon", 1.0), Map.of("lyon", answers));
        assertThat(answering.get("ann")).isEqualTo(1);
        assertThat(answering.get("bob")).isCloseTo(0.5, within(1e-12));
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
