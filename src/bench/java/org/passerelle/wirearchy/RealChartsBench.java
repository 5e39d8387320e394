package org.passerelle.wirearchy;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.measure.Expectation;
import org.passerelle.measure.ExternalInternal;
import org.passerelle.measure.KrackhardtHierarchy;
import org.passerelle.measure.MixingMatrix;
import org.passerelle.measure.Segregation;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedData;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Observed networks against charts that are known: whether managers of a company are told by their position, whether
 * Krackhardt's people ask along their lines, and whether Lazega's lawyers keep to office and practice. No argument.
 */
public final class RealChartsBench {
    private RealChartsBench() {}

    /** Prints the tables of docs/MEASURED.md. */
    public static void main(String[] arguments) {
        managers();
        krackhardt();
        lazega();
    }

    private static void managers() {
        NetworkSnapshot company = SharedOrganisations.manufacturing();
        TieGraph directed = company.graph(TieFilter.of(company.extent()));
        int people = directed.people();
        Set<Integer> charted = new HashSet<>();
        Set<Integer> managers = new HashSet<>();
        company.chart().people().forEach(person -> company.chart().linesEver(person.id()).stream()
                .filter(line -> !line.managerId().equals(person.id()))
                .forEach(line -> {
                    charted.add(company.vertex(line.personId()).orElseThrow());
                    charted.add(company.vertex(line.managerId()).orElseThrow());
                    managers.add(company.vertex(line.managerId()).orElseThrow());
                }));
        int[] everybody = IntStream.range(0, people).toArray();
        System.out.printf(
                "manufacturing: %d accounts, %d in the chart, %d managers%nmeasure: AUC of all accounts, of the chart's%n",
                people, charted.size(), managers.size());
        Positions positions = new Positions(company, company.extent(), directed.undirected(), new int[people]);
        EnumSet.range(PersonMeasure.DEGREE, PersonMeasure.STRUCTURAL_DIVERSITY).forEach(measure -> {
            double[] values = measure.figures(positions).values();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f |%n",
                    measure.label(),
                    area(values, everybody, managers),
                    area(
                            values,
                            charted.stream()
                                    .mapToInt(Integer::intValue)
                                    .sorted()
                                    .toArray(),
                            managers));
        });
        double[] written = new double[people];
        double[] received = new double[people];
        for (int vertex = 0; vertex < people; vertex++) {
            for (int slot = directed.rowStart(vertex); slot < directed.rowEnd(vertex); slot++) {
                written[vertex] += directed.interactionCount(slot);
                received[directed.neighbour(slot)] += directed.interactionCount(slot);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| mails written | %.3f |%n| mails received | %.3f |%n",
                area(written, everybody, managers),
                area(received, everybody, managers));
    }

    /** The chance that a manager is above somebody who is none; equal figures count half, undefined ones lowest. */
    private static double area(double[] values, int[] among, Set<Integer> managers) {
        double above = 0;
        double pairs = 0;
        for (int one : among) {
            for (int other : among) {
                if (managers.contains(one) && !managers.contains(other)) {
                    pairs++;
                    double first = Double.isNaN(values[one]) ? Double.NEGATIVE_INFINITY : values[one];
                    double second = Double.isNaN(values[other]) ? Double.NEGATIVE_INFINITY : values[other];
                    above += first > second ? 1 : first == second ? .5 : 0;
                }
            }
        }
        return above / pairs;
    }

    private static void krackhardt() {
        for (String network : List.of("ht_advice", "ht_friends")) {
            SmallOrganisation managers = new SmallOrganisation();
            columns("ht_reports", managers::line);
            columns(network, (from, to) -> managers.mail(from, to, 1));
            NetworkSnapshot snapshot = managers.snapshot();
            Wirearchy wirearchy = Wirearchies.compute(snapshot, snapshot.extent());
            System.out.printf(
                    "%s: %d people, lines used %s, along the line %s, %s%n",
                    network,
                    wirearchy.people(),
                    wirearchy.linesUsed(),
                    wirearchy.alongTheLine(),
                    wirearchy.hierarchy());
            wirearchy.byDistance().forEach(row -> System.out.println("  " + row));
            TieGraph asked = SharedData.classic(network, Orientation.DIRECTED);
            TieGraph lines = SharedData.classic("ht_reports", Orientation.DIRECTED);
            int up = 0;
            int down = 0;
            for (int vertex = 0; vertex < lines.people(); vertex++) {
                for (int slot = lines.rowStart(vertex); slot < lines.rowEnd(vertex); slot++) {
                    up += asked.slot(vertex, lines.neighbour(slot)) >= 0 ? 1 : 0;
                    down += asked.slot(lines.neighbour(slot), vertex) >= 0 ? 1 : 0;
                }
            }
            System.out.printf(
                    "  of %d lines %d named their manager, %d were named by them; all %d ties: %s%n",
                    lines.ties(),
                    up,
                    down,
                    asked.ties(),
                    KrackhardtHierarchy.compute(asked, KrackhardtHierarchy.Parameters.defaults()));
        }
    }

    /** Every tie of a network of the classic folder. */
    private static void columns(String network, java.util.function.BiConsumer<String, String> ties) {
        Map<String, List<String>> columns = SharedData.columns("classic/" + network + ".edges.csv");
        List<String> from = columns.getOrDefault("from", List.of());
        List<String> to = columns.getOrDefault("to", List.of());
        for (int row = 0; row < from.size(); row++) {
            ties.accept("p" + from.get(row), "p" + to.get(row));
        }
    }

    private static void lazega() {
        for (String network : List.of("law_advice", "law_cowork", "law_friends")) {
            TieGraph graph = SharedData.classic(network, Orientation.DIRECTED).undirected();
            for (String by : List.of("office", "practice", "status", "gender")) {
                int[] groups = SharedData.labels("classic/" + network + ".nodes.csv", by);
                ExternalInternal.Score whole = ExternalInternal.compute(
                                graph, ExternalInternal.Parameters.defaults(groups))
                        .whole();
                Expectation chance = whole.expected();
                Segregation.Result segregation =
                        Segregation.compute(graph, ExternalInternal.Parameters.defaults(groups));
                System.out.printf(
                        Locale.ROOT,
                        "%s by %s: E-I %.3f, dealt %.3f (%.3f to %.3f), p %.4f; assortativity %.3f%n",
                        network,
                        by,
                        whole.observed().index(),
                        chance.mean(),
                        chance.low(),
                        chance.high(),
                        chance.p(),
                        segregation.assortativity().observed());
                MixingMatrix.compute(graph, MixingMatrix.Parameters.defaults(groups)).cells().stream()
                        .filter(cell -> cell.from() <= cell.to())
                        .sorted(Comparator.comparingDouble(MixingMatrix.Cell::ratio))
                        .forEach(cell -> System.out.printf(
                                Locale.ROOT,
                                "  %d-%d: %d ties, %.2f of expected (%.2f to %.2f)%n",
                                cell.from(),
                                cell.to(),
                                cell.ties(),
                                cell.ratio(),
                                cell.low(),
                                cell.high()));
            }
        }
    }
}
