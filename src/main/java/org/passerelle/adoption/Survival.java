package org.passerelle.adoption;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long some newcomers stay.
 *
 * @param newcomers how many there are; null unless shown
 * @param active share still contributing after 30, 90 and 180 days
 * @param returned share who contributed again, on a later day, within 30, 90 and 180 days
 */
record Survival(
        FigureState state, @Nullable Integer newcomers, List<SurvivalPoint> active, List<SurvivalPoint> returned) {
    Survival {
        active = List.copyOf(active);
        returned = List.copyOf(returned);
    }
}
