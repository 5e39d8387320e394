package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who asked whom for their name, and who agreed; the store implements it. It outlives loads. */
public interface Disclosures {
    /** What became of a new one. */
    enum Added {
        ADDED,
        /** The same asker waits for this person's decision, has it, or was told no lately. */
        ASKED_ALREADY,
        /** The asker waits for as many answers as may be. */
        TOO_MANY
    }

    /** Keeps a new one. */
    Added add(Disclosure disclosure, int waitingMax);

    /** One of them. */
    Optional<Disclosure> find(String id);

    /**
     * Keeps a decision: on one that waits, or a no on one that was accepted. False where there is none of that person's, and
     * nothing is changed.
     */
    boolean answer(String id, String personId, boolean accept, Instant at);

    /** What somebody asked, newest first, at most {@code limit}. */
    List<Disclosure> sent(String personId, int limit);

    /** What somebody was asked, newest first, at most {@code limit}. */
    List<Disclosure> received(String personId, int limit);

    /** Whether somebody may see a person's name by now, because the person agreed. */
    boolean agreed(String fromId, String personId);
}
