package org.passerelle.wirearchy;

/**
 * Krackhardt's graph-theoretical dimensions of hierarchy; all four are 1 only for a perfect tree.
 *
 * @param connectedness share of pairs in one component
 * @param hierarchy share of connected pairs that are linked one way only
 * @param efficiency 1 less the share of ties beyond what connects
 * @param leastUpperBound share of pairs with a common superior
 */
public record HierarchyIndices(double connectedness, double hierarchy, double efficiency, double leastUpperBound) {}
