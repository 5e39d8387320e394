package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The answers that LDBC Graphalytics publishes for its validation graphs: communities by label propagation,
 * local clustering, PageRank and weakly connected components, with the iterations and damping of its own
 * configuration. Breadth first search and shortest paths are tested beside their measures.
 */
class GraphalyticsStructureTest {
    private static final String GRAPHS = "graphalytics/graphalytics-validation/src/main/resources/validation-graphs/";
    private static final String CONFIGURATION = "graphalytics/config-template/graphs/";

    /** Expected values are printed with twelve digits or more. */
    private static final Offset<Double> PRINTED = within(1e-12);
    /** Clustering is one division. */
    private static final double ONE_DIVISION = 1e-9;
    /**
     * The benchmark itself accepts PageRank within a ten-thousandth. The answers to the directed graph were
     * made with more iterations than its configuration asks for, and are 1.3 millionths from those after 14.
     */
    private static final double FEWER_ITERATIONS = 2e-6;

    /**
     * A validation graph and what to expect of it.
     *
     * @param algorithm cdlp, lcc, pr or wcc
     * @param input its rows or edges, below the folder of graphs
     * @param output what to expect
     * @param configuration name of its properties
     * @param orientation whether ties have a direction
     */
    record Case(String algorithm, String input, String output, String configuration, Orientation orientation) {
        @Override
        public String toString() {
            return algorithm + " " + input;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String algorithm : List.of("cdlp", "lcc", "pr", "wcc")) {
            for (Orientation orientation : Orientation.values()) {
                boolean directed = orientation == Orientation.DIRECTED;
                String side = directed ? "dir" : "undir";
                String word = directed ? "directed" : "undirected";
                cases.add(new Case(
                        algorithm,
                        algorithm + "/" + side + "-input",
                        algorithm + "/" + side + "-output",
                        "test-" + algorithm + "-" + word,
                        orientation));
                String example = "example/example-" + word;
                String output = example + "-" + algorithm.toUpperCase(Locale.ROOT);
                cases.add(new Case(algorithm, example + "-input", output, "example-" + word, orientation));
                cases.add(new Case(algorithm, example + ".e", output, "example-" + word, orientation));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void validationGraph_asPublished(Case asked) {
        Map<Long, String> expected = answers(asked.output());
        Named named = named(asked, expected);
        Properties properties = properties(asked.configuration());
        assertThat(named.ids()).as("people of %s", asked).hasSize(expected.size());
        switch (asked.algorithm()) {
            case "cdlp" ->
                labels(
                        named,
                        expected,
                        number(asked, properties, "cdlp.max-iterations").intValue());
            case "lcc" -> clustering(named, expected);
            case "pr" ->
                pageRank(
                        named,
                        expected,
                        number(asked, properties, "pr.damping-factor"),
                        number(asked, properties, "pr.num-iterations").intValue());
            case "wcc" -> components(named, expected);
            default -> throw new IllegalArgumentException(asked.algorithm());
        }
    }

    private static void labels(Named named, Map<Long, String> expected, int iterations) {
        LabelPropagation.Result result = LabelPropagation.compute(
                named.graph(), LabelPropagation.Parameters.defaults().withIterationsMax(iterations));
        for (int vertex = 0; vertex < named.ids().length; vertex++) {
            long id = named.ids()[vertex];
            assertThat(named.ids()[result.labels()[vertex]])
                    .as("label of %d", id)
                    .isEqualTo(Long.parseLong(Objects.requireNonNull(expected.get(id))));
        }
    }

    private static void clustering(Named named, Map<Long, String> expected) {
        Clustering.Result result = Clustering.compute(
                named.graph(), Clustering.Parameters.defaults().withReading(Clustering.Reading.DIRECTED));
        same(named, expected, ONE_DIVISION, vertex -> result.local()[vertex]);
    }

    private static void pageRank(Named named, Map<Long, String> expected, double damping, int iterations) {
        PageRank.Result result = PageRank.compute(
                named.graph(),
                PageRank.Parameters.defaults()
                        .withDamping(damping)
                        .withIterationsMax(iterations)
                        .withTolerance(0));
        assertThat(result.iterations()).isEqualTo(iterations);
        same(named, expected, FEWER_ITERATIONS, vertex -> result.scores()[vertex]);
    }

    @Test
    void directedPageRank_toItsEnd_asPublishedToTheLastDigits() {
        Case asked = new Case("pr", "pr/dir-input", "pr/dir-output", "", Orientation.DIRECTED);
        Map<Long, String> expected = answers(asked.output());
        Named named = named(asked, expected);
        PageRank.Result result =
                PageRank.compute(named.graph(), PageRank.Parameters.defaults().withTolerance(1e-15));
        same(named, expected, 1e-12, vertex -> result.scores()[vertex]);
    }

    private static void same(
            Named named, Map<Long, String> expected, double relative, ToDoubleFunction<Integer> scores) {
        for (int vertex = 0; vertex < named.ids().length; vertex++) {
            long id = named.ids()[vertex];
            double value = Double.parseDouble(Objects.requireNonNull(expected.get(id)));
            assertThat(scores.applyAsDouble(vertex))
                    .as("score of %d", id)
                    .isCloseTo(value, within(Math.max(PRINTED.value, relative * value)));
        }
    }

    /** The names of components are free; which people share one is not. */
    private static void components(Named named, Map<Long, String> expected) {
        int[] components = Components.compute(named.graph(), Components.Parameters.defaults())
                .components();
        Map<String, Integer> names = new HashMap<>();
        for (int vertex = 0; vertex < named.ids().length; vertex++) {
            long id = named.ids()[vertex];
            String name = Objects.requireNonNull(expected.get(id));
            assertThat(names.computeIfAbsent(name, _ -> names.size()))
                    .as("component of %d", id)
                    .isEqualTo(components[vertex]);
        }
    }

    /** A graph and the id of every vertex, ascending. */
    private record Named(TieGraph graph, long[] ids) {}

    /** Rows "id neighbour …", or edges "from to distance" without direction or with; ids also of those alone. */
    private static Named named(Case asked, Map<Long, String> expected) {
        boolean edges = asked.input().endsWith(".e");
        Map<Long, List<Long>> rows = new TreeMap<>();
        expected.keySet().forEach(id -> rows.put(id, new ArrayList<>()));
        for (String line : SharedData.lines(GRAPHS + asked.input())) {
            if (line.isBlank()) {
                continue;
            }
            String[] cells = line.trim().split("\\s+", -1);
            List<Long> row = rows.computeIfAbsent(Long.valueOf(cells[0]), _ -> new ArrayList<>());
            Arrays.stream(cells, 1, edges ? 2 : cells.length).map(Long::valueOf).forEach(row::add);
        }
        long[] ids = rows.keySet().stream().mapToLong(Long::longValue).toArray();
        List<int[]> ties = new ArrayList<>();
        rows.forEach((id, row) -> row.forEach(
                other -> ties.add(new int[] {Arrays.binarySearch(ids, id), Arrays.binarySearch(ids, other)})));
        TieGraph graph = SharedData.simple(
                ids.length,
                ties.stream().mapToInt(tie -> tie[0]).toArray(),
                ties.stream().mapToInt(tie -> tie[1]).toArray(),
                asked.orientation());
        return new Named(graph, ids);
    }

    private static Map<Long, String> answers(String file) {
        Map<Long, String> answers = new TreeMap<>();
        for (String line : SharedData.lines(GRAPHS + file)) {
            if (!line.isBlank()) {
                String[] cells = line.trim().split("\\s+", -1);
                answers.put(Long.valueOf(cells[0]), cells[1]);
            }
        }
        return answers;
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(
                SharedData.find(CONFIGURATION + name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }

    private static Double number(Case asked, Properties properties, String key) {
        return Double.valueOf(
                Objects.requireNonNull(properties.getProperty("graph." + asked.configuration() + "." + key), key));
    }
}
