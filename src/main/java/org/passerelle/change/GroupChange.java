package org.passerelle.change;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Group;

/**
 * How open a group became.
 *
 * @param permeability share of its ties that go out; null unless shown
 */
public record GroupChange(
        Group group, FigureState state, @Nullable FigureChange permeability) {}
