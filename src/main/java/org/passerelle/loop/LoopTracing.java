package org.passerelle.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionMark;
import org.passerelle.network.MarkedActs.Act;

/**
 * Finds the needs of a discussion and what became of each. A need is what the source calls a question or a ticket; what
 * opens a discussion and asks, complains or suggests; and a chat message that asks in so many words, of somebody who has
 * no open need in the same discussion. What only has a question mark opens a loop when somebody else replied. A
 * contribution belongs to the need that its chain of replies leads to first, otherwise to its author's latest need, and
 * otherwise to the latest need.
 */
final class LoopTracing {
    /** An open need of which nothing was heard for so long is stale. */
    static final Duration STALE_AFTER = Duration.ofDays(30);

    private final List<Act> discussion;
    private final boolean answersAreNamed;
    private final Instant asOf;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<LoopCourse> courses = new ArrayList<>();
    private final @Nullable LoopCourse[] belongs;

    private LoopTracing(List<Act> discussion, boolean answersAreNamed, Instant asOf) {
        this.discussion = discussion;
        this.answersAreNamed = answersAreNamed;
        this.asOf = asOf;
        this.belongs = new LoopCourse[discussion.size()];
    }

    /**
     * The loops of one discussion, in order of their needs.
     *
     * @param discussion in time order
     * @param answersAreNamed whether its source says of answers that they are: then other messages answer none of its questions
     * @param asOf the last moment of the data
     */
    static List<Loop> of(List<Act> discussion, boolean answersAreNamed, Instant asOf) {
        return new LoopTracing(discussion, answersAreNamed, asOf).trace();
    }

    private List<Loop> trace() {
        for (int position = 0; position < discussion.size(); position++) {
            positions.put(discussion.get(position).key(), position);
        }
        for (int position = 0; position < discussion.size(); position++) {
            Act act = discussion.get(position);
            LoopKind kind = need(position);
            if (kind != null) {
                boolean named = answersAreNamed && act.kind() == ContributionKind.QUESTION;
                LoopCourse course = new LoopCourse(act, kind, named);
                courses.add(course);
                belongs[position] = course;
            } else {
                follow(position, act);
            }
        }
        return courses.stream().map(course -> course.loop(asOf)).toList();
    }

    private void follow(int position, Act act) {
        LoopCourse course = course(act);
        belongs[position] = course;
        LoopCourse resolved = act.resolves() == null ? null : courseOf(act.resolves());
        if (resolved != null) {
            resolved.accepted(act);
        }
        if (course != null) {
            course.follows(act, answeredAuthor(act));
        }
    }

    /** What sort of need the contribution at a position opens, null if none. */
    private @Nullable LoopKind need(int position) {
        Act act = discussion.get(position);
        if (act.kind() == ContributionKind.TICKET) {
            return act.repliesTo() == null ? LoopKind.TICKET : null;
        }
        if (act.kind() == ContributionKind.QUESTION) {
            return LoopKind.QUESTION;
        }
        boolean mayAsk = act.kind() == ContributionKind.POST || act.kind() == ContributionKind.MESSAGE;
        if (!mayAsk || act.repliesTo() != null) {
            return null;
        }
        return position == 0 ? opening(act) : inBetween(act);
    }

    private @Nullable LoopKind opening(Act act) {
        boolean asksOn = act.marks().contains(ContributionMark.ASKS);
        boolean told = act.marks().contains(ContributionMark.SOLVED) && !asksOn;
        if (act.marks().contains(ContributionMark.QUESTION)) {
            return act.marks().contains(ContributionMark.PROBLEM) ? LoopKind.PROBLEM : LoopKind.QUESTION;
        }
        if (act.marks().contains(ContributionMark.PROBLEM) && !told) {
            return LoopKind.PROBLEM;
        }
        if (act.marks().contains(ContributionMark.IDEA)) {
            return LoopKind.IDEA;
        }
        return asksOn && discussion.stream().anyMatch(other -> !other.personId().equals(act.personId()))
                ? LoopKind.QUESTION
                : null;
    }

    private @Nullable LoopKind inBetween(Act act) {
        boolean asks = act.kind() == ContributionKind.MESSAGE && act.marks().contains(ContributionMark.QUESTION);
        boolean follows =
                courses.stream().anyMatch(course -> course.askerId().equals(act.personId()) && !course.isClosed());
        return asks && !follows ? LoopKind.QUESTION : null;
    }

    private @Nullable LoopCourse course(Act act) {
        Integer answered = act.repliesTo() == null ? null : positions.get(act.repliesTo());
        if (answered != null && belongs[answered] != null) {
            return belongs[answered];
        }
        if (answered != null && answersAreNamed) {
            return null;
        }
        LoopCourse latest = courses.isEmpty() ? null : courses.getLast();
        for (LoopCourse course : courses.reversed()) {
            if (course.askerId().equals(act.personId())) {
                return course;
            }
        }
        return latest;
    }

    private @Nullable LoopCourse courseOf(String needKey) {
        Integer position = positions.get(needKey);
        LoopCourse course = position == null ? null : belongs[position];
        return course != null && course.needKey().equals(needKey) ? course : null;
    }

    private @Nullable String answeredAuthor(Act act) {
        Integer answered = act.repliesTo() == null ? null : positions.get(act.repliesTo());
        return answered == null ? null : discussion.get(answered).personId();
    }
}
