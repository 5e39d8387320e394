package org.passerelle.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.TopicText;

/** The texts that topics are found in, as numbers of words: about four bytes a word are held in memory. */
public final class Corpus {
    private final Words words = new Words();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> people = new HashMap<>();
    private final Map<String, Integer> discussions = new HashMap<>();
    private final Map<String, String> audiences = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A contribution.
     *
     * @param person number of who made it
     * @param discussion number of what it belongs to
     * @param french whether it is known to be in French
     */
    record Entry(
            String key,
            int person,
            int discussion,
            boolean opening,
            String audience,
            boolean french,
            int[] subject,
            int[] text,
            List<String> tags) {
        boolean hasSubjectAndText() {
            return subject.length > 0 && text.length > 0;
        }
    }

    /** A corpus without texts. Names of people, places and organisations are given, because none of them is a topic. */
    public Corpus(Iterable<String> properNames) {
        for (String name : properNames) {
            for (String word : Stems.folded(name).split("[^\\p{L}\\p{Nd}]+", -1)) {
                if (word.length() > 2) {
                    names.add(Stems.stem(word));
                }
            }
        }
    }

    /** Adds a text. */
    public void add(TopicText text) {
        entries.add(new Entry(
                text.key(),
                people.computeIfAbsent(text.personId(), _ -> people.size()),
                discussions.computeIfAbsent(text.discussion(), _ -> discussions.size()),
                text.opening(),
                audiences.computeIfAbsent(text.audience(), audience -> audience),
                "fr".equals(text.language()),
                text.subject() == null ? NOTHING : words.numbers(Prose.of(text.subject())),
                text.text() == null ? NOTHING : words.numbers(Prose.of(text.text())),
                text.tags()));
    }

    private static final int[] NOTHING = {};

    /** How many texts there are. */
    public int size() {
        return entries.size();
    }

    int people() {
        return people.size();
    }

    int discussions() {
        return discussions.size();
    }

    Words words() {
        return words;
    }

    boolean isName(String stem) {
        return names.contains(stem);
    }

    /** The texts, those of one discussion after one another, its opening first. */
    List<Entry> byDiscussion() {
        return entries.stream()
                .sorted(Comparator.comparingInt(Entry::discussion).thenComparing(entry -> !entry.opening()))
                .toList();
    }
}
