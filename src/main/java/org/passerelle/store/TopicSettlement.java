package org.passerelle.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.TopicText;
import org.passerelle.topic.Corpus;
import org.passerelle.topic.TopicExtraction;
import org.passerelle.topic.TopicExtraction.Assigned;
import org.passerelle.topic.TopicExtraction.Found;
import org.passerelle.topic.TopicName;

/**
 * Brings what contributions are about in line with what they say. Topics of all texts are found anew, because which
 * phrases are topics depends on all of them; only what differs from before is written. What people claim stays, and
 * what the organisation declares finds its topics again.
 */
final class TopicSettlement {
    private static final int ROWS_A_WRITE = 5_000;
    private static final int AUDIENCES_MAX = 100;

    private final Store store;
    private final Glossary glossary;
    private final SkillSettlement skills;

    TopicSettlement(Store store, Glossary glossary) {
        this.store = store;
        this.glossary = glossary;
        this.skills = new SkillSettlement(store, glossary);
    }

    /** Finds topics where the load changed something, or an earlier one was stopped before it came to this. */
    void settle(boolean changed) {
        Record state = store.read("read/topic-state", Map.of(), row -> row).getFirst();
        if (changed || state.get("readable").asLong() != state.get("found").asLong()) {
            find();
        } else if (skills.isDue()) {
            skills.settle();
        }
    }

    private void find() {
        Corpus corpus = new Corpus(
                store.read("read/proper-names", Map.of(), row -> row.get("name").asString()));
        Map<String, Set<String>> before = new HashMap<>();
        store.stream("read/topic-texts", Map.of(), row -> {
            corpus.add(text(row));
            List<String> about = row.get("about").asList(Value::asString);
            if (!about.isEmpty()) {
                before.put(row.get("key").asString(), new TreeSet<>(about));
            }
        });
        TopicExtraction.Result result = TopicExtraction.extract(corpus, glossary.lines());
        List<String> ids = ids(result.topics());
        save(result.topics(), ids);
        write(result.assigned(), ids, before);
        store.write("load/delete-topics", Map.of("ids", ids));
        skills.settle();
        store.write("load/topic-state", Map.of());
    }

    static TopicText text(Record row) {
        String key = row.get("key").asString();
        String thread = row.get("thread").asString();
        String subject = row.get("subject").asString().strip();
        String plain = Text.withoutReply(subject);
        String discussion = !thread.isEmpty()
                ? thread
                : plain.isEmpty() ? key : row.get("community").asString() + "\n" + plain;
        String text = row.get("text").asString();
        return new TopicText(
                key,
                row.get("person").asString(),
                Instant.ofEpochMilli(row.get("at").asLong()),
                discussion,
                row.get("opening").asBoolean() && !Text.saysReply(subject),
                row.get("audience").asString(),
                row.get("language").asString(null),
                plain.isEmpty() ? null : subject.substring(Math.max(0, subject.length() - plain.length())),
                text.isEmpty() ? null : text,
                row.get("tags").asList(Value::asString));
    }

    /** The id of a topic of these words. */
    static String id(String key) {
        return "topic:" + Digests.sha256(key).substring(0, 16);
    }

    /** Ids of topics: what somebody claimed keeps its id, whichever of its names is the usual one now. */
    private List<String> ids(List<Found> topics) {
        Set<String> claimed = new HashSet<>(store.read(
                "read/topics",
                Map.of(),
                row -> row.get("claimed").asBoolean() ? row.get("id").asString() : ""));
        Set<String> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (Found topic : topics) {
            String own = id(topic.key());
            String id = topic.names().stream()
                    .map(name -> id(TopicName.key(name)))
                    .filter(claimed::contains)
                    .findFirst()
                    .orElse(own);
            String free = taken.add(id) ? id : own;
            taken.add(free);
            ids.add(free);
        }
        return ids;
    }

    private void save(List<Found> topics, List<String> ids) {
        for (int start = 0; start < ids.size(); start += ROWS_A_WRITE) {
            Columns rows = Columns.of("ids", "names", "people", "contributions", "audiences");
            for (int at = start; at < Math.min(ids.size(), start + ROWS_A_WRITE); at++) {
                Found topic = topics.get(at);
                rows.add(
                        ids.get(at),
                        topic.names(),
                        topic.people(),
                        topic.contributions(),
                        topic.audiences().stream().sorted().limit(AUDIENCES_MAX).toList());
            }
            store.write(transaction -> {
                transaction.run("load/save-topics", rows);
                return true;
            });
        }
    }

    private void write(List<Assigned> assigned, List<String> ids, Map<String, Set<String>> before) {
        Batch batch = new Batch();
        for (Assigned each : assigned) {
            Set<String> about = new TreeSet<>();
            each.topics().forEach((topic, by) -> about.add(ids.get(topic) + " " + by.name()));
            Set<String> known = before.remove(each.contribution());
            if (!about.equals(known)) {
                batch.replace(each.contribution(), known != null, about);
            }
        }
        before.keySet().forEach(key -> batch.replace(key, true, Set.of()));
        batch.write();
    }

    /** Changes that are written together. */
    private final class Batch {
        private List<String> deleted = new ArrayList<>();
        private Columns rows = columns();

        private static Columns columns() {
            return Columns.of("keys", "topics", "reasons");
        }

        void replace(String key, boolean known, Set<String> about) {
            if (known) {
                deleted.add(key);
            }
            for (String each : about) {
                int space = each.indexOf(' ');
                rows.add(key, each.substring(0, space), each.substring(space + 1));
            }
            if (rows.rows() + deleted.size() >= ROWS_A_WRITE) {
                write();
            }
        }

        void write() {
            Map<String, Object> gone = Map.of("keys", deleted);
            Columns made = rows;
            store.write(transaction -> {
                transaction.run("load/delete-about", gone);
                transaction.run("load/about", made);
                return true;
            });
            deleted = new ArrayList<>();
            rows = columns();
        }
    }
}
