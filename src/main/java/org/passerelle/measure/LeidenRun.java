package org.passerelle.measure;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One run of the Leiden algorithm, on one thread. An iteration moves vertices between clusters ({@link
 * ClusterMoves}), refines the clusters into parts ({@link ClusterRefinement}), makes each part a vertex and
 * starts over with these, until no two vertices join. The next iteration begins with the clusters found.
 */
final class LeidenRun {
    /** The paper's theta, in mean strengths of a tie: the unit of strength must not matter. */
    private static final double RANDOMNESS = .01;

    /** A gain below this share of all strength is rounding. */
    private static final double ROUNDING = 1e-13;

    /** An iteration that gains less than this share of all strength is idle. */
    private static final double IDLE_GAIN = 1e-5;

    /** An iteration draws by chance, so one that gains nothing does not yet mean that the next will not. */
    private static final int IDLE_ITERATIONS = 3;

    /** People who are visited near each other from the second iteration on. */
    private static final int BLOCK = 1 << 12;

    private final ClusterNetwork people;
    private final double resolution;
    private final double total;
    private final SplittableRandom random;

    /**
     * A run.
     *
     * @param resolution what the strength between two masses of 1 has to exceed
     * @param seed decides every draw
     */
    LeidenRun(ClusterNetwork people, double resolution, long seed) {
        double sum = 0;
        for (double strength : people.strengths()) {
            sum += strength;
        }
        this.people = people;
        this.resolution = resolution;
        this.total = sum;
        this.random = new SplittableRandom(seed);
    }

    /** Hears when an iteration has ended. */
    @FunctionalInterface
    interface Iterations {
        /** So many are done. */
        void ended(int number);
    }

    /**
     * The cluster of everybody, after at most so many iterations.
     *
     * <p>The first iteration visits people in a random order, all over memory. Afterwards they are numbered by
     * the cluster found, so that a row's neighbours lie near each other and in the cache, and are visited in
     * random order within blocks: nearly nobody moves any more, so the order matters little.
     */
    int[] clusters(int iterationsMax, Iterations iterations) {
        int size = people.size();
        int[] clusters = IntStream.range(0, size).toArray();
        iterate(people, clusters, size);
        iterations.ended(1);
        int[] order = ClusterNetwork.sorted(clusters, new int[size + 1]);
        ClusterNetwork near = people.reordered(order);
        int[] found = new int[size];
        for (int place = 0; place < size; place++) {
            found[place] = clusters[order[place]];
        }
        int idle = 0;
        for (int iteration = 1; iteration < iterationsMax && idle < IDLE_ITERATIONS; iteration++) {
            idle = iterate(near, found, BLOCK) > IDLE_GAIN * total ? 0 : idle + 1;
            iterations.ended(iteration + 1);
        }
        for (int place = 0; place < size; place++) {
            clusters[order[place]] = found[place];
        }
        return clusters;
    }

    /** One iteration from the clusters given, which it replaces; says what the quality gained. */
    private double iterate(ClusterNetwork start, int[] clusters, int block) {
        ClusterNetwork network = start;
        int[] vertexOf = IntStream.range(0, clusters.length).toArray();
        int[] clusterOf = clusters.clone();
        double gained = 0;
        while (true) {
            int[] order = IntStream.range(0, network.size()).toArray();
            shuffle(order, block, random);
            gained += new ClusterMoves(network, clusterOf, resolution, ROUNDING * total, random).run(order);
            ClusterRefinement.Parts parts = new ClusterRefinement(
                            network, clusterOf, resolution, RANDOMNESS * total / start.neighbours().length, random)
                    .run();
            if (parts.count() == network.size()) {
                break;
            }
            network = network.aggregated(parts.partOf(), parts.count());
            clusterOf = parts.clusterOf();
            for (int person = 0; person < vertexOf.length; person++) {
                vertexOf[person] = parts.partOf()[vertexOf[person]];
            }
        }
        for (int person = 0; person < clusters.length; person++) {
            clusters[person] = clusterOf[vertexOf[person]];
        }
        return gained;
    }

    /** Shuffles each block of so many consecutive places within itself. */
    static void shuffle(int[] order, int block, SplittableRandom random) {
        for (int index = 0; index < order.length; index++) {
            int blockStart = index - index % block;
            int other = blockStart + random.nextInt(index - blockStart + 1);
            int moved = order[other];
            order[other] = order[index];
            order[index] = moved;
        }
    }
}
