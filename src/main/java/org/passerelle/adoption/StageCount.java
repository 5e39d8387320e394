package org.passerelle.adoption;

import org.jspecify.annotations.Nullable;

/**
 * How many have come at least so far.
 *
 * @param people null unless shown
 * @param share of the people of the month; null unless shown
 */
record StageCount(
        AdoptionStage stage,
        FigureState state,
        @Nullable Integer people,
        @Nullable Double share) {
    static StageCount shown(AdoptionStage stage, int people, int of) {
        return new StageCount(stage, FigureState.SHOWN, people, of == 0 ? null : (double) people / of);
    }

    static StageCount without(AdoptionStage stage, FigureState state) {
        return new StageCount(stage, state, null, null);
    }
}
