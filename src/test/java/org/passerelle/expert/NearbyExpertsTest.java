package org.passerelle.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Poll;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.HitColumns;

/** People who wrote nothing in the question's words and much on near topics: behind those who did, and never instead of them. */
class NearbyExpertsTest {
    private static final Instant NOW = Instant.parse("2025-06-30T12:00:00Z");
    private static final double SHARE = 0.1;
    private static final Parameters PARAMETERS =
            Parameters.at(NOW).withMixture(Mixture.learned().withNearby(SHARE));

    private static Hit answer(String person, double score, int daysAgo) {
        String key = person + score + daysAgo;
        return new Hit(
                key,
                score,
                person,
                ContributionKind.ANSWER,
                NOW.minus(Duration.ofDays(daysAgo)),
                "d" + key,
                null,
                false,
                0,
                false,
                List.of());
    }

    private static List<Ranked> rank(List<Hit> matching, List<Hit> nearby, Standing standing) {
        return ExpertSearch.rank(
                matching, HitColumns.of(nearby), person -> !person.equals("asker"), standing, PARAMETERS);
    }

    private static List<Ranked> rank(List<Hit> matching, List<Hit> nearby) {
        return rank(matching, nearby, Standing.UNKNOWN);
    }

    @Test
    void rank_nothingNear_isAsWithout() {
        List<Hit> matching = List.of(answer("ann", 1, 0), answer("bob", 0.5, 100));
        assertThat(rank(matching, List.of()))
                .usingRecursiveComparison()
                .isEqualTo(ExpertSearch.rank(matching, _ -> true, Standing.UNKNOWN, PARAMETERS));
    }

    @Test
    void rank_nobodyByWords_isNobody() {
        assertThat(rank(List.of(), List.of(answer("cid", 1, 0)))).isEmpty();
        assertThat(rank(List.of(answer("asker", 1, 0)), List.of(answer("cid", 1, 0))))
                .isEmpty();
    }

    @Test
    void rank_somebodyNear_isItsArithmetic() {
        List<Ranked> ranked = rank(List.of(answer("ann", 1, 0)), List.of(answer("cid", 0.5, 365)));
        assertThat(ranked).extracting(Ranked::personId).containsExactly("ann", "cid");
        Ranked near = ranked.get(1);
        assertThat(near.parts().text()).isZero();
        assertThat(near.parts().nearby()).isEqualTo(1);
        assertThat(near.parts().recency()).isCloseTo(0.5, within(1e-12));
        // Ann answered one that matches wholly, Cid half of one that counts a tenth, and neither anything else.
        double focus = (SHARE * 0.5 + 1) / (1 + 1);
        assertThat(near.parts().focus()).isCloseTo(focus, within(1e-12));
        // The best of the near ones has a tenth of the best votes; nothing is known of who answers.
        double expected = Math.pow(SHARE + 0.03, 0.55) * Math.pow(1.003, 0.75) * Math.pow(focus, 0.6);
        assertThat(near.score()).isCloseTo(expected, within(1e-12));
        assertThat(near.evidence()).extracting(Hit::key).containsExactly("cid0.5365");
        assertThat(ranked.getFirst().parts().nearby()).isZero();
    }

    @Test
    void rank_somebodyByWordsAndNear_isNamedOnceForTheWords() {
        List<Ranked> ranked = rank(List.of(answer("ann", 1, 0), answer("bob", 0.2, 0)), List.of(answer("bob", 1, 0)));
        assertThat(ranked).extracting(Ranked::personId).containsExactly("ann", "bob");
        assertThat(ranked.get(1).parts().nearby()).isZero();
        assertThat(ranked.get(1).evidence()).extracting(Hit::score).containsExactly(0.2);
    }

    @Test
    void rank_whoMayNotBeNamed_isNotNearEither() {
        assertThat(rank(List.of(answer("ann", 1, 0)), List.of(answer("asker", 1, 0))))
                .extracting(Ranked::personId)
                .containsExactly("ann");
    }

    @Test
    void rank_whoAnswersHereAndIsNear_comesBeforeWhoNeverDoes() {
        Standing standing = new Standing(Map.of("cid", 0.9, "bob", 0.001), _ -> Standing.Answers.NONE);
        assertThat(rank(List.of(answer("ann", 1, 0), answer("bob", 0.1, 900)), List.of(answer("cid", 1, 0)), standing))
                .extracting(Ranked::personId)
                .containsExactly("cid", "ann", "bob");
    }

    @Test
    void rank_ofNoShare_namesNobodyNear() {
        HitColumns matching = HitColumns.of(List.of(answer("ann", 1, 0)));
        HitColumns nearby = HitColumns.of(List.of(answer("cid", 1, 0)));
        Parameters none = Parameters.at(NOW).withMixture(Mixture.learned().withNearby(0));
        assertThat(ExpertSearch.rank(poll(matching), Set.of(), poll(nearby), none))
                .extracting(Ranked::personId)
                .containsExactly("ann");
    }

    private static Poll poll(HitColumns hits) {
        return new Poll(hits, Electorate.byId(hits, _ -> true, Standing.UNKNOWN));
    }
}
