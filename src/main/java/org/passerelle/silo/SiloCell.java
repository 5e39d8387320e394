package org.passerelle.silo;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Group;

/**
 * Ties between two groups, or within one.
 *
 * @param ties pairs of people with a tie; null unless shown
 * @param people people of either group with such a tie, each once; null unless shown
 * @param interactions interactions between them; null unless shown
 * @param density ties over possible pairs; null unless shown, or where no pair is possible
 * @param observedOverExpected ties over those expected from everybody's number of ties; null unless shown, or
 *     where none are expected
 */
public record SiloCell(
        Group from,
        Group to,
        FigureState state,
        @Nullable Integer ties,
        @Nullable Integer people,
        @Nullable Integer interactions,
        @Nullable Double density,
        @Nullable Estimate observedOverExpected) {}
