package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;
import org.passerelle.network.TieGraph;

/**
 * The clusters in which people actually work, whatever the chart says: groups with more strength inside than
 * their members' totals alone would bring, found by the Leiden algorithm for {@link Modularity}.
 *
 * <p>Vincent Traag, Ludo Waltman and Nees Jan van Eck, From Louvain to Leiden, 2019,
 * doi:10.1038/s41598-019-41695-z; the authors' own implementation (decision 0011). A clustering is a local
 * optimum that depends on chance, so {@code runs} runs from {@code seed} are made, the best is given, and
 * {@code stability}, the mean adjusted mutual information between all pairs of runs, says how far another
 * seed would have given the same.
 *
 * <p>Each run takes about O(m log n) time; memory O(n + m) for each processor. Directed ties are taken without
 * direction. Clusters are connected: one that is not is taken apart, which can only raise the quality.
 * They are numbered by size, the largest first, equal sizes by their first person. Somebody without ties is a
 * cluster alone; without any tie the quality is NaN.
 */
public final class Leiden {
    private static final int IDLE_ITERATIONS = 3;

    private Leiden() {}

    /**
     * How to search.
     *
     * @param resolution above 1 gives smaller clusters, below 1 larger ones
     * @param runs independent runs, 1 to 100
     * @param iterationsMax most iterations of a run; it ends earlier when nothing changes
     */
    public record Parameters(double resolution, int runs, int iterationsMax, long seed) {
        /** Refuses what is out of range. */
        public Parameters {
            if (!(resolution >= 0)) {
                throw new IllegalArgumentException("resolution is 0 or more, not " + resolution);
            }
            if (runs < 1 || runs > 100 || iterationsMax < 1) {
                throw new IllegalArgumentException(
                        "runs is 1 to 100 and iterationsMax at least 1, not " + runs + " and " + iterationsMax);
            }
        }

        /** Resolution 1, 10 runs of at most 20 iterations. */
        public static Parameters defaults() {
            return new Parameters(1, 10, 20, 1);
        }

        /** The same at another resolution. */
        public Parameters withResolution(double value) {
            return new Parameters(value, runs, iterationsMax, seed);
        }

        /** The same from another seed. */
        public Parameters withSeed(long value) {
            return new Parameters(resolution, runs, iterationsMax, value);
        }
    }

    /**
     * The answer.
     *
     * @param clusters cluster of every vertex
     * @param count number of clusters
     * @param quality modularity at the resolution asked for
     * @param stability mean AMI between pairs of runs, 1 when all agree; NaN for one run
     */
    public record Result(int[] clusters, int count, double quality, double stability) {}

    /** The best clusters of all runs. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        if (graph.ties() == 0) {
            int[] alone = IntStream.range(0, graph.people()).toArray();
            return new Result(alone, alone.length, Double.NaN, parameters.runs() > 1 ? 1 : Double.NaN);
        }
        TieGraph ties = graph.undirected();
        SplittableRandom seeds = new SplittableRandom(parameters.seed());
        long[] seedByRun = seeds.longs(parameters.runs()).toArray();
        Network network = network(ties);
        double resolution = parameters.resolution() / (2 * network.getTotalEdgeWeight());
        List<int[]> runs = IntStream.range(0, parameters.runs())
                .parallel()
                .mapToObj(run ->
                        numbered(connected(ties, run(network, resolution, parameters.iterationsMax(), seedByRun[run]))))
                .toList();
        int best = 0;
        double quality = Double.NEGATIVE_INFINITY;
        for (int run = 0; run < runs.size(); run++) {
            double found = Modularity.compute(ties, new Modularity.Parameters(runs.get(run), parameters.resolution()))
                    .quality();
            if (found > quality) {
                quality = found;
                best = run;
            }
        }
        int[] clusters = runs.get(best);
        return new Result(clusters, Groups.count(clusters), ties.ties() == 0 ? Double.NaN : quality, stability(runs));
    }

    private static Network network(TieGraph ties) {
        long[] offsets = Arrays.stream(ties.offsets()).asLongStream().toArray();
        // Node weights are the totals of strength: with them the constant Potts model is modularity.
        return new Network(
                ties.people(),
                true,
                offsets,
                new LargeIntArray(ties.neighbours()),
                new LargeDoubleArray(ties.strengths()),
                false);
    }

    private static int[] run(Network network, double resolution, int iterationsMax, long seed) {
        Clustering clustering = new Clustering(network.getNNodes());
        LeidenAlgorithm algorithm =
                new LeidenAlgorithm(resolution, 1, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
        // An iteration draws by chance, so one that changes nothing does not yet mean that the next will not.
        int idle = 0;
        for (int iteration = 0; iteration < iterationsMax && idle < IDLE_ITERATIONS; iteration++) {
            idle = algorithm.improveClustering(network, clustering) ? 0 : idle + 1;
        }
        return clustering.getClusters();
    }

    /** Every connected piece of a cluster as a cluster of its own. */
    private static int[] connected(TieGraph ties, int[] clusters) {
        int[] pieces = new int[clusters.length];
        Arrays.fill(pieces, -1);
        int[] queue = new int[clusters.length];
        int piece = 0;
        for (int start = 0; start < clusters.length; start++) {
            if (pieces[start] >= 0) {
                continue;
            }
            int tail = 0;
            queue[tail++] = start;
            pieces[start] = piece;
            for (int head = 0; head < tail; head++) {
                for (int slot = ties.rowStart(queue[head]); slot < ties.rowEnd(queue[head]); slot++) {
                    int next = ties.neighbour(slot);
                    if (pieces[next] < 0 && clusters[next] == clusters[start]) {
                        pieces[next] = piece;
                        queue[tail++] = next;
                    }
                }
            }
            piece++;
        }
        return pieces;
    }

    /** The largest cluster is 0; equal ones are in the order of their first person. */
    private static int[] numbered(int[] clusters) {
        int count = Groups.count(clusters);
        int[] sizes = Groups.sizes(clusters, count);
        // Pieces were numbered in the order of their first person, and the sort is stable.
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        order.sort((one, other) -> Integer.compare(sizes[other], sizes[one]));
        int[] numbers = new int[count];
        for (int place = 0; place < count; place++) {
            numbers[order.get(place)] = place;
        }
        return Arrays.stream(clusters).map(cluster -> numbers[cluster]).toArray();
    }

    private static double stability(List<int[]> runs) {
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < runs.size(); one++) {
            for (int other = 0; other < one; other++) {
                sum += PartitionAgreement.compute(new PartitionAgreement.Parameters(runs.get(one), runs.get(other)))
                        .ami();
                pairs++;
            }
        }
        return sum / pairs;
    }
}
