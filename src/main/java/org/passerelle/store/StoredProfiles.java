package org.passerelle.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.ProfileBook;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicClaim;
import org.passerelle.network.TopicUse;
import org.passerelle.topic.TopicName;

/** What people's contributions are about and what they say of it, in the graph. */
public final class StoredProfiles implements ProfileBook {
    private static final long HALF_LIFE_MILLIS = 365L * 24 * 60 * 60 * 1_000;

    private final Store store;
    private final TopicShelf topics;

    /** The profiles of this store. */
    public StoredProfiles(Store store, TopicShelf topics) {
        this.store = store;
        this.topics = topics;
    }

    @Override
    public Map<String, List<TopicUse>> uses(Set<String> personIds, Scope scope) {
        List<String> readable = store.audiences().of(scope);
        Map<String, Object> parameters = parameters(scope, readable);
        parameters.put("people", personIds.stream().sorted().toList());
        parameters.put("halfLifeMillis", HALF_LIFE_MILLIS);
        Map<String, TopicShelf.Held> known = topics.held();
        Map<String, List<TopicUse>> uses = new HashMap<>();
        for (Record row : store.read("read/topic-uses", parameters, row -> row)) {
            TopicShelf.Held held = known.get(row.get("topic").asString());
            if (held != null) {
                uses.computeIfAbsent(row.get("person").asString(), _ -> new ArrayList<>())
                        .add(new TopicUse(
                                held.topic(),
                                row.get("support").asDouble(),
                                row.get("discussions").asInt(),
                                Instant.ofEpochMilli(row.get("last").asLong())));
            }
        }
        return uses;
    }

    @Override
    public Map<String, List<TopicClaim>> claims(Set<String> personIds, Scope scope) {
        Map<String, TopicShelf.Held> known = topics.held();
        Map<String, Object> parameters = TopicShelf.claiming(scope);
        parameters.put("people", personIds.stream().sorted().toList());
        Map<String, List<TopicClaim>> claims = new HashMap<>();
        for (Record row : store.read("read/topic-claims-of-people", parameters, row -> row)) {
            TopicShelf.Held held = known.get(row.get("topic").asString());
            if (held != null) {
                claims.computeIfAbsent(row.get("person").asString(), _ -> new ArrayList<>())
                        .add(new TopicClaim(
                                held.topic(),
                                TopicClaim.Kind.valueOf(row.get("kind").asString()),
                                Instant.ofEpochMilli(row.get("at").asLong())));
            }
        }
        return claims;
    }

    @Override
    public List<String> evidence(String personId, String topicId, int first, Scope scope) {
        Map<String, Object> parameters = parameters(scope, store.audiences().of(scope));
        parameters.put("person", personId);
        parameters.put("topic", topicId);
        parameters.put("first", first);
        return store.read(
                "read/topic-evidence", parameters, row -> row.get("key").asString());
    }

    private static Map<String, Object> parameters(Scope scope, @Nullable List<String> readable) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("before", scope.before().toEpochMilli());
        parameters.put("audiences", readable);
        return parameters;
    }

    @Override
    public int contributors() {
        return store.read("read/contributors-to-topics", Map.of(), row -> row.get("people")
                        .asInt())
                .getFirst();
    }

    @Override
    public void claim(String personId, String topicId, Optional<TopicClaim.Kind> kind, Instant at) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("person", personId);
        parameters.put("topic", topicId);
        parameters.put("kind", kind.map(Enum::name).orElse(null));
        parameters.put("at", at.toEpochMilli());
        store.write("load/claim", parameters);
        topics.changed();
    }

    @Override
    public Topic ofWords(String words) {
        String key = TopicName.key(words);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A topic's name needs a word that says something");
        }
        Set<String> stems = Set.copyOf(TopicName.stems(words));
        Optional<Topic> known = topics.held().values().stream()
                .filter(held -> held.stems().contains(stems))
                .map(TopicShelf.Held::topic)
                .sorted(Comparator.comparingInt((Topic topic) -> -topic.people())
                        .thenComparing(Topic::id))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        String id = TopicSettlement.id(key);
        store.write(transaction -> {
            transaction.run("load/topic-of-words", Map.of("id", id, "name", words.strip()));
            transaction.run("load/topic-changed", Map.of());
            return true;
        });
        topics.changed();
        return new Topic(id, words.strip(), List.of(), 0, 0);
    }
}
