package org.passerelle.wirearchy;

import org.jspecify.annotations.Nullable;

/**
 * Ties at one distance in the reporting tree.
 *
 * @param distance steps in the tree; null for people in different trees
 * @param possiblePairs pairs of people who were at that distance on some day of the window
 * @param ties pairs among them who exchanged on such a day
 * @param share of all ties; null without ties
 * @param rate ties over possible pairs; null without pairs
 * @param observedOverExpected rate over that of all pairs together; null without ties or without pairs
 */
public record DistanceRow(
        @Nullable Integer distance,
        double possiblePairs,
        int ties,
        @Nullable Double share,
        @Nullable Double rate,
        @Nullable Double observedOverExpected) {}
