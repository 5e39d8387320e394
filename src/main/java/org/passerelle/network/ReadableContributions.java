package org.passerelle.network;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Scope;

/** Single contributions, as far as a reader may read them; the store implements it. */
public interface ReadableContributions {
    /** The contribution of that key; empty where there is none and where the reader may not read it. */
    Optional<ReadableText> find(String key, Scope scope);

    /**
     * One contribution.
     *
     * @param opening whether it begins its discussion and answers nothing
     * @param subject what its discussion is about, empty where nothing says so
     * @param text empty where it has none
     */
    record ReadableText(
            String key,
            String personId,
            ContributionKind kind,
            Instant at,
            boolean opening,
            String subject,
            String text,
            @Nullable String communityId) {}
}
