package org.passerelle.silo;

import org.jspecify.annotations.Nullable;

/**
 * What holds two groups together.
 *
 * @param directly the fewest people with an end of every tie between the two; null unless shown
 * @param byAnyWay the fewest people without whom no chain of ties leads from one to the other; null unless shown
 * @param strength the least total strength of ties without which no chain does; null unless shown
 */
public record SiloHold(
        FigureState state,
        @Nullable Holders directly,
        @Nullable Holders byAnyWay,
        @Nullable Double strength) {
    /** Nothing can be shown. */
    static SiloHold withheld(FigureState state) {
        return new SiloHold(state, null, null, null);
    }
}
