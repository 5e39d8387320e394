package org.passerelle.introduction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Provenance;
import org.passerelle.measure.Estimate;

/**
 * A plan as its reader may see it.
 *
 * @param pairs pairs of people of different groups
 */
record ShownPlan(
        Provenance provenance,
        double efficiency,
        @Nullable Estimate efficiencyInterval,
        double pairs,
        double gain,
        @Nullable Double gainMax,
        List<ShownMeeting> meetings,
        LeftOut leftOut) {
    /** Copies the list. */
    ShownPlan {
        meetings = List.copyOf(meetings);
    }

    /** How many may not be suggested, and why; null where they are some but fewer than the floor. */
    record LeftOut(
            @Nullable Integer gone,
            @Nullable Integer notSuggested,
            @Nullable Integer outside,
            @Nullable Integer busy) {
        static LeftOut of(MeetingPlan.LeftOut counts, int floor) {
            return new LeftOut(
                    shown(counts.gone(), floor),
                    shown(counts.notSuggested(), floor),
                    shown(counts.outside(), floor),
                    shown(counts.busy(), floor));
        }

        private static @Nullable Integer shown(int people, int floor) {
            return people > 0 && people < floor ? null : (Integer) people;
        }
    }
}
