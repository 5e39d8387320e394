package org.passerelle.measure;

import org.passerelle.network.TieGraph;

/**
 * How much more of the strength lies inside the groups than a fixed strength for every pair of members would be.
 * For an organisation: whether groups are denser than a threshold one can name, such as one exchange a month,
 * whatever the size of the company; modularity, which compares with the whole, cannot see small groups in a
 * large one.
 *
 * <p>H = sum over groups of (L - resolution n (n - 1) / 2) / m, L the strength inside, n the members, m the total
 * strength; directed n (n - 1) ordered pairs. The constant Potts model: Vincent Traag, Paul Van Dooren and Yurii
 * Nesterov, Narrow scope for resolution-limit-free community detection, 2011, doi:10.1103/PhysRevE.84.016114. We
 * divide by m, so that windows of different lengths compare; igraph also counts every person as a pair with
 * themselves, and so gives resolution n / (2 m) less. Time O(n + m), memory O(n).
 *
 * <p>Somebody without a group is a group of their own. Without ties: NaN.
 */
public final class ConstantPotts {
    private ConstantPotts() {}

    /**
     * What to judge.
     *
     * @param groups group of every vertex, -1 for none
     * @param resolution the strength per pair that a group has to exceed, 0 or more
     */
    public record Parameters(int[] groups, double resolution) {
        /** Copies the groups; refuses a negative resolution. */
        public Parameters {
            groups = groups.clone();
            if (!(resolution >= 0)) {
                throw new IllegalArgumentException("resolution is 0 or more, not " + resolution);
            }
        }
    }

    /**
     * The answer.
     *
     * @param quality H, at most 1
     * @param insideShare share of all strength inside groups
     */
    public record Result(double quality, double insideShare) {}

    /** The quality of the groups under the constant Potts model. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int[] groups = parameters.groups();
        int count = Groups.count(graph, groups);
        double pairs = 0;
        for (double size : Groups.sizes(groups, count)) {
            // Rows of either kind of graph hold a slot for every ordered pair.
            pairs += size * (size - 1);
        }
        double inside = 0;
        double total = 0;
        for (int vertex = 0; vertex < groups.length; vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                double strength = graph.strength(slot);
                total += strength;
                inside += groups[vertex] >= 0 && groups[vertex] == groups[graph.neighbour(slot)] ? strength : 0;
            }
        }
        // Without ties the difference over 0 would be infinite where it means nothing.
        double quality = total == 0 ? Double.NaN : (inside - parameters.resolution() * pairs) / total;
        return new Result(quality, inside / total);
    }
}
