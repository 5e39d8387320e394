package org.passerelle.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

class SimulationsTest {
    private static final Offset<Double> ROUNDING = within(1e-9);

    /** A path from one unit to the other: ann and bob in A, cid and dan in B. */
    private static SmallOrganisation path() {
        return new SmallOrganisation()
                .unit("A", "ann bob")
                .unit("B", "cid dan")
                .mail("ann", "bob", 1)
                .mail("bob", "cid", 1)
                .mail("cid", "dan", 1);
    }

    private static Simulation simulate(NetworkSnapshot snapshot, Alteration... alterations) {
        return simulate(snapshot, 1, alterations);
    }

    private static Simulation simulate(NetworkSnapshot snapshot, int peopleMin, Alteration... alterations) {
        return Simulations.compute(ground(snapshot), question(snapshot, peopleMin, alterations));
    }

    private static SimulationGround ground(NetworkSnapshot snapshot) {
        return SimulationGround.of(snapshot, Dimension.UNIT, 0, snapshot.extent());
    }

    private static SimulationQuestion question(NetworkSnapshot snapshot, int peopleMin, Alteration... alterations) {
        return new SimulationQuestion(Dimension.UNIT, 0, snapshot.extent(), List.of(alterations), peopleMin);
    }

    private static Alteration leaving(String... ids) {
        return new Alteration.Leaving(List.of(ids));
    }

    @Test
    void theBridgeLeaves_itsArithmetic() {
        Simulation result = simulate(path().snapshot(), leaving("bob"));
        // Three ties, one across: (1 - 2) / 3; without bob one tie, inside.
        assertThat(result.externalInternal().before()).isCloseTo(-1 / 3.0, ROUNDING);
        assertThat(result.externalInternal().after()).isEqualTo(-1);
        // Of those who stay, ann is 2 steps from cid and 3 from dan, then out of reach.
        assertThat(result.crossSiloEfficiency().before()).isCloseTo((1 / 2.0 + 1 / 3.0) / 2, ROUNDING);
        assertThat(result.crossSiloEfficiency().after()).isZero();
        assertThat(result.crossSiloEfficiency().standardError()).isNull();
        assertThat(result.fragments().before()).isEqualTo(1);
        assertThat(result.fragments().after()).isEqualTo(2);
        assertThat(result.fragments().cutOff()).extracting(Person::id).containsExactly("ann");
        assertThat(result.groups()).extracting(group -> group.group().id()).containsExactly("A");
        assertThat(result.groups().getFirst().peopleAfter()).isEqualTo(1);
        assertThat(result.summary().english()).contains("1 person who stays loses contact", "2 parts instead of 1");
    }

    @Test
    void twoMeet_itsArithmetic() {
        Simulation result = simulate(path().snapshot(), new Alteration.Meeting("ann", "dan"));
        assertThat(result.externalInternal().after()).isZero();
        // ann-cid 2, ann-dan 1, bob-cid 1, bob-dan 2.
        assertThat(result.crossSiloEfficiency().after()).isCloseTo(.75, ROUNDING);
        assertThat(result.crossSiloEfficiency().before()).isCloseTo((.5 + 1 / 3.0 + 1 + .5) / 4, ROUNDING);
        assertThat(result.fragments().cutOff()).isEmpty();
    }

    @Test
    void twoMeetWhoKnowEachOther_nothingChanges() {
        Simulation result = simulate(path().snapshot(), new Alteration.Meeting("ann", "bob"));
        assertThat(result.externalInternal().difference()).isZero();
        assertThat(result.crossSiloEfficiency().difference()).isZero();
    }

    @Test
    void onePersonMoves_itsArithmetic() {
        Simulation result = simulate(path().snapshot(), new Alteration.Move(List.of("bob"), null, "B"));
        assertThat(result.externalInternal().after()).isCloseTo(-1 / 3.0, ROUNDING);
        // ann alone in A: 1, 2 and 3 steps to those of B.
        assertThat(result.crossSiloEfficiency().after()).isCloseTo((1 + 1 / 2.0 + 1 / 3.0) / 3, ROUNDING);
        assertThat(result.groups()).hasSize(2);
        SimulatedGroup second = result.groups().getLast();
        assertThat(second.peopleBefore()).isEqualTo(2);
        assertThat(second.peopleAfter()).isEqualTo(3);
        assertThat(Objects.requireNonNull(second.permeability()).after()).isCloseTo(1 / 3.0, ROUNDING);
    }

    @Test
    void mergedGroups_nothingIsAcross() {
        Simulation result = simulate(path().snapshot(), new Alteration.Merger(List.of("A", "B")));
        assertThat(result.externalInternal().after()).isEqualTo(-1);
        assertThat(result.crossSiloEfficiency().after()).isNull();
        assertThat(result.crossSiloEfficiency().difference()).isNull();
        assertThat(result.groups().getLast().summary().english()).contains("is no more");
    }

    @Test
    void aTeamMoves_withTheTeamsBelow() {
        NetworkSnapshot snapshot = path().part("A", "whole", null, null)
                .member("eve", "whole", null, null)
                .mail("eve", "dan", 1)
                .snapshot();
        Simulation result = simulate(snapshot, new Alteration.Move(List.of(), "whole", "B"));
        assertThat(result.externalInternal().after()).isEqualTo(-1);
        assertThat(result.groups()).extracting(group -> group.group().id()).containsExactly("A", "B", "whole");
    }

    @Test
    void whoWouldCarry_theWayRound_isNamedWithTheContactsShared() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .unit("A", "ann")
                .unit("B", "cid")
                .unit("C", "bob xen yan")
                .mail("ann", "bob", 1)
                .mail("bob", "cid", 1)
                .mail("ann", "xen", 1)
                .mail("xen", "yan", 1)
                .mail("yan", "cid", 1)
                .snapshot();
        List<LoadShift> shifts = Loads.compute(ground(snapshot), question(snapshot, 1, leaving("bob")));
        LoadShift xen = shifts.stream()
                .filter(shift -> shift.person().id().equals("xen"))
                .findFirst()
                .orElseThrow();
        // Pairs across of those who stay, not ending at xen: ann-cid, which goes over bob at first, ann-yan, which goes
        // over xen, and cid-yan, who know each other.
        assertThat(xen.shareBefore()).isCloseTo(1 / 3.0, ROUNDING);
        assertThat(xen.shareAfter()).isCloseTo(2 / 3.0, ROUNDING);
        assertThat(xen.sharedContacts()).isEqualTo(1);
        assertThat(xen.contactsAfter()).isEqualTo(2);
        assertThat(xen.standardError()).isNull();
        assertThat(shifts).extracting(shift -> shift.person().id()).doesNotContain("bob");
    }

    @Test
    void smallGroup_withheldAndASecondWithIt() {
        NetworkSnapshot snapshot = path().unit("B", "hal ida")
                .unit("C", "eve fay gus")
                .mail("hal", "ida", 1)
                .mail("eve", "fay", 1)
                .mail("fay", "gus", 1)
                .mail("gus", "dan", 1)
                .snapshot();
        Simulation result = simulate(snapshot, 3, new Alteration.Merger(List.of("A", "C")));
        assertThat(result.groups()).extracting(SimulatedGroup::state).containsOnly(FigureState.SUPPRESSED);
        assertThat(result.groups()).allMatch(group -> group.permeability() == null && group.peopleBefore() == null);
    }

    /** Three units of five people and three of two: what merging with one of them changes is what they exchange. */
    private static SmallOrganisation withSmallUnits() {
        SmallOrganisation organisation = new SmallOrganisation();
        StringBuilder everybody = new StringBuilder();
        for (String unit : List.of("A", "B", "C", "D", "E", "F")) {
            for (int person = 0; person < (unit.compareTo("D") < 0 ? 5 : 2); person++) {
                organisation.unit(unit, unit.toLowerCase(Locale.ROOT) + person);
                everybody.append(unit.toLowerCase(Locale.ROOT)).append(person).append(' ');
            }
        }
        String[] people = everybody.toString().strip().split(" ", -1);
        for (int one = 0; one < people.length; one++) {
            organisation.mail(people[one], people[(one + 1) % people.length], 1);
            organisation.mail(people[one], people[(one + 4) % people.length], 2);
        }
        return organisation;
    }

    @Test
    void withheldGroupTouched_theWholeIsWithheldAsWell() {
        NetworkSnapshot snapshot = withSmallUnits().snapshot();
        Simulation small = simulate(snapshot, 5, new Alteration.Merger(List.of("A", "D")));
        assertThat(small.externalInternal().before()).isNull();
        assertThat(small.externalInternal().difference()).isNull();
        assertThat(small.externalInternal().summary().english()).contains("withheld");
        assertThat(small.crossSiloEfficiency().before()).isNotNull();
        Simulation large = simulate(snapshot, 5, new Alteration.Merger(List.of("A", "B")));
        assertThat(large.externalInternal().difference()).isNotNull();
    }

    @Test
    void withheldTeamMoved_refused() {
        NetworkSnapshot snapshot = withSmallUnits().snapshot();
        Alteration move = new Alteration.Move(List.of(), "D", "A");
        assertThatThrownBy(() -> simulate(snapshot, 5, move))
                .isInstanceOf(BadUserInput.class)
                .hasMessageContaining("withheld");
        assertThat(simulate(snapshot, 1, move).externalInternal().difference()).isNotNull();
    }

    @Test
    void unknownPeopleAndGroups_refusedWithWhatToDo() {
        NetworkSnapshot snapshot = path().snapshot();
        assertThatThrownBy(() -> simulate(snapshot, leaving("nobody"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> simulate(snapshot, new Alteration.Move(List.of("ann"), null, "Z")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("silos");
        assertThatThrownBy(() -> simulate(snapshot, new Alteration.Move(List.of(), "Z", "A")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> simulate(snapshot, new Alteration.Meeting("ann", "ann")))
                .isInstanceOf(BadUserInput.class);
        assertThatThrownBy(() -> simulate(snapshot, new Alteration.Merger(List.of("A", "A"))))
                .isInstanceOf(BadUserInput.class);
        assertThatThrownBy(() -> simulate(snapshot, new Alteration.Move(List.of(), null, "A")))
                .isInstanceOf(BadUserInput.class);
    }

    @Test
    void emptyOrganisation_noFigures() {
        NetworkSnapshot snapshot =
                new SmallOrganisation().unit("A", "ann").unit("B", "bob").snapshot();
        Simulation result = Simulations.compute(
                SimulationGround.of(snapshot, Dimension.UNIT, 0, SmallOrganisation.days(0, 9)),
                new SimulationQuestion(Dimension.UNIT, 0, SmallOrganisation.days(0, 9), List.of(leaving("ann")), 1));
        assertThat(result.externalInternal().before()).isNull();
        assertThat(result.crossSiloEfficiency().before()).isNull();
        assertThat(result.fragments().before()).isZero();
    }

    @Test
    void randomOrganisations_asRecomputedFromTheMatrix_andTheOriginalStays() {
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
            Window window = snapshot.extent();
            SimulationGround ground = SimulationGround.of(snapshot, Dimension.UNIT, 0, window);
            int people = ground.graph().people();
            int groups = ground.grouping().groups().size();
            boolean[][] tied = matrix(ground.graph());
            boolean[][] original = matrix(ground.graph());
            int[] assignment = ground.grouping().assignment().clone();
            boolean[] left = new boolean[people];
            List<Alteration> alterations = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                int one = random.nextInt(people);
                int other = (one + 1 + random.nextInt(people - 1)) % people;
                int group = random.nextInt(groups);
                String id = snapshot.person(one).id();
                String groupId = ground.grouping().groups().get(group).id();
                switch (random.nextInt(3)) {
                    case 0 -> {
                        alterations.add(leaving(id));
                        left[one] = true;
                    }
                    case 1 -> {
                        alterations.add(new Alteration.Meeting(
                                id, snapshot.person(other).id()));
                        tied[one][other] = true;
                        tied[other][one] = true;
                    }
                    default -> {
                        alterations.add(new Alteration.Move(List.of(id), null, groupId));
                        assignment[one] = group;
                    }
                }
            }
            for (int vertex = 0; vertex < people; vertex++) {
                for (int other = 0; other < people; other++) {
                    tied[vertex][other] &= !left[vertex] && !left[other];
                }
            }
            boolean[] staying = new boolean[people];
            for (int vertex = 0; vertex < people; vertex++) {
                boolean some = false;
                for (int other = 0; other < people; other++) {
                    some |= tied[vertex][other] || original[vertex][other];
                }
                staying[vertex] = some && !left[vertex] && ground.grouping().assignment()[vertex] >= 0;
            }
            Simulation result =
                    Simulations.compute(ground, new SimulationQuestion(Dimension.UNIT, 0, window, alterations, 1));
            String where = "seed " + seed;
            check(
                    where,
                    result.externalInternal().before(),
                    externalInternal(original, ground.grouping().assignment(), new boolean[people]));
            check(where, result.externalInternal().after(), externalInternal(tied, assignment, left));
            check(
                    where,
                    result.crossSiloEfficiency().before(),
                    efficiency(original, ground.grouping().assignment(), staying));
            check(where, result.crossSiloEfficiency().after(), efficiency(tied, assignment, staying));
            assertThat(matrix(ground.graph())).isDeepEqualTo(original);
        }
    }

    private static void check(String where, @Nullable Double found, double expected) {
        assertThat(found == null ? Double.NaN : found).as(where).satisfies(value -> {
            if (Double.isNaN(expected)) {
                assertThat(value).isNaN();
            } else {
                assertThat(value).isCloseTo(expected, ROUNDING);
            }
        });
    }

    private static boolean[][] matrix(TieGraph graph) {
        boolean[][] tied = new boolean[graph.people()][graph.people()];
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                tied[vertex][graph.neighbour(slot)] = true;
            }
        }
        return tied;
    }

    private static double externalInternal(boolean[][] tied, int[] groups, boolean[] left) {
        double external = 0;
        double internal = 0;
        for (int one = 0; one < groups.length; one++) {
            for (int other = one + 1; other < groups.length; other++) {
                if (tied[one][other] && !left[one] && !left[other] && groups[one] >= 0 && groups[other] >= 0) {
                    external += groups[one] == groups[other] ? 0 : 1;
                    internal += groups[one] == groups[other] ? 1 : 0;
                }
            }
        }
        return (external - internal) / (external + internal);
    }

    private static double efficiency(boolean[][] tied, int[] groups, boolean[] staying) {
        double sum = 0;
        int pairs = 0;
        for (int from = 0; from < groups.length; from++) {
            int[] steps = new int[groups.length];
            Arrays.fill(steps, -1);
            List<Integer> queue = new ArrayList<>(List.of(from));
            steps[from] = 0;
            for (int head = 0; head < queue.size(); head++) {
                for (int to = 0; to < groups.length; to++) {
                    if (tied[queue.get(head)][to] && steps[to] < 0) {
                        steps[to] = steps[queue.get(head)] + 1;
                        queue.add(to);
                    }
                }
            }
            for (int to = 0; to < groups.length; to++) {
                if (staying[from] && staying[to] && groups[from] != groups[to]) {
                    sum += steps[to] > 0 ? 1.0 / steps[to] : 0;
                    pairs++;
                }
            }
        }
        return sum / pairs;
    }
}
