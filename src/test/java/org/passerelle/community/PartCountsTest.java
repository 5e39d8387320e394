package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;

class PartCountsTest {
    private static int count(int part, String person, String text, Tie... ties) {
        List<Act> acts = Acts.acts(text);
        Threads threads = Threads.of(acts);
        Strangers strangers = new Strangers(Acts.snapshot(acts, List.of(ties)), threads.people, Acts.START);
        PartCounts counter = new PartCounts(threads, strangers, new boolean[threads.people.size()]);
        return counter.count(threads.speaker)[part][threads.people.indexOf(person)];
    }

    @Test
    void sparks_exchangesAmongOthersAfterwards_countOnceEach() {
        // After ann: bob answers ann (not among others), cid answers bob, bob answers cid.
        assertThat(count(PartCounts.SPARKS, "ann", "ann bob cid bob")).isEqualTo(2);
        // ann spoke twice before cid's answer to bob: still one exchange.
        assertThat(count(PartCounts.SPARKS, "ann", "ann ann bob cid")).isEqualTo(1);
        assertThat(count(PartCounts.SPARKS, "bob", "ann bob cid bob")).isZero();
    }

    @Test
    void sparks_beyondTheHorizon_areNotCounted() {
        // Eleven acts by bob and cid after ann: the exchanges at distances 2 to 10 count, that at 11 does not.
        assertThat(count(PartCounts.SPARKS, "ann", "ann bob cid bob cid bob cid bob cid bob cid bob"))
                .isEqualTo(9);
    }

    @Test
    void draws_answersAndReactionsOfOthers_count() {
        // bob answers ann; dan and eve react to ann; ann's own reaction does not count.
        assertThat(count(PartCounts.DRAWS, "ann", "ann+ann+dan+eve bob")).isEqualTo(3);
        // Nobody else follows: nothing drawn.
        assertThat(count(PartCounts.DRAWS, "ann", "ann ann ann")).isZero();
    }

    @Test
    void welcomes_firstAnswerToNewcomer_countsTwiceWhenTheNewcomerReturns() {
        // bob is first to answer ann, who is back in the second thread; ann (later) welcomes bob, who is not.
        assertThat(count(PartCounts.WELCOMES, "bob", "ann bob cid; ann")).isEqualTo(2);
        assertThat(count(PartCounts.WELCOMES, "bob", "ann bob cid")).isEqualTo(1);
        assertThat(count(PartCounts.WELCOMES, "cid", "ann bob cid; ann")).isEqualTo(1);
    }

    @Test
    void resolves_needOfSomebodyElse_counts() {
        assertThat(count(PartCounts.RESOLVES, "bob", "ann? bob!")).isEqualTo(1);
        assertThat(count(PartCounts.RESOLVES, "ann", "ann? ann!")).isZero();
    }

    @Test
    void connects_onlyPeopleWithoutEarlierTie_count() {
        assertThat(count(PartCounts.CONNECTS, "ann", "ann bob cid")).isEqualTo(1);
        assertThat(count(PartCounts.CONNECTS, "ann", "ann bob cid", tie("bob", "cid", -3)))
                .isZero();
        assertThat(count(PartCounts.CONNECTS, "ann", "ann bob cid", tie("cid", "bob", 0)))
                .isEqualTo(1);
    }

    private static Tie tie(String from, String to, int daysAfterStart) {
        int day = Math.toIntExact(Acts.START.toEpochDay()) + daysAfterStart;
        return new Tie(
                from,
                to,
                TieKind.ADDRESSED,
                "mail",
                Visibility.COMPANY,
                "s",
                new int[] {day},
                new int[] {1},
                new float[] {1});
    }
}
