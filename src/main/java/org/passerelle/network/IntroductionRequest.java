package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to be introduced to an expert. Whoever is in between is asked first, each in turn, and the expert last;
 * the first who declines ends it.
 *
 * @param fromId who asks
 * @param about what for
 * @param chain whom it is asked, in order; the expert is the last
 * @param answers what they said so far, in the same order
 * @param withdrawn whether who asked took it back
 * @param at when it was asked
 */
public record IntroductionRequest(
        String id,
        String fromId,
        String about,
        @Nullable String message,
        List<String> chain,
        List<Answer> answers,
        boolean withdrawn,
        Instant at) {
    /** Most people it is asked: two in between, and the expert. */
    public static final int CHAIN_MAX = 3;

    /** Refuses a chain that leads nowhere or in a circle. */
    public IntroductionRequest {
        chain = List.copyOf(chain);
        answers = List.copyOf(answers);
        if (chain.isEmpty() || chain.size() > CHAIN_MAX || answers.size() > chain.size()) {
            throw new IllegalArgumentException("A request goes to 1 to " + CHAIN_MAX + " people, who answer once each");
        }
        if (chain.contains(fromId) || chain.stream().distinct().count() < chain.size()) {
            throw new IllegalArgumentException("Nobody stands twice in a request");
        }
    }

    /** What one of them said. */
    public record Answer(boolean accepted, @Nullable String message, Instant at) {}

    /** How far it is. */
    public enum State {
        /** Somebody has yet to answer. */
        WAITING,
        /** Everybody agreed, the expert too. */
        ACCEPTED,
        /** Somebody declined. */
        DECLINED,
        /** Who asked took it back. */
        WITHDRAWN
    }

    /** How far it is. */
    public State state() {
        if (withdrawn) {
            return State.WITHDRAWN;
        }
        if (answers.stream().anyMatch(answer -> !answer.accepted())) {
            return State.DECLINED;
        }
        return answers.size() == chain.size() ? State.ACCEPTED : State.WAITING;
    }

    /** Whose answer it waits for; empty where it waits no more. */
    public Optional<String> turn() {
        return state() == State.WAITING ? Optional.of(chain.get(answers.size())) : Optional.empty();
    }

    /** Whom it is about. */
    public String expertId() {
        return chain.getLast();
    }
}
