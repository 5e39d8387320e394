package org.passerelle.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.passerelle.network.TieGraph;

/** Ties without direction and of strength 1, read from a file or drawn, as a graph to time measures on. */
final class EdgeList {
    private static final double SHARE_INSIDE = 0.8;

    private int[] from = new int[1 << 16];
    private int[] to = new int[1 << 16];
    private int size;

    private EdgeList() {}

    /**
     * The graph of a file: one tie a line, two numbers from 0. Lines that start with anything else are passed
     * over; a tie named twice, or to itself, is not repeated.
     */
    static TieGraph read(Path file) throws IOException {
        EdgeList edges = new EdgeList();
        byte[] bytes = Files.readAllBytes(file);
        int at = 0;
        while (at < bytes.length) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (bytes[at] >= '0' && bytes[at] <= '9') {
                edges.addLine(bytes, at, end, file);
            }
            at = end + 1;
        }
        return edges.graph();
    }

    private void addLine(byte[] bytes, int start, int end, Path file) throws IOException {
        int[] ends = new int[2];
        int at = start;
        for (int which = 0; which < 2; which++) {
            while (at < end && (bytes[at] < '0' || bytes[at] > '9')) {
                at++;
            }
            if (at == end) {
                throw new IOException("A line of " + file + " has one number, expected two, at byte " + start);
            }
            for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                ends[which] = Math.addExact(Math.multiplyExact(ends[which], 10), bytes[at] - '0');
            }
        }
        add(ends[0], ends[1]);
    }

    /**
     * An organisation with planted silos: about people / 100 silos of 100; four ties in five stay inside the
     * silo, the fifth goes to a few popular people anywhere. The same arguments give the same graph.
     *
     * @param meanTies ties of a person, on average
     */
    static TieGraph plantedSilos(int people, int meanTies) {
        SplittableRandom random = new SplittableRandom(7);
        EdgeList edges = new EdgeList();
        int silos = Math.max(1, people / 100);
        long wanted = (long) people * meanTies / 2;
        TieGraph graph = edges.graph();
        // Ties that were drawn twice are missing after each round, so a few more are drawn in the next.
        while (graph.ties() < wanted) {
            for (long missing = wanted - graph.ties(); missing > 0; ) {
                int one = random.nextInt(people);
                int other = random.nextDouble() < SHARE_INSIDE
                        ? random.nextInt(people / silos) * silos + one % silos
                        : (int) (people * Math.pow(random.nextDouble(), 2));
                if (other < people && one != other) {
                    edges.add(one, other);
                    missing--;
                }
            }
            graph = edges.graph();
        }
        return graph;
    }

    private void add(int one, int other) {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        from[size] = Math.min(one, other);
        to[size++] = Math.max(one, other);
    }

    private TieGraph graph() {
        long[] pairs = new long[size];
        for (int tie = 0; tie < size; tie++) {
            pairs[tie] = (long) from[tie] << 32 | to[tie];
        }
        Arrays.parallelSort(pairs);
        int people = 0;
        int distinct = 0;
        int[] lower = new int[size];
        int[] upper = new int[size];
        for (int tie = 0; tie < size; tie++) {
            people = Math.max(people, (int) pairs[tie] + 1);
            if (tie == 0 || pairs[tie] != pairs[tie - 1]) {
                lower[distinct] = (int) (pairs[tie] >>> 32);
                upper[distinct++] = (int) pairs[tie];
            }
        }
        double[] strengths = new double[distinct];
        int[] counts = new int[distinct];
        Arrays.fill(strengths, 1);
        Arrays.fill(counts, 1);
        return TieGraph.undirected(
                people, Arrays.copyOf(lower, distinct), Arrays.copyOf(upper, distinct), strengths, counts);
    }
}
