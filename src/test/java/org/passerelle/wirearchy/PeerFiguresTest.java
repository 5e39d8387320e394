package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;

class PeerFiguresTest {
    private static NetworkSnapshot works() {
        return new SmallOrganisation()
                .line("ann", "boss")
                .line("bob", "boss")
                .person("guest")
                .mail("ann", "bob", 0, 69)
                .snapshot();
    }

    @Test
    void compute_nothingSaid_noShares() {
        PeerFigures figures = PeerFigures.compute(works(), new Talk(works()).build(), days(0, 69));
        assertThat(figures.exchanges()).isZero();
        assertThat(figures.peers()).isNull();
    }

    @Test
    void compute_someThreads_theArithmetic() {
        NetworkSnapshot snapshot = works();
        Talk talk = new Talk(snapshot);
        for (int week = 0; week < 10; week++) {
            // Bob answers ann, ann answers bob: peers, unprompted. Guest has no place.
            talk.say("free" + week, 7 * week, "ann bob ann guest");
            // Ann answers boss: no peers. Bob answers ann: peers, prompted.
            talk.say("asked" + week, 7 * week + 1, "boss ann bob");
        }
        PeerFigures figures = PeerFigures.compute(snapshot, talk.build(), days(0, 69));
        assertThat(figures.exchanges()).isEqualTo(40);
        assertThat(figures.people()).isEqualTo(3);
        assertThat(Objects.requireNonNull(figures.peers()).value()).isCloseTo(.75, within(1e-12));
        assertThat(Objects.requireNonNull(figures.unprompted()).value()).isCloseTo(2 / 3.0, within(1e-12));
    }

    @Test
    void compute_namedAnswer_countsInsteadOfTheLastWords() {
        NetworkSnapshot snapshot = works();
        int ann = snapshot.vertex("ann").orElseThrow();
        int bob = snapshot.vertex("bob").orElseThrow();
        int boss = snapshot.vertex("boss").orElseThrow();
        Talk talk = new Talk(snapshot);
        for (int week = 0; week < 10; week++) {
            talk.say("t" + week, 7 * week, ann, DatedContributions.NONE)
                    .say("t" + week, 7 * week, boss, ann)
                    .say("t" + week, 7 * week, bob, ann);
        }
        // Boss to ann is no talk of peers, bob to ann is.
        assertThat(Objects.requireNonNull(PeerFigures.compute(snapshot, talk.build(), days(0, 69))
                                .peers())
                        .value())
                .isEqualTo(.5);
    }
}
