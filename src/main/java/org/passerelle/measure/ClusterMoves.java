package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The fast local moving of the Leiden algorithm: every vertex in turn joins the cluster where the quality
 * gains most, and whoever loses a neighbour by that gets another turn, until nobody gains by moving.
 */
final class ClusterMoves {
    /** Turns between two looks at whether the thread was interrupted. */
    private static final int TURNS_UNCHECKED = 1 << 14;

    private final ClusterNetwork network;
    private final int[] clusters;
    private final double resolution;
    private final double gainMin;
    private final SplittableRandom random;
    private final double[] clusterMasses;
    private final int[] clusterSizes;
    private final int[] empty;
    private int emptyCount;
    /** Strength from the vertex whose turn it is to each cluster; all 0 between turns. */
    private final double[] strengthTo;

    private final int[] met;

    /**
     * A start from given clusters.
     *
     * @param clusters cluster of every vertex, 0 to n - 1; changed in place
     * @param resolution what the strength between two masses of 1 has to exceed
     * @param gainMin a smaller gain is rounding, no reason to move
     * @param random chooses among equally good clusters
     */
    ClusterMoves(ClusterNetwork network, int[] clusters, double resolution, double gainMin, SplittableRandom random) {
        int size = network.size();
        this.network = network;
        this.clusters = clusters;
        this.resolution = resolution;
        this.gainMin = gainMin;
        this.random = random;
        this.clusterMasses = new double[size];
        this.clusterSizes = new int[size];
        this.empty = new int[size];
        this.strengthTo = new double[size];
        this.met = new int[size];
        for (int vertex = 0; vertex < size; vertex++) {
            clusterMasses[clusters[vertex]] += network.masses()[vertex];
            clusterSizes[clusters[vertex]]++;
        }
        for (int cluster = size - 1; cluster >= 0; cluster--) {
            if (clusterSizes[cluster] == 0) {
                empty[emptyCount++] = cluster;
            }
        }
    }

    /** Moves until nobody gains; the first turns go in this order, whose array serves as the queue. */
    double run(int[] queue) {
        int size = queue.length;
        boolean[] waiting = new boolean[size];
        Arrays.fill(waiting, true);
        int head = 0;
        int queued = size;
        double gained = 0;
        for (int turn = 1; queued > 0; turn++) {
            if (turn % TURNS_UNCHECKED == 0) {
                Stripes.checkInterrupted();
            }
            int vertex = queue[head];
            head = head + 1 == size ? 0 : head + 1;
            queued--;
            waiting[vertex] = false;
            if (settled(vertex)) {
                continue;
            }
            int before = clusters[vertex];
            gained += turn(vertex);
            int after = clusters[vertex];
            if (after != before) {
                for (int slot = network.offsets()[vertex]; slot < network.offsets()[vertex + 1]; slot++) {
                    int other = network.neighbours()[slot];
                    if (!waiting[other] && clusters[other] != after) {
                        waiting[other] = true;
                        int tail = head + queued++;
                        queue[tail >= size ? tail - size : tail] = other;
                    }
                }
            }
        }
        return gained;
    }

    /**
     * Whether the vertex is better off where it is than all its outside strength could make it elsewhere. Most
     * are, once clusters have formed, and this takes a sum without a look at which clusters are outside.
     */
    private boolean settled(int vertex) {
        int[] neighbours = network.neighbours();
        double[] strengths = network.strengths();
        int own = clusters[vertex];
        int end = network.offsets()[vertex + 1];
        double all = 0;
        double inside = 0;
        for (int slot = network.offsets()[vertex]; slot < end; slot++) {
            all += strengths[slot];
            inside += clusters[neighbours[slot]] == own ? strengths[slot] : 0;
        }
        double mass = network.masses()[vertex];
        double staying = inside - resolution * mass * (clusterMasses[own] - mass);
        return staying >= 0 && staying >= all - inside;
    }

    /** Puts a vertex into the best cluster and says what that gains. */
    private double turn(int vertex) {
        double mass = network.masses()[vertex];
        double pull = resolution * mass;
        int from = clusters[vertex];
        int metCount = meet(vertex);
        clusterMasses[from] -= mass;
        double staying = strengthTo[from] - pull * clusterMasses[from];
        double best = staying + gainMin;
        int into = from;
        int equals = 0;
        for (int index = 0; index < metCount; index++) {
            int cluster = met[index];
            double gain = strengthTo[cluster] - pull * clusterMasses[cluster];
            strengthTo[cluster] = 0;
            if (gain > best && cluster != from) {
                best = gain;
                into = cluster;
                equals = 1;
            } else if (gain == best && into != from && random.nextInt(++equals) == 0) {
                // Equals by chance: the first would favour low numbers in every run, and hide who stands between.
                into = cluster;
            }
        }
        if (best < 0 && clusterSizes[from] > 1) {
            into = empty[--emptyCount];
            best = 0;
        }
        clusterMasses[into] += mass;
        if (into == from) {
            return 0;
        }
        clusters[vertex] = into;
        clusterSizes[into]++;
        if (--clusterSizes[from] == 0) {
            empty[emptyCount++] = from;
        }
        return best - staying;
    }

    /** Adds up the strength from a vertex to each cluster around it; says how many those are. */
    private int meet(int vertex) {
        int[] neighbours = network.neighbours();
        double[] strengths = network.strengths();
        int end = network.offsets()[vertex + 1];
        int metCount = 0;
        for (int slot = network.offsets()[vertex]; slot < end; slot++) {
            int cluster = clusters[neighbours[slot]];
            if (strengthTo[cluster] == 0) {
                met[metCount++] = cluster;
            }
            strengthTo[cluster] += strengths[slot];
        }
        return metCount;
    }
}
