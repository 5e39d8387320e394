package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Groups that form when everybody again and again takes the label most frequent among their contacts. For an
 * organisation a fast first look at who belongs together; {@link Leiden} gives better clusters and says how
 * good they are.
 *
 * <p>Usha Nandini Raghavan, Reka Albert and Soundar Kumara, Near linear time algorithm to detect community
 * structures in large-scale networks, 2007, doi:10.1103/PhysRevE.76.036106, in the deterministic form of LDBC
 * Graphalytics (CDLP, 2016, doi:10.14778/3007263.3007270): all take their new label at once, and of equally
 * frequent labels the smallest. At first everybody's label is their vertex. A directed tie counts for both its
 * ends, and a tie both ways twice; strength plays no part.
 *
 * <p>Time O(m) an iteration, shared among threads; memory O(n + m), and n numbers a thread. Empty graph: no
 * labels. Somebody alone keeps theirs. On a network of two sides (a tie, a star) labels may change places
 * forever: the result says whether they settled. Labels follow the numbers of vertices, so equally frequent
 * labels fall out otherwise when people are numbered otherwise.
 */
public final class LabelPropagation {
    private LabelPropagation() {}

    /**
     * How long.
     *
     * @param iterationsMax most iterations
     * @param threads how many work at once; the labels are the same for any number
     */
    public record Parameters(int iterationsMax, int threads) {
        /** Refuses not to begin. */
        public Parameters {
            if (iterationsMax < 1) {
                throw new IllegalArgumentException("iterationsMax is above 0, not " + iterationsMax);
            }
            Crew.checkThreads(threads);
        }

        /** At most 10 iterations, as the benchmark has it, on every processor. */
        public static Parameters defaults() {
            return new Parameters(10, Crew.everyProcessor());
        }

        /** The same with at most so many iterations. */
        public Parameters withIterationsMax(int number) {
            return new Parameters(number, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(iterationsMax, number);
        }
    }

    /**
     * The answer.
     *
     * @param labels label of every vertex: one of the vertices
     * @param groups the same numbered from 0 in the order of their first member
     * @param groupCount number of groups
     * @param iterations how many were made; after the last that changed anything one more finds that out
     * @param settled whether another iteration would change nothing
     */
    public record Result(int[] labels, int[] groups, int groupCount, int iterations, boolean settled) {}

    /** The label of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of every iteration. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        Rows outgoing = Rows.outgoing(graph);
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        Rows incoming = directed ? Rows.incoming(graph) : outgoing;
        int[] labels = new int[graph.people()];
        int[] next = new int[graph.people()];
        Arrays.setAll(labels, vertex -> vertex);
        int[] ranges = Rows.ranges(outgoing.offsets());
        boolean[] changed = new boolean[ranges.length - 1];
        int iterations = 0;
        boolean settled = false;
        try (Crew crew = Crew.forSlots(parameters.threads(), outgoing.slots())) {
            while (!settled && iterations < parameters.iterationsMax()) {
                int[] old = labels;
                int[] fresh = next;
                crew.each(changed.length, () -> {
                    Ballot ballot = new Ballot(old);
                    return range -> {
                        boolean any = false;
                        for (int vertex = ranges[range]; vertex < ranges[range + 1]; vertex++) {
                            ballot.add(outgoing, vertex);
                            if (directed) {
                                ballot.add(incoming, vertex);
                            }
                            fresh[vertex] = ballot.winner(vertex);
                            any |= fresh[vertex] != old[vertex];
                        }
                        changed[range] = any;
                    };
                });
                settled = true;
                for (boolean any : changed) {
                    settled &= !any;
                }
                labels = fresh;
                next = old;
                progress.reached((double) ++iterations / parameters.iterationsMax());
            }
        }
        progress.reached(1);
        return result(labels, iterations, settled);
    }

    private static Result result(int[] labels, int iterations, boolean settled) {
        int[] groups = new int[labels.length];
        int[] numbers = new int[labels.length];
        Arrays.fill(numbers, -1);
        int count = 0;
        for (int vertex = 0; vertex < labels.length; vertex++) {
            if (numbers[labels[vertex]] < 0) {
                numbers[labels[vertex]] = count++;
            }
            groups[vertex] = numbers[labels[vertex]];
        }
        return new Result(labels, groups, count, iterations, settled);
    }

    /** One thread's count of the labels around a vertex. */
    private static final class Ballot {
        private final int[] labels;
        private final int[] votes;
        private int[] seen = new int[64];
        private int seenSize;

        Ballot(int[] labels) {
            this.labels = labels;
            this.votes = new int[labels.length];
        }

        void add(Rows rows, int vertex) {
            int[] neighbours = rows.neighbours();
            int end = rows.offsets()[vertex + 1];
            int start = rows.offsets()[vertex];
            if (seen.length < seenSize + end - start) {
                seen = Arrays.copyOf(seen, 2 * (seenSize + end - start));
            }
            for (int slot = start; slot < end; slot++) {
                int label = labels[neighbours[slot]];
                if (votes[label]++ == 0) {
                    seen[seenSize++] = label;
                }
            }
        }

        /** The most frequent label, the smallest of equals; the vertex's own where nobody has voted. */
        int winner(int vertex) {
            int best = labels[vertex];
            int most = 0;
            for (int index = 0; index < seenSize; index++) {
                int label = seen[index];
                if (votes[label] > most || (votes[label] == most && label < best)) {
                    best = label;
                    most = votes[label];
                }
                votes[label] = 0;
            }
            seenSize = 0;
            return best;
        }
    }
}
