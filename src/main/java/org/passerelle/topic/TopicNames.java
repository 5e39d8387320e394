package org.passerelle.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which topic a few words name: one with a name of the same words, in any order and inflection; else one that a line of the
 * company's glossary calls so; else one whose words have the same Greek or Latin roots in French and English. Of several
 * topics the one that was added first.
 */
public final class TopicNames {
    private final Map<String, List<String>> synonyms = new HashMap<>();
    private final Map<String, String> byKey = new HashMap<>();
    private final Map<String, String> byRoots = new HashMap<>();

    /**
     * No topics yet.
     *
     * @param glossary the company's own words: each line has names of one concept
     */
    public TopicNames(List<List<String>> glossary) {
        for (List<String> line : glossary) {
            for (String name : line) {
                synonyms.putIfAbsent(TopicName.key(name), line);
            }
        }
    }

    /** Adds a topic with its names in both languages. */
    public void add(String id, List<String> names) {
        for (String name : names) {
            put(byKey, TopicName.key(name), id);
            put(byRoots, Vocabulary.roots(Vocabulary.stems(name)), id);
        }
    }

    private static void put(Map<String, String> ids, String key, String id) {
        if (!key.isEmpty()) {
            ids.putIfAbsent(key, id);
        }
    }

    /** The id of the topic that the words name. */
    public Optional<String> find(String words) {
        String key = TopicName.key(words);
        String same = byKey.get(key);
        if (same != null) {
            return Optional.of(same);
        }
        for (String synonym : synonyms.getOrDefault(key, List.of())) {
            String other = byKey.get(TopicName.key(synonym));
            if (other != null) {
                return Optional.of(other);
            }
        }
        return Optional.ofNullable(byRoots.get(Vocabulary.roots(Vocabulary.stems(words))));
    }
}
