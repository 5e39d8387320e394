package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.measure.Brokerage.Role;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Everybody's opennesses, pairs (a, c) with a tied to the broker and the broker to c but a not to c: how many in
 * each role, and how they touch, which {@link BrokerageNulls} turns into variances.
 *
 * <p>From each a, every way of two ties is followed; what a is tied to is marked, so a look-up tells an open way
 * from a closed one. The number of open ways from a through a broker is at once a's share in the broker's sum of
 * squares. Directed, the same is done against the ties for the squares at the other end. All are whole numbers, so
 * it does not matter which thread adds what.
 */
final class Opennesses {
    private static final int SOURCES_A_TASK = 64;

    /** Places of a broker's whole numbers: the roles, then the four sums. */
    private static final int BACK = Role.values().length;

    private static final int FROM_ONE = BACK + 1;
    private static final int TO_ONE = BACK + 2;
    private static final int THROUGH = BACK + 3;
    private static final int PLACES = BACK + 4;

    private final boolean directed;
    private final long[] sums;

    private Opennesses(boolean directed, long[] sums) {
        this.directed = directed;
        this.sums = sums;
    }

    static Opennesses of(TieGraph graph, int[] groups, int threads, Progress progress) {
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        TieGraph back = graph.reversed();
        long[] sums = new long[PLACES * graph.people()];
        int tasks = (graph.people() + SOURCES_A_TASK - 1) / SOURCES_A_TASK;
        int[] openFrom = new int[directed ? graph.neighbours().length : 0];
        List<Walk> walks = new ArrayList<>();
        Progress firstHalf = share -> progress.reached(directed ? share / 2 : share);
        Tasks.run(
                tasks,
                threads,
                () -> listed(walks, directed ? new Forth(graph, back, groups, openFrom) : new Both(graph, groups)),
                firstHalf);
        if (directed) {
            Tasks.run(
                    tasks,
                    threads,
                    () -> listed(walks, new Back(graph, back, groups, openFrom)),
                    share -> progress.reached((1 + share) / 2));
        }
        for (Walk walk : walks) {
            Arrays.setAll(sums, place -> sums[place] + walk.sums[place]);
        }
        return new Opennesses(directed, sums);
    }

    private static Walk listed(List<Walk> walks, Walk walk) {
        synchronized (walks) {
            walks.add(walk);
        }
        return walk;
    }

    /** How often a broker plays a role. */
    long counts(int broker, int role) {
        return sums[broker * PLACES + role];
    }

    /** How the broker's opennesses touch. */
    BrokerageNulls.Touching touching(int broker, long total) {
        int first = broker * PLACES;
        double fromOne = sums[first + FROM_ONE];
        // Without directions every openness is open both ways, and alike from either end.
        return directed
                ? new BrokerageNulls.Touching(
                        total, sums[first + BACK], fromOne, sums[first + TO_ONE], sums[first + THROUGH])
                : new BrokerageNulls.Touching(total, total, fromOne, fromOne, fromOne);
    }

    /** One thread's marks and sums. */
    private abstract static class Walk implements Tasks.Worker {
        final TieGraph ties;
        final int[] groups;
        final int[] closed;
        final long[] sums;

        Walk(TieGraph ties, int[] groups) {
            this.ties = ties;
            this.groups = groups;
            this.closed = new int[ties.people()];
            this.sums = new long[PLACES * ties.people()];
            Arrays.fill(closed, -1);
        }

        @Override
        public final void work(int task) {
            int end = Math.min(ties.people(), (task + 1) * SOURCES_A_TASK);
            for (int source = task * SOURCES_A_TASK; source < end; source++) {
                if (groups[source] >= 0) {
                    mark(ties, source, closed);
                    follow(source);
                }
            }
        }

        static void mark(TieGraph graph, int source, int[] marks) {
            marks[source] = source;
            for (int slot = graph.rowStart(source); slot < graph.rowEnd(source); slot++) {
                marks[graph.neighbour(slot)] = source;
            }
        }

        abstract void follow(int source);

        /** Adds the roles of the open ways through a broker; their number. */
        final int open(int source, int broker) {
            int[] offsets = ties.offsets();
            int[] neighbours = ties.neighbours();
            int first = broker * PLACES;
            int open = 0;
            for (int slot = offsets[broker]; slot < offsets[broker + 1]; slot++) {
                int to = neighbours[slot];
                if (closed[to] != source && groups[to] >= 0) {
                    sums[first + Role.of(groups[source], groups[broker], groups[to]).place]++;
                    open++;
                }
            }
            return open;
        }
    }

    /** Ties without direction. */
    private static final class Both extends Walk {
        Both(TieGraph ties, int[] groups) {
            super(ties, groups);
        }

        @Override
        void follow(int source) {
            for (int slot = ties.rowStart(source); slot < ties.rowEnd(source); slot++) {
                int broker = ties.neighbour(slot);
                if (groups[broker] >= 0) {
                    long open = open(source, broker);
                    sums[broker * PLACES + FROM_ONE] += open * open;
                }
            }
        }
    }

    /** Along the ties. */
    private static final class Forth extends Walk {
        private final TieGraph back;
        private final int[] openFrom;
        private final int[] closedBack;

        Forth(TieGraph ties, TieGraph back, int[] groups, int[] openFrom) {
            super(ties, groups);
            this.back = back;
            this.openFrom = openFrom;
            this.closedBack = new int[ties.people()];
            Arrays.fill(closedBack, -1);
        }

        @Override
        void follow(int source) {
            mark(back, source, closedBack);
            for (int slot = ties.rowStart(source); slot < ties.rowEnd(source); slot++) {
                int broker = ties.neighbour(slot);
                if (groups[broker] >= 0) {
                    long open = open(source, broker);
                    openFrom[slot] = (int) open;
                    sums[broker * PLACES + FROM_ONE] += open * open;
                    if (closedBack[broker] == source) {
                        sums[broker * PLACES + BACK] += openBothWays(source, broker);
                    }
                }
            }
        }

        /** People at the other end of an openness whose way back is open too. */
        private int openBothWays(int source, int broker) {
            int open = 0;
            int inSlot = back.rowStart(broker);
            int inEnd = back.rowEnd(broker);
            // Both rows ascend: one step through the two finds who is tied to the broker both ways.
            for (int slot = ties.rowStart(broker); slot < ties.rowEnd(broker); slot++) {
                int to = ties.neighbour(slot);
                while (inSlot < inEnd && back.neighbour(inSlot) < to) {
                    inSlot++;
                }
                boolean mutual = inSlot < inEnd && back.neighbour(inSlot) == to;
                open += mutual && groups[to] >= 0 && closed[to] != source && closedBack[to] != source ? 1 : 0;
            }
            return open;
        }
    }

    /** Against the ties: how many opennesses lead to each person. */
    private static final class Back extends Walk {
        private final TieGraph forth;
        private final int[] openFrom;

        Back(TieGraph forth, TieGraph back, int[] groups, int[] openFrom) {
            super(back, groups);
            this.forth = forth;
            this.openFrom = openFrom;
        }

        @Override
        void follow(int target) {
            for (int slot = ties.rowStart(target); slot < ties.rowEnd(target); slot++) {
                int broker = ties.neighbour(slot);
                if (groups[broker] >= 0) {
                    long open = count(target, broker);
                    int same = forth.slot(target, broker);
                    sums[broker * PLACES + TO_ONE] += open * open;
                    sums[broker * PLACES + THROUGH] += same < 0 ? 0 : open * openFrom[same];
                }
            }
        }

        private int count(int target, int broker) {
            int open = 0;
            for (int slot = ties.rowStart(broker); slot < ties.rowEnd(broker); slot++) {
                int from = ties.neighbour(slot);
                open += closed[from] != target && groups[from] >= 0 ? 1 : 0;
            }
            return open;
        }
    }
}
