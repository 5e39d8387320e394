package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.TieGraph.Orientation;

/** The graphs of a snapshot; days are counted from 2024-01-01. */
class NetworkSnapshotTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Test
    void graph_window_countsItsDaysOnly() {
        NetworkSnapshot snapshot = snapshot(tie("ann", "bob", 0, 0, 5, 9));
        TieGraph graph = snapshot.graph(TieFilter.of(new Window(START.plusDays(1), START.plusDays(9))));
        assertThat(graph.orientation()).isEqualTo(Orientation.DIRECTED);
        assertThat(graph.interactionCount(graph.slot(0, 1))).isEqualTo(2);
        assertThat(graph.strength(graph.slot(0, 1))).isEqualTo(1);
        TieGraph last = snapshot.graph(TieFilter.of(new Window(START.plusDays(9), START.plusDays(9))));
        assertThat(last.interactionCount(last.slot(0, 1))).isEqualTo(1);
        TieGraph later = snapshot.graph(TieFilter.of(new Window(START.plusDays(10), START.plusDays(99))));
        assertThat(later.ties()).isZero();
        assertThat(later.people()).isEqualTo(3);
    }

    @Test
    void graph_kindsChannelsVisibilities_addedUpOrLeftOut() {
        NetworkSnapshot snapshot = snapshot(
                tie("ann", "bob", TieKind.REPLIED, "mail", Visibility.COMPANY, 1),
                tie("ann", "bob", TieKind.MENTIONED, "chat", Visibility.PRIVATE, 1, 2));
        TieFilter all = TieFilter.of(Window.EVER);
        assertThat(interactions(snapshot.graph(all))).isEqualTo(3);
        assertThat(interactions(snapshot.graph(all.withChannels(Set.of("chat")))))
                .isEqualTo(2);
        assertThat(interactions(snapshot.graph(all.withVisibilities(Set.of(Visibility.COMPANY)))))
                .isEqualTo(1);
        assertThat(interactions(snapshot.graph(
                        new TieFilter(Window.EVER, Set.of(TieKind.MENTIONED), all.visibilities(), Set.of(), 1))))
                .isEqualTo(2);
    }

    @Test
    void graph_fewestInteractions_bothWaysTogether() {
        NetworkSnapshot snapshot = snapshot(tie("ann", "bob", 1, 2), tie("bob", "ann", 3), tie("bob", "cid", 1, 2));
        TieFilter all = TieFilter.of(Window.EVER);
        TieGraph graph =
                snapshot.graph(new TieFilter(all.window(), all.kinds(), all.visibilities(), all.channels(), 3));
        assertThat(graph.slot(0, 1)).isNotNegative();
        assertThat(graph.slot(1, 0)).isNotNegative();
        assertThat(graph.slot(1, 2)).isNegative();
    }

    @Test
    void acquaintances_bothWaysThreeTimesInTwelveMonths() {
        NetworkSnapshot snapshot = snapshot(
                tie("ann", "bob", 1, 2),
                tie("bob", "ann", 3),
                tie("bob", "cid", 1, 2, 3, 4),
                tie("ann", "cid", 1, 2),
                tie("cid", "ann", TieKind.ADDRESSED, "mail", Visibility.PRIVATE, 3));
        TieGraph graph = snapshot.acquaintances(START.plusDays(30), Set.of(Visibility.COMPANY));
        assertThat(graph.orientation()).isEqualTo(Orientation.UNDIRECTED);
        assertThat(graph.ties()).isEqualTo(1);
        assertThat(graph.interactionCount(graph.slot(0, 1))).isEqualTo(3);
        assertThat(snapshot.acquaintances(START.plusDays(500), Set.of(Visibility.COMPANY))
                        .ties())
                .isZero();
    }

    @Test
    void extent_someOrNoTies_firstToLastDayOrEver() {
        assertThat(snapshot(tie("ann", "bob", 4, 9), tie("bob", "cid", 2)).extent())
                .isEqualTo(new Window(START.plusDays(2), START.plusDays(9)));
        assertThat(snapshot().extent()).isEqualTo(Window.EVER);
        assertThat(snapshot().graph(TieFilter.of(Window.EVER)).people()).isEqualTo(3);
    }

    @Test
    void tie_stranger_refused() {
        assertThatThrownBy(() -> snapshot(tie("ann", "eve", 1))).hasMessageContaining("eve");
    }

    @Test
    void exchanges_answerThatSaysNotAtAll_isNone() {
        Group unit = new Group("A", "A", Dimension.UNIT, null, true);
        int[] day = {Math.toIntExact(START.toEpochDay())};
        Tie none = new Tie(
                "ann", "bob", TieKind.DECLARED, "survey", Visibility.COMPANY, "s", day, new int[] {1}, new float[] {0});
        NetworkSnapshot whole = snapshot(none, tie("ann", "cid", 0));
        NetworkSnapshot snapshot = new NetworkSnapshot(
                "1",
                Instant.EPOCH,
                new Chart(
                        whole.chart().people(),
                        List.of(unit),
                        whole.chart().people().stream()
                                .map(person -> new Membership(person.id(), "A", null, null, 1, true, null))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(none, tie("ann", "cid", 0)));
        Window window = new Window(START, START);
        List<String> seen = new ArrayList<>();
        snapshot.exchanges(
                TieFilter.of(window),
                (from, to, _, _, _) -> seen.add(
                        snapshot.person(from).id() + snapshot.person(to).id()));

        assertThat(seen).containsExactly("anncid");
        // A tie without strength would be refused.
        GroupHistory history = GroupHistory.of(snapshot.chart(), Dimension.UNIT, 0, window);
        assertThat(StintNetwork.of(snapshot, history, TieFilter.of(window))
                        .graph()
                        .ties())
                .isEqualTo(1);
    }

    private static int interactions(TieGraph graph) {
        return Arrays.stream(graph.interactionCounts()).sum();
    }

    private static NetworkSnapshot snapshot(Tie... ties) {
        List<Person> people = Stream.of("cid", "ann", "bob")
                .map(id -> new Person(id, id, null, null, null, null, true))
                .toList();
        Chart chart = new Chart(people, List.of(), List.of(), List.of(), List.of(), List.of());
        return new NetworkSnapshot("1", Instant.EPOCH, chart, List.of(ties));
    }

    /** One interaction on each of these days, each with two recipients. */
    private static Tie tie(String from, String to, int... days) {
        return tie(from, to, TieKind.ADDRESSED, "mail", Visibility.COMPANY, days);
    }

    private static Tie tie(String from, String to, TieKind kind, String channel, Visibility visibility, int... days) {
        int[] distinct = Arrays.stream(days).distinct().toArray();
        int[] counts = Arrays.stream(distinct)
                .map(day ->
                        (int) Arrays.stream(days).filter(other -> other == day).count())
                .toArray();
        float[] shares = new float[distinct.length];
        for (int place = 0; place < shares.length; place++) {
            shares[place] = counts[place] * .5f;
        }
        int first = Math.toIntExact(START.toEpochDay());
        int[] epochDays = Arrays.stream(distinct).map(day -> first + day).toArray();
        return new Tie(from, to, kind, channel, visibility, "test", epochDays, counts, shares);
    }
}
