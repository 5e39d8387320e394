package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * How far a person's contacts know each other: the share of pairs of contacts that have a tie. For an
 * organisation, a high value is a close circle, a low one somebody between people who do not meet.
 *
 * <p>clustering(v) = 2 t / (k (k - 1)) with t ties among v's k contacts: Watts and Strogatz, Collective
 * dynamics of small-world networks, 1998, doi:10.1038/30918. Directed ties are taken without direction;
 * strength plays no part. Fewer than two contacts: 0, as NetworkX and igraph's average have it. Time O(sum of
 * the degrees of every contact), memory O(n).
 */
public final class Clustering {
    private Clustering() {}

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
     * @param local clustering of every vertex, 0 to 1
     * @param transitivity closed share of all pairs of ties that meet; NaN where no ties meet
     */
    public record Result(double[] local, double transitivity) {}

    /** Local clustering of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        TieGraph ties = graph.undirected();
        int people = ties.people();
        int[] offsets = ties.offsets();
        int[] neighbours = ties.neighbours();
        long[] closed = new long[people];
        int[] contactOf = new int[people];
        Arrays.fill(contactOf, -1);
        for (int vertex = 0; vertex < people; vertex++) {
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                contactOf[neighbours[slot]] = vertex;
            }
            // Each triangle is met once, from its lowest corner, and counted for all three.
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                int second = neighbours[slot];
                if (second > vertex) {
                    for (int inner = offsets[second + 1] - 1;
                            inner >= offsets[second] && neighbours[inner] > second;
                            inner--) {
                        if (contactOf[neighbours[inner]] == vertex) {
                            closed[vertex]++;
                            closed[second]++;
                            closed[neighbours[inner]]++;
                        }
                    }
                }
            }
        }
        double[] local = new double[people];
        double pairs = 0;
        double triangles = 0;
        for (int vertex = 0; vertex < people; vertex++) {
            double possible = ties.degree(vertex) * (ties.degree(vertex) - 1.0) / 2;
            local[vertex] = possible > 0 ? closed[vertex] / possible : 0;
            pairs += possible;
            triangles += closed[vertex];
        }
        return new Result(local, triangles / pairs);
    }
}
