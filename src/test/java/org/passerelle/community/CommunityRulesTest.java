package org.passerelle.community;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.community.CommunityHealth.Exchange;
import org.passerelle.community.CommunityHealth.State;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Needs.Need;
import org.passerelle.network.Window;

class CommunityRulesTest {
    /** The health of these acts; of the questions those are answered that somebody else's act in the same thread follows. */
    private static CommunityHealth health(String text, int days) {
        List<Act> acts = text.isEmpty() ? List.of() : Acts.acts(text);
        Window window = new Window(Acts.START, Acts.START.plusDays(days - 1L));
        return CommunityHealth.of(Exchange.of(acts, Set.of("old"), window), needs(acts), window);
    }

    private static List<Need> needs(List<Act> acts) {
        return acts.stream()
                .filter(act -> act.kind() == ContributionKind.QUESTION)
                .map(act -> new Need(
                        act.key(),
                        act.at(),
                        acts.stream()
                                .filter(other -> other.thread().equals(act.thread())
                                        && other.at().isAfter(act.at())
                                        && !other.personId().equals(act.personId()))
                                .map(Act::at)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    @Test
    void health_noActs_isEmpty() {
        CommunityHealth health = health("", 10);
        assertThat(health.state()).isEqualTo(State.EMPTY);
        assertThat(health.needsAnswered()).isNull();
        assertThat(health.trend()).containsExactly(0, 0);
    }

    @Test
    void health_needsOpenAndShrinking_isDying() {
        // Eight acts on the first three days, then three needs on three days, none answered.
        CommunityHealth health = health("old bob old bob; old bob; old bob; old?; old?; old?", 6);
        assertThat(health.state()).isEqualTo(State.DYING);
        assertThat(health.trend()).containsExactly(8, 3);
        assertThat(health.needs()).isEqualTo(3);
        assertThat(health.needsAnswered()).isZero();
    }

    @Test
    void health_needsOpenButNotShrinking_isAlive() {
        assertThat(health("old; old?; old?; old?; old?", 5).state()).isEqualTo(State.ALIVE);
    }

    @Test
    void health_newcomersLostAndShrinking_isDying() {
        CommunityHealth health = health("ann old bob cid; old", 10);
        assertThat(health.trend()).containsExactly(5, 0);
        assertThat(health.newcomers()).isEqualTo(3);
        assertThat(health.state()).isEqualTo(State.DYING);
    }

    @Test
    void health_fewAndAnswered_isQuiet() {
        CommunityHealth health = health("old? ann; ann", 100);
        assertThat(health.state()).isEqualTo(State.QUIET);
        assertThat(health.needsAnswered()).isEqualTo(1.0);
    }

    @Test
    void health_answersOneselfOnly_isNotAnswered() {
        assertThat(health("old? old", 7).needsAnswered()).isZero();
    }

    @Test
    void health_needsOfOtherDays_areNotOfThisWindow() {
        Window window = new Window(Acts.START.plusDays(1), Acts.START.plusDays(2));
        CommunityHealth health = CommunityHealth.of(
                Exchange.of(List.of(), Set.of(), window), needs(Acts.acts("ann?; bob? ann; cid?; dan? ann")), window);
        assertThat(health.needs()).isEqualTo(2);
        assertThat(health.needsAnswered()).isEqualTo(0.5);
    }

    @Test
    void health_newcomersOfSeveralDays_cameBack() {
        // Two new ones on the first day, of whom ann is there again; dan is new on the second, and old is not new.
        CommunityHealth health = health("ann bob old; ann dan old", 2);
        assertThat(health.newcomers()).isEqualTo(3);
        assertThat(health.summary().english()).contains("1 of 3 newcomers came back");
    }

    @Test
    void selfRegulation_threadsWithoutThem_areCounted() {
        // Started by others and sustained: the second only; the third has one other person, the fourth starts with ann.
        SelfRegulation without =
                SelfRegulation.without(List.of("ann"), Set.of(), Acts.acts("ann bob; bob cid; bob ann; ann bob cid"));
        assertThat(without.threads()).isEqualTo(4);
        assertThat(without.share()).isCloseTo(1.0 / 4, within(1e-12));
    }

    @Test
    void selfRegulation_withoutTheFirst_standsBesideOthersOfLikeVolume() {
        // Replies of others than ann: bob's to ann, cid's to bob, then bob's and cid's in the fourth: 4; of them one
        // is in a thread that lives without her.
        SelfRegulation.Removal removal = requireNonNull(
                SelfRegulation.without(List.of("ann"), Set.of(), Acts.acts("ann bob; bob cid; bob ann; ann bob cid"))
                        .withoutFirst());
        assertThat(removal.contributions()).isEqualTo(3);
        assertThat(removal.kept()).isCloseTo(1.0 / 4, within(1e-12));
        // Bob spoke four times, Cid twice: both between half and twice her volume.
        assertThat(removal.matched()).isEqualTo(2);
        assertThat(removal.p()).isBetween(1.0 / 3, 1.0);
    }

    @Test
    void selfRegulation_withoutTheAppointed_leavesThemOutTogether() {
        // Ann and bob go together; nobody is somebody who did not contribute.
        SelfRegulation.Removal removal = requireNonNull(SelfRegulation.without(
                        List.of("ann"),
                        Set.of("ann", "bob", "nobody"),
                        Acts.acts("ann cid; bob dan; cid dan bob; ann dan cid"))
                .withoutAppointed());
        assertThat(removal.contributions()).isEqualTo(4);
        // Replies of others: cid, dan, dan, dan, cid; of the threads only the third lives on.
        assertThat(removal.kept()).isCloseTo(1.0 / 5, within(1e-12));
        assertThat(removal.matched()).isEqualTo(20);
        assertThat(removal.expected()).isBetween(0.0, 1.0);
        assertThat(SelfRegulation.without(List.of("ann"), Set.of(), Acts.acts("ann bob"))
                        .withoutAppointed())
                .isNull();
    }

    @Test
    void selfRegulation_noThreads_isUnknown() {
        assertThat(SelfRegulation.without(List.of(), Set.of(), List.of()).share())
                .isNull();
    }
}
