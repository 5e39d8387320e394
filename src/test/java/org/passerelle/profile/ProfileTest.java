package org.passerelle.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicClaim;
import org.passerelle.network.TopicUse;
import org.passerelle.profile.KnownTopic.State;
import org.passerelle.profile.Profile.Hidden;

class ProfileTest {
    private static final Instant DAY = Instant.parse("2025-03-03T09:00:00Z");

    private static Topic topic(String name, int people) {
        return new Topic("topic:" + name, name, List.of(), people, 2 * people);
    }

    private static TopicUse use(String name, int people, double support, int discussions) {
        return new TopicUse(topic(name, people), support, discussions, DAY);
    }

    private static TopicClaim claim(String name, TopicClaim.Kind kind) {
        return new TopicClaim(topic(name, 10), kind, DAY);
    }

    private static List<String> names(List<KnownTopic> known) {
        return known.stream().map(each -> each.topic().name()).toList();
    }

    @Test
    void topic_thatFewSpeakOf_comesBeforeOneThatAllDo() {
        List<KnownTopic> known = Profile.of(
                List.of(use("pumps", 90, 6, 8), use("cavitation", 4, 3, 4)), List.of(), 100, Hidden.LEFT_OUT);
        assertThat(names(known)).containsExactly("cavitation", "pumps");
        // Everybody has 2 contributions on each: 4 discussions are 2 times as many, 8 are 4 times.
        // cavitation: 3/4 log(1 + 100/4) log2(1 + 2) = 3.873; pumps: 6/7 log(1 + 100/90) log2(1 + 4) = 1.487
        assertThat(known.get(1).score()).isCloseTo(1.487 / 3.873, Assertions.within(0.001));
    }

    @Test
    void topic_thatSomebodySpeaksOfMoreThanOthers_comesBeforeARarerOneTouchedTwice() {
        List<TopicUse> uses = List.of(use("cavitation", 30, 9, 17), use("3d printing", 12, 2, 2));
        assertThat(names(Profile.of(uses, List.of(), 100, Hidden.LEFT_OUT)))
                .containsExactly("cavitation", "3d printing");
    }

    @Test
    void topic_thatFades_goesDown() {
        assertThat(names(Profile.of(
                        List.of(use("old", 10, 0.2, 5), use("new", 10, 2, 2)), List.of(), 100, Hidden.LEFT_OUT)))
                .containsExactly("new", "old");
    }

    @Test
    void topic_ofOneDiscussion_isLeftOut_unlessClaimed() {
        List<TopicUse> uses = List.of(use("seals", 10, 1, 1));
        assertThat(Profile.of(uses, List.of(), 100, Hidden.LEFT_OUT)).isEmpty();
        assertThat(Profile.of(uses, List.of(claim("seals", TopicClaim.Kind.CONFIRMED)), 100, Hidden.LEFT_OUT))
                .extracting(KnownTopic::state)
                .containsExactly(State.CONFIRMED);
    }

    @Test
    void topic_hidden_isSeenByThePersonOnly() {
        List<TopicUse> uses = List.of(use("seals", 10, 3, 5));
        List<TopicClaim> hides = List.of(claim("seals", TopicClaim.Kind.HIDDEN));
        assertThat(Profile.of(uses, hides, 100, Hidden.LEFT_OUT)).isEmpty();
        assertThat(Profile.of(uses, hides, 100, Hidden.SHOWN))
                .extracting(KnownTopic::state)
                .containsExactly(State.HIDDEN);
    }

    @Test
    void variants_ofOneConcept_areShownOnce_butWhatIsClaimedStays() {
        List<TopicUse> uses = List.of(use("shaft seal", 5, 3, 5), use("seal", 9, 3, 5), use("impeller", 9, 3, 5));
        assertThat(names(Profile.of(uses, List.of(), 100, Hidden.LEFT_OUT))).containsExactly("shaft seal", "impeller");
        assertThat(names(Profile.of(uses, List.of(claim("seal", TopicClaim.Kind.CONFIRMED)), 100, Hidden.LEFT_OUT)))
                .contains("seal");
    }

    @Test
    void added_withoutContribution_isThereAndMarked() {
        KnownTopic known = Profile.of(List.of(), List.of(claim("welding", TopicClaim.Kind.ADDED)), 0, Hidden.LEFT_OUT)
                .getFirst();
        assertThat(known.state()).isEqualTo(State.ADDED);
        assertThat(known.declared()).isTrue();
        assertThat(known.lastUsed()).isNull();
        assertThat(Profile.of(List.of(), List.of(), 0, Hidden.SHOWN)).isEmpty();
    }
}
