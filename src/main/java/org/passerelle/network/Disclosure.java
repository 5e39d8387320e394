package org.passerelle.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks the person behind a pseudonym to be named to them. Nobody else learns the name, nor that it was asked.
 *
 * @param fromId who asks
 * @param personId who is behind the pseudonym, and decides
 * @param purpose what for
 * @param accepted what that person decided last; null while nothing is decided
 * @param answeredAt when
 */
public record Disclosure(
        String id,
        String fromId,
        String personId,
        String purpose,
        Instant at,
        @Nullable Boolean accepted,
        @Nullable Instant answeredAt) {
    /** So long it waits for an answer, and so long nobody asks the same person again after a no. */
    public static final Duration WAITS = Duration.ofDays(30);

    /** So long a name is seen once the person agreed. */
    public static final Duration HOLDS = Duration.ofDays(180);

    /** Refuses half an answer, and asking oneself. */
    public Disclosure {
        if ((accepted == null) != (answeredAt == null)) {
            throw new IllegalArgumentException("A decision has a moment");
        }
        if (fromId.equals(personId)) {
            throw new IllegalArgumentException("Nobody asks for their own name");
        }
    }

    /** How far it is. */
    public enum State {
        /** The person has yet to decide. */
        WAITING,
        /** The person agreed: who asked sees the name. */
        ACCEPTED,
        /** The person said no, or took it back. */
        DECLINED,
        /** It was not answered in time, or its time is over. */
        EXPIRED
    }

    /** How far it is at a moment. */
    public State state(Instant now) {
        if (accepted == null) {
            return now.isBefore(at.plus(WAITS)) ? State.WAITING : State.EXPIRED;
        }
        if (!accepted) {
            return State.DECLINED;
        }
        return until().filter(now::isBefore).isPresent() ? State.ACCEPTED : State.EXPIRED;
    }

    /** Until when the name is seen; empty where the person did not agree. */
    public Optional<Instant> until() {
        return Boolean.TRUE.equals(accepted)
                ? Optional.ofNullable(answeredAt).map(moment -> moment.plus(HOLDS))
                : Optional.empty();
    }
}
