package org.passerelle.measure;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * How far a person's contacts know each other: the share of pairs of contacts that have a tie. For an
 * organisation, a high value is a close circle, a low one somebody between people who do not meet.
 *
 * <p>clustering(v) = 2 t / (k (k - 1)) with t ties among v's k contacts: Watts and Strogatz, Collective
 * dynamics of small-world networks, 1998, doi:10.1038/30918. A contact is anybody tied either way. Read
 * {@link Reading#DIRECTED}, t counts each direction apart and clustering(v) = t / (k (k - 1)): the local
 * clustering coefficient of LDBC Graphalytics, 2016, doi:10.14778/3007263.3007270. Strength plays no part.
 * Fewer than two contacts: 0, as NetworkX and igraph's average have it.
 *
 * <p>Time O(m sqrt(m)) whatever the hubs, shared among threads; memory O(n + m), and n numbers a thread.
 */
public final class Clustering {
    /*
     * Each triangle is met once. Every tie is kept only in the row of the end with fewer ties (equals: of the
     * lower one), so the rows of hubs are short and none is longer than sqrt(2m): Latapy, Main-memory triangle
     * computations, 2008, doi:10.1016/j.tcs.2008.07.017. A person marks their row; whoever is marked in the
     * row of somebody marked closes a triangle, and counts for all three. Counts are whole numbers, so the
     * order in which threads add them up does not show.
     */
    private Clustering() {}

    /** How directed ties are read; without direction in the network the two are the same. */
    public enum Reading {
        /** A tie either way is a tie. */
        UNDIRECTED,
        /** A tie both ways counts twice among the contacts. */
        DIRECTED
    }

    /**
     * How to count.
     *
     * @param threads how many work at once; the answer is the same for any number
     */
    public record Parameters(Reading reading, int threads) {
        /** Refuses to work without threads. */
        public Parameters {
            Crew.checkThreads(threads);
        }

        /** Without direction, every processor. */
        public static Parameters defaults() {
            return new Parameters(Reading.UNDIRECTED, Crew.everyProcessor());
        }

        /** The same with or without direction. */
        public Parameters withReading(Reading how) {
            return new Parameters(how, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(reading, number);
        }
    }

    /**
     * The answer.
     *
     * @param local clustering of every vertex, 0 to 1
     * @param transitivity closed share of all pairs of contacts of anybody; NaN where nobody has two
     */
    public record Result(double[] local, double transitivity) {}

    /** Local clustering of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of every part that is done. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        TieGraph ties = graph.undirected();
        boolean directed = parameters.reading() == Reading.DIRECTED && graph.orientation() == Orientation.DIRECTED;
        long[] closed = new Triangles(ties, directed ? graph : ties).closed(parameters.threads(), progress);
        double[] local = new double[ties.people()];
        double pairs = 0;
        double all = 0;
        for (int vertex = 0; vertex < local.length; vertex++) {
            double possible = ties.degree(vertex) * (ties.degree(vertex) - 1.0) / (directed ? 1 : 2);
            local[vertex] = possible > 0 ? closed[vertex] / possible : 0;
            pairs += possible;
            all += closed[vertex];
        }
        return new Result(local, all / pairs);
    }

    /** The triangles of a network, and how often each of their ties counts. */
    private static final class Triangles {
        private final int[] offsets;
        private final int[] neighbours;
        /** 1, or 2 for a tie both ways that is read with direction. */
        private final byte[] arcs;

        Triangles(TieGraph ties, TieGraph read) {
            int[] rows = ties.offsets();
            int[] others = ties.neighbours();
            offsets = new int[ties.people() + 1];
            neighbours = new int[ties.ties()];
            int size = 0;
            for (int vertex = 0; vertex < ties.people(); vertex++) {
                int degree = rows[vertex + 1] - rows[vertex];
                for (int slot = rows[vertex]; slot < rows[vertex + 1]; slot++) {
                    int other = others[slot];
                    int otherDegree = rows[other + 1] - rows[other];
                    if (degree < otherDegree || (degree == otherDegree && vertex < other)) {
                        neighbours[size++] = other;
                    }
                }
                offsets[vertex + 1] = size;
            }
            arcs = new byte[size];
            Arrays.fill(arcs, (byte) 1);
            if (read.orientation() == Orientation.DIRECTED) {
                countArcs(read);
            }
        }

        private void countArcs(TieGraph read) {
            for (int vertex = 0; vertex < read.people(); vertex++) {
                for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                    boolean out = read.slot(vertex, neighbours[slot]) >= 0;
                    boolean in = read.slot(neighbours[slot], vertex) >= 0;
                    arcs[slot] = (byte) (out && in ? 2 : 1);
                }
            }
        }

        /** For every vertex how many ties its contacts have among themselves. */
        long[] closed(int threads, Progress progress) {
            int[] ranges = Rows.ranges(offsets);
            Queue<long[]> counts = new ConcurrentLinkedQueue<>();
            try (Crew crew = Crew.forSlots(threads, neighbours.length)) {
                crew.each(ranges.length - 1, progress, () -> {
                    long[] counted = new long[offsets.length - 1];
                    counts.add(counted);
                    int[] marks = new int[offsets.length - 1];
                    byte[] markArcs = new byte[offsets.length - 1];
                    return range -> {
                        for (int vertex = ranges[range]; vertex < ranges[range + 1]; vertex++) {
                            count(vertex, marks, markArcs, counted);
                        }
                    };
                });
            }
            long[] closed = new long[offsets.length - 1];
            for (long[] counted : counts) {
                Arrays.setAll(closed, vertex -> closed[vertex] + counted[vertex]);
            }
            return closed;
        }

        private void count(int vertex, int[] marks, byte[] markArcs, long[] counted) {
            int end = offsets[vertex + 1];
            for (int slot = offsets[vertex]; slot < end; slot++) {
                marks[neighbours[slot]] = vertex + 1;
                markArcs[neighbours[slot]] = arcs[slot];
            }
            long own = 0;
            for (int slot = offsets[vertex]; slot < end; slot++) {
                int second = neighbours[slot];
                long seconds = 0;
                for (int inner = offsets[second]; inner < offsets[second + 1]; inner++) {
                    int third = neighbours[inner];
                    if (marks[third] == vertex + 1) {
                        own += arcs[inner];
                        seconds += markArcs[third];
                        counted[third] += arcs[slot];
                    }
                }
                counted[second] += seconds;
            }
            counted[vertex] += own;
        }
    }
}
