package org.passerelle.change;

import org.jspecify.annotations.Nullable;

/**
 * How much nearer people of different groups became.
 *
 * @param whole of everybody
 * @param scope of the people where something was tried; null where nothing was
 * @param others of everybody else; null where nothing was tried
 * @param gap the scope's less the others'; its change is the difference in differences
 * @param deals how often blocks of weeks were dealt anew; 0 where that takes too long, or there are too few
 */
public record EfficiencyChange(
        FigureChange whole,
        @Nullable FigureChange scope,
        @Nullable FigureChange others,
        @Nullable FigureChange gap,
        int deals) {}
