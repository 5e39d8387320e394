package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.measure.MinimumCut.CutTie;
import org.passerelle.network.TieGraph;

/**
 * As much as can flow from one group to another over ties that carry their strength either way, and the ties that
 * hold it back. Each group is one source or sink; nothing flows back into the first or on from the other.
 *
 * <p>In rounds, as in {@link DisjointChains}: shortest ways are measured from both groups until the searches meet,
 * then filled until each has a tie that carries no more (Dinitz). The network's own rows serve for both directions:
 * what flows over a slot is kept once for each end, with opposite signs.
 */
final class StrengthFlow {
    /** What is left of a tie counts as nothing below this part of the largest strength. */
    private static final double NOTHING = 1e-9;

    private final ChainPlaces places;
    private final TieGraph graph;
    private final double[] flow;
    private final double nothing;
    private final Search out;
    private final Search back;
    /** First slot of a row that has not been tried in this round. */
    private final int[] cursor;
    /** The slots of the way that is being looked for. */
    private final int[] way;

    private StrengthFlow(ChainPlaces places) {
        this.places = places;
        graph = places.graph();
        flow = new double[graph.neighbours().length];
        nothing = NOTHING * Arrays.stream(graph.strengths()).max().orElse(0);
        out = new Search(ChainPlaces.ONE, 1);
        back = new Search(ChainPlaces.OTHER, -1);
        cursor = new int[graph.people()];
        way = new int[graph.people()];
    }

    /** The ties of least total strength that every chain takes, nearest to the first group, in order. */
    static List<CutTie> cut(ChainPlaces places, Progress progress) {
        StrengthFlow flow = new StrengthFlow(places);
        double most = Math.min(flow.bound(ChainPlaces.ONE), flow.bound(ChainPlaces.OTHER));
        double carried = 0;
        while (MeetingSearch.meet(flow.out, flow.back)) {
            for (int member : places.one()) {
                for (double more = flow.fill(member); more > 0; more = flow.fill(member)) {
                    carried += more;
                    progress.reached(Math.min(1, carried / most));
                    Stripes.checkInterrupted();
                }
            }
        }
        progress.reached(1);
        return flow.full();
    }

    /** The strength of all ties that a chain could leave a group by. */
    private double bound(byte group) {
        double sum = 0;
        for (int member : places.members(group)) {
            for (int slot = graph.rowStart(member); slot < graph.rowEnd(member); slot++) {
                sum += places.at(graph.neighbour(slot)) == group ? 0 : graph.strength(slot);
            }
        }
        return sum;
    }

    /** Lets as much as one shortest way from a member still carries flow over it; 0 where there is none left. */
    private double fill(int member) {
        int steps = out.depth + back.depth;
        int size = 0;
        int here = member;
        while (size < steps) {
            int slot = onward(here, size + 1, steps);
            if (slot >= 0) {
                way[size++] = slot;
                here = graph.neighbour(slot);
            } else if (size == 0) {
                return 0;
            } else {
                // It leads nowhere: the one before goes on with the next slot of the row.
                size--;
                here = size == 0 ? member : graph.neighbour(way[size - 1]);
                cursor[here]++;
            }
        }
        double most = Double.POSITIVE_INFINITY;
        for (int step = 0; step < size; step++) {
            most = Math.min(most, left(way[step]));
        }
        int from = member;
        for (int step = 0; step < size; step++) {
            int to = graph.neighbour(way[step]);
            flow[way[step]] += most;
            flow[graph.slot(to, from)] -= most;
            from = to;
        }
        return most;
    }

    /** A slot that carries more and leads one step nearer, -1 where there is none. */
    private int onward(int vertex, int distance, int steps) {
        for (; cursor[vertex] < graph.rowEnd(vertex); cursor[vertex]++) {
            int slot = cursor[vertex];
            int to = graph.neighbour(slot);
            boolean nearer =
                    distance < out.depth ? out.distances[to] == distance : back.distances[to] == steps - distance;
            if (nearer && left(slot) > nothing) {
                return slot;
            }
        }
        return -1;
    }

    private double left(int slot) {
        return graph.strength(slot) - flow[slot];
    }

    /** The ties that lead from whom the first group still reaches to whom it does not. */
    private List<CutTie> full() {
        List<CutTie> ties = new ArrayList<>();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            if (out.distances[vertex] < 0) {
                continue;
            }
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int to = graph.neighbour(slot);
                if (out.distances[to] < 0 && places.at(to) != ChainPlaces.NOWHERE) {
                    ties.add(CutTie.of(vertex, to));
                }
            }
        }
        return CutTie.inOrder(ties);
    }

    /** One of the two searches, along the flow or against it. */
    private final class Search implements MeetingSearch<Search> {
        private final byte home;
        private final byte goal;
        /** 1 where ways lead from home, -1 where they lead home. */
        private final int sign;
        /** Everybody's distance from home, -1 where none is known. */
        private final int[] distances = new int[graph.people()];

        private final int[] queue = new int[graph.people()];
        private int size;
        private int layer;
        private int depth;

        Search(byte home, int sign) {
            this.home = home;
            this.goal = ChainPlaces.opposite(home);
            this.sign = sign;
            Arrays.fill(distances, -1);
        }

        /** Forgets the last round and begins with all members. */
        @Override
        public void begin() {
            for (int place = 0; place < size; place++) {
                distances[queue[place]] = -1;
            }
            size = 0;
            layer = 0;
            depth = 0;
            for (int member : places.members(home)) {
                distances[member] = 0;
                cursor[member] = graph.rowStart(member);
                queue[size++] = member;
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
            boolean met = false;
            depth++;
            for (; layer < end; layer++) {
                int vertex = queue[layer];
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    int to = graph.neighbour(slot);
                    boolean open = places.at(to) == ChainPlaces.BETWEEN || places.at(to) == goal;
                    if (open && distances[to] < 0 && graph.strength(slot) - sign * flow[slot] > nothing) {
                        distances[to] = depth;
                        cursor[to] = graph.rowStart(to);
                        queue[size++] = to;
                        met |= other.distances[to] >= 0;
                    }
                }
            }
            return met;
        }
    }
}
