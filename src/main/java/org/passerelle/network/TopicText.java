package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contribution that colleagues could read, as topics are found in it.
 *
 * @param key the contribution's key
 * @param personId who made it
 * @param discussion what it belongs to: equal for contributions of one thread
 * @param opening whether its discussion begins with it
 * @param audience who could read it, in one word
 * @param tags what its source says it is about
 */
public record TopicText(
        String key,
        String personId,
        Instant at,
        String discussion,
        boolean opening,
        String audience,
        @Nullable String language,
        @Nullable String subject,
        @Nullable String text,
        List<String> tags) {
    /** Copies the list. */
    public TopicText {
        tags = List.copyOf(tags);
    }

    /** The same, as if its source had said nothing about it. */
    public TopicText withoutTags() {
        return new TopicText(key, personId, at, discussion, opening, audience, language, subject, text, List.of());
    }
}
