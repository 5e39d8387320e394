package org.passerelle.measure;

import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * How much more of the strength lies inside the groups than their members' totals alone would bring there.
 * For an organisation: how far a chart, or a set of clusters, is also how people work.
 *
 * <p>Q = sum over groups of (L / m - resolution (K / 2m)²), L the strength inside, K the sum of the members'
 * strengths, m the total strength; directed L / m - resolution Kout Kin / m². Mark Newman and Michelle
 * Girvan, 2004, doi:10.1103/PhysRevE.69.026113; directed: Leicht and Newman, 2008,
 * doi:10.1103/PhysRevLett.100.118703; resolution: Reichardt and Bornholdt, 2006,
 * doi:10.1103/PhysRevE.74.016110. Time O(n + m), memory O(n).
 *
 * <p>Somebody without a group is a group of their own. Without ties: NaN.
 */
public final class Modularity {
    private Modularity() {}

    /**
     * What to judge.
     *
     * @param groups group of every vertex, -1 for none
     * @param resolution above 1 asks for smaller groups, below 1 for larger ones
     */
    public record Parameters(int[] groups, double resolution) {
        /** Copies the groups; refuses a negative resolution. */
        public Parameters {
            groups = groups.clone();
            if (!(resolution >= 0)) {
                throw new IllegalArgumentException("resolution is 0 or more, not " + resolution);
            }
        }

        /** Resolution 1. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, 1);
        }
    }

    /**
     * The answer.
     *
     * @param quality Q, at most 1
     * @param insideShare share of all strength inside groups
     */
    public record Result(double quality, double insideShare) {}

    /** The modularity of the groups. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int[] groups = parameters.groups();
        int count = Groups.count(graph, groups);
        int people = graph.people();
        int[] own = new int[people];
        for (int vertex = 0; vertex < people; vertex++) {
            own[vertex] = groups[vertex] >= 0 ? groups[vertex] : count + vertex;
        }
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        double[] out = new double[count + people];
        // Undirected rows hold every tie twice: total is 2m, inside 2L, and out and in are both K.
        double[] in = directed ? new double[count + people] : out;
        double inside = 0;
        double total = 0;
        for (int vertex = 0; vertex < people; vertex++) {
            double leaving = 0;
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int other = own[graph.neighbour(slot)];
                double strength = graph.strength(slot);
                leaving += strength;
                inside += own[vertex] == other ? strength : 0;
                if (directed) {
                    in[other] += strength;
                }
            }
            out[own[vertex]] += leaving;
            total += leaving;
        }
        double expected = 0;
        for (int group = 0; group < out.length; group++) {
            expected += out[group] / total * (in[group] / total);
        }
        return new Result(inside / total - parameters.resolution() * expected, inside / total);
    }
}
