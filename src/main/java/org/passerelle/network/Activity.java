package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened inside communities, act by act and without text; the store implements it. */
public interface Activity {
    /** The acts of communities in a window, by id, each in time order, ties broken by key. */
    Map<String, List<Act>> acts(Set<String> communityIds, Window window);

    /**
     * Who named which address of the web in a community, in time order; only what colleagues could read.
     *
     * @param communityId the community
     */
    List<Source> sources(String communityId, Window window);

    /** Somebody named an address of the web. */
    record Source(String personId, Instant at, String address) {}

    /** How much each community did in a window; communities without any act are absent. */
    List<Volume> volumes(Window window);

    /**
     * One contribution, as far as who, when and in answer to what.
     *
     * @param thread key of its thread; its own key where the source has none
     * @param repliesTo key of what it answers, null where unknown
     * @param resolves key of the need it met, null if none
     * @param reactorIds distinct others who reacted, in id order
     */
    record Act(
            String key,
            String personId,
            Instant at,
            ContributionKind kind,
            String thread,
            @Nullable String repliesTo,
            @Nullable String resolves,
            List<String> reactorIds) {}

    /** How much a community did. */
    record Volume(String communityId, int contributions, int people, int threads) {}
}
