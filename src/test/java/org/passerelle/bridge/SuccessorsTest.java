package org.passerelle.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.SmallOrganisation;

class SuccessorsTest {
    private static final BridgeQuestion QUESTION = new BridgeQuestion(Dimension.UNIT, 0, days(0, 9));

    /** v of A knows a1 to a3 and b1 to b3; w knows two of each, u one of each, and hub everybody. */
    private static NetworkSnapshot organisation() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("A", "a1 a2 a3 u v w")
                .unit("B", "b1 b2 b3")
                .unit("C", "hub");
        for (int number = 1; number <= 3; number++) {
            organisation.mail("v", "a" + number, 1).mail("v", "b" + number, 1);
            organisation.mail("hub", "a" + number, 1).mail("hub", "b" + number, 1);
        }
        return organisation
                .mail("hub", "u", 1)
                .mail("hub", "w", 1)
                .mail("w", "a1", 1)
                .mail("w", "a2", 1)
                .mail("w", "b1", 1)
                .mail("w", "b2", 1)
                .mail("u", "a3", 1)
                .mail("u", "b3", 1)
                .snapshot();
    }

    private static List<BridgeSuccessor> of(BridgeQuestion question, Set<String> notSuggested, String bridge) {
        NetworkSnapshot snapshot = organisation();
        return Successors.of(snapshot, question, notSuggested)
                .of(snapshot.person(snapshot.vertex(bridge).orElseThrow()));
    }

    @Test
    void of_bridgeWithTwoSides_thoseWhoKnowBothAndAreNotOverloaded() {
        List<BridgeSuccessor> found = of(QUESTION, Set.of(), "v");
        assertThat(found).extracting(successor -> successor.person().id()).startsWith("w", "u");
        assertThat(found).extracting(successor -> successor.person().id()).doesNotContain("hub", "v");
        assertThat(found.getFirst().sentence().english())
                .isEqualTo("Knows 2 of the 3 other contacts in A and 2 of the 3 in B; exchanges with 5 people.");
    }

    @Test
    void of_whoAskedNotToBeSuggested_isLeftOut() {
        assertThat(of(QUESTION, Set.of("w"), "v"))
                .extracting(successor -> successor.person().id())
                .doesNotContain("w")
                .contains("u");
    }

    @Test
    void of_groupsThatMayNotBeTold_none() {
        assertThat(of(new BridgeQuestion(Dimension.UNIT, 0, days(0, 9), List.of(), 5), Set.of(), "v"))
                .isEmpty();
    }

    @Test
    void known_askedAgain_readsNothingAndSaysTheSame() {
        NetworkSnapshot snapshot = organisation();
        AtomicInteger read = new AtomicInteger();
        KnownSuccessors known = new KnownSuccessors();
        Supplier<Successors> reading = () -> {
            read.incrementAndGet();
            return Successors.of(snapshot, QUESTION, Set.of());
        };
        KnownSuccessors.Asked first = known.asked(reading);
        List<BridgeSuccessor> ofV = first.of(person(snapshot, "v"));
        List<BridgeSuccessor> ofHub = first.of(person(snapshot, "hub"));
        assertThat(read).as("once for both").hasValue(1);
        KnownSuccessors.Asked second = known.asked(reading);
        assertThat(second.of(person(snapshot, "v"))).isEqualTo(ofV).isNotEmpty();
        assertThat(second.of(person(snapshot, "hub"))).isEqualTo(ofHub);
        assertThat(read).as("none the second time").hasValue(1);
        second.of(person(snapshot, "w"));
        assertThat(read).as("somebody new").hasValue(2);
    }

    private static Person person(NetworkSnapshot snapshot, String id) {
        return snapshot.person(snapshot.vertex(id).orElseThrow());
    }
}
