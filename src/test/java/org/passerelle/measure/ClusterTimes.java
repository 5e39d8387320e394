package org.passerelle.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StreamTokenizer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.passerelle.network.TieGraph;

/**
 * Times the search for clusters on an edge list, one tie a line, each tie once. Arguments: the file, then how often
 * a run is repeated after the first, cold one; {@code all} adds ten runs, the consensus and the agreement. Not a
 * test: it is run by hand, and decision 0011 quotes it.
 */
final class ClusterTimes {
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ClusterTimes() {}

    public static void main(String[] arguments) throws IOException {
        TieGraph graph = read(Path.of(arguments[0]));
        System.out.printf(Locale.ROOT, "%d people, %d ties%n", graph.people(), graph.ties());
        int repetitions = Integer.parseInt(arguments[1]);
        Leiden.Parameters search = Leiden.Parameters.defaults();
        times("one run, modularity", repetitions, seed -> Leiden.compute(
                        graph, search.withRuns(1).withSeed(seed))
                .quality());
        if (List.of(arguments).contains("all")) {
            // The density of the whole network, from which the resolution of the constant Potts model starts.
            double density = graph.ties() / (graph.people() * (graph.people() - 1.0) / 2);
            Leiden.Parameters potts = search.withRuns(1)
                    .withQuality(Leiden.Quality.CONSTANT_POTTS)
                    .withResolution(10 * density);
            times("one run, constant Potts", repetitions, seed -> Leiden.compute(graph, potts.withSeed(seed))
                    .quality());
            times("ten runs", 2, seed -> Leiden.compute(graph, search.withSeed(seed))
                    .quality());
            times("consensus of ten runs", 1, seed -> ClusterConsensus.compute(
                            graph, ClusterConsensus.Parameters.defaults().withSearch(search.withSeed(seed)))
                    .agreement()
                    .mean());
            int[] one = Leiden.compute(graph, search.withRuns(1)).clusters();
            int[] other = Leiden.compute(graph, search.withRuns(1).withSeed(2)).clusters();
            times("modularity of given groups", 20, _ -> Modularity.compute(graph, Modularity.Parameters.defaults(one))
                    .quality());
            times("agreement of two runs", 20, _ -> PartitionAgreement.compute(
                            new PartitionAgreement.Parameters(one, other))
                    .ami());
        }
    }

    /**
     * The first time, cold, and median, best and worst of the others, each from its own seed. Where other work
     * shares the machine, processor seconds, those of the compiler and the collector included, say more.
     */
    private static void times(String kernel, int repetitions, ToDoubleFunction<Integer> work) {
        double[] seconds = new double[repetitions + 1];
        double[] processor = new double[repetitions + 1];
        double[] values = new double[repetitions + 1];
        for (int repetition = 0; repetition <= repetitions; repetition++) {
            long start = System.nanoTime();
            long processorStart = MACHINE.getProcessCpuTime();
            values[repetition] = work.applyAsDouble(repetition);
            seconds[repetition] = (System.nanoTime() - start) / 1e9;
            processor[repetition] = (MACHINE.getProcessCpuTime() - processorStart) / 1e9;
        }
        double[] warm = Arrays.copyOfRange(seconds, 1, repetitions + 1);
        Arrays.sort(warm);
        double[] warmProcessor = Arrays.copyOfRange(processor, 1, repetitions + 1);
        Arrays.sort(warmProcessor);
        System.out.printf(
                Locale.ROOT,
                "%-26s cold %.3f s, then median %.3f s (%.3f to %.3f), processor %.3f s (%.3f to %.3f), value %.6f (%.6f to %.6f)%n",
                kernel,
                seconds[0],
                warm[warm.length / 2],
                warm[0],
                warm[warm.length - 1],
                warmProcessor[warm.length / 2],
                warmProcessor[0],
                warmProcessor[warm.length - 1],
                Arrays.stream(values).average().orElse(Double.NaN),
                Arrays.stream(values).min().orElse(Double.NaN),
                Arrays.stream(values).max().orElse(Double.NaN));
    }

    private static TieGraph read(Path file) throws IOException {
        int[] from = new int[1 << 16];
        int[] to = new int[1 << 16];
        int size = 0;
        int people = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            StreamTokenizer numbers = new StreamTokenizer(reader);
            while (numbers.nextToken() != StreamTokenizer.TT_EOF) {
                if (size == from.length) {
                    from = Arrays.copyOf(from, 2 * size);
                    to = Arrays.copyOf(to, 2 * size);
                }
                from[size] = (int) numbers.nval;
                numbers.nextToken();
                to[size] = (int) numbers.nval;
                people = Math.max(people, 1 + Math.max(from[size], to[size]));
                size++;
            }
        }
        double[] strengths = new double[size];
        Arrays.fill(strengths, 1);
        int[] counts = new int[size];
        Arrays.fill(counts, 1);
        return TieGraph.undirected(people, Arrays.copyOf(from, size), Arrays.copyOf(to, size), strengths, counts);
    }
}
