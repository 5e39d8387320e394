package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The refinement of the Leiden algorithm: inside every cluster its vertices start alone and join each other
 * into parts. A vertex that is still alone joins a part to which it has ties, with a chance that grows with
 * what the quality gains, if both it and the part are well connected to the rest of the cluster. So the parts
 * are connected, and a cluster that hangs together by a thread falls into several.
 */
final class ClusterRefinement {
    /** A choice that is so many times the randomness worse than the best has a chance below 1e-17. */
    private static final double HOPELESS = 40;

    private final ClusterNetwork network;
    private final int[] clusters;
    private final double resolution;
    private final double randomness;
    private final SplittableRandom random;
    private final int[] partOf;
    private final double[] partMasses;
    /** Strength from each part to the rest of its cluster. */
    private final double[] outward;

    private final boolean[] together;
    private final double[] strengthTo;
    private final int[] met;
    private final double[] chances;

    /** A refinement of given clusters; {@code randomness} is the paper's theta. */
    ClusterRefinement(
            ClusterNetwork network, int[] clusters, double resolution, double randomness, SplittableRandom random) {
        int size = network.size();
        this.network = network;
        this.clusters = clusters;
        this.resolution = resolution;
        this.randomness = randomness;
        this.random = random;
        this.partOf = IntStream.range(0, size).toArray();
        this.partMasses = network.masses().clone();
        this.outward = new double[size];
        this.together = new boolean[size];
        this.strengthTo = new double[size];
        this.met = new int[size];
        this.chances = new double[size];
    }

    /**
     * What it found. Parts of one cluster have consecutive numbers, so that their rows will lie side by side.
     *
     * @param partOf part of every vertex, numbered from 0
     * @param clusterOf cluster of every part, numbered from 0
     */
    record Parts(int[] partOf, int[] clusterOf) {
        int count() {
            return clusterOf.length;
        }
    }

    /** Refines one cluster after the other: they do not depend on each other. */
    Parts run() {
        int size = network.size();
        int[] starts = new int[size + 1];
        int[] members = ClusterNetwork.sorted(clusters, starts);
        int[] numbers = new int[size];
        Arrays.fill(numbers, -1);
        int[] clusterOf = new int[size];
        int count = 0;
        int clusterCount = 0;
        for (int cluster = 0; cluster < size; cluster++) {
            int start = starts[cluster];
            int end = starts[cluster + 1];
            if (start == end) {
                continue;
            }
            refine(Arrays.copyOfRange(members, start, end));
            for (int index = start; index < end; index++) {
                int part = partOf[members[index]];
                if (numbers[part] < 0) {
                    clusterOf[count] = clusterCount;
                    numbers[part] = count++;
                }
            }
            clusterCount++;
        }
        for (int vertex = 0; vertex < size; vertex++) {
            partOf[vertex] = numbers[partOf[vertex]];
        }
        return new Parts(partOf, Arrays.copyOf(clusterOf, count));
    }

    private void refine(int[] members) {
        double whole = 0;
        for (int vertex : members) {
            whole += network.masses()[vertex];
            outward[vertex] = inside(vertex);
        }
        LeidenRun.shuffle(members, members.length, random);
        for (int vertex : members) {
            if (!together[vertex] && wellConnected(vertex, whole)) {
                join(vertex, whole);
            }
        }
    }

    /** Strength from a vertex to its own cluster. */
    private double inside(int vertex) {
        double inside = 0;
        for (int slot = network.offsets()[vertex]; slot < network.offsets()[vertex + 1]; slot++) {
            if (clusters[network.neighbours()[slot]] == clusters[vertex]) {
                inside += network.strengths()[slot];
            }
        }
        return inside;
    }

    private boolean wellConnected(int part, double whole) {
        return outward[part] >= resolution * partMasses[part] * (whole - partMasses[part]);
    }

    private void join(int vertex, double whole) {
        double mass = partMasses[vertex];
        int metCount = meet(vertex);
        double best = 0;
        int open = 0;
        for (int index = 0; index < metCount; index++) {
            int part = met[index];
            double gain = strengthTo[part] - resolution * mass * partMasses[part];
            if (gain >= 0 && wellConnected(part, whole)) {
                met[open] = part;
                chances[open++] = gain;
                best = Math.max(best, gain);
            } else {
                strengthTo[part] = 0;
            }
        }
        int choice = choose(open, best);
        if (choice >= 0) {
            partOf[vertex] = choice;
            partMasses[choice] += mass;
            outward[choice] += outward[vertex] - 2 * strengthTo[choice];
            together[choice] = true;
        }
        for (int index = 0; index < open; index++) {
            strengthTo[met[index]] = 0;
        }
    }

    /** Adds up the strength from a vertex to each part around it in its cluster; says how many those are. */
    private int meet(int vertex) {
        int metCount = 0;
        for (int slot = network.offsets()[vertex]; slot < network.offsets()[vertex + 1]; slot++) {
            int other = network.neighbours()[slot];
            if (clusters[other] == clusters[vertex]) {
                int part = partOf[other];
                if (strengthTo[part] == 0) {
                    met[metCount++] = part;
                }
                strengthTo[part] += network.strengths()[slot];
            }
        }
        return metCount;
    }

    /** Draws one of the open parts, or -1 to stay alone, with a chance as exp(gain / randomness). */
    private int choose(int open, double best) {
        // Gains are taken relative to the best: exp of the gains themselves overflows from strength 8 on.
        double sum = chance(best);
        for (int index = 0; index < open; index++) {
            chances[index] = chance(best - chances[index]);
            sum += chances[index];
        }
        double drawn = random.nextDouble() * sum;
        for (int index = 0; index < open; index++) {
            drawn -= chances[index];
            if (drawn < 0) {
                return met[index];
            }
        }
        return -1;
    }

    private double chance(double below) {
        return below > HOPELESS * randomness ? 0 : Math.exp(-below / randomness);
    }
}
