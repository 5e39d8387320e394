package org.passerelle.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Topic;

/**
 * A topic in somebody's profile.
 *
 * @param score in [0, 1]; compares within one profile
 * @param evidenceCount discussions that show it
 * @param lastUsed the latest of them; null where there is none
 */
record KnownTopic(
        Topic topic,
        double score,
        State state,
        int evidenceCount,
        @Nullable Instant lastUsed) {
    /** Where it comes from. */
    enum State {
        /** From contributions. */
        FOUND,
        /** From contributions, and the person says it is right. */
        CONFIRMED,
        /** From the person alone. */
        ADDED,
        /** From the organisation's own list. */
        DECLARED,
        /** The person does not want to be found for it. */
        HIDDEN
    }

    /** Whether somebody said it, and not contributions alone. */
    boolean declared() {
        return state != State.FOUND;
    }
}
