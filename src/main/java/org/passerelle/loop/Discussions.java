package org.passerelle.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.MarkedActs.Act;

/** Brings contributions together that belong to one discussion: of one thread, or joined by replies. */
final class Discussions {
    private static final Comparator<Act> ORDER = Comparator.comparing(Act::at).thenComparing(Act::key);
    /** No chain of replies is followed further. */
    private static final int STEPS_MAX = 1_000;

    private final Map<String, Act> byKey = new HashMap<>();

    /** Takes one contribution. */
    void add(Act act) {
        byKey.put(act.key(), act);
    }

    /** Every discussion, each in time order, in order of their first contributions. */
    List<List<Act>> all() {
        Map<String, List<Act>> byDiscussion = new HashMap<>();
        for (Act act : byKey.values()) {
            byDiscussion
                    .computeIfAbsent(discussion(act), _ -> new ArrayList<>())
                    .add(act);
        }
        List<List<Act>> all = new ArrayList<>(byDiscussion.values());
        all.forEach(discussion -> discussion.sort(ORDER));
        all.sort(Comparator.comparing(List::getFirst, ORDER));
        return all;
    }

    /** The thread of what a chain of replies leads to, or what it leads to itself. */
    private String discussion(Act act) {
        Act top = act;
        Set<String> seen = new HashSet<>();
        while (top.thread() == null && seen.add(top.key()) && seen.size() < STEPS_MAX) {
            Act answered = answered(top);
            if (answered == null) {
                break;
            }
            top = answered;
        }
        return top.thread() == null ? top.key() : top.thread();
    }

    private @Nullable Act answered(Act act) {
        return act.repliesTo() == null ? null : byKey.get(act.repliesTo());
    }
}
