package org.passerelle.change;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;

/**
 * One group that the alterations touch.
 *
 * @param peopleBefore people in it; null where it is withheld
 * @param permeability share of its ties that go out; null unless shown
 * @param externalInternal its E-I index; null unless shown
 * @param summary one sentence
 */
public record SimulatedGroup(
        Group group,
        FigureState state,
        @Nullable Integer peopleBefore,
        @Nullable Integer peopleAfter,
        @Nullable BeforeAfter permeability,
        @Nullable BeforeAfter externalInternal,
        Bilingual summary) {}
