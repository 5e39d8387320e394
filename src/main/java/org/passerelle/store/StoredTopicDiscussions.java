package org.passerelle.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.TopicDiscussions;
import org.passerelle.network.Window;

/** Who discussed which topics, straight from the graph. */
final class StoredTopicDiscussions implements TopicDiscussions {
    private final Store store;
    private final TopicShelf topics;

    StoredTopicDiscussions(Store store, TopicShelf topics) {
        this.store = store;
        this.topics = topics;
    }

    @Override
    public long version() {
        return store.read(
                        "read/topic-state", Map.of(), row -> row.get("version").asLong())
                .getFirst();
    }

    @Override
    public List<Part> parts(Window window, Scope scope, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", millis(window.from()));
        parameters.put("until", millis(window.to().plusDays(1)));
        parameters.put("audiences", store.audiences().of(scope));
        parameters.put("most", most);
        Map<String, TopicShelf.Held> known = topics.held();
        // One copy of each word: a discussion and a person come in many rows.
        Map<String, String> words = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (Record row : store.read("read/topic-discussions", parameters, row -> row)) {
            TopicShelf.Held held = known.get(row.get("topic").asString());
            if (held != null) {
                parts.add(new Part(
                        held.topic(),
                        words.computeIfAbsent(row.get("person").asString(), word -> word),
                        words.computeIfAbsent(row.get("discussion").asString(), word -> word),
                        row.get("readable").asBoolean()));
            }
        }
        return parts;
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
