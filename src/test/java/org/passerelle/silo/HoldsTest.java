package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.SmallOrganisation;

class HoldsTest {
    private static final List<String> A_AND_B = List.of("A", "B");

    /** Ann writes to both of B, and Bob reaches Dan through Eve of C. */
    private static SmallOrganisation organisation() {
        return new SmallOrganisation()
                .unit("A", "ann bob")
                .unit("B", "cid dan")
                .unit("C", "eve")
                .mail("ann", "cid", 1, 2)
                .exchange("chat", "ann", "dan", 1)
                .mail("bob", "eve", 3)
                .mail("eve", "dan", 3, 4);
    }

    private static SiloHold hold(NetworkSnapshot snapshot, SiloQuestion question, List<String> between) {
        return Holds.compute(snapshot, Silos.compute(snapshot, question), between);
    }

    private static SiloQuestion units() {
        return SiloQuestion.of(Dimension.UNIT, 0, days(0, 9));
    }

    private static List<String> names(@Nullable Holders holders) {
        return Objects.requireNonNull(holders).persons().stream()
                .map(Person::id)
                .toList();
    }

    @Test
    void compute_directTiesAndAChain_theArithmetic() {
        SiloHold hold = hold(organisation().snapshot(), units(), A_AND_B);
        assertThat(hold.state()).isEqualTo(FigureState.SHOWN);
        assertThat(names(hold.directly())).containsExactly("ann");
        assertThat(names(hold.byAnyWay())).containsExactly("ann", "bob");
        // Ann to Cid 2 and to Dan 1, and the weaker tie of the chain, Bob's one mail.
        assertThat(hold.strength()).isEqualTo(4);
    }

    @Test
    void compute_oneChannel_onlyItsTies() {
        SiloHold chat = hold(
                organisation().snapshot(), new SiloQuestion(Dimension.UNIT, 0, days(0, 9), Set.of("chat"), 1), A_AND_B);
        assertThat(names(chat.byAnyWay())).containsExactly("ann");
        assertThat(chat.strength()).isEqualTo(1);
    }

    @Test
    void compute_noContact_nobodyHoldsAndNotWithheld() {
        SiloHold apart = hold(
                new SmallOrganisation()
                        .unit("A", "ann bob")
                        .unit("B", "cid dan")
                        .mail("ann", "bob", 1)
                        .mail("cid", "dan", 1)
                        .snapshot(),
                units(),
                A_AND_B);
        assertThat(apart.state()).isEqualTo(FigureState.SHOWN);
        assertThat(names(apart.byAnyWay())).isEmpty();
        assertThat(apart.strength()).isZero();
    }

    @Test
    void compute_belowTheFloor_withheld() {
        SiloHold hold =
                hold(organisation().snapshot(), new SiloQuestion(Dimension.UNIT, 0, days(0, 9), Set.of(), 3), A_AND_B);
        assertThat(hold).isEqualTo(SiloHold.withheld(FigureState.SUPPRESSED));
    }

    @Test
    void compute_enoughOnTheMapAndTooFewByTheGroupHeldLongest_withheld() {
        // Three people were in B on some day, but Fay and Gil were in A longer.
        SmallOrganisation moved = new SmallOrganisation().unit("A", "ann bob").unit("B", "cid");
        for (String mover : List.of("fay", "gil")) {
            moved.member(mover, "A", null, 6)
                    .member(mover, "B", 7, null)
                    .mail(mover, "ann", 1)
                    .mail(mover, "cid", 8);
        }
        NetworkSnapshot snapshot = moved.mail("ann", "bob", 1).snapshot();
        SiloQuestion question = new SiloQuestion(Dimension.UNIT, 0, days(0, 9), Set.of(), 2);
        SiloMap map = Silos.compute(snapshot, question);
        assertThat(map.groups()).extracting(SiloGroup::state).containsOnly(FigureState.SHOWN);
        assertThat(Holds.compute(snapshot, map, A_AND_B).state()).isEqualTo(FigureState.SUPPRESSED);
    }

    @Test
    void compute_groupThatNobodyHeldLongest_noData() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .unit("A", "ann")
                .member("bob", "A", 2, null)
                .member("bob", "B", null, 1)
                .mail("ann", "bob", 1, 9)
                .snapshot();
        assertThat(hold(snapshot, units(), A_AND_B)).isEqualTo(SiloHold.withheld(FigureState.NO_DATA));
    }

    @Test
    void compute_groupThatIsNotOnTheMap_refused() {
        assertThatThrownBy(() -> hold(organisation().snapshot(), units(), List.of("A", "Z")))
                .isInstanceOf(Holds.UnknownGroup.class)
                .hasMessageContaining("'Z'");
    }
}
