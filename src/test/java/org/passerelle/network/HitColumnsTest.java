package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.ContributionSearch.Hit;

class HitColumnsTest {
    private static final List<Hit> HITS = List.of(
            hit("k1", 1, "ann", "d1", "lyon", "bob"),
            hit("k2", 0.5, "bob", "d1", null, "ann", "cid"),
            hit("k3", 0.25, "ann", "d2", "lyon"));

    private static Hit hit(
            String key, double score, String person, String discussion, @Nullable String community, String... named) {
        return new Hit(
                key,
                score,
                person,
                ContributionKind.DOCUMENT,
                Instant.parse("2025-06-30T12:00:00Z"),
                discussion,
                community,
                true,
                2,
                false,
                List.of(named));
    }

    @Test
    void columns_ofAList_areTheSameList() {
        HitColumns columns = HitColumns.of(HITS);
        assertThat(columns).isEqualTo(HITS);
        assertThat(columns.keys()).containsExactly("k1", "k2", "k3");
        assertThat(HitColumns.of(columns)).isSameAs(columns);
        assertThat(HitColumns.of(List.of())).isEmpty();
    }

    @Test
    void columns_numberWhoAndWhere_equalForEqual() {
        HitColumns columns = HitColumns.of(HITS);
        assertThat(columns.people()).isEqualTo(3);
        assertThat(columns.person(0)).isEqualTo(columns.person(2)).isNotEqualTo(columns.person(1));
        assertThat(columns.personId(columns.person(1))).isEqualTo("bob");
        assertThat(columns.discussions()).isEqualTo(2);
        assertThat(columns.discussion(0)).isEqualTo(columns.discussion(1)).isNotEqualTo(columns.discussion(2));
        assertThat(columns.community(1)).isEqualTo(HitColumns.OUTSIDE);
        assertThat(columns.communityId(columns.community(2))).isEqualTo("lyon");
        assertThat(columns.mentioned(columns.mentionStart(0))).isEqualTo(columns.person(1));
        assertThat(columns.mentionEnd(1) - columns.mentionStart(1)).isEqualTo(2);
    }

    @Test
    void moreReactions_areAddedByKey() {
        HitColumns columns = HitColumns.of(HITS);
        assertThat(columns.withMoreReactions(Map.of())).isSameAs(columns);
        assertThat(columns.withMoreReactions(Map.of("k2", 3)))
                .extracting(Hit::reactions)
                .containsExactly(2, 5, 2);
        assertThat(columns).extracting(Hit::reactions).containsOnly(2);
    }

    @Test
    void morePeople_comeAfterThoseOfTheHits_eachOnce() {
        HitColumns columns = HitColumns.of(HITS);
        HitColumns more = columns.withPeople(Set.of("ann", "zoe", "eve"));
        assertThat(more).isEqualTo(HITS);
        assertThat(more.people()).isEqualTo(5);
        assertThat(more.personId(3)).isEqualTo("eve");
        assertThat(more.personId(4)).isEqualTo("zoe");
        assertThat(more.registered(3)).isEqualTo(HitColumns.UNREGISTERED);
        assertThat(more.register()).isSameAs(columns.register());
        assertThat(more.withPeople(Set.of("zoe")).people()).isEqualTo(5);
        assertThat(columns.withPeople(Set.of())).isSameAs(columns);
    }
}
