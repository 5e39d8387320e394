package org.passerelle.loop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.MarkedActs.Act;

/**
 * A need and what became of it.
 *
 * @param need the contribution that opened it
 * @param state as of the last moment of the data
 * @param evidence what decided the state
 * @param answeredAt when somebody else first answered, null if nobody did
 * @param answererId who that was
 * @param closedAt null unless CLOSED
 * @param closerIds whose contribution met it, in order of id; whoever asked where they found it themselves
 * @param throughIds others who replied before it was closed, in order of their first reply
 * @param replierIds everybody else who replied, in order of their first reply
 */
record Loop(
        Act need,
        LoopKind kind,
        LoopState state,
        LoopEvidence evidence,
        @Nullable Instant answeredAt,
        @Nullable String answererId,
        @Nullable Instant closedAt,
        List<String> closerIds,
        List<String> throughIds,
        List<String> replierIds) {
    /** Copies the lists. */
    Loop {
        closerIds = List.copyOf(closerIds);
        throughIds = List.copyOf(throughIds);
        replierIds = List.copyOf(replierIds);
    }

    String key() {
        return need.key();
    }

    String askerId() {
        return need.personId();
    }

    Instant openedAt() {
        return need.at();
    }

    boolean isClosed() {
        return closedAt != null;
    }

    /** Whether somebody other than the asker met it. */
    boolean isClosedByAnother() {
        return isClosed() && closerIds.stream().anyMatch(id -> !id.equals(askerId()));
    }

    /** The first sign that somebody cared: an answer, or the end; null where there is none. */
    @Nullable
    Instant firstAnswer() {
        if (answeredAt == null || closedAt == null) {
            return answeredAt == null ? closedAt : answeredAt;
        }
        return answeredAt.isBefore(closedAt) ? answeredAt : closedAt;
    }
}
