package org.passerelle.network;

import java.time.Instant;

/**
 * What a person says of themselves and a topic.
 *
 * @param at when it was said; a declaration's first day
 */
public record TopicClaim(Topic topic, Kind kind, Instant at) {
    /** What is said. */
    public enum Kind {
        /** A skill that the organisation's own list gives for the person. */
        DECLARED,
        /** A topic that was found, and is right. */
        CONFIRMED,
        /** A topic that was not found, and is right. */
        ADDED,
        /** A topic the person does not want to be found for. */
        HIDDEN
    }
}
