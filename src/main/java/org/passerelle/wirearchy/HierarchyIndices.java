package org.passerelle.wirearchy;

import org.jspecify.annotations.Nullable;

/**
 * Krackhardt's graph-theoretical dimensions of hierarchy; all four are 1 only for a perfect tree.
 *
 * @param connectedness share of pairs in one component
 * @param hierarchy share of connected pairs that are linked one way only
 * @param efficiency 1 less the share of ties beyond what connects
 * @param leastUpperBound share of pairs with a common superior
 * @param leastUpperBoundLow lower end of its 95 % interval where it is estimated; null where it is exact
 * @param leastUpperBoundHigh upper end
 * @param pairsDrawn pairs it was estimated from; 0 where it is exact
 */
public record HierarchyIndices(
        double connectedness,
        double hierarchy,
        double efficiency,
        double leastUpperBound,
        @Nullable Double leastUpperBoundLow,
        @Nullable Double leastUpperBoundHigh,
        int pairsDrawn) {
    /** All four exact. */
    static HierarchyIndices exact(double connectedness, double hierarchy, double efficiency, double leastUpperBound) {
        return new HierarchyIndices(connectedness, hierarchy, efficiency, leastUpperBound, null, null, 0);
    }
}
