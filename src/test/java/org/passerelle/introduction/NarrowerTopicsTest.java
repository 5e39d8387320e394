package org.passerelle.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NarrowerTopicsTest {
    private static final Set<String> WIDE = Set.of("a", "b", "c", "d", "e", "f");

    @Test
    void noTopics_none() {
        assertThat(NarrowerTopics.under(List.of(), (_, _) -> true)).isEmpty();
    }

    @Test
    void fourInFiveShared_goesWithTheWiderOne_threeInFiveDoesNot() {
        List<Set<String>> discussions =
                List.of(Set.of("a", "b", "c", "d", "x"), WIDE, Set.of("a", "b", "c", "x", "y"), Set.of("e"));
        assertThat(NarrowerTopics.under(discussions, (_, _) -> true)).isEqualTo(Map.of(1, List.of(0, 3), 2, List.of()));
    }

    @Test
    void otherGroupsApart_standsByItself() {
        List<Set<String>> discussions = List.of(WIDE, Set.of("a", "b"));
        assertThat(NarrowerTopics.under(discussions, (_, _) -> false)).containsOnlyKeys(0, 1);
    }

    @Test
    void sameDiscussions_theFirstOneStands_andNothingGoesWithWhatDoesNotStand() {
        // The third shares nothing with the first, only with the second, which does not stand by itself.
        List<Set<String>> discussions = List.of(
                Set.of("a", "b", "c", "d"), Set.of("a", "b", "c", "d", "e"), Set.of("e"), Set.of("a", "b", "c", "d"));
        assertThat(NarrowerTopics.under(discussions.subList(0, 1), (_, _) -> true))
                .containsOnlyKeys(0);
        assertThat(NarrowerTopics.under(List.of(discussions.get(0), discussions.get(3)), (_, _) -> true))
                .isEqualTo(Map.of(0, List.of(1)));
        assertThat(NarrowerTopics.under(discussions, (wider, _) -> wider != 1))
                .isEqualTo(Map.of(0, List.of(3), 1, List.of(), 2, List.of()));
    }
}
