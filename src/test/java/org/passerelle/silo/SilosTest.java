package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Dimension;
import org.passerelle.network.GraphText;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Window;

class SilosTest {
    /** Sums of a few products of small whole numbers: only rounding differs. */
    private static final double ROUNDING = 1e-12;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    private static SiloMap map(SmallOrganisation organisation, Window window) {
        return Silos.compute(organisation.snapshot(), SiloQuestion.of(Dimension.UNIT, 0, window));
    }

    private static ClusterComparison clusters(SmallOrganisation organisation) {
        return Clusters.compare(organisation.snapshot(), SiloQuestion.of(Dimension.UNIT, 0, days(0, 9)));
    }

    private static SiloCell cell(SiloMap map, String from, String to) {
        return map.cells().stream()
                .filter(cell -> cell.from().id().equals(from) && cell.to().id().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private static double ratio(SiloCell cell) {
        return Objects.requireNonNull(cell.observedOverExpected()).value();
    }

    @Test
    void compute_nobody_emptyMap() {
        SiloMap map = map(new SmallOrganisation(), days(0, 9));
        assertThat(map.groups()).isEmpty();
        assertThat(map.cells()).isEmpty();
        assertThat(map.externalInternal()).isNull();
        assertThat(map.modularity()).isNull();
        assertThat(clusters(new SmallOrganisation()).clusters()).isZero();
    }

    @Test
    void compute_noExchange_noDataAndNeverZero() {
        SiloMap map = map(new SmallOrganisation().unit("A", "ann bob").unit("B", "cid"), days(0, 9));
        assertThat(map.groups()).extracting(SiloGroup::state).containsOnly(FigureState.NO_DATA);
        assertThat(map.cells()).hasSize(3).allSatisfy(cell -> {
            assertThat(cell.state()).isEqualTo(FigureState.NO_DATA);
            assertThat(cell.ties()).isNull();
            assertThat(cell.density()).isNull();
        });
    }

    @Test
    void compute_twoTies_theArithmetic() {
        SiloMap map = map(
                new SmallOrganisation()
                        .unit("A", "ann bob")
                        .unit("B", "cid dan")
                        .mail("ann", "bob", 1, 2)
                        .mail("bob", "ann", 3)
                        .mail("bob", "cid", 4),
                days(0, 9));
        // Ties ann-bob and bob-cid: k = 1, 2, 1, 0. Pairings: (4 * 4 - (1 + 4 + 1)) / 2 = 5.
        // Expected: A-A 1 * 2 / 5 * 2 = 0.8; A-B (1 + 2) * 1 / 5 * 2 = 1.2.
        assertThat(cell(map, "A", "A").ties()).isEqualTo(1);
        assertThat(cell(map, "A", "A").interactions()).isEqualTo(3);
        assertThat(cell(map, "A", "A").people()).isEqualTo(2);
        assertThat(cell(map, "A", "B").people()).isEqualTo(2);
        assertThat(cell(map, "B", "B").people()).isZero();
        assertThat(cell(map, "A", "A").density()).isEqualTo(1);
        assertThat(ratio(cell(map, "A", "A"))).isCloseTo(1 / 0.8, within(ROUNDING));
        assertThat(cell(map, "A", "B").ties()).isEqualTo(1);
        assertThat(cell(map, "A", "B").density()).isEqualTo(0.25);
        assertThat(ratio(cell(map, "A", "B"))).isCloseTo(1 / 1.2, within(ROUNDING));
        assertThat(cell(map, "B", "B").ties()).isZero();
        assertThat(cell(map, "B", "B").observedOverExpected()).isNull();
        assertThat(map.externalInternal()).isEqualTo(0);
        // Strengths 3 and 1, m = 4: A inside 3/4 - (7/8)^2, B 0 - (1/8)^2.
        assertThat(map.modularity()).isCloseTo(0.75 - 49.0 / 64 - 1.0 / 64, within(ROUNDING));
        assertThat(map.groups().get(0).permeability()).isEqualTo(0.5);
        assertThat(map.groups().get(0).externalInternal()).isEqualTo(0);
        assertThat(map.groups().get(1).permeability()).isEqualTo(1);
        assertThat(map.groups().get(1).people()).isEqualTo(2);
        assertThat(map.groups().get(1).activePeople()).isEqualTo(1);
    }

    @Test
    void compute_move_exchangesJudgedByTheirDay() {
        SiloMap map = map(
                new SmallOrganisation()
                        .member("ann", "A", null, 4)
                        .member("ann", "B", 5, null)
                        .unit("A", "bob")
                        .mail("ann", "bob", 1, 7),
                days(0, 9));
        assertThat(cell(map, "A", "A").interactions()).isEqualTo(1);
        assertThat(cell(map, "A", "B").interactions()).isEqualTo(1);
        // Two people in A on some day, one in B: of the two pairs across, Ann with herself is none.
        assertThat(cell(map, "A", "B").density()).isEqualTo(1);
        assertThat(map.parameters()).containsEntry("peopleInSeveralGroups", "1");
    }

    @Test
    void compute_reorganisationAfterTheWindow_doesNotRewriteThePast() {
        SmallOrganisation before =
                new SmallOrganisation().unit("A", "ann bob").unit("B", "cid").mail("ann", "bob", 1);
        SmallOrganisation after = new SmallOrganisation()
                .unit("A", "bob")
                .unit("B", "cid")
                .member("ann", "A", null, 9)
                .member("ann", "B", 10, null)
                .mail("ann", "bob", 1);
        assertThat(map(after, days(0, 9))).isEqualTo(map(before, days(0, 9)));
    }

    @Test
    void compute_fewerThanATenthActive_noData() {
        SmallOrganisation ten = new SmallOrganisation()
                .unit("A", "a b c d e f g h i j")
                .unit("B", "x y")
                .mail("a", "x", 1)
                .mail("x", "y", 1);
        assertThat(map(ten, days(0, 9)).groups().get(0).state()).isEqualTo(FigureState.SHOWN);
        SiloMap eleven = map(ten.unit("A", "k"), days(0, 9));
        assertThat(eleven.groups().get(0).state()).isEqualTo(FigureState.NO_DATA);
        assertThat(eleven.groups().get(0).permeability()).isNull();
        assertThat(cell(eleven, "A", "B").state()).isEqualTo(FigureState.NO_DATA);
        assertThat(cell(eleven, "B", "B").state()).isEqualTo(FigureState.SHOWN);
    }

    @Test
    void compute_oneGroupBelowTheFloor_theSmallestOtherIsWithheldToo() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .unit("A", "a b c d")
                .unit("B", "p q r")
                .unit("C", "x")
                .mail("a", "b", 1)
                .mail("c", "d", 1)
                .mail("p", "q", 1)
                .mail("r", "x", 1)
                .snapshot();
        SiloMap map = Silos.compute(snapshot, new SiloQuestion(Dimension.UNIT, 0, days(0, 9), Set.of(), 2));
        assertThat(map.groups())
                .extracting(SiloGroup::state)
                .containsExactly(FigureState.SHOWN, FigureState.SUPPRESSED, FigureState.SUPPRESSED);
        assertThat(cell(map, "A", "C").state()).isEqualTo(FigureState.SUPPRESSED);
        assertThat(cell(map, "B", "B").ties()).isNull();
        assertThat(Clusters.compare(snapshot, new SiloQuestion(Dimension.UNIT, 0, days(0, 9), Set.of(), 2))
                        .matches())
                .extracting(match -> match.group().id())
                .containsExactly("A");
    }

    @Test
    void compute_channels_eachApart() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("A", "ann bob")
                .unit("B", "cid")
                .exchange("mail", "ann", "bob", 1)
                .exchange("chat", "bob", "cid", 1);
        NetworkSnapshot snapshot = organisation.snapshot();
        assertThat(ChannelOpenness.compute(snapshot, SiloQuestion.of(Dimension.UNIT, 0, days(0, 9))))
                .extracting(ChannelSilos::channel, ChannelSilos::ties, ChannelSilos::externalInternal)
                .containsExactly(tuple("chat", 1, 1.0), tuple("mail", 1, -1.0));
        SiloQuestion chat = new SiloQuestion(Dimension.UNIT, 0, days(0, 9), Set.of("chat"), 1);
        assertThat(Silos.compute(snapshot, chat).externalInternal()).isEqualTo(1);
        assertThat(ChannelOpenness.compute(snapshot, chat))
                .extracting(ChannelSilos::channel, channel -> channel.sentence().english())
                .containsExactly(tuple("chat", "The only channel here."));
    }

    @Test
    void compute_twoCliquesAcrossTheChart_clustersAreNotTheChart() {
        // Those who work together are a1 a2 b1 and a3 b2 b3; the chart says a and b.
        ClusterComparison clusters = clusters(new SmallOrganisation()
                .unit("A", "a1 a2 a3")
                .unit("B", "b1 b2 b3")
                .mail("a1", "a2", 1)
                .mail("a2", "b1", 1)
                .mail("b1", "a1", 1)
                .mail("a3", "b2", 1)
                .mail("b2", "b3", 1)
                .mail("b3", "a3", 1));
        assertThat(clusters.clusters()).isEqualTo(2);
        // Each cluster has all its 3 ties inside and half of all ends: 2 (3/6 - 1/4).
        assertThat(clusters.modularity()).isCloseTo(0.5, within(ROUNDING));
        assertThat(clusters.stability()).isEqualTo(1);
        assertThat(clusters.matches()).extracting(ClusterMatch::parts).containsExactly(List.of(2, 1), List.of(2, 1));
        assertThat(clusters.adjustedMutualInformation()).isLessThan(0.2);
    }

    @Test
    void compute_moreGroupsThanAMapHolds_refused() {
        SmallOrganisation organisation = new SmallOrganisation();
        IntStream.rangeClosed(0, Silos.GROUPS_MAX).forEach(number -> organisation.unit("u" + number, "p" + number));
        assertThatThrownBy(() -> map(organisation, days(0, 9)))
                .isInstanceOf(Silos.TooManyGroups.class)
                .hasMessageContaining("201 groups");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomOrganisation_cellsAreWhatTheChartSaysDayByDay(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        Window window = days(10, 89);
        SiloMap map = Silos.compute(snapshot, SiloQuestion.of(Dimension.UNIT, 0, window));
        Map<String, Set<String>> pairs = new TreeMap<>();
        Map<String, Integer> interactions = new HashMap<>();
        snapshot.exchanges(TieFilter.of(window), (from, to, day, count, _) -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            String one = snapshot.chart()
                    .groupOf(snapshot.person(from).id(), Dimension.UNIT, date, 0)
                    .map(Group::id)
                    .orElse("");
            String other = snapshot.chart()
                    .groupOf(snapshot.person(to).id(), Dimension.UNIT, date, 0)
                    .map(Group::id)
                    .orElse("");
            if (!one.isEmpty() && !other.isEmpty()) {
                String cell = one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
                // Within one cell each pair counts once; who was where matters when both moved to and fro.
                boolean forwards = one.equals(other) ? from < to : one.compareTo(other) < 0;
                pairs.computeIfAbsent(cell, _ -> new TreeSet<>()).add(forwards ? from + " " + to : to + " " + from);
                interactions.merge(cell, count, Integer::sum);
            }
        });
        for (SiloCell cell : map.cells()) {
            if (cell.state() == FigureState.SHOWN) {
                String key = cell.from().id() + " " + cell.to().id();
                assertThat(cell.ties())
                        .as("ties of " + key)
                        .isEqualTo(pairs.getOrDefault(key, Set.of()).size());
                assertThat(cell.interactions()).isEqualTo(interactions.getOrDefault(key, 0));
                assertThat(cell.people()).isEqualTo((int) pairs.getOrDefault(key, Set.of()).stream()
                        .flatMap(pair -> Stream.of(pair.split(" ", -1)))
                        .distinct()
                        .count());
            } else {
                assertThat(cell.ties()).isNull();
                assertThat(cell.people()).isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomOrganisation_sumsAndOrderHold(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        SiloMap map = Silos.compute(snapshot, SiloQuestion.of(Dimension.UNIT, 0, days(0, 99)));
        int groups = map.groups().size();
        assertThat(map.cells()).hasSize(groups * (groups + 1) / 2);
        assertThat(map.cells()).allSatisfy(cell -> assertThat(cell.from().id())
                .isLessThanOrEqualTo(cell.to().id()));
        boolean all = map.groups().stream().allMatch(group -> group.state() == FigureState.SHOWN);
        double expected = 0;
        int observed = 0;
        int external = 0;
        for (SiloCell cell : map.cells()) {
            Estimate ratio = cell.observedOverExpected();
            if (cell.ties() != null && ratio != null && cell.ties() > 0) {
                expected += cell.ties() / ratio.value();
                assertThat(ratio.low()).isLessThanOrEqualTo(ratio.value());
            } else if (ratio != null) {
                // Nothing was seen where exp(-high * expected) would still be 2.5 %: high = 3.689 / expected.
                expected += 3.6888794541139363 / ratio.high();
            }
            observed += cell.ties() == null ? 0 : cell.ties();
            external += cell.ties() == null || cell.from().equals(cell.to()) ? 0 : cell.ties();
        }
        if (all && observed > 0) {
            assertThat(expected).isCloseTo(observed, within(1e-9));
            assertThat(map.externalInternal()).isCloseTo((2.0 * external - observed) / observed, within(ROUNDING));
        }
        for (SiloGroup group : map.groups()) {
            int out = 0;
            int in = 0;
            for (SiloCell cell : map.cells()) {
                boolean from = cell.from().equals(group.group());
                boolean to = cell.to().equals(group.group());
                int ties = cell.ties() == null ? 0 : cell.ties();
                in += from && to ? ties : 0;
                out += from != to ? ties : 0;
            }
            if (all && out + in > 0) {
                assertThat(group.permeability()).isCloseTo(out / (double) (out + in), within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_peopleRenamed_sameFigures(long seed) {
        SmallOrganisation organisation = SmallOrganisation.random(seed);
        List<String> names = organisation.names();
        int[] order = GraphText.permutation(seed, names.size());
        Map<String, String> renaming = new HashMap<>();
        for (int person = 0; person < order.length; person++) {
            renaming.put(names.get(person), "q" + (100 + order[person]));
        }
        SiloMap one = map(organisation, days(0, 99));
        SiloMap other = map(organisation.renamed(renaming), days(0, 99));
        assertThat(other.groups()).isEqualTo(one.groups());
        assertThat(other.externalInternal()).isEqualTo(one.externalInternal());
        for (int position = 0; position < one.cells().size(); position++) {
            SiloCell left = one.cells().get(position);
            SiloCell right = other.cells().get(position);
            assertThat(right.ties()).isEqualTo(left.ties());
            assertThat(right.density()).isEqualTo(left.density());
            if (left.observedOverExpected() != null) {
                assertThat(ratio(right)).isCloseTo(ratio(left), within(1e-9));
            }
        }
    }

    @Test
    void compute_twice_sameMap() {
        NetworkSnapshot snapshot = SmallOrganisation.random(7).snapshot();
        SiloQuestion question = SiloQuestion.of(Dimension.UNIT, 0, days(0, 99));
        assertThat(Silos.compute(snapshot, question)).isEqualTo(Silos.compute(snapshot, question));
    }
}
