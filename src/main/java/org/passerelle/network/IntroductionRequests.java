package org.passerelle.network;

import java.util.List;
import java.util.Optional;

/** What people asked of one another; the store implements it. It outlives loads. */
public interface IntroductionRequests {
    /** What became of a new request. */
    enum Added {
        ADDED,
        /** The same asker waits for an answer from the same expert. */
        ASKED_ALREADY,
        /** The asker waits for as many answers as may be. */
        TOO_MANY
    }

    /** Keeps a new request. */
    Added add(IntroductionRequest request, int waitingMax);

    /** One request. */
    Optional<IntroductionRequest> find(String id);

    /** Keeps an answer of somebody whose turn it is; false where it is no longer, and nothing is changed. */
    boolean answer(String id, String personId, IntroductionRequest.Answer answer);

    /** Takes a request back that still waits; false where it does not, and nothing is changed. */
    boolean withdraw(String id);

    /** What somebody asked, newest first, at most {@code limit}. */
    List<IntroductionRequest> sent(String personId, int limit);

    /** What somebody was asked so far, newest first, at most {@code limit}; not what is yet to reach them. */
    List<IntroductionRequest> received(String personId, int limit);
}
