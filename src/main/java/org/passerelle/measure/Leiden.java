package org.passerelle.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;

/**
 * The clusters in which people actually work, whatever the chart says: groups with more strength inside than
 * their members' totals alone would bring, found by the Leiden algorithm for {@link Modularity}; or groups
 * that are denser inside than the resolution, for {@link ConstantPotts}.
 *
 * <p>Vincent Traag, Ludo Waltman and Nees Jan van Eck, From Louvain to Leiden, 2019,
 * doi:10.1038/s41598-019-41695-z: vertices move fast, clusters are refined into parts, parts become vertices.
 * Ours differs in that the randomness of the refinement is theta = 0.01 mean strengths of a tie, so that
 * the unit of strength does not matter, and that from the second iteration people lie in memory by cluster. A
 * clustering is a local optimum that depends on chance, so {@code runs} runs from {@code seed} are made, the
 * best is given, and {@code stability}, the mean adjusted mutual information between all pairs of runs, says
 * how far another seed would have given the same; {@link ClusterConsensus} says it person by person.
 *
 * <p>A run ends after three iterations that gain less than 1e-5 of all strength each. One iteration takes about
 * O(m) time, more where memory is slower than the cache (decision 0011); memory O(n + m) for each thread. Runs share the threads, one run has
 * one: the answer is the same, bit for bit, for any number. Strengths times a power of two: the same clusters.
 *
 * <p>Directed ties are taken without direction. Clusters are connected: one that is not is taken apart, which can
 * only raise the quality. They are numbered by size, the largest first, equal sizes by their first person.
 * Somebody without ties is a cluster alone; without any tie the quality is NaN.
 */
public final class Leiden {
    private Leiden() {}

    /** What makes clusters good. */
    public enum Quality {
        /** {@link Modularity}: more inside than the members' strengths alone would bring. */
        MODULARITY,
        /**
         * {@link ConstantPotts}: more inside than resolution for every pair of members. Clusters of any size are
         * found, small ones in a large network too, but the resolution has to be chosen: where ties have strength 1,
         * resolution 1 leaves cliques only, and the density of the whole network is a start.
         */
        CONSTANT_POTTS
    }

    /** Above so many ties ten runs take seconds. */
    public static final int TIES_MANY = 300_000;

    /**
     * How to search.
     *
     * @param quality what to look for
     * @param resolution above 1 gives smaller clusters, below 1 larger ones; for the constant Potts model the
     *     strength per pair that a cluster has to exceed
     * @param runs independent runs, 1 to 100
     * @param iterationsMax most iterations of a run; it ends earlier when nothing changes
     * @param seed the same seed, the same clusters
     * @param threads how many runs go at once
     */
    public record Parameters(Quality quality, double resolution, int runs, int iterationsMax, long seed, int threads) {
        /** Refuses what is out of range. */
        public Parameters {
            if (!(resolution >= 0 && resolution < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("resolution is 0 or more and finite, not " + resolution);
            }
            if (runs < 1 || runs > 100 || iterationsMax < 1) {
                throw new IllegalArgumentException(
                        "runs is 1 to 100 and iterationsMax at least 1, not " + runs + " and " + iterationsMax);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("At least one thread has to work, not " + threads);
            }
        }

        /** Modularity on every processor. */
        public Parameters(double resolution, int runs, int iterationsMax, long seed) {
            this(
                    Quality.MODULARITY,
                    resolution,
                    runs,
                    iterationsMax,
                    seed,
                    Runtime.getRuntime().availableProcessors());
        }

        /** Modularity at resolution 1, 10 runs of at most 20 iterations, every processor. */
        public static Parameters defaults() {
            return new Parameters(1, 10, 20, 1);
        }

        /** The same for another quality. */
        public Parameters withQuality(Quality value) {
            return new Parameters(value, resolution, runs, iterationsMax, seed, threads);
        }

        /** The same at another resolution. */
        public Parameters withResolution(double value) {
            return new Parameters(quality, value, runs, iterationsMax, seed, threads);
        }

        /** The same with so many runs. */
        public Parameters withRuns(int value) {
            return new Parameters(quality, resolution, value, iterationsMax, seed, threads);
        }

        /** The same with at most so many iterations of a run. */
        Parameters withIterationsMax(int value) {
            return new Parameters(quality, resolution, runs, value, seed, threads);
        }

        /** The same, with so many runs where a graph has over {@value #TIES_MANY} ties. */
        public Parameters withRunsOfMany(int value, TieGraph graph) {
            return graph.ties() > TIES_MANY ? withRuns(value) : this;
        }

        /** The same from another seed. */
        public Parameters withSeed(long value) {
            return new Parameters(quality, resolution, runs, iterationsMax, value, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int value) {
            return new Parameters(quality, resolution, runs, iterationsMax, seed, value);
        }
    }

    /**
     * The answer.
     *
     * @param clusters cluster of every vertex
     * @param count number of clusters
     * @param quality the quality asked for, at the resolution asked for
     * @param stability mean AMI between pairs of runs, 1 when all agree; NaN for one run
     */
    public record Result(int[] clusters, int count, double quality, double stability) {}

    /** The best clusters of all runs. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of iterations, and interrupting the calling thread stops the work. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        if (graph.ties() == 0) {
            int[] alone = IntStream.range(0, graph.people()).toArray();
            progress.reached(1);
            return new Result(alone, alone.length, Double.NaN, parameters.runs() > 1 ? 1 : Double.NaN);
        }
        TieGraph ties = graph.undirected();
        List<int[]> runs = runs(ties, parameters, new ProgressSum(progress, steps(parameters)));
        return result(ties, parameters, runs, Agreement.between(runs, parameters.threads()));
    }

    /** What some runs give, and how far they agree. */
    static Result result(TieGraph ties, Parameters parameters, List<int[]> runs, Agreement agreement) {
        int[] best = best(ties, parameters, runs);
        return new Result(best, Groups.count(best), quality(ties, parameters, best), agreement.mean());
    }

    /** How many steps of progress all runs take together. */
    static int steps(Parameters parameters) {
        return parameters.runs() * parameters.iterationsMax();
    }

    /** The clusters of every run: connected, and numbered as documented. */
    static List<int[]> runs(TieGraph ties, Parameters parameters, ProgressSum progress) {
        ClusterNetwork people = ClusterNetwork.of(ties, masses(ties, parameters.quality()));
        double resolution = parameters.quality() == Quality.MODULARITY
                ? parameters.resolution() / Arrays.stream(people.masses()).sum()
                : parameters.resolution();
        long[] seeds =
                new SplittableRandom(parameters.seed()).longs(parameters.runs()).toArray();
        return Tasks.map(seeds.length, parameters.threads(), run -> {
            int[] done = new int[1];
            int[] clusters = new LeidenRun(people, resolution, seeds[run])
                    .clusters(parameters.iterationsMax(), number -> {
                        progress.advance(number - done[0]);
                        done[0] = number;
                    });
            progress.advance(parameters.iterationsMax() - done[0]);
            return ClusterNumbers.bySize(ClusterNumbers.connected(ties, clusters));
        });
    }

    /** The run of the highest quality, the first of equals. */
    static int[] best(TieGraph ties, Parameters parameters, List<int[]> runs) {
        int[] best = runs.getFirst();
        double quality = Double.NEGATIVE_INFINITY;
        for (int[] run : runs) {
            double found = quality(ties, parameters, run);
            if (found > quality) {
                quality = found;
                best = run;
            }
        }
        return best;
    }

    /** The quality of any clusters, in the terms of a search. */
    static double quality(TieGraph ties, Parameters parameters, int[] clusters) {
        return switch (parameters.quality()) {
            case MODULARITY ->
                Modularity.compute(ties, new Modularity.Parameters(clusters, parameters.resolution()))
                        .quality();
            case CONSTANT_POTTS ->
                ConstantPotts.compute(ties, new ConstantPotts.Parameters(clusters, parameters.resolution()))
                        .quality();
        };
    }

    /** With the strength of everybody as mass the constant Potts model is modularity. */
    private static double[] masses(TieGraph ties, Quality quality) {
        double[] masses = new double[ties.people()];
        if (quality == Quality.CONSTANT_POTTS) {
            Arrays.fill(masses, 1);
            return masses;
        }
        for (int vertex = 0; vertex < masses.length; vertex++) {
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                masses[vertex] += ties.strength(slot);
            }
        }
        return masses;
    }
}
