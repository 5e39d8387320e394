package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.measure.KrackhardtHierarchy;
import org.passerelle.measure.ReportingDistance;
import org.passerelle.network.GraphText;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

class WirearchiesTest {
    private static final int APART = -1;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    private static Wirearchy wirearchy(SmallOrganisation organisation) {
        return Wirearchies.compute(organisation.snapshot(), days(0, 99));
    }

    @Test
    void compute_nobody_rowsWithoutFigures() {
        Wirearchy wirearchy = wirearchy(new SmallOrganisation());
        assertThat(wirearchy.people()).isZero();
        assertThat(wirearchy.hierarchy()).isNull();
        assertThat(wirearchy.alongTheLine()).isNull();
        assertThat(wirearchy.linesUsed()).isNull();
        assertThat(wirearchy.byDistance())
                .containsExactly(
                        new DistanceRow(1, 0, 0, null, null, null), new DistanceRow(null, 0, 0, null, null, null));
    }

    @Test
    void compute_smallTree_theArithmetic() {
        // top over ann and bob, ann over cid; eve is apart with fay.
        Wirearchy wirearchy = wirearchy(new SmallOrganisation()
                .line("ann", "top")
                .line("bob", "top")
                .line("cid", "ann")
                .line("fay", "eve")
                .person("guest")
                .mail("ann", "cid", 1)
                .mail("cid", "ann", 2)
                .mail("bob", "cid", 3)
                .mail("fay", "bob", 3)
                .mail("guest", "top", 3));
        assertThat(wirearchy.people()).isEqualTo(6);
        assertThat(wirearchy.activePeople()).isEqualTo(5);
        // Ties: ann-cid at 1, bob-cid at 3, fay-bob apart; 15 pairs, 3 ties.
        assertThat(wirearchy.byDistance())
                .containsExactly(
                        new DistanceRow(1, 4, 1, 1 / 3.0, 0.25, 0.25 / 0.2),
                        new DistanceRow(2, 2, 0, 0.0, 0.0, 0.0),
                        new DistanceRow(3, 1, 1, 1 / 3.0, 1.0, 1 / 0.2),
                        new DistanceRow(null, 8, 1, 1 / 3.0, 0.125, 0.125 / 0.2));
        assertThat(wirearchy.alongTheLine()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(wirearchy.linesUsed()).isEqualTo(0.25);
    }

    @Test
    void compute_observedOutTree_hierarchyOfOne() {
        Wirearchy wirearchy = wirearchy(new SmallOrganisation()
                .line("ann", "top")
                .line("bob", "top")
                .line("cid", "ann")
                .mail("top", "ann", 1)
                .mail("top", "bob", 1)
                .mail("ann", "cid", 1));
        assertThat(wirearchy.hierarchy()).isEqualTo(HierarchyIndices.exact(1, 1, 1, 1));
        assertThat(wirearchy.linesUsed()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hierarchy_drawnPairs_intervalAroundTheEstimateAndMostlyTheExact(long seed) {
        TieGraph graph = GraphText.random(seed, 60, 0.03);
        KrackhardtHierarchy.Parameters exactly = KrackhardtHierarchy.Parameters.defaults();
        HierarchyIndices exact = Wirearchies.hierarchy(graph, exactly);
        HierarchyIndices drawn = Wirearchies.hierarchy(graph, exactly.withExactKnots(0));
        assertThat(exact.leastUpperBoundLow()).isNull();
        assertThat(exact.leastUpperBoundHigh()).isNull();
        assertThat(exact.pairsDrawn()).isZero();
        assertThat(drawn.pairsDrawn()).isEqualTo(exactly.pairs());
        assertThat(drawn.leastUpperBound())
                .isBetween(
                        Objects.requireNonNull(drawn.leastUpperBoundLow()),
                        Objects.requireNonNull(drawn.leastUpperBoundHigh()));
        // 16,384 pairs: three times the widest half of a 95 % interval is 0.012; the scale of the bound is near 1.
        assertThat(drawn.leastUpperBound()).isCloseTo(exact.leastUpperBound(), within(0.015));
    }

    @Test
    void compute_lineMoves_exchangesJudgedByTheirDay() {
        Wirearchy wirearchy = wirearchy(new SmallOrganisation()
                .line("ann", "top")
                .line("bob", "top")
                .line("cid", "ann", null, 49)
                .line("cid", "bob", 50, null)
                .mail("ann", "cid", 10, 60));
        // Ann and Cid are at 1 until day 49 and at 3 from day 50, and exchanged in both times.
        assertThat(wirearchy.byDistance())
                .extracting(DistanceRow::distance, DistanceRow::possiblePairs, DistanceRow::ties)
                .containsExactly(tuple(1, 4.0, 1), tuple(2, 2.0, 0), tuple(3, 2.0, 1), tuple(null, 0.0, 0));
        assertThat(wirearchy.chart()).isEqualTo(Wirearchies.CHART_OF_THE_DAY);
    }

    @Test
    void compute_tooManyMoves_lastDayAndSaysSo() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .line("ann", "top")
                .line("bob", "top")
                .line("cid", "ann", null, 49)
                .line("cid", "bob", 50, null)
                .mail("ann", "cid", 10, 60)
                .snapshot();
        Wirearchy wirearchy = Wirearchies.compute(snapshot, days(0, 99), 3);
        assertThat(wirearchy.chart()).isEqualTo(Wirearchies.CHART_OF_THE_LAST_DAY);
        assertThat(wirearchy.byDistance().getFirst().ties()).isZero();
    }

    @Test
    void compute_circleOfManagers_cutAtTheFirst() {
        Wirearchy wirearchy = wirearchy(new SmallOrganisation()
                .line("a", "b")
                .line("b", "c")
                .line("c", "a")
                .line("d", "a")
                .line("e", "e")
                .mail("a", "b", 1));
        // Cut above a: c and d under a, b under c. a-b is at 2; e alone has a place and is apart from four.
        assertThat(wirearchy.people()).isEqualTo(5);
        assertThat(wirearchy.byDistance())
                .extracting(DistanceRow::distance, DistanceRow::possiblePairs, DistanceRow::ties)
                .containsExactly(tuple(1, 3.0, 0), tuple(2, 2.0, 1), tuple(3, 1.0, 0), tuple(null, 4.0, 0));
    }

    /** Distances by walking up the chart, day by day: slow and obvious. */
    private static Map<String, Set<Integer>> oracle(NetworkSnapshot snapshot, Window window) {
        Map<String, Set<Integer>> distances = new HashMap<>();
        int people = snapshot.people().size();
        for (LocalDate day = window.from(); !day.isAfter(window.to()); day = day.plusDays(1)) {
            List<List<String>> chains = new ArrayList<>();
            for (int vertex = 0; vertex < people; vertex++) {
                chains.add(chain(snapshot, snapshot.person(vertex).id(), day));
            }
            for (int one = 0; one < people; one++) {
                for (int other = one + 1; other < people; other++) {
                    if (!chains.get(one).isEmpty() && !chains.get(other).isEmpty()) {
                        distances
                                .computeIfAbsent(one + " " + other, _ -> new TreeSet<>())
                                .add(distance(chains.get(one), chains.get(other)));
                    }
                }
            }
        }
        return distances;
    }

    private static List<String> chain(NetworkSnapshot snapshot, String id, LocalDate day) {
        List<String> chain = new ArrayList<>();
        boolean placed = snapshot.chart().manager(id, day).isPresent()
                || !snapshot.chart().reports(id, day).isEmpty();
        for (String current = id; placed && !current.isEmpty(); ) {
            chain.add(current);
            current = snapshot.chart().manager(current, day).orElse("");
        }
        return chain;
    }

    private static int distance(List<String> one, List<String> other) {
        for (int steps = 0; steps < one.size(); steps++) {
            int across = other.indexOf(one.get(steps));
            if (across >= 0) {
                return steps + across;
            }
        }
        return APART;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomOrganisation_rowsAreTheChartsDayByDay(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        Window window = snapshot.withData(days(20, 79));
        Map<String, Set<Integer>> distances = oracle(snapshot, window);
        Map<Integer, Integer> possible = new TreeMap<>();
        distances.values().forEach(set -> set.forEach(distance -> possible.merge(distance, 1, Integer::sum)));
        Map<Integer, TreeSet<String>> tied = new TreeMap<>();
        snapshot.exchanges(TieFilter.of(window), (from, to, day, _, _) -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            List<String> one = chain(snapshot, snapshot.person(from).id(), date);
            List<String> other = chain(snapshot, snapshot.person(to).id(), date);
            if (!one.isEmpty() && !other.isEmpty()) {
                tied.computeIfAbsent(distance(one, other), _ -> new TreeSet<>())
                        .add(Math.min(from, to) + " " + Math.max(from, to));
            }
        });
        Wirearchy wirearchy = Wirearchies.compute(snapshot, window);
        double shares = 0;
        for (DistanceRow row : wirearchy.byDistance()) {
            int key = row.distance() == null ? APART : row.distance();
            assertThat(row.possiblePairs()).as("pairs at " + key).isEqualTo((double) possible.getOrDefault(key, 0));
            assertThat(row.ties())
                    .as("ties at " + key)
                    .isEqualTo(tied.getOrDefault(key, new TreeSet<>()).size());
            assertThat(row.rate() == null || row.rate() <= 1).isTrue();
            shares += row.share() == null ? 0 : row.share();
        }
        assertThat(shares == 0 || Math.abs(shares - 1) < 1e-9).isTrue();
        int rows = wirearchy.byDistance().stream()
                .mapToInt(row -> (int) row.possiblePairs())
                .sum();
        assertThat(rows)
                .isEqualTo(
                        possible.values().stream().mapToInt(Integer::intValue).sum());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_chartThatStands_isTheMeasures(long seed) {
        int people = 40;
        SmallOrganisation organisation = new SmallOrganisation();
        int[] superiors = GraphText.permutation(seed, people);
        for (int vertex = 0; vertex < people; vertex++) {
            superiors[vertex] = vertex == 0 ? -1 : superiors[vertex] % vertex;
            if (vertex > 0) {
                organisation.line(name(vertex), name(superiors[vertex]));
            }
        }
        var graph = GraphText.random(seed, people, 0.1);
        for (int vertex = 0; vertex < people; vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (vertex < graph.neighbour(slot)) {
                    organisation.mail(name(vertex), name(graph.neighbour(slot)), 5);
                }
            }
        }
        ReportingDistance.Result measured =
                ReportingDistance.compute(graph, ReportingDistance.Parameters.defaults(superiors));
        Wirearchy wirearchy = wirearchy(organisation);
        List<DistanceRow> inTree = wirearchy.byDistance().stream()
                .filter(row -> row.distance() != null)
                .toList();
        assertThat(inTree).hasSameSizeAs(measured.rows());
        for (int position = 0; position < inTree.size(); position++) {
            assertThat(inTree.get(position).ties())
                    .isEqualTo(measured.rows().get(position).ties());
            assertThat(inTree.get(position).possiblePairs())
                    .isEqualTo((double) measured.rows().get(position).possible());
        }
    }

    private static String name(int vertex) {
        return "p" + (100 + vertex);
    }

    @Test
    void compute_chainOfAThousandManagers_noOverflow() {
        SmallOrganisation organisation = new SmallOrganisation();
        IntStream.range(1, 1_000).forEach(number -> organisation.line(name(number), name(number - 1)));
        Wirearchy wirearchy = wirearchy(organisation.mail(name(0), name(999), 1));
        assertThat(wirearchy.byDistance()).hasSize(1_000);
        assertThat(wirearchy.byDistance().get(998).distance()).isEqualTo(999);
        assertThat(wirearchy.byDistance().get(998).ties()).isEqualTo(1);
    }

    @Test
    void compute_realCompany_knownLines() {
        NetworkSnapshot snapshot = SharedOrganisations.manufacturing();
        long started = System.nanoTime();
        Wirearchy wirearchy = Wirearchies.compute(snapshot, snapshot.extent());
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "REPORT wirearchy: people %d, active %d, along the line %.4f, lines used %.4f, %s, %.3f s%n",
                wirearchy.people(),
                wirearchy.activePeople(),
                wirearchy.alongTheLine(),
                wirearchy.linesUsed(),
                wirearchy.hierarchy(),
                seconds);
        wirearchy.byDistance().forEach(row -> System.out.println("REPORT " + row));
        assertThat(wirearchy.people()).isEqualTo(154);
        DistanceRow lines = wirearchy.byDistance().getFirst();
        assertThat(lines.possiblePairs()).isEqualTo(153);
        assertThat(lines.ties()).isEqualTo(97);
        assertThat(wirearchy.byDistance().getLast().possiblePairs()).isZero();
    }
}
