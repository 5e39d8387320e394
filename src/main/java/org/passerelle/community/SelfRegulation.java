package org.passerelle.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Act;

/**
 * What of a community lives without its natural animators, by {@link org.passerelle.measure.SelfRegulation}: a thread
 * does when somebody else started it and at least one more person who is none of them spoke in it. It assumes that
 * nobody would step in for them.
 *
 * @param share of the threads, null without threads
 * @param threads threads in the window
 */
public record SelfRegulation(@Nullable Double share, int threads) {
    /** How many animators are left out. */
    public static final int ANIMATORS = 3;

    /** Leaves these people out of those acts. */
    public static SelfRegulation without(Set<String> animatorIds, List<Act> acts) {
        Threads threads = Threads.of(acts);
        boolean[] animators = new boolean[threads.people.size()];
        for (int person = 0; person < animators.length; person++) {
            animators[person] = animatorIds.contains(threads.people.get(person));
        }
        List<int[]> speakers = new ArrayList<>();
        int[] weeks = new int[threads.threads()];
        for (int thread = 0; thread < weeks.length; thread++) {
            int start = threads.threadStart[thread];
            speakers.add(Arrays.copyOfRange(threads.speaker, start, threads.threadStart[thread + 1]));
            weeks[thread] = Math.floorDiv(threads.day[start], 7);
        }
        org.passerelle.measure.SelfRegulation.Result result = org.passerelle.measure.SelfRegulation.compute(
                org.passerelle.measure.SelfRegulation.Parameters.defaults(speakers, weeks, animators));
        double share = result.share().value();
        return new SelfRegulation(Double.isNaN(share) ? null : share, weeks.length);
    }
}
