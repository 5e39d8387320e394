package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.network.SmallOrganisation.day;
import static org.passerelle.network.SmallOrganisation.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupHistoryTest {
    private static int epoch(int day) {
        return Math.toIntExact(day(day).toEpochDay());
    }

    private static GroupHistory history(SmallOrganisation organisation, Window window) {
        return GroupHistory.of(organisation.snapshot().chart(), Dimension.UNIT, 0, window);
    }

    @Test
    void groupOn_nobody_noStints() {
        GroupHistory history = history(new SmallOrganisation(), days(0, 9));
        assertThat(history.stints()).isZero();
        assertThat(history.groups()).isEmpty();
    }

    @Test
    void groupOn_moveInTheWindow_changesOnTheDay() {
        GroupHistory history =
                history(new SmallOrganisation().member("ann", "A", null, 4).member("ann", "B", 5, null), days(0, 9));
        assertThat(history.groupOn(0, epoch(4))).isEqualTo(0);
        assertThat(history.groupOn(0, epoch(5))).isEqualTo(1);
        assertThat(history.stints()).isEqualTo(2);
        assertThat(history.stintOn(0, epoch(9))).isEqualTo(1);
        assertThat(history.movers()).isEqualTo(1);
        assertThat(history.sizes()).containsExactly(1, 1);
    }

    @Test
    void groupOn_moveBeforeTheWindow_isNoMove() {
        GroupHistory history =
                history(new SmallOrganisation().member("ann", "A", null, 4).member("ann", "B", 5, null), days(5, 9));
        assertThat(history.groups()).extracting(Group::id).containsExactly("B");
        assertThat(history.stints()).isEqualTo(1);
    }

    @Test
    void groupOn_backAgain_oneStint() {
        GroupHistory history = history(
                new SmallOrganisation()
                        .member("ann", "A", null, 2)
                        .member("ann", "B", 3, 4)
                        .member("ann", "A", 5, null),
                days(0, 9));
        assertThat(history.stints()).isEqualTo(2);
        assertThat(history.stintOn(0, epoch(0))).isEqualTo(history.stintOn(0, epoch(9)));
    }

    @Test
    void groupOn_gap_noStint() {
        GroupHistory history =
                history(new SmallOrganisation().member("ann", "A", null, 2).member("ann", "A", 5, null), days(0, 9));
        assertThat(history.stintOn(0, epoch(3))).isEqualTo(-1);
        assertThat(history.stints()).isEqualTo(1);
    }

    @Test
    void groupOn_unitMovesUnderAnotherDivision_changesAtThatDepth() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("team", "ann")
                .part("team", "north", null, 4)
                .part("team", "south", 5, null);
        GroupHistory history = GroupHistory.of(organisation.snapshot().chart(), Dimension.UNIT, 1, days(0, 9));
        assertThat(history.groups()).extracting(Group::id).containsExactly("north", "south");
        assertThat(history.groupOn(0, epoch(4))).isEqualTo(0);
        assertThat(history.groupOn(0, epoch(5))).isEqualTo(1);
    }

    @Test
    void groupOn_personLeft_noGroupAfterwards() {
        Person ann = new Person("ann", "ann", null, null, day(2), day(6), false);
        Chart chart = new Chart(
                List.of(ann),
                List.of(new Group("A", "A", Dimension.UNIT, null, true)),
                List.of(new Membership("ann", "A", null, null, 1, true, null)),
                List.of(),
                List.of(),
                List.of());
        GroupHistory history = GroupHistory.of(chart, Dimension.UNIT, 0, days(0, 9));
        assertThat(history.groupOn(0, epoch(1))).isEqualTo(-1);
        assertThat(history.groupOn(0, epoch(2))).isEqualTo(0);
        assertThat(history.groupOn(0, epoch(6))).isEqualTo(0);
        assertThat(history.groupOn(0, epoch(7))).isEqualTo(-1);
    }

    @Test
    void mainGrouping_mostDaysThenLast() {
        SmallOrganisation organisation = new SmallOrganisation()
                .member("ann", "A", null, 6)
                .member("ann", "B", 7, null)
                .member("bob", "A", null, 4)
                .member("bob", "B", 5, null)
                .person("cid");
        // Ann: 7 days in A, 3 in B. Bob: 5 and 5, so the later. Cid belongs nowhere.
        assertThat(history(organisation, days(0, 9)).mainGrouping().assignment())
                .containsExactly(0, 1, -1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void groupOn_randomOrganisation_isTheChartsAnswerEveryDay(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        Window window = days(10, 89);
        GroupHistory history = GroupHistory.of(snapshot.chart(), Dimension.UNIT, 0, window);
        for (LocalDate day = window.from(); !day.isAfter(window.to()); day = day.plusDays(1)) {
            List<String> expected = new ArrayList<>();
            List<String> found = new ArrayList<>();
            for (int vertex = 0; vertex < snapshot.people().size(); vertex++) {
                String id = snapshot.person(vertex).id();
                expected.add(snapshot.chart()
                        .groupOf(id, Dimension.UNIT, day, 0)
                        .map(Group::id)
                        .orElse("none"));
                int group = history.groupOn(vertex, Math.toIntExact(day.toEpochDay()));
                found.add(group < 0 ? "none" : history.groups().get(group).id());
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void within_partOfTheDays_isTheHistoryOfThatPart(long seed) {
        SmallOrganisation organisation = SmallOrganisation.random(seed)
                .part("unit0", "north", null, 20)
                .part("unit0", "south", 30, null)
                .part("unit1", "south", null, null);
        Chart chart = organisation.snapshot().chart();
        Window whole = days(0, 99);
        for (int depth = 0; depth <= 2; depth++) {
            GroupHistory all = GroupHistory.of(chart, Dimension.UNIT, depth, whole);
            for (Window part : List.of(whole, days(0, 0), days(10, 40), days(25, 99), days(60, 61), days(99, 99))) {
                GroupHistory cut = all.within(part);
                GroupHistory expected = GroupHistory.of(chart, Dimension.UNIT, depth, part);
                String where = "seed " + seed + ", " + part;
                assertThat(cut.groups()).as(where).isEqualTo(expected.groups());
                assertThat(cut.stintGroups()).as(where).isEqualTo(expected.stintGroups());
                assertThat(cut.sizes()).as(where).isEqualTo(expected.sizes());
                assertThat(cut.movers()).as(where).isEqualTo(expected.movers());
                assertThat(cut.mainGrouping().assignment())
                        .as(where)
                        .isEqualTo(expected.mainGrouping().assignment());
                for (int vertex = 0; vertex < chart.people().size(); vertex++) {
                    for (int day = part.fromEpochDay(); day <= part.toEpochDay(); day++) {
                        assertThat(cut.stintOn(vertex, day)).as(where).isEqualTo(expected.stintOn(vertex, day));
                    }
                }
            }
        }
    }

    @Test
    void within_otherDays_refused() {
        GroupHistory history = history(new SmallOrganisation().unit("A", "ann"), days(0, 9));
        assertThatThrownBy(() -> history.within(days(5, 10))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stintNetwork_exchangeBeforeAndAfterAMove_judgedByItsDay() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .member("ann", "A", null, 4)
                .member("ann", "B", 5, null)
                .unit("A", "bob")
                .person("cid")
                .mail("ann", "bob", 1, 2, 7)
                .mail("bob", "cid", 3)
                .snapshot();
        GroupHistory history = GroupHistory.of(snapshot.chart(), Dimension.UNIT, 0, days(0, 9));
        StintNetwork network = StintNetwork.of(snapshot, history, TieFilter.of(days(0, 9)));
        // Stints: ann in A, ann in B, bob in A.
        assertThat(network.graph().ties()).isEqualTo(2);
        assertThat(network.graph().interactionCount(network.graph().slot(0, 2))).isEqualTo(2);
        assertThat(network.graph().interactionCount(network.graph().slot(1, 2))).isEqualTo(1);
        assertThat(network.interactions()).isEqualTo(4);
        assertThat(network.interactionsWithoutGroup()).isEqualTo(1);
        assertThat(network.active().cardinality()).isEqualTo(3);
    }
}
