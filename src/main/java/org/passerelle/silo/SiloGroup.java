package org.passerelle.silo;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Group;

/**
 * One group and its openness.
 *
 * @param people people who were in it on some day of the window
 * @param activePeople those among them who took part in an exchange while they were in it; null where withheld
 * @param permeability share of its ties that go out; null without data
 * @param externalInternal its E-I index, {@code 2 permeability - 1}; null without data
 */
public record SiloGroup(
        Group group,
        int people,
        @Nullable Integer activePeople,
        FigureState state,
        @Nullable Double permeability,
        @Nullable Double externalInternal) {}
