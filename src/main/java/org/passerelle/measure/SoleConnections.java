package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * How many pairs of people in different groups somebody connects, and how many of them nobody else does: what an
 * organisation loses when that person leaves, as against how much passes through the person.
 *
 * <p>Two people are connected by somebody when both have a tie with that person and none with each other; they are
 * connected by that person alone when they share no other contact. So they are two steps apart, and would be three or
 * more. It is Ronald Burt's structural hole between two groups, counted pair by pair: Structural holes, 1992. Every tie
 * counts alike, and directions are left out. The person's own group does not matter.
 *
 * <p>Time O(sum of squared degrees), shared among threads; memory 2 n numbers a thread. The counts do not depend on the
 * number of threads. Stops when its thread is interrupted. Empty graph: no counts.
 */
public final class SoleConnections {
    private static final int STRIPES = 64;

    private SoleConnections() {}

    /**
     * What to count.
     *
     * @param groups group of every vertex, -1 for none, which is no end of a pair
     * @param one for every vertex a group whose pairs with {@code other} are counted apart; -1 for none
     * @param other the other group of every vertex
     * @param threads how many work at once
     */
    public record Parameters(int[] groups, int[] one, int[] other, int threads) {
        /** Copies and checks. */
        public Parameters {
            groups = groups.clone();
            one = one.clone();
            other = other.clone();
            if (one.length != groups.length || other.length != groups.length) {
                throw new IllegalArgumentException("Everybody of " + groups.length + " has a pair of groups, not "
                        + one.length + " and " + other.length);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("At least one thread has to work, not " + threads);
            }
        }

        /** All pairs of groups together, every processor. */
        public static Parameters defaults(int[] groups) {
            int[] none = new int[groups.length];
            Arrays.fill(none, -1);
            return new Parameters(groups, none, none, Tasks.threads());
        }

        /** The same with a pair of groups for every vertex. */
        public Parameters between(int[] oneOf, int[] otherOf) {
            return new Parameters(groups, oneOf, otherOf, threads);
        }
    }

    /**
     * The answer, by vertex; all are unordered pairs of others.
     *
     * @param connected pairs in different groups that the person connects
     * @param sole those among them that nobody else connects
     * @param connectedBetween the same of the person's pair of groups only
     * @param soleBetween the same of the person's pair of groups only
     */
    public record Result(long[] connected, long[] sole, long[] connectedBetween, long[] soleBetween) {}

    /** Counts for everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        TieGraph both = graph.undirected();
        Groups.count(both, parameters.groups());
        int people = both.people();
        // From the two ends of a pair the same place is written, so each thread has its own counts.
        Sums sums = new Sums(people);
        Tasks.run(
                Math.min(people, STRIPES),
                parameters.threads(),
                () -> {
                    Count count = new Count(both, parameters);
                    return stripe -> {
                        for (int end = stripe; end < people; end += STRIPES) {
                            Stripes.checkInterrupted();
                            count.from(end);
                        }
                        sums.add(count);
                    };
                },
                Progress.NONE);
        return new Result(sums.counts[0], sums.counts[1], sums.counts[2], sums.counts[3]);
    }

    /** What all threads counted together; whole numbers, so their order does not matter. */
    private static final class Sums {
        private final long[][] counts;

        Sums(int people) {
            this.counts = new long[4][people];
        }

        synchronized void add(Count part) {
            for (int kind = 0; kind < counts.length; kind++) {
                for (int vertex = 0; vertex < counts[kind].length; vertex++) {
                    counts[kind][vertex] += part.counts[kind][vertex];
                    part.counts[kind][vertex] = 0;
                }
            }
        }
    }

    /** The pairs of which one person is the lower end. */
    private static final class Count {
        private final TieGraph graph;
        private final int[] groups;
        private final int[] one;
        private final int[] other;
        private final long[][] counts;
        private final int[] shared;
        private final boolean[] direct;

        Count(TieGraph graph, Parameters parameters) {
            this.graph = graph;
            this.groups = parameters.groups();
            this.one = parameters.one();
            this.other = parameters.other();
            this.counts = new long[4][graph.people()];
            this.shared = new int[graph.people()];
            this.direct = new boolean[graph.people()];
        }

        void from(int end) {
            if (groups[end] < 0) {
                return;
            }
            for (int slot = graph.rowStart(end); slot < graph.rowEnd(end); slot++) {
                direct[graph.neighbour(slot)] = true;
            }
            visit(end, Pass.SHARED);
            visit(end, Pass.PAIRS);
            for (int slot = graph.rowStart(end); slot < graph.rowEnd(end); slot++) {
                clear(graph.neighbour(slot));
            }
        }

        private void clear(int middle) {
            direct[middle] = false;
            for (int slot = graph.rowStart(middle); slot < graph.rowEnd(middle); slot++) {
                shared[graph.neighbour(slot)] = 0;
            }
        }

        /** What a look at everybody two steps away is for. */
        private enum Pass {
            /** How many contacts each shares with the end. */
            SHARED,
            /** Who these are. */
            PAIRS
        }

        private void visit(int end, Pass pass) {
            for (int slot = graph.rowStart(end); slot < graph.rowEnd(end); slot++) {
                int middle = graph.neighbour(slot);
                for (int next = graph.rowStart(middle); next < graph.rowEnd(middle); next++) {
                    int far = graph.neighbour(next);
                    if (far <= end || direct[far] || groups[far] < 0 || groups[far] == groups[end]) {
                        continue;
                    }
                    if (pass == Pass.PAIRS) {
                        count(end, middle, far);
                    } else {
                        shared[far]++;
                    }
                }
            }
        }

        private void count(int end, int middle, int far) {
            boolean sole = shared[far] == 1;
            boolean between = (groups[end] == one[middle] && groups[far] == other[middle])
                    || (groups[far] == one[middle] && groups[end] == other[middle]);
            counts[0][middle]++;
            counts[1][middle] += sole ? 1 : 0;
            counts[2][middle] += between ? 1 : 0;
            counts[3][middle] += between && sole ? 1 : 0;
        }
    }
}
