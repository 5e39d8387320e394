package org.passerelle.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.measure.Brokerage;
import org.passerelle.network.Dimension;
import org.passerelle.network.GraphText;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;

class BridgesTest {
    private static final BridgeQuestion QUESTION = new BridgeQuestion(Dimension.UNIT, 0, days(0, 99));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    private static List<Bridge> bridges(SmallOrganisation organisation) {
        return Bridges.compute(organisation.snapshot(), QUESTION);
    }

    private static Bridge of(List<Bridge> bridges, String name) {
        return bridges.stream()
                .filter(bridge -> bridge.person().id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SmallOrganisation twoTriangles() {
        return new SmallOrganisation()
                .unit("A", "a1 a2 a3")
                .unit("B", "b1 b2 b3")
                .mail("a1", "a2", 1)
                .mail("a2", "a3", 1)
                .mail("a3", "a1", 1)
                .mail("b1", "b2", 1)
                .mail("b2", "b3", 1)
                .mail("b3", "b1", 1);
    }

    @Test
    void compute_nobodyAndTwoIslands_noBridges() {
        assertThat(bridges(new SmallOrganisation())).isEmpty();
        assertThat(bridges(twoTriangles())).isEmpty();
        assertThat(BridgeTies.compute(new SmallOrganisation().snapshot(), QUESTION))
                .isEmpty();
    }

    @Test
    void compute_broker_theArithmetic() {
        List<Bridge> bridges =
                bridges(twoTriangles().unit("C", "x").mail("a1", "x", 1).mail("x", "b1", 2));
        Bridge x = bridges.getFirst();
        assertThat(x.person().id()).isEqualTo("x");
        assertThat(x.rank()).isEqualTo(1);
        // All 3 * 3 pairs of A and B go through x, and no other pair of different groups leaves x out.
        assertThat(x.betweenness()).isCloseTo(1, within(1e-12));
        assertThat(x.groupsReached()).isEqualTo(2);
        assertThat(x.workload()).isEqualTo(2);
        assertThat(x.cutPerson()).isTrue();
        // Half of the strength to each of two strangers: 0.25 + 0.25.
        assertThat(x.constraint()).isCloseTo(0.5, within(1e-12));
        assertThat(x.effectiveSize()).isCloseTo(2, within(1e-12));
        // a1 writes to x, who writes to b1: three groups.
        assertThat(x.brokerage()).isEqualTo(new BrokerageRoles(0, 0, 0, 0, 1));
        // a1 is between a2, a3 and b1, b2, b3, x: 8 of the 15 - 4 pairs that do not end at a1.
        assertThat(of(bridges, "a1").betweenness()).isCloseTo(8.0 / 11, within(1e-12));
        assertThat(of(bridges, "a1").summary().english())
                .isEqualTo("Links A and C: the only pair with a tie between them includes this person.");
        assertThat(bridges).extracting(bridge -> bridge.person().id()).containsExactly("x", "a1", "b1");
    }

    @Test
    void roles_broker_countsBesideBothNulls() {
        List<Bridge> bridges =
                bridges(twoTriangles().unit("C", "x").mail("a1", "x", 1).mail("x", "b1", 2));
        Bridge x = of(bridges, "x");
        assertThat(x.roles()).extracting(RoleScore::role).containsExactly(BrokerageRole.values());
        assertThat(x.roles()).extracting(RoleScore::count).containsExactly(0, 0, 0, 0, 1);
        RoleScore.Chance liaison = Objects.requireNonNull(x.roles().getLast().groupsDealt());
        // One pair between others, of 3 and 3: different groups with 9 of 15 and never x's own, so mean .6.
        assertThat(liaison.expected()).isCloseTo(.6, within(1e-12));
        assertThat(liaison.deviation()).isCloseTo(Math.sqrt(.6 * .4), within(1e-12));
        assertThat(liaison.z()).isCloseTo(.4 / Math.sqrt(.6 * .4), within(1e-12));
        // Nobody else is in C: x can coordinate nothing, whatever the deal.
        RoleScore.Chance coordinator =
                Objects.requireNonNull(x.roles().getFirst().groupsDealt());
        assertThat(coordinator.expected()).isZero();
        assertThat(coordinator.z()).isNull();
        // 8 of 42 ordered pairs have a tie; liaison of x in a random graph: 18 ordered pairs of A and B.
        double density = 8 / 42.0;
        double open = density * density * (1 - density);
        assertThat(Objects.requireNonNull(x.roles().getLast().randomGraph()).expected())
                .isCloseTo(18 * open, within(1e-12));
        // x's two contacts do not know each other; a1's are a2 and a3, who do, and x.
        assertThat(x.structuralDiversity()).isEqualTo(2);
        assertThat(of(bridges, "a1").structuralDiversity()).isEqualTo(2);
    }

    @Test
    void roles_somebodyWithoutGroup_noChance() {
        List<Bridge> bridges = bridges(twoTriangles().mail("a1", "guest", 1).mail("guest", "b1", 2));
        assertThat(of(bridges, "guest").roles()).hasSize(5).allSatisfy(role -> {
            assertThat(role.groupsDealt()).isNull();
            assertThat(role.randomGraph()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void roles_randomOrganisation_areTheMeasures(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        TieGraph graph = snapshot.graph(TieFilter.of(snapshot.withData(days(0, 99))));
        int[] groups = GroupHistory.of(snapshot.chart(), Dimension.UNIT, 0, snapshot.withData(days(0, 99)))
                .mainGrouping()
                .assignment();
        Brokerage.Result measured = Brokerage.compute(graph, Brokerage.Parameters.defaults(groups));
        for (Bridge bridge : Bridges.compute(snapshot, QUESTION)) {
            int vertex = snapshot.vertex(bridge.person().id()).orElseThrow();
            for (RoleScore score : bridge.roles()) {
                Brokerage.Role role = Brokerage.Role.valueOf(score.role().name());
                assertThat(score.count()).isEqualTo((int) measured.count(vertex, role));
                RoleScore.Chance dealt = score.groupsDealt();
                if (groups[vertex] < 0 || dealt == null) {
                    assertThat(dealt).as("seed " + seed).isNull();
                    continue;
                }
                assertThat(dealt.expected()).isEqualTo(measured.expected(vertex, role));
                double z = measured.z(vertex, role);
                assertThat(dealt.z()).isEqualTo(Double.isNaN(z) ? null : z);
            }
        }
    }

    @Test
    void summary_severalPairs_countsThePersonsShare() {
        List<Bridge> bridges = bridges(new SmallOrganisation()
                .unit("A", "ann bob")
                .unit("B", "cid dan")
                .mail("ann", "bob", 1)
                .mail("ann", "cid", 1)
                .mail("dan", "ann", 1)
                .mail("bob", "cid", 1));
        assertThat(of(bridges, "ann").summary().english())
                .isEqualTo("Links A and B: 2 of the 3 pairs with a tie between them include this person.");
        assertThat(of(bridges, "ann").groupsReached()).isEqualTo(1);
    }

    @Test
    void summary_noTieOutside_saysSo() {
        List<Bridge> bridges = bridges(new SmallOrganisation()
                .unit("A", "a1 a2 a3")
                .unit("B", "b")
                .mail("a1", "a2", 1)
                .mail("a2", "a3", 1)
                .mail("a3", "b", 1));
        assertThat(of(bridges, "a2").summary().english())
                .isEqualTo("Has no tie outside A, and stands between colleagues who have.");
        assertThat(of(bridges, "a2").groupsReached()).isZero();
    }

    @Test
    void groupsReached_exchangeBeforeAMove_isInside() {
        SmallOrganisation organisation = new SmallOrganisation()
                .member("ann", "A", null, 49)
                .member("ann", "B", 50, null)
                .unit("A", "bob")
                .unit("B", "cid dan")
                .mail("ann", "bob", 10)
                .mail("ann", "cid", 60)
                .mail("ann", "dan", 60);
        // Ann worked with A while in A and with B while in B: she stands between, but never reached out.
        assertThat(of(bridges(organisation), "ann").groupsReached()).isZero();
    }

    @Test
    void bridgeTies_chainOfFour_sidesOfEach() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .unit("A", "a b")
                .unit("B", "c")
                .mail("a", "b", 1)
                .mail("b", "c", 1)
                .mail("c", "d", 1)
                .snapshot();
        List<BridgeTie> ties = BridgeTies.compute(snapshot, QUESTION);
        assertThat(ties).extracting(BridgeTie::separates).containsExactly(2, 1, 1);
        assertThat(ties.getFirst().from().id()).isEqualTo("b");
        assertThat(ties).extracting(BridgeTie::acrossGroups).containsExactly(true, false, false);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bridgeTies_randomOrganisation_areThoseWhoseRemovalSeparates(long seed) {
        NetworkSnapshot snapshot = sparse(seed);
        TieGraph graph = snapshot.graph(TieFilter.of(days(0, 99))).undirected();
        Map<String, Integer> expected = new HashMap<>();
        for (int from = 0; from < graph.people(); from++) {
            for (int slot = graph.rowStart(from); slot < graph.rowEnd(from); slot++) {
                int to = graph.neighbour(slot);
                int near = reached(graph, from, from, to);
                if (from < to && reached(graph, from, -1, -1) != near) {
                    expected.put(from + " " + to, Math.min(near, reached(graph, to, from, to)));
                }
            }
        }
        Map<String, Integer> found = new HashMap<>();
        for (BridgeTie tie : BridgeTies.compute(snapshot, QUESTION)) {
            int from = snapshot.vertex(tie.from().id()).orElseThrow();
            int to = snapshot.vertex(tie.to().id()).orElseThrow();
            found.put(from + " " + to, tie.separates());
        }
        assertThat(found).isEqualTo(expected);
    }

    /** A random forest with a few more ties, so that there are bridges of all sizes. */
    private static NetworkSnapshot sparse(long seed) {
        TieGraph graph = GraphText.random(seed, 30, 0.05);
        SmallOrganisation organisation = new SmallOrganisation();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            organisation.unit("u" + vertex % 3, "p" + (10 + vertex));
        }
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (vertex < graph.neighbour(slot)) {
                    organisation.mail("p" + (10 + vertex), "p" + (10 + graph.neighbour(slot)), 1);
                }
            }
        }
        return organisation.snapshot();
    }

    /** People reached from a start without one tie. */
    private static int reached(TieGraph graph, int start, int from, int to) {
        boolean[] seen = new boolean[graph.people()];
        List<Integer> queue = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int head = 0; head < queue.size(); head++) {
            int vertex = queue.get(head);
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int other = graph.neighbour(slot);
                boolean removed = (vertex == from && other == to) || (vertex == to && other == from);
                if (!removed && !seen[other]) {
                    seen[other] = true;
                    queue.add(other);
                }
            }
        }
        return queue.size();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomOrganisation_orderedAndBounded(long seed) {
        List<Bridge> bridges = bridges(SmallOrganisation.random(seed));
        assertThat(bridges)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Bridge::betweenness).reversed());
        for (int position = 0; position < bridges.size(); position++) {
            Bridge bridge = bridges.get(position);
            assertThat(bridge.rank()).isEqualTo(position + 1);
            assertThat(bridge.betweenness()).isBetween(0.0, 1 + 1e-9);
            assertThat(bridge.workload()).isPositive();
            assertThat(bridge.effectiveSize()).isLessThanOrEqualTo(bridge.workload() + 1e-9);
            assertThat(bridge.summary().english()).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_peopleRenamed_samePeopleSameFigures(long seed) {
        SmallOrganisation organisation = SmallOrganisation.random(seed);
        List<String> names = organisation.names();
        int[] order = GraphText.permutation(seed, names.size());
        Map<String, String> renaming = new HashMap<>();
        for (int person = 0; person < order.length; person++) {
            renaming.put(names.get(person), "q" + (100 + order[person]));
        }
        List<Bridge> one = bridges(organisation);
        List<Bridge> other = bridges(organisation.renamed(renaming));
        assertThat(other).hasSameSizeAs(one);
        for (Bridge bridge : one) {
            Bridge twin = of(other, renaming.getOrDefault(bridge.person().id(), ""));
            assertThat(twin.betweenness()).isCloseTo(bridge.betweenness(), within(1e-9));
            assertThat(twin.brokerage()).isEqualTo(bridge.brokerage());
            assertThat(twin.summary().english()).isEqualTo(bridge.summary().english());
            assertThat(twin.cutPerson()).isEqualTo(bridge.cutPerson());
        }
    }

    private static List<Bridge> between(SmallOrganisation organisation, String... groups) {
        return Bridges.compute(
                organisation.snapshot(), new BridgeQuestion(Dimension.UNIT, 0, days(0, 99), List.of(groups)));
    }

    @Test
    void compute_betweenTwoGroups_theArithmetic() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("A", "a1 a2")
                .unit("B", "b1 b2")
                .unit("C", "x")
                .mail("a1", "a2", 1)
                .mail("b1", "b2", 1)
                .mail("a1", "b1", 1)
                .mail("a2", "x", 1)
                .mail("x", "b2", 1);
        List<Bridge> found = between(organisation, "B", "A");
        // A ring a1 b1 b2 x a2. Paths from A to B: a1-b1 direct; a1-b2 over b1; a2-b1 over a1; a2-b2 over x.
        // x is on one of four pairs; a1 and b1 on one of the two that do not end at them; b2 and a2 on none.
        assertThat(found).extracting(bridge -> bridge.person().id()).containsExactly("a1", "b1", "x");
        assertThat(found).extracting(Bridge::betweenness).containsExactly(0.5, 0.5, 0.25);
        assertThat(of(found, "x").summary().english()).isEqualTo("Belongs to neither: knows 1 of A and 1 of B.");
        assertThat(of(found, "a1").summary().english())
                .isEqualTo("Links A and B: the only pair with a tie between them includes this person.");
        // C and B: x has a tie with b2, b1 only through b2; x is on no path, but one end of the only tie.
        assertThat(between(organisation, "C", "B"))
                .extracting(bridge -> bridge.person().id())
                .containsExactly("b2", "x");
    }

    @Test
    void compute_betweenTwoGroups_endsOfMostTiesBeforeThoseOnMorePaths() {
        // h of C knows everybody; b1 is one end of all three ties between A and B, each a of one.
        List<Bridge> found = between(
                new SmallOrganisation()
                        .unit("A", "a1 a2 a3")
                        .unit("B", "b1 b2 b3")
                        .unit("C", "h")
                        .mail("h", "a1", 1)
                        .mail("h", "a2", 1)
                        .mail("h", "a3", 1)
                        .mail("h", "b1", 1)
                        .mail("h", "b2", 1)
                        .mail("h", "b3", 1)
                        .mail("a1", "b1", 1)
                        .mail("a2", "b1", 1)
                        .mail("b1", "a3", 1),
                "A",
                "B");
        assertThat(found).extracting(bridge -> bridge.person().id()).containsExactly("b1", "a1", "a2", "a3", "h");
        // Of nine pairs six are two steps apart, by h alone.
        assertThat(of(found, "h").betweenness()).isCloseTo(6.0 / 9, within(1e-12));
        assertThat(of(found, "h").summary().english()).isEqualTo("Belongs to neither: knows 3 of A and 3 of B.");
        assertThat(of(found, "b1").betweenness()).isZero();
    }

    @Test
    void compute_betweenUnknownOrOneGroup_refused() {
        assertThatThrownBy(() -> between(twoTriangles(), "A", "Z"))
                .isInstanceOf(Bridges.UnknownGroup.class)
                .hasMessageContaining("Z");
        assertThatThrownBy(() -> between(twoTriangles(), "A", "A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two different groups");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_betweenTheOnlyTwoGroups_asAllGroups(long seed) {
        TieGraph graph = GraphText.random(seed, 20, 0.15);
        SmallOrganisation organisation = new SmallOrganisation();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            organisation.unit("u" + vertex % 2, "p" + (10 + vertex));
        }
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                organisation.mail("p" + (10 + vertex), "p" + (10 + graph.neighbour(slot)), 1);
            }
        }
        List<Bridge> all = bridges(organisation);
        List<Bridge> pair = between(organisation, "u0", "u1");
        for (Bridge bridge : all) {
            assertThat(of(pair, bridge.person().id()).betweenness()).isEqualTo(bridge.betweenness());
        }
        // Whoever is no bridge is there only as the end of a tie between the two.
        assertThat(pair.stream().filter(bridge -> bridge.betweenness() == 0))
                .allSatisfy(bridge -> assertThat(bridge.summary().english()).startsWith("Links u"));
        assertThat(pair.stream().filter(bridge -> bridge.betweenness() > 0)).hasSameSizeAs(all);
    }

    @Test
    void compute_realInstitution_underASecond() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        BridgeQuestion question = new BridgeQuestion(Dimension.UNIT, 0, snapshot.extent());
        Bridges.compute(snapshot, question);
        long started = System.nanoTime();
        List<Bridge> bridges = Bridges.compute(snapshot, question);
        double seconds = (System.nanoTime() - started) / 1e9;
        List<BridgeTie> ties = BridgeTies.compute(snapshot, question);
        Bridge first = bridges.getFirst();
        System.out.printf(
                "REPORT bridges: %d bridges, first: betweenness %.4f, groups %d, workload %d; %d bridge ties; %.3f s%n",
                bridges.size(), first.betweenness(), first.groupsReached(), first.workload(), ties.size(), seconds);
        assertThat(first.groupsReached()).isGreaterThan(10);
        assertThat(bridges).hasSizeGreaterThan(500);
        // A wide bound, for slow and busy machines: the figure itself is printed.
        assertThat(seconds).isLessThan(10);
    }
}
