package org.passerelle.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionMark;
import org.passerelle.network.MarkedActs.Act;
import org.passerelle.network.MarkedActs.Thanks;

/**
 * One loop while its discussion is read in time order. An accepted answer closes it for good. Thanks, a solution that is
 * told, and a work item close it unless whoever asked says afterwards that it is not solved; the first of them counts.
 */
final class LoopCourse {
    private final Act need;
    private final LoopKind kind;
    private final boolean answersAreNamed;
    private final Map<String, Instant> repliers = new LinkedHashMap<>();
    private final List<Act> accepted = new ArrayList<>();
    private final List<Sign> signs = new ArrayList<>();
    private @Nullable Instant answeredAt;
    private @Nullable String answererId;
    private @Nullable String lastReplierId;
    private @Nullable Instant lastAnswerAt;
    private @Nullable Instant unsolvedAt;
    private Instant lastAt;

    LoopCourse(Act need, LoopKind kind, boolean answersAreNamed) {
        this.need = need;
        this.kind = kind;
        this.answersAreNamed = answersAreNamed;
        this.lastAt = need.at();
    }

    /** Something that says that the need is met. */
    private record Sign(Instant at, LoopEvidence evidence, String closerId) {}

    String askerId() {
        return need.personId();
    }

    String needKey() {
        return need.key();
    }

    boolean isClosed() {
        return !accepted.isEmpty() || sign() != null;
    }

    /** The source says that this contribution met the need. */
    void accepted(Act act) {
        accepted.add(act);
    }

    /**
     * The next contribution that belongs to it.
     *
     * @param answeredAuthor who wrote what it answers, null where unknown
     */
    void follows(Act act, @Nullable String answeredAuthor) {
        lastAt = act.at();
        if (act.personId().equals(askerId())) {
            askerSays(act, answeredAuthor);
            return;
        }
        repliers.putIfAbsent(act.personId(), act.at());
        lastReplierId = act.personId();
        if (answers(act)) {
            lastAnswerAt = act.at();
            if (answeredAt == null) {
                answeredAt = act.at();
                answererId = act.personId();
            }
        }
        for (Thanks thanks : act.thanks()) {
            if (thanks.personId().equals(askerId())) {
                sign(thanks.at().isBefore(act.at()) ? act.at() : thanks.at(), LoopEvidence.THANKED, act.personId());
            }
        }
        boolean handled = kind == LoopKind.PROBLEM || kind == LoopKind.TICKET;
        if (handled && act.marks().contains(ContributionMark.SOLVED) && !asksBack(act)) {
            sign(act.at(), LoopEvidence.RESOLVED, act.personId());
        } else if (isWorkItem(act)) {
            sign(act.at(), LoopEvidence.WORK_ITEM, act.personId());
        }
    }

    private void askerSays(Act act, @Nullable String answeredAuthor) {
        if (act.marks().contains(ContributionMark.UNSOLVED)) {
            unsolvedAt = act.at();
            return;
        }
        if (asksBack(act)) {
            return;
        }
        String thanked = answeredAuthor != null && !answeredAuthor.equals(askerId()) ? answeredAuthor : lastReplierId;
        if (act.marks().contains(ContributionMark.SOLVED)) {
            sign(act.at(), LoopEvidence.RESOLVED, thanked == null ? askerId() : thanked);
        } else if (act.marks().contains(ContributionMark.THANKS) && thanked != null) {
            sign(act.at(), LoopEvidence.THANKED, thanked);
        } else if (isWorkItem(act)) {
            sign(act.at(), LoopEvidence.WORK_ITEM, askerId());
        }
    }

    private void sign(Instant at, LoopEvidence evidence, String closerId) {
        signs.add(new Sign(at, evidence, closerId));
    }

    /** The first sign since whoever asked last said that it is not solved. */
    private @Nullable Sign sign() {
        Sign first = null;
        for (Sign sign : signs) {
            boolean holds = unsolvedAt == null || sign.at().isAfter(unsolvedAt);
            first = holds && (first == null || sign.at().isBefore(first.at())) ? sign : first;
        }
        return first;
    }

    private static boolean isWorkItem(Act act) {
        return act.kind() == ContributionKind.TICKET || act.marks().contains(ContributionMark.WORK_ITEM);
    }

    /** Where answers are called so, nothing else is one; elsewhere a reply that only asks back is none. */
    private boolean answers(Act act) {
        boolean tells = !asksBack(act) || act.marks().contains(ContributionMark.TELLS);
        return act.kind() == ContributionKind.ANSWER
                || (!(answersAreNamed && act.kind() == ContributionKind.MESSAGE) && tells);
    }

    private static boolean asksBack(Act act) {
        return act.marks().contains(ContributionMark.QUESTION) || act.marks().contains(ContributionMark.ASKS);
    }

    /** What has become of it by then. */
    Loop loop(Instant asOf) {
        Sign sign = sign();
        if (!accepted.isEmpty()) {
            // An answer is accepted later than it is written, but no source says when: its own moment stands for it.
            List<String> closers =
                    accepted.stream().map(Act::personId).distinct().sorted().toList();
            return loop(
                    LoopState.CLOSED, LoopEvidence.ACCEPTED, accepted.getFirst().at(), closers, asOf);
        }
        if (sign != null) {
            return loop(LoopState.CLOSED, sign.evidence(), sign.at(), List.of(sign.closerId()), asOf);
        }
        boolean unsolved = lastAnswerAt != null && unsolvedAt != null && !lastAnswerAt.isAfter(unsolvedAt);
        if (lastAnswerAt != null && !unsolved) {
            return loop(LoopState.ANSWERED, LoopEvidence.REPLIED, null, List.of(), asOf);
        }
        boolean stale = Duration.between(lastAt, asOf).compareTo(LoopTracing.STALE_AFTER) > 0;
        return loop(
                stale ? LoopState.STALE : LoopState.OPEN,
                unsolved ? LoopEvidence.UNSOLVED : LoopEvidence.UNANSWERED,
                null,
                List.of(),
                asOf);
    }

    private Loop loop(
            LoopState state, LoopEvidence evidence, @Nullable Instant closedAt, List<String> closers, Instant asOf) {
        Instant end = closedAt == null ? asOf : closedAt;
        List<String> through = new ArrayList<>();
        repliers.forEach((person, at) -> {
            if (!closers.contains(person) && !at.isAfter(end)) {
                through.add(person);
            }
        });
        return new Loop(
                need,
                kind,
                state,
                evidence,
                answeredAt,
                answererId,
                closedAt,
                closers,
                through,
                List.copyOf(repliers.keySet()));
    }
}
