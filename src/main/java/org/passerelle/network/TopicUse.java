package org.passerelle.network;

import java.time.Instant;

/**
 * How far a person's contributions are about a topic, as far as the reader may read them.
 *
 * @param support discussions, each by the person's best part in it (1 answered or explained, 0.5 wrote a message,
 *     0.3 opened it) and by its age, halved every year
 * @param discussions in how many discussions
 * @param lastAt the latest of these contributions
 */
public record TopicUse(Topic topic, double support, int discussions, Instant lastAt) {}
