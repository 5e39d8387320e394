package org.passerelle.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;

/** The days a caller asks about; a missing end is the first or last day with data. */
public record WindowInput(
        @Nullable LocalDate from, @Nullable LocalDate to) {
    /**
     * The same for figures of groups: where few people must not be told of, whole months, because what two windows tell that
     * differ by a day is what was said on that day.
     *
     * @param peopleMin fewest people behind a figure; 1 takes any days
     */
    public static Window ofGroups(@Nullable WindowInput input, NetworkSnapshot snapshot, int peopleMin) {
        Window asked = resolve(input, snapshot);
        return peopleMin <= 1 || asked.covers(snapshot.extent()) ? asked : asked.wholeMonths();
    }

    /** The window a caller means on that snapshot; all days with data when it says nothing. */
    public static Window resolve(@Nullable WindowInput input, NetworkSnapshot snapshot) {
        Window extent = snapshot.extent();
        if (input == null) {
            return extent;
        }
        LocalDate from = input.from != null ? input.from : extent.from();
        LocalDate to = input.to != null ? input.to : extent.to();
        if (input.from != null && input.to != null && to.isBefore(from)) {
            throw new BadUserInput("A window must not end before it starts: from " + from + ", to " + to + ".");
        }
        if (to.isBefore(from)) {
            throw new BadUserInput("The data are from " + extent.from() + " to " + extent.to()
                    + "; the window asked for lies outside (from " + from + ", to " + to + ").");
        }
        return new Window(from, to);
    }
}
