package org.passerelle.wirearchy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Window;

/**
 * How freely people group: how far the clusters in which they work cross the units, and how much these clusters change.
 *
 * @param snapshot version of the data
 * @param question what was asked
 * @param periods equal parts of the window, the first one first
 * @param steps from each part to the next
 */
public record WorkingGroups(String snapshot, Question question, List<WorkingPeriod> periods, List<WorkingStep> steps) {
    /** Copies the lists. */
    public WorkingGroups {
        periods = List.copyOf(periods);
        steps = List.copyOf(steps);
    }

    /**
     * What is asked.
     *
     * @param periods parts of the window, 2 to 12
     */
    public record Question(WirearchyQuestion about, int periods) {
        /** Most parts of a window. */
        public static final int PERIODS_MAX = 12;

        /** Refuses fewer than two parts and too many. */
        public Question {
            if (periods < 2 || periods > PERIODS_MAX) {
                throw new IllegalArgumentException("periods must be 2 to " + PERIODS_MAX + ", not " + periods);
            }
        }
    }

    /**
     * The freedom of one part of the window.
     *
     * @param people those with a tie in it
     * @param clusters those with more than one person
     * @param across share of the pairs in one cluster that are of different units; null without such pairs
     * @param expected share of all pairs of people that are
     * @param freedom across over expected; null where nothing is expected
     */
    public record WorkingPeriod(
            Window window,
            int people,
            int clusters,
            @Nullable Double across,
            @Nullable Double expected,
            @Nullable Double freedom) {}

    /**
     * What changed from one part to the next.
     *
     * @param people seen in both
     * @param fluidity share of somebody's fellows in either that are not in both, mean over people; null without people
     * @param noise the same between two searches of one part
     */
    public record WorkingStep(
            Window from,
            Window to,
            int people,
            @Nullable Double fluidity,
            @Nullable Double noise) {}
}
