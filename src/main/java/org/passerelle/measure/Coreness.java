package org.passerelle.measure;

import org.passerelle.network.TieGraph;

/**
 * How deep a person sits in the network: the largest k such that the person belongs to a set of people
 * each of whom has k ties inside the set. For an organisation, core people stay connected when the fringe
 * leaves.
 *
 * <p>Stephen Seidman, Network structure and minimum degree, 1983, doi:10.1016/0378-8733(83)90028-X. Level by
 * level as Humayun Kabir and Kamesh Madduri do, Parallel k-core decomposition on multicore platforms, 2017,
 * doi:10.1109/IPDPSW.2017.151, here on one thread; the older way, Batagelj and Zaversnik's bins (2003,
 * arXiv:cs/0310049), moves a person between bins at every lost tie. Directed ties are taken without direction;
 * strength plays no part. Time and memory O(n + m). Alone: 0. The order in
 * which equals leave does not change the answer.
 */
public final class Coreness {
    private Coreness() {}

    /** Nothing to choose. */
    public record Parameters() {
        /** Nothing to choose. */
        public static Parameters defaults() {
            return new Parameters();
        }
    }

    /**
     * The answer.
     *
     * @param cores coreness of every vertex
     * @param degeneracy the largest of them, 0 for an empty graph
     */
    public record Result(int[] cores, int degeneracy) {}

    /** Coreness of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        TieGraph undirected = graph.undirected();
        int people = undirected.people();
        int[] offsets = undirected.offsets();
        int[] neighbours = undirected.neighbours();
        // Ties to those who have not left; it stops at the level at which a person leaves: their coreness.
        int[] left = new int[people];
        int[] staying = new int[people];
        for (int vertex = 0; vertex < people; vertex++) {
            left[vertex] = undirected.degree(vertex);
            staying[vertex] = vertex;
        }
        // One place more, because a candidate is written down before it is known whether it leaves.
        int[] leaving = new int[people + 1];
        int stayingSize = people;
        int level = 0;
        /*
         * At each level everybody with no more ties than the level leaves, and with them whoever they leave
         * behind with no more. Looking through those who stay at every level costs the sum of all
         * corenesses, and nobody's exceeds their number of ties: O(m) in all, and never a move between bins.
         * Whether somebody leaves is as good as a coin toss, which a processor guesses wrong half the time; so
         * everybody is written down, and counted only if it holds.
         */
        while (stayingSize > 0) {
            int leavingSize = 0;
            int kept = 0;
            for (int index = 0; index < stayingSize; index++) {
                int vertex = staying[index];
                int ties = left[vertex];
                staying[kept] = vertex;
                kept += ties > level ? 1 : 0;
                leaving[leavingSize] = vertex;
                leavingSize += ties == level ? 1 : 0;
            }
            for (int index = 0; index < leavingSize; index++) {
                int vertex = leaving[index];
                for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                    int other = neighbours[slot];
                    int ties = left[other];
                    left[other] = ties - (ties > level ? 1 : 0);
                    leaving[leavingSize] = other;
                    leavingSize += ties == level + 1 ? 1 : 0;
                }
            }
            stayingSize = kept;
            level++;
        }
        return new Result(left, degeneracy(left));
    }

    private static int degeneracy(int[] cores) {
        int largest = 0;
        for (int core : cores) {
            largest = Math.max(largest, core);
        }
        return largest;
    }
}
