package org.passerelle.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;

/**
 * The clusters on which many runs of {@link Leiden} agree, and how certain each person's is. For an organisation:
 * the part of the picture that another seed would not have changed, and who stands between two clusters.
 *
 * <p>The share of runs that put its two ends together scales every tie; ties below {@code shareMin} go, but
 * nobody's best one; the runs are repeated on these ties, until all agree. Andrea Lancichinetti and Santo
 * Fortunato, Consensus clustering in complex networks, 2012, doi:10.1038/srep00336. Theirs looks at all pairs of
 * people, which takes n² memory; like Aditya Tandon and others, Fast consensus clustering in complex networks, 2019,
 * doi:10.1103/PhysRevE.99.042301, we look at pairs with a tie, without their additional pairs with a common
 * contact, and keep each tie's strength as a factor, so that a strong tie stays one.
 *
 * <p>A person is with their cluster in a run if the cluster they are in there is the one most like it (Jaccard); the
 * share of runs where that is so is their certainty.
 *
 * <p>Time that of {@code search} for each round, two or three on networks with planted groups, and of one {@link
 * PartitionAgreement} for each pair of runs; memory O(n + m) for each thread. The same for any number of threads. Clusters are connected
 * and numbered as Leiden's. Somebody without ties is a cluster alone, and certain; without any tie agreement is 1.
 */
public final class ClusterConsensus {
    private ClusterConsensus() {}

    /**
     * How to search.
     *
     * @param search the runs of one round
     * @param shareMin a tie whose ends fall together less often is cut, 0 to 1
     * @param roundsMax most rounds after the first; it ends earlier when all runs agree
     * @param laterIterationsMax most iterations of a run after the first round, where most ties between clusters are gone
     */
    public record Parameters(Leiden.Parameters search, double shareMin, int roundsMax, int laterIterationsMax) {
        /** Refuses what is out of range. */
        public Parameters {
            if (!(shareMin >= 0 && shareMin <= 1)) {
                throw new IllegalArgumentException("shareMin is 0 to 1, not " + shareMin);
            }
            if (roundsMax < 0 || laterIterationsMax < 1) {
                throw new IllegalArgumentException("roundsMax is 0 or more and laterIterationsMax at least 1, not "
                        + roundsMax + " and " + laterIterationsMax);
            }
        }

        /** Ten runs for modularity, ties that most runs cut are cut, at most ten further rounds. */
        public static Parameters defaults() {
            Leiden.Parameters search = Leiden.Parameters.defaults();
            return new Parameters(search, .5, 10, search.iterationsMax());
        }

        /** The same with other runs. */
        public Parameters withSearch(Leiden.Parameters value) {
            return new Parameters(value, shareMin, roundsMax, laterIterationsMax);
        }

        /** The same with at most so many further rounds. */
        public Parameters withRoundsMax(int value) {
            return new Parameters(search, shareMin, value, laterIterationsMax);
        }

        /** The same with at most so many iterations of a run after the first round. */
        public Parameters withLaterIterationsMax(int value) {
            return new Parameters(search, shareMin, roundsMax, value);
        }

        /** The runs of the rounds after the first. */
        private Leiden.Parameters later(long seed) {
            return search.withIterationsMax(laterIterationsMax).withSeed(seed);
        }
    }

    /**
     * The answer.
     *
     * @param clusters consensus cluster of every vertex
     * @param count number of clusters
     * @param quality the quality asked for, of the consensus on the graph itself
     * @param certainty for every vertex the share of the first runs in which they are with their cluster, 0 to 1
     * @param agreement how alike the first runs are
     * @param rounds further rounds that it took
     * @param unanimous whether all runs of the last round agree; otherwise the best of them is given
     * @param search what the first runs alone give
     */
    public record Result(
            int[] clusters,
            int count,
            double quality,
            double[] certainty,
            Agreement agreement,
            int rounds,
            boolean unanimous,
            Leiden.Result search) {}

    /** The consensus of many runs. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of iterations, and interrupting the calling thread stops the work. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        if (graph.ties() == 0) {
            double[] certainty = new double[graph.people()];
            Arrays.fill(certainty, 1);
            int[] alone = IntStream.range(0, graph.people()).toArray();
            progress.reached(1);
            return new Result(
                    alone,
                    alone.length,
                    Double.NaN,
                    certainty,
                    new Agreement(1, 1, 1),
                    0,
                    true,
                    Leiden.compute(graph, parameters.search()));
        }
        TieGraph ties = graph.undirected();
        Leiden.Parameters search = parameters.search();
        int rounds = parameters.roundsMax();
        int laterSteps = Leiden.steps(parameters.later(0));
        ProgressSum steps = new ProgressSum(progress, Leiden.steps(search) + rounds * laterSteps);
        SplittableRandom seeds = new SplittableRandom(search.seed());
        List<int[]> first = Leiden.runs(ties, search, steps);
        List<int[]> runs = first;
        int round = 0;
        while (round < rounds && !unanimous(runs)) {
            TieGraph shared = scaled(ties, shares(ties, runs), parameters.shareMin());
            runs = Leiden.runs(shared, parameters.later(seeds.nextLong()), steps);
            round++;
        }
        steps.advance((rounds - round) * laterSteps);
        int[] clusters = Leiden.best(ties, search, runs);
        Agreement agreement = Agreement.between(first, search.threads());
        return new Result(
                clusters,
                Groups.count(clusters),
                Leiden.quality(ties, search, clusters),
                certainty(clusters, first),
                agreement,
                round,
                unanimous(runs),
                Leiden.result(ties, search, first, agreement));
    }

    /** Clusters are numbered by their members, so the same ones are the same numbers. */
    private static boolean unanimous(List<int[]> runs) {
        return runs.stream().allMatch(run -> Arrays.equals(run, runs.getFirst()));
    }

    /** For every slot the share of runs that put its two ends together. */
    private static double[] shares(TieGraph ties, List<int[]> runs) {
        double[] shares = new double[ties.neighbours().length];
        for (int[] run : runs) {
            for (int vertex = 0; vertex < run.length; vertex++) {
                for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                    shares[slot] += run[vertex] == run[ties.neighbour(slot)] ? 1 : 0;
                }
            }
        }
        Arrays.setAll(shares, slot -> shares[slot] / runs.size());
        return shares;
    }

    /** The ties times their shares, without those of a share that is low for both ends. */
    private static TieGraph scaled(TieGraph ties, double[] shares, double shareMin) {
        double[] highest = new double[ties.people()];
        for (int vertex = 0; vertex < highest.length; vertex++) {
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                highest[vertex] = Math.max(highest[vertex], shares[slot]);
            }
        }
        int size = 0;
        int[] from = new int[ties.ties()];
        int[] to = new int[ties.ties()];
        double[] strength = new double[ties.ties()];
        int[] count = new int[ties.ties()];
        for (int vertex = 0; vertex < highest.length; vertex++) {
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                int other = ties.neighbour(slot);
                double wanted = Math.min(shareMin, Math.min(highest[vertex], highest[other]));
                if (vertex < other && shares[slot] > 0 && shares[slot] >= wanted) {
                    from[size] = vertex;
                    to[size] = other;
                    strength[size] = ties.strength(slot) * shares[slot];
                    count[size++] = ties.interactionCount(slot);
                }
            }
        }
        return TieGraph.undirected(
                ties.people(),
                Arrays.copyOf(from, size),
                Arrays.copyOf(to, size),
                Arrays.copyOf(strength, size),
                Arrays.copyOf(count, size));
    }

    private static double[] certainty(int[] clusters, List<int[]> runs) {
        double[] certainty = new double[clusters.length];
        for (int[] run : runs) {
            List<PartitionAgreement.Match> matches = PartitionAgreement.compute(
                            new PartitionAgreement.Parameters(clusters, run))
                    .matches();
            for (int vertex = 0; vertex < clusters.length; vertex++) {
                certainty[vertex] +=
                        run[vertex] == matches.get(clusters[vertex]).best() ? 1 : 0;
            }
        }
        Arrays.setAll(certainty, vertex -> certainty[vertex] / runs.size());
        return certainty;
    }
}
