package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Full-text search over what colleagues could already read; the store implements it. */
public interface ContributionSearch {
    /**
     * The best contributions for a text; time and rights filter inside the query, never after the top k.
     */
    List<Hit> search(Request request);

    /**
     * What to look for.
     *
     * @param about words of the reader, taken literally: no query syntax
     * @param window days that count
     * @param readerId who asks; COMMUNITY contributions count where the reader is a member. Null: an open
     *     role that reads everything colleagues could read
     * @param communityIds communities to look in; empty means everywhere
     * @param hitsMax most hits to return
     */
    record Request(String about, Window window, @Nullable String readerId, Set<String> communityIds, int hitsMax) {}

    /**
     * One contribution found.
     *
     * @param key the contribution's key
     * @param score relevance, larger is better; comparable within one answer only
     * @param personId who made it
     * @param snippet the passage that matched, plain text, at most about 240 characters
     * @param reactions reactions by distinct people and anonymous ones together
     * @param resolving whether it was accepted or resolved a need
     */
    record Hit(
            String key,
            double score,
            String personId,
            ContributionKind kind,
            Instant at,
            @Nullable String subject,
            String snippet,
            @Nullable String communityId,
            int reactions,
            boolean resolving) {}
}
