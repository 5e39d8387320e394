package org.passerelle.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Times the measures on an edge list, one tie a line, as the shared generator of planted silos prints it.
 * Arguments: the file, then {@code exact} for exact betweenness, {@code jgrapht} to time JGraphT's own too.
 * Prints wall clock and processor seconds: where other work shares the machine, the second says more. Not a
 * test: it is run by hand, and the decision pages quote it.
 */
final class KernelTimes {
    private static final int REPETITIONS = 3;
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private KernelTimes() {}

    public static void main(String[] arguments) throws IOException {
        List<int[]> ties = Files.readAllLines(Path.of(arguments[0]), StandardCharsets.UTF_8).stream()
                .map(line -> Arrays.stream(line.trim().split("\\s+", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toList();
        List<String> wanted = List.of(arguments);
        int people = 1 + ties.stream().flatMapToInt(Arrays::stream).max().orElse(-1);
        TieGraph graph = SharedData.simple(
                people,
                ties.stream().mapToInt(tie -> tie[0]).toArray(),
                ties.stream().mapToInt(tie -> tie[1]).toArray(),
                Orientation.UNDIRECTED);
        int silos = Math.max(1, people / 100);
        int[] groups = IntStream.range(0, people).map(vertex -> vertex % silos).toArray();
        System.out.printf(Locale.ROOT, "%d people, %d ties, %d groups%n", people, graph.ties(), silos);
        if (wanted.contains("exact")) {
            exact(graph, groups, wanted.contains("jgrapht"));
        }
        time("coreness", () -> Coreness.compute(graph, Coreness.Parameters.defaults())
                .degeneracy());
        time("clustering", () -> Clustering.compute(graph, Clustering.Parameters.defaults())
                .transitivity());
        time("constraint", () -> Constraint.compute(graph, Constraint.Parameters.defaults())
                .constraint()[0]);
        time("PageRank", () -> PageRank.compute(graph, PageRank.Parameters.defaults())
                .scores()[0]);
        time("cut people", () -> CutPeople.compute(graph, CutPeople.Parameters.defaults())
                .blocks()
                .size());
        time("brokerage", () -> Brokerage.compute(graph, Brokerage.Parameters.defaults(groups))
                .totals()[0]);
        time("E-I, 1000 shuffles", () -> ExternalInternal.compute(graph, ExternalInternal.Parameters.defaults(groups))
                .whole());
        if (silos <= 100) {
            time("mixing, 200 samples", () -> MixingMatrix.compute(graph, MixingMatrix.Parameters.defaults(groups))
                    .cell(0, 0));
        }
        time("Leiden, 1 run", () -> Leiden.compute(graph, new Leiden.Parameters(1, 1, 20, 1))
                .quality());
        time("Leiden, 10 runs", () -> Leiden.compute(graph, Leiden.Parameters.defaults())
                .stability());
        if (wanted.contains("jgrapht")) {
            time("JGraphT clustering", () -> new ClusteringCoefficient<>(graph.asJGraphT(Length.STEP))
                    .getScores()
                    .get(0));
            time("JGraphT coreness", () -> new org.jgrapht.alg.scoring.Coreness<>(graph.asJGraphT(Length.STEP))
                    .getDegeneracy());
        }
    }

    private static void exact(TieGraph graph, int[] groups, boolean jgrapht) {
        Betweenness.Parameters defaults = Betweenness.Parameters.defaults();
        time("betweenness", () -> Betweenness.compute(graph, defaults).scores()[0]);
        time("betweenness, 1 thread", () -> Betweenness.compute(graph, defaults.withThreads(1))
                .scores()[0]);
        time("betweenness across groups", () -> Betweenness.compute(graph, defaults.acrossGroups(groups))
                .scores()[0]);
        time("betweenness by distance", () -> Betweenness.compute(graph, defaults.withPathLength(PathLength.DISTANCE))
                .scores()[0]);
        time("closeness", () -> Closeness.compute(graph, Closeness.Parameters.defaults())
                .harmonic()[0]);
        if (jgrapht) {
            times(
                    "JGraphT betweenness",
                    1,
                    () -> Objects.requireNonNull(
                            new BetweennessCentrality<>(graph.asJGraphT(Length.STEP)).getVertexScore(0)));
        }
    }

    private static void time(String kernel, Supplier<Object> work) {
        times(kernel, REPETITIONS, work);
    }

    /** The best of several, so that the first's compilation does not count. */
    private static void times(String kernel, int repetitions, Supplier<Object> work) {
        double wall = Double.POSITIVE_INFINITY;
        double processor = Double.POSITIVE_INFINITY;
        Object value = "";
        for (int repetition = 0; repetition < repetitions; repetition++) {
            long start = System.nanoTime();
            long processorStart = MACHINE.getProcessCpuTime();
            value = work.get();
            wall = Math.min(wall, (System.nanoTime() - start) / 1e9);
            processor = Math.min(processor, (MACHINE.getProcessCpuTime() - processorStart) / 1e9);
        }
        System.out.printf(Locale.ROOT, "%-28s %9.3f s wall %9.3f s processor  %s%n", kernel, wall, processor, value);
    }
}
