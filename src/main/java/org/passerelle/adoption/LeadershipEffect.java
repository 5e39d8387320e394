package org.passerelle.adoption;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;

/**
 * Whether more people begin in the week after the leadership began something than in weeks like it.
 *
 * @param leaders people of the leadership on the last day
 * @param weeks weeks after the leadership began something, each with others like it
 * @param unmatched such weeks without any other like it, left out
 * @param after first contributors a week, after; null unless shown
 * @param otherwise the same in weeks like it; null unless shown
 * @param difference one less the other; null unless shown, or without interval
 * @param p chance of a difference as large without any association; null unless shown
 * @param places the same place by place
 */
record LeadershipEffect(
        FigureState state,
        int leaders,
        int weeks,
        int unmatched,
        @Nullable Double after,
        @Nullable Double otherwise,
        @Nullable Estimate difference,
        @Nullable Double p,
        List<PlaceEffect> places,
        Bilingual summary) {
    LeadershipEffect {
        places = List.copyOf(places);
    }

    /**
     * In one community, or outside communities.
     *
     * @param community null outside communities
     * @param adjusted p made larger for the number of places; null unless shown
     */
    record PlaceEffect(
            @Nullable Group community,
            FigureState state,
            int weeks,
            @Nullable Double after,
            @Nullable Double otherwise,
            @Nullable Double p,
            @Nullable Double adjusted) {}
}
