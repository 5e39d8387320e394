package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.network.TieGraph;

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
 * <p>Both are flows by shortest ways, Efim Dinitz, Algorithm for solution of a problem of maximum flow in networks
 * with power estimation, 1970: the people by {@link DisjointChains} in time O(m √n), the ties by {@link
 * StrengthFlow} in O(n² m) by its bound and a few looks at the neighbourhood of the groups in practice. Memory O(n)
 * and one number for every end of a tie. Nothing recurses. Directed ties are taken without direction. Groups without
 * members or without a chain: nobody, no ties, 0. Strengths below a billionth of the largest count as none when ties
 * are cut, and sums that differ by less than that count as equal.
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
    public record CutTie(int from, int to) {
        static CutTie of(int end, int otherEnd) {
            return new CutTie(Math.min(end, otherEnd), Math.max(end, otherEnd));
        }

        static List<CutTie> inOrder(List<CutTie> ties) {
            return ties.stream()
                    .sorted(Comparator.comparingInt(CutTie::from).thenComparingInt(CutTie::to))
                    .toList();
        }
    }

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

    /** The same; the listener hears of every chain that is found, and an interruption is heeded between chains. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        Groups.count(graph, parameters.groups());
        ChainPlaces places = ChainPlaces.of(graph.undirected(), parameters);
        Stripes.checkInterrupted();
        int[] people = DisjointChains.cut(places, share -> progress.reached(share / 2));
        // Direct ties share no tie: every one of them is a chain of its own.
        List<CutTie> ties = parameters.ways() == Ways.DIRECT
                ? directTies(places)
                : StrengthFlow.cut(places, share -> progress.reached((1 + share) / 2));
        double strength = 0;
        for (CutTie tie : ties) {
            strength += places.graph().strength(places.graph().slot(tie.from(), tie.to()));
        }
        progress.reached(1);
        return new Result(people, ties, strength);
    }

    private static List<CutTie> directTies(ChainPlaces places) {
        TieGraph graph = places.graph();
        List<CutTie> ties = new ArrayList<>();
        for (int vertex : places.one()) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (places.at(graph.neighbour(slot)) == ChainPlaces.OTHER) {
                    ties.add(CutTie.of(vertex, graph.neighbour(slot)));
                }
            }
        }
        return CutTie.inOrder(ties);
    }
}
