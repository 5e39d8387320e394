package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * How far apart the two ends of a tie would be without it. A local bridge is a tie whose ends share no contact: the
 * news that crosses it reaches the other side later and by a longer way, or not at all, when the tie is lost.
 *
 * <p>span(e) is the number of steps between the ends of e when e is taken away: 2 where they share a contact, 3 or more
 * for a local bridge, none where nothing else joins them (a bridge tie). Mark Granovetter, The strength of weak ties,
 * 1973, doi:10.1086/225469. Every tie is one step; directions are left out.
 *
 * <p>Time O(sum of both ends' degrees) a tie for what shares a contact; O(sum of the contacts' degrees) a person, and as much
 * a tie, for what is three or four steps apart; a search from both ends, the smaller side first, for the rest. Memory O(n) a
 * thread. The ties are shared among threads; the answer does not depend on them. Stops when its thread is interrupted.
 */
public final class LocalBridges {
    /** Nothing else joins the ends. */
    public static final int APART = 0;

    /** The span of a tie whose ends share a contact. */
    public static final int SHARED_CONTACT = 2;

    private LocalBridges() {}

    /**
     * Which ties.
     *
     * @param groups group of every vertex, -1 for none: only ties between two groups get a span; empty for all ties
     * @param threads how many work at once
     */
    public record Parameters(int[] groups, int threads) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (threads < 1) {
                throw new IllegalArgumentException("At least one thread has to work, not " + threads);
            }
        }

        /** All ties, every processor. */
        public static Parameters defaults() {
            return new Parameters(new int[0], Tasks.threads());
        }

        /** Only the ties between different groups. */
        public Parameters acrossGroups(int[] assignment) {
            return new Parameters(assignment, threads);
        }
    }

    /**
     * The answer, by tie; ties are numbered from 0 in the order of the undirected rows, each from its lower end.
     *
     * @param spans {@value #SHARED_CONTACT} where the ends share a contact, {@value #APART} where nothing else joins
     *     them, -1 for ties that were not asked for
     */
    public record Result(int[] from, int[] to, int[] spans) {
        /** Whether the ends share no contact. */
        public boolean local(int tie) {
            return spans[tie] == APART || spans[tie] > SHARED_CONTACT;
        }
    }

    /** The span of every tie asked for. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        TieGraph both = graph.undirected();
        int[] groups = parameters.groups();
        if (groups.length > 0) {
            Groups.count(both, groups);
        }
        NumberedTies ties = NumberedTies.of(both);
        int[] spans = new int[both.ties()];
        Tasks.run(
                both.people(),
                parameters.threads(),
                () -> {
                    Search search = new Search(both);
                    return vertex -> {
                        for (int slot = both.rowStart(vertex); slot < both.rowEnd(vertex); slot++) {
                            int other = both.neighbour(slot);
                            if (vertex < other) {
                                boolean asked = groups.length == 0
                                        || (groups[vertex] >= 0
                                                && groups[other] >= 0
                                                && groups[vertex] != groups[other]);
                                spans[ties.ofSlot()[slot]] = asked ? search.span(vertex, other) : -1;
                            }
                        }
                    };
                },
                Progress.NONE);
        return new Result(ties.from(), ties.to(), spans);
    }

    /** A search from both ends of a tie at once. */
    private static final class Search {
        /** Met through more than one contact. */
        private static final int SEVERAL = -1;

        private final TieGraph graph;
        /** Steps from the one end plus 1, or from the other as a negative number; 0 where nobody came. */
        private final int[] seen;

        private int[][] fronts;
        private final int[] touched;
        private int touchedSize;
        /** By vertex, whose contacts' contacts were put down last, and through whom this one was met. */
        private final int[] secondOf;

        private final int[] through;
        private int secondsOf = -1;

        Search(TieGraph graph) {
            this.graph = graph;
            this.seen = new int[graph.people()];
            this.touched = new int[graph.people()];
            this.secondOf = new int[graph.people()];
            this.through = new int[graph.people()];
            Arrays.fill(secondOf, -1);
            this.fronts = new int[2][];
        }

        int span(int from, int to) {
            if (shareContact(from, to)) {
                return SHARED_CONTACT;
            }
            if (secondsOf != from) {
                putDownSeconds(from);
            }
            if (knowsSecond(to, from, to)) {
                return SHARED_CONTACT + 1;
            }
            for (int slot = graph.rowStart(to); slot < graph.rowEnd(to); slot++) {
                int contact = graph.neighbour(slot);
                if (contact != from && knowsSecond(contact, from, to)) {
                    return SHARED_CONTACT + 2;
                }
            }
            touchedSize = 0;
            reach(from, 1);
            reach(to, -1);
            fronts = new int[][] {{from}, {to}};
            int steps = 0;
            int met = 0;
            while (met == 0 && fronts[0].length > 0 && fronts[1].length > 0) {
                steps++;
                // Both fronts stand still or move a whole step, so the first meeting is the shortest way.
                met = forward(fronts[0].length <= fronts[1].length ? 0 : 1, from, to) ? steps : 0;
            }
            for (int index = 0; index < touchedSize; index++) {
                seen[touched[index]] = 0;
            }
            return met;
        }

        /** Whether a vertex has a tie with a contact's contact of the one end, met otherwise than over the tie itself. */
        private boolean knowsSecond(int vertex, int from, int to) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int other = graph.neighbour(slot);
                if (other != from && secondOf[other] == from && through[other] != to) {
                    return true;
                }
            }
            return false;
        }

        /** Puts down the contacts' contacts of one end: the ties of one person are best asked one after the other. */
        private void putDownSeconds(int from) {
            secondsOf = from;
            for (int slot = graph.rowStart(from); slot < graph.rowEnd(from); slot++) {
                int contact = graph.neighbour(slot);
                for (int further = graph.rowStart(contact); further < graph.rowEnd(contact); further++) {
                    int second = graph.neighbour(further);
                    through[second] = secondOf[second] == from ? SEVERAL : contact;
                    secondOf[second] = from;
                }
            }
        }

        private void reach(int vertex, int sign) {
            seen[vertex] = sign;
            touched[touchedSize++] = vertex;
        }

        /** Moves one front a step on; whether it met the other. */
        private boolean forward(int side, int from, int to) {
            int sign = side == 0 ? 1 : -1;
            int[] next = new int[16];
            int size = 0;
            for (int vertex : fronts[side]) {
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    int other = graph.neighbour(slot);
                    boolean theTie = (vertex == from && other == to) || (vertex == to && other == from);
                    if (theTie || seen[other] == sign) {
                        continue;
                    }
                    if (seen[other] == -sign) {
                        return true;
                    }
                    reach(other, sign);
                    if (size == next.length) {
                        next = Arrays.copyOf(next, 2 * size);
                    }
                    next[size++] = other;
                }
            }
            fronts[side] = Arrays.copyOf(next, size);
            return false;
        }

        private boolean shareContact(int from, int to) {
            int one = graph.rowStart(from);
            int other = graph.rowStart(to);
            while (one < graph.rowEnd(from) && other < graph.rowEnd(to)) {
                int difference = graph.neighbour(one) - graph.neighbour(other);
                if (difference == 0) {
                    return true;
                }
                one += difference < 0 ? 1 : 0;
                other += difference > 0 ? 1 : 0;
            }
            return false;
        }
    }
}
