package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

class DrawingTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    private static Drawing.Request request(Granularity granularity, int first) {
        return new Drawing.Request(granularity, Dimension.UNIT, 0, days(0, 99), first, 1);
    }

    private static SmallOrganisation small() {
        return new SmallOrganisation()
                .unit("A", "ann bob")
                .unit("B", "cid")
                .line("ann", "bob")
                .line("cid", "bob")
                .mail("ann", "bob", 1, 2, 3)
                .mail("cid", "bob", 4)
                .person("guest");
    }

    @Test
    void people_smallOrganisation_nodesAndEdges() {
        Network network = Drawing.compute(small().snapshot(), request(Granularity.PERSON, 10));
        // Bob has two ties, Ann and Cid one; the guest has neither tie nor line.
        assertThat(network.nodes()).extracting(NetworkNode::id).containsExactly("bob", "ann", "cid");
        assertThat(network.edges())
                .containsExactly(
                        new NetworkEdge("ann", "bob", EdgeKind.REPORTING, 1),
                        new NetworkEdge("cid", "bob", EdgeKind.REPORTING, 1),
                        new NetworkEdge("ann", "bob", EdgeKind.OBSERVED, 3),
                        new NetworkEdge("bob", "cid", EdgeKind.OBSERVED, 1));
        assertThat(network.truncated()).isFalse();
    }

    @Test
    void groups_smallOrganisation_tiesBetweenThem() {
        Network network = Drawing.compute(small().snapshot(), request(Granularity.GROUP, 10));
        assertThat(network.nodes()).extracting(NetworkNode::id).containsExactly("A", "B");
        assertThat(network.nodes()).extracting(NetworkNode::people).containsExactly(2, 1);
        assertThat(network.edges())
                .containsExactly(
                        new NetworkEdge("B", "A", EdgeKind.REPORTING, 1),
                        new NetworkEdge("A", "B", EdgeKind.OBSERVED, 1));
        assertThat(network.nodes().getFirst().measures(List.of("degree"))).isEmpty();
    }

    /** With a floor of three the unit of two is withheld, and the smallest other one, which would give it away. */
    @Test
    void withFloor_groupsOfWhichNothingMayBeTold_areNotNamed() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("A", "a1 a2 a3 a4")
                .unit("B", "b1 b2 b3")
                .unit("C", "c1 c2")
                .mail("a1", "b1", 1)
                .mail("a2", "b2", 1)
                .mail("a3", "b3", 1)
                .mail("a4", "c1", 1)
                .mail("b1", "c2", 1);
        NetworkSnapshot snapshot = organisation.snapshot();
        Network groups = Drawing.compute(
                snapshot, new Drawing.Request(Granularity.GROUP, Dimension.UNIT, 0, days(0, 99), 10, 3));
        assertThat(groups.nodes()).extracting(NetworkNode::id).containsExactly("A");
        assertThat(groups.edges()).isEmpty();
        assertThat(groups.truncated()).isTrue();
        Network people = Drawing.compute(
                snapshot, new Drawing.Request(Granularity.PERSON, Dimension.UNIT, 0, days(0, 99), 10, 3));
        assertThat(people.nodes()).hasSize(9).allSatisfy(node -> {
            Group group = node.group();
            assertThat(group == null ? "" : group.id()).isEqualTo(node.id().startsWith("a") ? "A" : "");
        });
        assertThat(people.truncated()).isFalse();
    }

    /** What few of a unit exchange in some months is told by no drawing of these months either. */
    @Test
    void withFloor_windowThatCutsAUnit_leavesItOut() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("A", "a1 a2 a3")
                .unit("B", "b1 b2 b3")
                .unit("C", "c1 c2 c3");
        for (int person = 1; person <= 3; person++) {
            organisation.mail("a" + person, "b" + person, 1, 40);
            organisation.mail("b" + person, "c" + person, 1);
        }
        NetworkSnapshot snapshot = organisation.mail("a1", "c1", 40).snapshot();
        assertThat(groups(snapshot, days(0, 99))).containsExactlyInAnyOrder("A", "B", "C");
        // In February only one of C took part: beside January and all days its exchange would be had.
        assertThat(groups(snapshot, days(31, 59))).doesNotContain("C");
        assertThat(groups(snapshot, days(0, 30))).doesNotContain("C");
    }

    private static List<String> groups(NetworkSnapshot snapshot, Window window) {
        return Drawing.compute(snapshot, new Drawing.Request(Granularity.GROUP, Dimension.UNIT, 0, window, 10, 3))
                .nodes()
                .stream()
                .map(NetworkNode::id)
                .toList();
    }

    @Test
    void people_fewerThanThereAre_truncated() {
        Network network = Drawing.compute(small().snapshot(), request(Granularity.PERSON, 2));
        assertThat(network.nodes()).extracting(NetworkNode::id).containsExactly("bob", "ann");
        assertThat(network.truncated()).isTrue();
    }

    @Test
    void nobody_emptyDrawing() {
        Network network = Drawing.compute(new SmallOrganisation().snapshot(), request(Granularity.PERSON, 10));
        assertThat(network.nodes()).isEmpty();
        assertThat(network.truncated()).isFalse();
    }

    @Test
    void measures_known_theirValues() {
        Network network = Drawing.compute(small().snapshot(), request(Granularity.PERSON, 10));
        List<NetworkNode.Measure> bob =
                network.nodes().getFirst().measures(List.of("degree", "betweenness", "coreness", "constraint"));
        // Bob stands alone between Ann and Cid; of the 3 pairs of the other three, that is one.
        assertThat(bob.get(0).value()).isEqualTo(2);
        assertThat(bob.get(1).value()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(bob.get(2).value()).isEqualTo(1);
        // Three quarters and one quarter of the strength: 9/16 + 1/16.
        assertThat(bob.get(3).value()).isCloseTo(0.625, within(1e-12));
    }

    @Test
    void measures_pageRank_risesWithBeingSought() {
        Network network = Drawing.compute(small().snapshot(), request(Granularity.PERSON, 10));
        double bob = rank(network, "bob");
        assertThat(bob).isGreaterThan(rank(network, "ann")).isGreaterThan(rank(network, "cid"));
    }

    private static double rank(Network network, String id) {
        NetworkNode node = network.nodes().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return Objects.requireNonNull(
                node.measures(List.of("pageRank")).getFirst().value());
    }

    @Test
    void measures_everyName_isAFigureOfThePerson() {
        Network network = Drawing.compute(small().snapshot(), request(Granularity.PERSON, 10));
        List<String> names = PersonMeasure.names();
        assertThat(names)
                .contains("betweennessAcrossGroups", "hub", "structuralDiversity", "liaison")
                .hasSize(24);
        List<NetworkNode.Measure> bob = network.nodes().getFirst().measures(names);
        assertThat(bob).extracting(NetworkNode.Measure::name).isEqualTo(names);
        assertThat(bob).allMatch(measure -> measure.low() == null && measure.high() == null);
        assertThat(value(bob, "structuralDiversity")).isEqualTo(2);
        assertThat(value(bob, "cutPerson")).isEqualTo(1);
        assertThat(value(bob, "clustering")).isEqualTo(0);
        // A star's ends have half of the centre's ties: its harmonic centrality is 2, theirs 1 + 1/2.
        assertThat(value(bob, "harmonic"))
                .isGreaterThan(value(network.nodes().get(1).measures(names), "harmonic"));
    }

    private static double value(List<NetworkNode.Measure> measures, String name) {
        return Objects.requireNonNull(measures.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value());
    }

    @Test
    void betweenness_ofALargeNetwork_isEstimatedWithItsInterval() {
        int people = 40_000;
        int[] from = IntStream.range(0, people).toArray();
        int[] to =
                IntStream.range(0, people).map(vertex -> (vertex + 1) % people).toArray();
        double[] strength = new double[people];
        Arrays.fill(strength, 1);
        TieGraph circle = TieGraph.undirected(people, from, to, strength, from);
        Positions positions = new Positions(new SmallOrganisation().snapshot(), Window.EVER, circle, new int[people]);
        Positions.Figures figures = positions.betweenness();
        assertThat(figures.values()[7]).isBetween(figures.low(7), figures.high(7));
        // Everybody in a circle is between a quarter of the others.
        assertThat(figures.low(7)).isLessThan(.25);
        assertThat(figures.high(7)).isGreaterThan(.25).isLessThan(.35);
    }

    @Test
    void measures_unknown_refusedNamingTheKnown() {
        Network network = Drawing.compute(small().snapshot(), request(Granularity.PERSON, 10));
        assertThatThrownBy(() -> network.nodes().getFirst().measures(List.of("charm")))
                .isInstanceOf(NodeFigures.UnknownMeasure.class)
                .hasMessageContaining("charm")
                .hasMessageContaining("pageRank");
    }

    @Test
    void shownTo_readerWithoutNames_pseudonymsEverywhere() {
        Network network = Drawing.compute(small().snapshot(), request(Granularity.PERSON, 10))
                .shownTo(person -> new Person("~" + person.id(), "Somebody", null, null, null, null, false));
        assertThat(network.nodes()).extracting(NetworkNode::id).containsExactly("~bob", "~ann", "~cid");
        assertThat(network.nodes()).extracting(NetworkNode::label).containsOnly("Somebody");
        assertThat(network.edges())
                .allSatisfy(edge -> assertThat(edge.from() + edge.to()).matches("~\\w+~\\w+"));
        assertThat(network.nodes()
                        .getFirst()
                        .measures(List.of("degree"))
                        .getFirst()
                        .value())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomOrganisation_sameTwiceAndInTheFrame(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        for (Granularity granularity : Granularity.values()) {
            Network network = Drawing.compute(snapshot, request(granularity, 20));
            Network again = Drawing.compute(snapshot, request(granularity, 20));
            assertThat(again.edges()).isEqualTo(network.edges());
            Set<String> ids = new HashSet<>();
            Set<String> places = new HashSet<>();
            for (int position = 0; position < network.nodes().size(); position++) {
                NetworkNode node = network.nodes().get(position);
                assertThat(again.nodes().get(position).x()).isEqualTo(node.x());
                assertThat(again.nodes().get(position).y()).isEqualTo(node.y());
                assertThat(node.x()).isBetween(-1.0, 1.0);
                assertThat(node.y()).isBetween(-1.0, 1.0);
                ids.add(node.id());
                places.add(node.x() + " " + node.y());
            }
            assertThat(ids).hasSameSizeAs(network.nodes());
            assertThat(places).hasSameSizeAs(network.nodes());
            assertThat(network.edges()).allSatisfy(edge -> assertThat(ids).contains(edge.from(), edge.to()));
            assertThat(network.edges())
                    .isSortedAccordingTo(Comparator.comparing(NetworkEdge::kind)
                            .thenComparing(Comparator.comparingDouble(NetworkEdge::strength)
                                    .reversed()));
        }
    }

    @Test
    void compute_twoTeams_nearerToTheirOwn() {
        SmallOrganisation organisation =
                new SmallOrganisation().unit("A", "a1 a2 a3 a4").unit("B", "b1 b2 b3 b4");
        for (String team : List.of("a", "b")) {
            for (int one = 1; one <= 4; one++) {
                for (int other = one + 1; other <= 4; other++) {
                    organisation.mail(team + one, team + other, 1);
                }
            }
        }
        Network network = Drawing.compute(organisation.mail("a1", "b1", 1).snapshot(), request(Granularity.PERSON, 10));
        double farthestInside = 0;
        double nearestAcross = Double.MAX_VALUE;
        for (NetworkNode one : network.nodes()) {
            for (NetworkNode other : network.nodes()) {
                double distance = Math.hypot(one.x() - other.x(), one.y() - other.y());
                boolean inside = one.id().charAt(0) == other.id().charAt(0);
                farthestInside = inside ? Math.max(farthestInside, distance) : farthestInside;
                boolean joined = one.id().endsWith("1") && other.id().endsWith("1");
                nearestAcross = inside || joined ? nearestAcross : Math.min(nearestAcross, distance);
            }
        }
        assertThat(farthestInside).isLessThan(nearestAcross);
    }

    @Test
    void compute_realInstitution_capsHold() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        Drawing.Request request =
                new Drawing.Request(Granularity.PERSON, Dimension.UNIT, 0, snapshot.extent(), Drawing.NODES_MAX, 1);
        long started = System.nanoTime();
        Network network = Drawing.compute(snapshot, request);
        System.out.printf(
                "REPORT drawing: %d nodes, %d edges, truncated %s, %.3f s%n",
                network.nodes().size(),
                network.edges().size(),
                network.truncated(),
                (System.nanoTime() - started) / 1e9);
        assertThat(network.nodes()).hasSize(986);
        assertThat(network.edges()).hasSize(16_064);
    }
}
