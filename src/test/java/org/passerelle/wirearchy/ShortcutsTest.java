package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.passerelle.network.SmallOrganisation;

class ShortcutsTest {
    /** Top over two heads, each over two; ann and cid exchange across, ann with her head along a line. */
    private static SmallOrganisation works() {
        return new SmallOrganisation()
                .unit("A", "head ann bob")
                .unit("B", "chief cid dan")
                .unit("C", "top")
                .line("head", "top")
                .line("chief", "top")
                .line("ann", "head")
                .line("bob", "head")
                .line("cid", "chief")
                .line("dan", "chief")
                .mail("ann", "cid", 1)
                .mail("ann", "head", 2)
                .mail("guest", "dan", 3)
                .mail("guest", "ann", 3);
    }

    private static ShortcutMap map(SmallOrganisation organisation, int peopleMin) {
        return Shortcuts.compute(
                organisation.snapshot(), new ShortcutQuestion(new WirearchyQuestion(days(0, 9), 0), peopleMin));
    }

    @Test
    void compute_noLines_nothingToShorten() {
        ShortcutMap map = map(new SmallOrganisation().unit("A", "ann bob").mail("ann", "bob", 1), 1);
        assertThat(map.people()).isZero();
        assertThat(map.whole()).isNull();
        assertThat(map.carrying()).isEmpty();
        assertThat(map.sentence().french()).contains("Aucun lien");
    }

    @Test
    void compute_smallTree_theArithmetic() {
        ShortcutMap map = map(works(), 1);
        assertThat(map.people()).isEqualTo(7);
        // Distances of the tree over the 21 pairs: 6 of 1, 7 of 2 (top to 4, two pairs of brothers, head to chief),
        // 4 of 3, 4 of 4: 6 + 14 + 12 + 16 = 48.
        ShortcutMap.ShortWay whole = Objects.requireNonNull(map.whole());
        assertThat(whole.treeSteps()).isCloseTo(48 / 21.0, within(1e-12));
        // ann-cid 4 to 1; ann-chief, head-cid 3 to 2; ann-dan 4 to 2 over guest; bob-cid 4 to 3; head-dan 3 stays, for
        // over ann and guest it is as long: 7 steps less.
        assertThat(whole.steps()).isCloseTo(40 / 21.0, within(1e-12));
        assertThat(map.ties()).isEqualTo(2);
        assertThat(map.farTies()).isEqualTo(1);
        assertThat(map.carrying()).hasSize(1);
        assertThat(map.carrying().getFirst().treeSteps()).isEqualTo(4);
        assertThat(map.cells()).hasSize(6);
        ShortcutMap.UnitWay across = map.cells().get(1);
        // A to B: 4 of 3 to 4 ... head-chief 2, head-cid 3, head-dan 3, and so on: 2 + 3 + 3 + 3 + 4 + 4 + 3 + 4 + 4 =
        // 30.
        assertThat(Objects.requireNonNull(across.way()).treeSteps()).isCloseTo(30 / 9.0, within(1e-12));
        assertThat(across.told()).isTrue();
    }

    @Test
    void compute_belowTheFloor_noUnit() {
        assertThat(map(works(), 5).cells())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.told()).isFalse())
                .allSatisfy(cell -> assertThat(cell.way()).isNull());
    }

    @Test
    void compute_lineMovedBeforeTheLastDay_theLastDayCounts() {
        ShortcutMap map = map(
                new SmallOrganisation()
                        .unit("A", "ann bob top")
                        .line("ann", "top", null, 4)
                        .line("ann", "bob", 5, null)
                        .line("bob", "top")
                        .mail("ann", "bob", 1)
                        .mail("ann", "top", 9),
                1);
        // A path of three: 1 + 1 + 2; with the tie 1 + 1 + 1.
        ShortcutMap.ShortWay whole = Objects.requireNonNull(map.whole());
        assertThat(whole.treeSteps()).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(whole.steps()).isEqualTo(1);
    }
}
