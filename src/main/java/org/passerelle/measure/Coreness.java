package org.passerelle.measure;

import org.passerelle.network.TieGraph;

/**
 * How deep a person sits in the network: the largest k such that the person belongs to a set of people
 * each of whom has k ties inside the set. For an organisation, core people stay connected when the fringe
 * leaves.
 *
 * <p>Vladimir Batagelj and Matjaz Zaversnik, An O(m) algorithm for cores decomposition of networks, 2003,
 * arXiv:cs/0310049; the idea is Seidman's, 1983, doi:10.1016/0378-8733(83)90028-X. Directed ties are taken
 * without direction; strength plays no part. Time and memory O(n + m). Alone: 0. Equal degrees are taken in
 * vertex order, which does not change the answer.
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
        TieGraph ties = graph.undirected();
        int people = ties.people();
        int[] degrees = new int[people];
        int degreeMax = 0;
        for (int vertex = 0; vertex < people; vertex++) {
            degrees[vertex] = ties.degree(vertex);
            degreeMax = Math.max(degreeMax, degrees[vertex]);
        }
        // Vertices sorted by remaining degree, with the start of each degree's bin.
        int[] starts = new int[degreeMax + 2];
        for (int degree : degrees) {
            starts[degree + 1]++;
        }
        for (int degree = 0; degree <= degreeMax; degree++) {
            starts[degree + 1] += starts[degree];
        }
        int[] order = new int[people];
        int[] position = new int[people];
        int[] next = starts.clone();
        for (int vertex = 0; vertex < people; vertex++) {
            position[vertex] = next[degrees[vertex]]++;
            order[position[vertex]] = vertex;
        }
        for (int index = 0; index < people; index++) {
            int vertex = order[index];
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                int other = ties.neighbour(slot);
                if (degrees[other] > degrees[vertex]) {
                    // The neighbour changes places with the first of its bin, which then starts one later.
                    int first = order[starts[degrees[other]]];
                    order[position[other]] = first;
                    position[first] = position[other];
                    position[other] = starts[degrees[other]];
                    order[position[other]] = other;
                    starts[degrees[other]--]++;
                }
            }
        }
        return new Result(degrees, people == 0 ? 0 : degrees[order[people - 1]]);
    }
}
