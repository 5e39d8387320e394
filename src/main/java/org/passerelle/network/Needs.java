package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The needs that people put, as far as whoever speaks of them has to count the same ones: questions, problems, ideas and
 * tickets, by what sources and texts say. Implemented by the question that traces what became of them.
 */
public interface Needs {
    /** The needs of the present data by the community in which they were put, in order of time; none, no entry. */
    Map<String, List<Need>> byCommunity();

    /**
     * One need.
     *
     * @param key of the contribution that put it
     * @param openedAt when it was put
     * @param answeredAt when somebody else first answered, or it was met; null if neither has happened yet
     */
    record Need(String key, Instant openedAt, @Nullable Instant answeredAt) {}
}
