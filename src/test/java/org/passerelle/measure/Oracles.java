package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/** Slow, obvious computations that measures are compared with. */
final class Oracles {
    private Oracles() {}

    /** Strength from every vertex to every other, 0 without tie. */
    static double[][] matrix(TieGraph graph) {
        double[][] matrix = new double[graph.people()][graph.people()];
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                matrix[vertex][graph.neighbour(slot)] = graph.strength(slot);
            }
        }
        return matrix;
    }

    /** Lengths of the shortest paths between all pairs: Floyd and Warshall. */
    static double[][] lengths(TieGraph graph, PathLength pathLength) {
        double[][] lengths = matrix(graph);
        int people = lengths.length;
        for (int from = 0; from < people; from++) {
            for (int to = 0; to < people; to++) {
                double strength = lengths[from][to];
                lengths[from][to] = from == to
                        ? 0
                        : strength == 0 ? Double.POSITIVE_INFINITY : pathLength == PathLength.STEPS ? 1 : 1 / strength;
            }
        }
        for (int over = 0; over < people; over++) {
            for (int from = 0; from < people; from++) {
                for (int to = 0; to < people; to++) {
                    lengths[from][to] = Math.min(lengths[from][to], lengths[from][over] + lengths[over][to]);
                }
            }
        }
        return lengths;
    }

    /** Numbers of shortest paths between all pairs, by the definition: a path's last tie decides. */
    static double[][] pathCounts(TieGraph graph, PathLength pathLength, double rounding) {
        double[][] lengths = lengths(graph, pathLength);
        double[][] strengths = matrix(graph);
        int people = lengths.length;
        double[][] counts = new double[people][people];
        for (int from = 0; from < people; from++) {
            double[] row = lengths[from];
            Integer[] byLength = new Integer[people];
            Arrays.setAll(byLength, vertex -> vertex);
            Arrays.sort(byLength, (one, other) -> Double.compare(row[one], row[other]));
            counts[from][from] = 1;
            for (int to : byLength) {
                for (int before = 0; before < people; before++) {
                    double step = pathLength == PathLength.STEPS ? 1 : 1 / strengths[before][to];
                    if (to != from
                            && strengths[before][to] > 0
                            && row[to] < Double.POSITIVE_INFINITY
                            && Math.abs(row[before] + step - row[to]) <= rounding) {
                        counts[from][to] += counts[from][before];
                    }
                }
            }
        }
        return counts;
    }
}
