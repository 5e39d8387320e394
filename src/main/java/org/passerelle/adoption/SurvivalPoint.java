package org.passerelle.adoption;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.KaplanMeier.Step;

/**
 * A share of newcomers some days after their first contribution.
 *
 * @param watched newcomers who could be watched as long; null unless shown
 * @param share null unless shown
 */
record SurvivalPoint(
        int days,
        FigureState state,
        @Nullable Integer watched,
        @Nullable Estimate share) {
    static SurvivalPoint without(int days, FigureState state) {
        return new SurvivalPoint(days, state, null, null);
    }

    /** Those who last longer. */
    static SurvivalPoint lasting(int days, Step step) {
        return new SurvivalPoint(
                days, FigureState.SHOWN, step.atRisk(), Estimate.holding(step.survival(), step.low(), step.high()));
    }

    /** Those who have come to an end, which here is that they returned. */
    static SurvivalPoint ended(int days, Step step) {
        return new SurvivalPoint(
                days,
                FigureState.SHOWN,
                step.atRisk(),
                Estimate.holding(1 - step.survival(), 1 - step.high(), 1 - step.low()));
    }
}
