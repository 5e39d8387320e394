package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;

/** BFS and SSSP of LDBC Graphalytics: every validation graph, against its expected output. */
class GraphalyticsPathsTest {
    private static final String GRAPHS = "graphalytics/graphalytics-validation/src/main/resources/validation-graphs/";
    private static final String PROPERTIES = "graphalytics/config-template/graphs/";
    /** How the benchmark writes that nobody leads there. */
    private static final String UNREACHED = Long.toString(Long.MAX_VALUE);
    /**
     * The benchmark accepts 1e-4 of the value. A tie keeps strength = 1 / length, and 1 / strength may miss the
     * length by one unit in the last place; sums of a dozen such lengths stay well below this share.
     */
    private static final double ROUNDING = 1e-13;

    /** The ties of a file and the names of its vertices in ascending order. */
    private record Named(TieGraph graph, List<Long> names) {}

    private record Tie(long from, long to, double length) {}

    @ParameterizedTest
    @CsvSource({
        "bfs/dir-input, bfs/dir-output, test-bfs-directed, 10",
        "bfs/undir-input, bfs/undir-output, test-bfs-undirected, 10",
        "example/example-directed-input, example/example-directed-BFS, example-directed, 10",
        "example/example-undirected-input, example/example-undirected-BFS, example-undirected, 9"
    })
    void steps_validationGraph_expectedDepths(String input, String output, String properties, int people) {
        List<Tie> ties = new ArrayList<>();
        SortedSet<Long> names = new TreeSet<>();
        for (String line : SharedData.lines(GRAPHS + input)) {
            long[] row = Arrays.stream(line.trim().split("\\s+", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            names.add(row[0]);
            for (int place = 1; place < row.length; place++) {
                // A directed file need not give everybody a row.
                names.add(row[place]);
                ties.add(new Tie(row[0], row[place], 1));
            }
        }
        Named named = named(names, ties, properties);
        assertThat(named.names()).hasSize(people);
        check(named, PathLength.STEPS, source(properties, "bfs"), output, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "sssp/dir-input, sssp/dir-output, test-sssp-directed, 10",
        "sssp/undir-input, sssp/undir-output, test-sssp-undirected, 12",
        "example/example-directed, example/example-directed-SSSP, example-directed, 10",
        "example/example-undirected, example/example-undirected-SSSP, example-undirected, 9"
    })
    void distances_validationGraph_expectedLengths(String input, String output, String properties, int people) {
        SortedSet<Long> names = new TreeSet<>();
        SharedData.lines(GRAPHS + input + ".v").forEach(line -> names.add(Long.valueOf(line.trim())));
        List<Tie> ties = new ArrayList<>();
        for (String line : SharedData.lines(GRAPHS + input + ".e")) {
            String[] cells = line.trim().split("\\s+", -1);
            ties.add(new Tie(Long.parseLong(cells[0]), Long.parseLong(cells[1]), Double.parseDouble(cells[2])));
        }
        Named named = named(names, ties, properties);
        assertThat(named.names()).hasSize(people);
        check(named, PathLength.DISTANCE, source(properties, "sssp"), output, ROUNDING);
    }

    private static Named named(SortedSet<Long> vertices, List<Tie> ties, String properties) {
        List<Long> names = List.copyOf(vertices);
        int[] from = ties.stream().mapToInt(tie -> names.indexOf(tie.from())).toArray();
        int[] to = ties.stream().mapToInt(tie -> names.indexOf(tie.to())).toArray();
        boolean directed = Boolean.parseBoolean(property(properties, "directed"));
        // Parallel ties would be added up to a stronger one; no file of lengths has any.
        assertThat(ties).doesNotHaveDuplicates();
        double[] strengths = ties.stream().mapToDouble(tie -> 1 / tie.length()).toArray();
        int[] counts = new int[ties.size()];
        return new Named(
                directed
                        ? TieGraph.directed(names.size(), from, to, strengths, counts)
                        : TieGraph.undirected(names.size(), from, to, strengths, counts),
                names);
    }

    private static void check(Named named, PathLength pathLength, long source, String output, double rounding) {
        PathLengths.Result result = PathLengths.compute(
                named.graph(), new PathLengths.Parameters(named.names().indexOf(source), pathLength));
        List<String> lines = SharedData.lines(GRAPHS + output);
        assertThat(lines).hasSameSizeAs(named.names());
        for (String line : lines) {
            String[] cells = line.trim().split("\\s+", -1);
            double expected = cells[1].equals(UNREACHED) ? Double.POSITIVE_INFINITY : Double.parseDouble(cells[1]);
            double length = result.lengths()[named.names().indexOf(Long.valueOf(cells[0]))];
            if (expected == Double.POSITIVE_INFINITY) {
                assertThat(length).as("to %s in %s", cells[0], output).isInfinite();
            } else {
                Offset<Double> tolerance = within(rounding * expected);
                assertThat(length).as("to %s in %s", cells[0], output).isCloseTo(expected, tolerance);
            }
        }
    }

    private static long source(String properties, String algorithm) {
        return Long.parseLong(property(properties, algorithm + ".source-vertex"));
    }

    private static String property(String graph, String name) {
        String key = "graph." + graph + "." + name;
        return SharedData.lines(PROPERTIES + graph + ".properties").stream()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts[0].trim().equals(key))
                .map(parts -> parts[1].trim())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No property " + key));
    }
}
