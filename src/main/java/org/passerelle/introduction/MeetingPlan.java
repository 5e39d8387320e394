package org.passerelle.introduction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;

/**
 * The few meetings that would open silos most, best first.
 *
 * @param efficiency mean of 1 / steps over pairs of people of different groups, as it is
 * @param efficiencyInterval of it, null where it is exact
 * @param pairs pairs of people of different groups
 * @param smallestGroup people in the smallest group that counts
 * @param gain what all meetings add together
 * @param gainMax no set of as many allowed meetings as were asked for adds more; null where gains are estimates
 * @param introducersTold whether it may be said who knows whom
 * @param leftOut who may not be suggested, and why
 */
record MeetingPlan(
        double efficiency,
        @Nullable Estimate efficiencyInterval,
        long pairs,
        int smallestGroup,
        double gain,
        @Nullable Double gainMax,
        List<Meeting> meetings,
        boolean introducersTold,
        LeftOut leftOut) {
    /** Copies the list. */
    MeetingPlan {
        meetings = List.copyOf(meetings);
    }

    /**
     * People who are not suggested, each counted once, for the first of these reasons that holds.
     *
     * @param gone not in the company on the last day: they are left out of the network too
     * @param notSuggested do not want to be suggested; ways over them count
     * @param outside belong to no company of one's own; ways over them count
     * @param busy are asked a lot already; ways over them count
     */
    record LeftOut(int gone, int notSuggested, int outside, int busy) {}
}
