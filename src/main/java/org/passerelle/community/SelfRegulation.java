package org.passerelle.community;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Act;

/**
 * What of a community lives without its natural animators: a thread does when somebody else started it and
 * at least one more person who is none of them spoke in it. It assumes that nobody would step in for them.
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
        int alive = 0;
        for (int thread = 0; thread < threads.threads(); thread++) {
            int start = threads.threadStart[thread];
            Set<String> others = new HashSet<>();
            for (int position = start; position < threads.threadStart[thread + 1]; position++) {
                others.add(threads.people.get(threads.speaker[position]));
            }
            others.removeAll(animatorIds);
            boolean startedByOther = others.contains(threads.people.get(threads.speaker[start]));
            alive += startedByOther && others.size() > 1 ? 1 : 0;
        }
        return new SelfRegulation(
                threads.threads() == 0 ? null : (double) alive / threads.threads(), threads.threads());
    }
}
