package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.ContributionKind;

class TurnsTest {
    private static List<String> keys(String text) {
        return Turns.of(Acts.acts(text)).stream().map(Act::key).toList();
    }

    private static Act act(String key, String person, int minute, @Nullable String repliesTo) {
        return new Act(
                key,
                person,
                Instant.parse("2025-01-06T08:00:00Z").plusSeconds(60L * minute),
                ContributionKind.MESSAGE,
                "t",
                repliesTo,
                null,
                List.of());
    }

    @Test
    void of_nothing_nothing() {
        assertThat(Turns.of(List.of())).isEmpty();
    }

    @Test
    void of_linesInARow_areOneTurnPerSpeakerAndThread() {
        assertThat(keys("ann ann bob ann ann; ann")).containsExactly("t0-0", "t0-2", "t0-3", "t1-0");
    }

    @Test
    void of_reactionsToALaterLine_areTheTurns() {
        List<Act> turns = Turns.of(Acts.acts("ann+dan ann+cid+dan bob"));
        assertThat(turns.getFirst().reactorIds()).containsExactly("cid", "dan");
        assertThat(turns).hasSize(2);
    }

    @Test
    void of_lineThatMetANeed_staysItsOwn() {
        assertThat(keys("ann? bob bob!")).containsExactly("t0-0", "t0-1", "t0-2");
    }

    @Test
    void of_pauseOfAnHourOrAnAnswerToSomebody_beginsATurn() {
        List<Act> turns = Turns.of(List.of(
                act("1", "ann", 0, null),
                act("2", "ann", 59, null),
                act("3", "ann", 119, null),
                act("4", "ann", 120, "1")));
        assertThat(turns).extracting(Act::key).containsExactly("1", "3", "4");
    }

    @Test
    void of_answerToALineInsideATurn_answersTheTurn() {
        List<Act> turns =
                Turns.of(List.of(act("1", "ann", 0, null), act("2", "ann", 1, null), act("3", "bob", 2, "2")));
        assertThat(turns.getLast().repliesTo()).isEqualTo("1");
    }

    @Test
    void scores_messagesCutInLines_areThoseOfTheMessages() {
        String whole = "ann bob cid; bob ann cid ann; cid bob ann; ann cid; bob cid ann";
        String cut = "ann ann ann bob cid; bob ann ann cid ann; cid cid bob ann; ann cid cid cid; bob cid ann";
        List<Scored> expected = scores(whole);
        List<Scored> found = scores(cut);
        assertThat(found)
                .extracting(Scored::personId)
                .isEqualTo(expected.stream().map(Scored::personId).toList());
        assertThat(found)
                .extracting(Scored::score)
                .isEqualTo(expected.stream().map(Scored::score).toList());
        assertThat(found.stream().mapToInt(Scored::contributions).sum()).isEqualTo(21);
    }

    private static List<Scored> scores(String text) {
        List<Act> acts = Acts.acts(text);
        return AnimatorScores.compute(
                acts, Set.of(), Acts.snapshot(acts, List.of()), Acts.START.plusDays(400), Parameters.defaults());
    }
}
