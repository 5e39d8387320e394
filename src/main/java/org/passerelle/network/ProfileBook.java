package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.network.ContributionSearch.Scope;

/** What people's contributions are about, and what they say of it themselves; the store implements it. */
public interface ProfileBook {
    /** What the contributions of people are about, in no order; who has none is left out. */
    Map<String, List<TopicUse>> uses(Set<String> personIds, Scope scope);

    /** What people say of themselves; who says nothing is left out. One claim for each person and topic. */
    Map<String, List<TopicClaim>> claims(Set<String> personIds, Scope scope);

    /** The latest contributions of a person about a topic that the reader may read, newest first: their keys. */
    List<String> evidence(String personId, String topicId, int first, Scope scope);

    /** How many people contribute at all: what a topic's people are compared with. */
    int contributors();

    /**
     * Keeps what a person says of a topic, instead of what they said before; empty takes it back. It outlives loads,
     * and the topic with it.
     */
    void claim(String personId, String topicId, Optional<TopicClaim.Kind> kind, Instant at);

    /** The topic of these words, made where there is none yet; it stays as long as somebody claims it. */
    Topic ofWords(String words);
}
