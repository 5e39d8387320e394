package org.passerelle.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.bridge.Bridge;
import org.passerelle.bridge.BridgeQuestion;
import org.passerelle.bridge.Bridges;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.InventedOrganisation.Switches;
import org.passerelle.demonstration.WrittenFiles.Said;
import org.passerelle.introduction.MeetingsCompared;
import org.passerelle.introduction.TopicChances;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.PathLengths;
import org.passerelle.network.Dimension;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicDiscussions.Part;
import org.passerelle.silo.SiloCell;
import org.passerelle.silo.SiloQuestion;
import org.passerelle.silo.Silos;
import tools.jackson.databind.JsonNode;

/**
 * How much of what is planted in invented companies the consultant's answers find: silos, bridges and the meetings that
 * would open the silos. Ties are replies, mentions, reactions and addressed messages to at most 20, mail left out, as in
 * the test of the generator. Arguments: companies (20), people (400).
 */
public final class PlantedRecallBench {
    private static final int MEETINGS = 10;

    private final Map<String, double[]> found = new LinkedHashMap<>();

    private PlantedRecallBench() {}

    /** Prints what was found of how many. */
    public static void main(String[] arguments) throws IOException {
        int companies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        PlantedRecallBench bench = new PlantedRecallBench();
        for (int seed = 1; seed <= companies; seed++) {
            Path directory = Files.createTempDirectory("planted");
            try {
                NetworkSnapshot chart = InventedNetwork.of(new Parameters(people, seed, Switches.all()), directory)
                        .snapshot();
                WrittenFiles files = new WrittenFiles(directory);
                NetworkSnapshot snapshot = new NetworkSnapshot(
                        "planted" + seed, Instant.EPOCH, chart.chart(), InventedCommunities.ties(files));
                bench.silos(snapshot, files.truth);
                bench.bridges(snapshot, files.truth);
                bench.meetings(snapshot, files.truth);
                bench.reasons(snapshot, files.truth);
                bench.transverse(snapshot, files);
            } finally {
                delete(directory);
            }
        }
        bench.found.forEach(
                (what, count) -> System.out.printf(Locale.ROOT, "| %s | %.0f of %.0f |%n", what, count[0], count[1]));
    }

    private void silos(NetworkSnapshot snapshot, JsonNode truth) {
        List<SiloCell> cells =
                Silos.compute(snapshot, SiloQuestion.of(Dimension.UNIT, 0, snapshot.extent())).cells().stream()
                        .filter(cell -> !cell.from().equals(cell.to()) && cell.observedOverExpected() != null)
                        .sorted(Comparator.comparingDouble(PlantedRecallBench::upper))
                        .toList();
        List<String> planted = new ArrayList<>();
        truth.get("silos").forEach(silo -> planted.add(pair(silo)));
        int rank = 0;
        int seen = 0;
        for (SiloCell cell : cells) {
            rank++;
            boolean silo = planted.contains(cell.from().id() + " " + cell.to().id());
            boolean sure = upper(cell) < 1;
            if (silo) {
                seen++;
                count("planted silos surely below expected", sure);
                count("planted silos among as many pairs of lowest upper end as are planted", rank <= planted.size());
                count("planted silos among six pairs of lowest upper end", rank <= 6);
            } else {
                count("other pairs surely below expected", sure);
            }
        }
        count("planted silos with ties to judge by", seen, planted.size());
    }

    private static double upper(SiloCell cell) {
        Estimate ratio = cell.observedOverExpected();
        return ratio == null ? Double.POSITIVE_INFINITY : ratio.high();
    }

    private void bridges(NetworkSnapshot snapshot, JsonNode truth) {
        List<Bridge> whole = Bridges.compute(snapshot, new BridgeQuestion(Dimension.UNIT, 0, snapshot.extent()));
        for (JsonNode bridge : truth.get("bridges")) {
            String person = bridge.get("person").asString();
            List<String> between = List.of(
                    bridge.get("units").get(0).asString(),
                    bridge.get("units").get(1).asString());
            List<Bridge> pair =
                    Bridges.compute(snapshot, new BridgeQuestion(Dimension.UNIT, 0, snapshot.extent(), between));
            count("planted bridges first or second between their two units", rank(pair, person) <= 2);
            count("planted bridges among the first five between their two units", rank(pair, person) <= 5);
            count("planted bridges among the first 20 of the company", rank(whole, person) <= 20);
        }
    }

    private static int rank(List<Bridge> bridges, String person) {
        return bridges.stream()
                .filter(bridge -> bridge.person().id().equals(person))
                .mapToInt(Bridge::rank)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private void meetings(NetworkSnapshot snapshot, JsonNode truth) {
        List<String> planted = new ArrayList<>();
        truth.get("silos").forEach(silo -> planted.add(pair(silo)));
        for (List<String> groups : TopicChances.meetings(snapshot, MEETINGS)) {
            count("suggested meetings that join a planted silo", planted.contains(String.join(" ", groups)));
        }
        MeetingsCompared.Figures figures = MeetingsCompared.compare(snapshot, Dimension.UNIT, 0, MEETINGS, 20);
        count(
                "companies where the meetings gain more than the best of 20 random draws",
                figures.chosen() > figures.randomBest());
        count("companies where the meetings gain more than those of most ties", figures.chosen() > figures.degree());
        System.out.println(figures);
    }

    /** Why so few meetings join a planted silo: whether its people are far from each other at all. */
    private void reasons(NetworkSnapshot snapshot, JsonNode truth) {
        Grouping units = snapshot.grouping(Dimension.UNIT, snapshot.extent().to(), 0);
        TieGraph graph = snapshot.graph(TieFilter.of(snapshot.extent())).undirected();
        Map<String, double[]> steps = new TreeMap<>();
        for (int one = 0; one < graph.people(); one++) {
            double[] lengths = PathLengths.compute(graph, PathLengths.Parameters.defaults(one))
                    .lengths();
            for (int other = 0; other < graph.people(); other++) {
                int from = units.assignment()[one];
                int to = units.assignment()[other];
                if (from >= 0 && from < to && lengths[other] < Double.POSITIVE_INFINITY) {
                    double[] sums = steps.computeIfAbsent(
                            units.groups().get(from).id() + " "
                                    + units.groups().get(to).id(),
                            _ -> new double[2]);
                    sums[0] += lengths[other];
                    sums[1]++;
                }
            }
        }
        double[] means = steps.values().stream()
                .mapToDouble(sums -> sums[0] / sums[1])
                .sorted()
                .toArray();
        for (JsonNode silo : truth.get("silos")) {
            double[] sums = steps.get(pair(silo));
            if (sums != null) {
                double mean = sums[0] / sums[1];
                count("planted silos farther apart in steps than half of the pairs", mean > means[means.length / 2]);
                count(
                        "planted silos farther apart in steps than nine in ten pairs",
                        mean > means[(int) (.9 * means.length)]);
            }
        }
        for (List<String> groups : TopicChances.meetings(snapshot, MEETINGS)) {
            double[] sums = steps.get(String.join(" ", groups));
            count(
                    "suggested meetings of pairs farther apart than nine in ten",
                    sums != null && sums[0] / sums[1] > means[(int) (.9 * means.length)]);
        }
    }

    /**
     * Planted topics, told by their words in what was written, among all others that are talked of; a topic of the truth lives in
     * both units of a silo whose people have not met over anything.
     */
    private void transverse(NetworkSnapshot snapshot, WrittenFiles files) {
        Map<String, List<String>> terms = new TreeMap<>();
        files.truth.get("experts").properties().forEach(topic -> terms.put(topic.getKey(), terms(topic.getValue())));
        List<String> planted = new ArrayList<>();
        for (JsonNode topic : files.truth.get("transverseTopics")) {
            planted.add(topic.get("topic").asString());
            terms.put(planted.getLast(), terms(topic));
        }
        List<Part> parts = new ArrayList<>();
        for (Said said : files.said) {
            boolean readable = !said.visibility().equals("PRIVATE");
            terms.forEach((topic, words) -> {
                if (readable && words.stream().anyMatch(said.text()::contains)) {
                    parts.add(new Part(new Topic(topic, topic, List.of(), 4, 4), said.by(), said.thread(), true));
                }
            });
        }
        List<String> separate = TopicChances.separate(snapshot, parts);
        count(
                "silos with a planted transverse topic",
                planted.size(),
                files.truth.get("silos").size());
        for (String topic : planted) {
            int rank = separate.indexOf(topic) + separate.indexOf("!" + topic) + 2;
            count("planted transverse topics found", rank > 0);
            count("planted transverse topics among as many as are planted", rank > 0 && rank <= planted.size());
            count("planted transverse topics among ten", rank > 0 && rank <= 10);
            count("planted transverse topics fewer met than by chance", separate.contains("!" + topic));
        }
        terms.keySet().stream()
                .filter(topic -> !planted.contains(topic))
                .forEach(topic -> count("other topics fewer met than by chance", separate.contains("!" + topic)));
    }

    /** Words without their article, which a sentence may contract. */
    private static List<String> terms(JsonNode topic) {
        List<String> terms = new ArrayList<>();
        for (String language : List.of("fr", "en")) {
            topic.at("/terms/" + language)
                    .forEach(term -> terms.add(
                            term.asString().toLowerCase(Locale.ROOT).replaceFirst("^(les? |la |l'|an? )", "")));
        }
        return terms;
    }

    private static String pair(JsonNode silo) {
        String one = silo.get("units").get(0).asString();
        String other = silo.get("units").get(1).asString();
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    private void count(String what, boolean yes) {
        count(what, yes ? 1 : 0, 1);
    }

    private void count(String what, int much, int of) {
        double[] count = found.computeIfAbsent(what, _ -> new double[2]);
        count[0] += much;
        count[1] += of;
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
