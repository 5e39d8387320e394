package org.passerelle.measure;

import java.util.Arrays;
import java.util.BitSet;
import org.passerelle.network.TieGraph;

/**
 * As many chains from one group to another as can be led past each other without sharing anybody, and the people whom
 * none can avoid. It is the flow through a network in which everybody is an entry and an exit tied by 1; instead of
 * that network only the next and the previous of everybody on a chain are kept.
 *
 * <p>In rounds: the shortest ways by which one more chain could be led are measured from both groups at once, the
 * nearer layers first, until the two searches meet; then as many of these ways are taken as do not hinder each other
 * (Dinitz; the O(√n) rounds are those of John Hopcroft and Richard Karp, 1973, doi:10.1137/0202019). Every round is
 * O(n + m) at most and looks no further than halfway between the groups but for the last.
 */
final class DisjointChains {
    private static final int NOBODY = -1;

    private final ChainPlaces places;
    private final TieGraph graph;
    private final int[] next;
    private final int[] previous;
    private final Search out;
    private final Search back;
    /** First slot of an exit's row that has not been tried in this round. */
    private final int[] cursor;
    /** The way that is being looked for: exits and entries in turn, as numbers of {@link #exit}. */
    private final int[] way;

    private DisjointChains(ChainPlaces places) {
        this.places = places;
        graph = places.graph();
        next = filled(graph.people());
        previous = filled(graph.people());
        out = new Search(ChainPlaces.ONE, next, previous);
        back = new Search(ChainPlaces.OTHER, previous, next);
        cursor = new int[graph.people()];
        way = new int[2 * graph.people()];
    }

    private static int[] filled(int people) {
        int[] values = new int[people];
        Arrays.fill(values, NOBODY);
        return values;
    }

    /** The fewest people whom every chain meets, nearest to the first group, ascending. */
    static int[] cut(ChainPlaces places, Progress progress) {
        DisjointChains chains = new DisjointChains(places);
        int most = Math.min(places.one().length, places.other().length);
        int found = 0;
        while (MeetingSearch.meet(chains.out, chains.back)) {
            for (int member : places.one()) {
                if (chains.next[member] == NOBODY && chains.lead(member)) {
                    progress.reached((double) ++found / most);
                    Stripes.checkInterrupted();
                }
            }
        }
        progress.reached(1);
        return chains.unavoidable();
    }

    /** Leads one more chain from a member that has none by a shortest way; false where that is not possible. */
    private boolean lead(int member) {
        int steps = out.depth + back.depth;
        int size = 0;
        cursor[member] = graph.rowStart(member);
        way[size++] = exit(member);
        while (size > 0) {
            int here = way[size - 1];
            if (size - 1 == steps) {
                take(size);
                return true;
            }
            int step = isExit(here) ? fromExit(person(here), size, steps) : fromEntry(person(here), size, steps);
            if (step == NOBODY) {
                size--;
            } else {
                way[size++] = step;
                if (isExit(step)) {
                    cursor[person(step)] = graph.rowStart(person(step));
                }
            }
        }
        return false;
    }

    /** The next entry at the right distance, somebody's own if a chain that passes them can be led elsewhere. */
    private int fromExit(int vertex, int distance, int steps) {
        while (cursor[vertex] < graph.rowEnd(vertex)) {
            int to = graph.neighbour(cursor[vertex]++);
            if (enters(to, distance, steps)) {
                return entry(to);
            }
        }
        boolean passed = places.at(vertex) == ChainPlaces.BETWEEN && previous[vertex] != NOBODY;
        return passed && enters(vertex, distance, steps) ? entry(vertex) : NOBODY;
    }

    private boolean enters(int vertex, int distance, int steps) {
        return distance < out.depth ? out.takeEntry(vertex, distance) : back.takeExit(vertex, steps - distance);
    }

    /** Through somebody who is free; or back to whoever came before on the chain, to lead that one elsewhere. */
    private int fromEntry(int vertex, int distance, int steps) {
        int to = previous[vertex] == NOBODY ? vertex : previous[vertex];
        boolean right = distance < out.depth ? out.takeExit(to, distance) : back.takeEntry(to, steps - distance);
        return right ? exit(to) : NOBODY;
    }

    /** Leads the chains along the way that was found; who was passed back and forth is on none any more. */
    private void take(int size) {
        for (int step = 0; step + 1 < size; step++) {
            int from = person(way[step]);
            int to = person(way[step + 1]);
            if (!isExit(way[step])) {
                continue;
            }
            if (from == to) {
                next[from] = NOBODY;
                previous[from] = NOBODY;
            } else {
                next[from] = to;
                previous[to] = from;
            }
        }
    }

    private int[] unavoidable() {
        BitSet cut = new BitSet();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            switch (places.at(vertex)) {
                case ChainPlaces.ONE -> cut.set(vertex, out.exits[vertex] < 0);
                case ChainPlaces.OTHER -> cut.set(vertex, out.entries[vertex] >= 0);
                case ChainPlaces.BETWEEN -> cut.set(vertex, out.entries[vertex] >= 0 && out.exits[vertex] < 0);
                default -> {}
            }
        }
        return cut.stream().toArray();
    }

    private static int exit(int vertex) {
        return 2 * vertex + 1;
    }

    private static int entry(int vertex) {
        return 2 * vertex;
    }

    private static boolean isExit(int node) {
        return (node & 1) == 1;
    }

    private static int person(int node) {
        return node >> 1;
    }

    /**
     * One of the two searches. What is an exit to the one from the first group is an entry to the other, which goes
     * the same steps in the other direction: its words are its own.
     */
    private final class Search implements MeetingSearch<Search> {
        private final byte home;
        private final byte goal;
        private final int[] behind;
        private final int[] ahead;
        /** Distance of everybody's exit and entry from home, -1 where none is known. */
        private final int[] exits = filled(graph.people());

        private final int[] entries = filled(graph.people());
        private final int[] queue = new int[2 * graph.people()];
        private int size;
        private int layer;
        private int depth;

        Search(byte home, int[] ahead, int[] behind) {
            this.home = home;
            this.goal = ChainPlaces.opposite(home);
            this.ahead = ahead;
            this.behind = behind;
        }

        /** Forgets the last round and begins with the members that are on no chain. */
        @Override
        public void begin() {
            for (int place = 0; place < size; place++) {
                (isExit(queue[place]) ? exits : entries)[person(queue[place])] = NOBODY;
            }
            size = 0;
            layer = 0;
            depth = 0;
            for (int member : places.members(home)) {
                if (ahead[member] == NOBODY) {
                    reachExit(member);
                }
            }
        }

        @Override
        public boolean ended() {
            return layer == size;
        }

        @Override
        public int frontier() {
            return size - layer;
        }

        /** One layer more; whether somebody in it is known to the other search. */
        @Override
        public boolean grow(Search other) {
            int end = size;
            depth++;
            for (; layer < end; layer++) {
                int vertex = person(queue[layer]);
                if (isExit(queue[layer])) {
                    leave(vertex);
                } else if (behind[vertex] != NOBODY) {
                    reachExit(behind[vertex]);
                } else if (places.at(vertex) == ChainPlaces.BETWEEN) {
                    reachExit(vertex);
                }
            }
            for (int place = end; place < size; place++) {
                int vertex = person(queue[place]);
                if ((isExit(queue[place]) ? other.entries : other.exits)[vertex] >= 0) {
                    return true;
                }
            }
            return false;
        }

        private void leave(int vertex) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int to = graph.neighbour(slot);
                if (places.at(to) == ChainPlaces.BETWEEN || places.at(to) == goal) {
                    reachEntry(to);
                }
            }
            if (places.at(vertex) == ChainPlaces.BETWEEN && behind[vertex] != NOBODY) {
                reachEntry(vertex);
            }
        }

        private void reachExit(int vertex) {
            if (exits[vertex] == NOBODY) {
                exits[vertex] = depth;
                queue[size++] = exit(vertex);
            }
        }

        private void reachEntry(int vertex) {
            if (entries[vertex] == NOBODY) {
                entries[vertex] = depth;
                queue[size++] = entry(vertex);
            }
        }

        /** Whether an exit lies so far from home and has not been taken; it is taken then. */
        boolean takeExit(int vertex, int distance) {
            return takeOnce(exits, vertex, distance);
        }

        boolean takeEntry(int vertex, int distance) {
            return takeOnce(entries, vertex, distance);
        }

        /** Everybody lets through one chain, so who was passed or led nowhere need not be tried again this round. */
        private static boolean takeOnce(int[] distances, int vertex, int distance) {
            boolean there = distances[vertex] == distance;
            if (there) {
                distances[vertex] = Integer.MAX_VALUE;
            }
            return there;
        }
    }
}
