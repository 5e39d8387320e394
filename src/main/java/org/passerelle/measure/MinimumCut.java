package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.GraphDelegator;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;

/**
 * The fewest people, and the least strength of ties, whose absence leaves two groups without contact: how many
 * people hold two units together. One or two are a risk when they leave or tire; many are a seam that holds.
 *
 * <p>A chain leads from somebody of one group over ties to somebody of the other. The people are the smallest set
 * that every chain meets; members of the two groups may be in it, for they can be absent too, so it is never
 * larger than the smaller group. It is also the largest number of chains that share nobody: Karl Menger, Zur
 * allgemeinen Kurventheorie, 1927, doi:10.4064/fm-10-1-96-115. Over {@link Ways#DIRECT} ties alone it is the
 * smallest set of members with an end of every tie between the groups, which is the largest number of pairs that
 * share nobody (Kőnig). The ties are the set of least total strength that every chain meets: minimum cut, equal to
 * maximum flow, Lester Ford and Delbert Fulkerson, 1956, doi:10.4153/CJM-1956-045-5.
 *
 * <p>Of several sets equally small the one nearest to the group {@code one} is given: the one that leaves the
 * fewest others in contact with it. There is exactly one such set, whatever the order of vertices.
 *
 * <p>JGraphT finds the flow by push and relabel (Andrew Goldberg and Robert Tarjan, 1988,
 * doi:10.1145/48014.61051), which does not recurse. Time O(n³) by its bound and far less in practice, memory
 * O(n + m), several objects a tie. Directed ties are taken without direction. Groups without members or without a
 * chain: nobody, no ties, 0. Strengths below a billionth of the largest count as none when ties are cut.
 */
public final class MinimumCut {
    private MinimumCut() {}

    /** Which chains count. */
    public enum Ways {
        /** Ties between members of the two groups only. */
        DIRECT,
        /** Chains over anybody, members of other groups and of none included. */
        ANY
    }

    /**
     * What to take apart.
     *
     * @param groups group of every vertex, -1 for none
     * @param one the group whose side the cut is nearest to
     * @param other another group
     */
    public record Parameters(int[] groups, int one, int other, Ways ways) {
        /** Copies the groups; refuses a group against itself. */
        public Parameters {
            groups = groups.clone();
            if (one < 0 || other < 0 || one == other) {
                throw new IllegalArgumentException(
                        "A cut is between two different groups, 0 or more, not " + one + " and " + other);
            }
        }

        /** Chains over anybody. */
        public static Parameters defaults(int[] groups, int one, int other) {
            return new Parameters(groups, one, other, Ways.ANY);
        }

        /** The same over other chains. */
        public Parameters withWays(Ways value) {
            return new Parameters(groups, one, other, value);
        }
    }

    /** A tie of the cut; from is the lower vertex. */
    public record CutTie(int from, int to) {}

    /**
     * The answer.
     *
     * @param people the fewest people, ascending
     * @param ties the ties of least total strength, by their ends
     * @param strength their total strength
     */
    public record Result(int[] people, List<CutTie> ties, double strength) {}

    /** The smallest cuts between two groups. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /**
     * The same. An interruption is heeded while a flow's network is made and between the two flows; a flow that
     * has begun runs to its end.
     */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        Groups.count(graph, parameters.groups());
        Chains chains = Chains.of(graph.undirected(), parameters);
        int[] people = fewestPeople(chains);
        progress.reached(0.5);
        List<CutTie> ties = weakestTies(chains);
        double strength = 0;
        for (CutTie tie : ties) {
            strength += chains.graph.strength(chains.graph.slot(tie.from(), tie.to()));
        }
        progress.reached(1);
        return new Result(people, ties, strength);
    }

    /** Where somebody stands: in a group, or between the two on some chain. */
    private enum Place {
        ONE,
        OTHER,
        BETWEEN
    }

    /** Who and what is on a chain without detours: it leaves one group for good and ends where it meets the other. */
    private static final class Chains {
        private final TieGraph graph;
        private final BitSet one;
        private final BitSet other;
        private final BitSet between = new BitSet();

        private Chains(TieGraph graph, BitSet one, BitSet other) {
            this.graph = graph;
            this.one = one;
            this.other = other;
        }

        static Chains of(TieGraph graph, Parameters parameters) {
            Chains chains = new Chains(
                    graph,
                    members(parameters.groups(), parameters.one()),
                    members(parameters.groups(), parameters.other()));
            if (parameters.ways() == Ways.ANY) {
                chains.between.or(reached(graph, chains.one, chains.other));
                chains.between.and(reached(graph, chains.other, chains.one));
            }
            return chains;
        }

        private static BitSet members(int[] groups, int group) {
            BitSet members = new BitSet();
            for (int vertex = 0; vertex < groups.length; vertex++) {
                members.set(vertex, groups[vertex] == group);
            }
            return members;
        }

        /** Everybody outside that can be reached from some people without passing through others. */
        private static BitSet reached(TieGraph graph, BitSet from, BitSet closed) {
            BitSet seen = (BitSet) from.clone();
            int[] queue = Arrays.copyOf(from.stream().toArray(), graph.people());
            int size = from.cardinality();
            for (int head = 0; head < size; head++) {
                for (int slot = graph.rowStart(queue[head]); slot < graph.rowEnd(queue[head]); slot++) {
                    int next = graph.neighbour(slot);
                    if (!seen.get(next) && !closed.get(next)) {
                        seen.set(next);
                        queue[size++] = next;
                    }
                }
            }
            seen.andNot(from);
            return seen;
        }

        /** Hears of every tie that a chain can take, in the direction of the chain. */
        void forEach(StepVisitor visitor) {
            for (int vertex = 0; vertex < graph.people(); vertex++) {
                if (!one.get(vertex) && !between.get(vertex)) {
                    continue;
                }
                Place from = one.get(vertex) ? Place.ONE : Place.BETWEEN;
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    int next = graph.neighbour(slot);
                    if (other.get(next) || between.get(next)) {
                        visitor.step(from, vertex, other.get(next) ? Place.OTHER : Place.BETWEEN, next, slot);
                    }
                }
            }
        }
    }

    /** Hears of a step of a chain. */
    private interface StepVisitor {
        void step(Place from, int vertex, Place to, int next, int slot);
    }

    /**
     * Everybody can be passed once. Members are one vertex each, tied to the source or the sink by 1; whoever
     * stands between is two, an entry and an exit, tied by 1. Steps cannot be cut: they carry more than all people.
     */
    private static int[] fewestPeople(Chains chains) {
        int people = chains.graph.people();
        FlowNetwork network = new FlowNetwork(2 * people);
        chains.one.stream().forEach(vertex -> network.add(network.source, vertex, 1));
        chains.other.stream().forEach(vertex -> network.add(vertex, network.sink, 1));
        chains.between.stream().forEach(vertex -> network.add(vertex, people + vertex, 1));
        chains.forEach((from, vertex, _, next, _) ->
                network.add(from == Place.BETWEEN ? people + vertex : vertex, next, people + 1.0));
        BitSet reached = network.sourceSide();
        BitSet cut = (BitSet) chains.one.clone();
        cut.andNot(reached);
        chains.other.stream().filter(reached::get).forEach(cut::set);
        chains.between.stream()
                .filter(vertex -> reached.get(vertex) && !reached.get(people + vertex))
                .forEach(cut::set);
        return cut.stream().toArray();
    }

    /** Each group is one vertex; a tie carries its strength, both ways between people who stand between. */
    private static List<CutTie> weakestTies(Chains chains) {
        TieGraph graph = chains.graph;
        double[] largest = {0};
        chains.forEach((_, _, _, _, slot) -> largest[0] = Math.max(largest[0], graph.strength(slot)));
        FlowNetwork network = new FlowNetwork(graph.people());
        chains.forEach((from, vertex, to, next, slot) -> network.add(
                from == Place.ONE ? network.source : vertex,
                to == Place.OTHER ? network.sink : next,
                graph.strength(slot) / largest[0]));
        BitSet reached = network.sourceSide();
        List<CutTie> cut = new ArrayList<>();
        chains.forEach((from, vertex, to, next, _) -> {
            boolean leaves = from == Place.ONE || reached.get(vertex);
            if (leaves && (to == Place.OTHER || !reached.get(next))) {
                cut.add(new CutTie(Math.min(vertex, next), Math.max(vertex, next)));
            }
        });
        cut.sort((tie, next) -> tie.from() == next.from()
                ? Integer.compare(tie.to(), next.to())
                : Integer.compare(tie.from(), next.from()));
        return List.copyOf(cut);
    }

    /** Directed capacities between a source and a sink. */
    private static final class FlowNetwork {
        final int source;
        final int sink;
        private final int vertices;
        private int[] from = new int[16];
        private int[] to = new int[16];
        private double[] capacity = new double[16];
        private int size;

        FlowNetwork(int vertices) {
            this.vertices = vertices;
            this.source = vertices;
            this.sink = vertices + 1;
        }

        void add(int start, int end, double amount) {
            if (size == from.length) {
                from = Arrays.copyOf(from, 2 * size);
                to = Arrays.copyOf(to, 2 * size);
                capacity = Arrays.copyOf(capacity, 2 * size);
            }
            from[size] = start;
            to[size] = end;
            capacity[size++] = amount;
        }

        /** The vertices that a maximum flow leaves within reach of the source: the smallest source side there is. */
        BitSet sourceSide() {
            // JGraphT keeps several objects for every vertex, so it gets only those that are used.
            int[] used = used();
            TieGraph capacities = TieGraph.directed(
                    used.length,
                    Arrays.stream(from, 0, size)
                            .map(end -> Arrays.binarySearch(used, end))
                            .toArray(),
                    Arrays.stream(to, 0, size)
                            .map(end -> Arrays.binarySearch(used, end))
                            .toArray(),
                    Arrays.copyOf(capacity, size),
                    new int[size]);
            PushRelabelMFImpl<Integer, Integer> flow =
                    new PushRelabelMFImpl<>(new Stoppable(capacities.asJGraphT(Length.STRENGTH)));
            flow.calculateMinCut(Arrays.binarySearch(used, source), Arrays.binarySearch(used, sink));
            Set<Integer> side = flow.getSourcePartition();
            BitSet reached = new BitSet();
            side.forEach(vertex -> reached.set(used[vertex]));
            return reached;
        }

        private int[] used() {
            BitSet used = new BitSet(vertices + 2);
            used.set(source);
            used.set(sink);
            for (int edge = 0; edge < size; edge++) {
                used.set(from[edge]);
                used.set(to[edge]);
            }
            return used.stream().toArray();
        }
    }

    /** The same graph to a thread that goes on; an interrupted one stops at the next edge it reads. */
    private static final class Stoppable extends GraphDelegator<Integer, Integer> {
        private static final long serialVersionUID = 1L;

        Stoppable(Graph<Integer, Integer> graph) {
            super(graph);
        }

        @Override
        public Integer getEdgeTarget(Integer edge) {
            Stripes.checkInterrupted();
            return super.getEdgeTarget(edge);
        }
    }
}
