package org.passerelle.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.TopicText;
import org.passerelle.topic.Phrases.Made;

/**
 * Whether topics say of a text what its author's tags said, although nobody saw the tags: the vocabulary is learnt from
 * earlier texts without their tags, and the first five topics of each later text are compared with its tags. Words
 * in more than a quarter of the earlier discussions are taken out of tags and topics before they are compared: on a site
 * about quantum computing, "quantum" says nothing. The baseline is TF-IDF over the same phrases: log(1 + uses) x log(D
 * / d), subjects and texts alike, without vocabulary.
 */
public final class TagRecovery {
    private static final int FIRST = 5;
    private static final double COMMON = 0.25;

    private final Corpus corpus;
    private final Vocabulary vocabulary;
    private final Map<String, Integer> discussions;

    private TagRecovery(Corpus corpus, Vocabulary vocabulary, Map<String, Integer> discussions) {
        this.corpus = corpus;
        this.vocabulary = vocabulary;
        this.discussions = discussions;
    }

    /** Learns from texts whose tags are not looked at. */
    public static TagRecovery learn(List<TopicText> earlier, Iterable<String> properNames) {
        Corpus corpus = new Corpus(properNames);
        earlier.forEach(text -> corpus.add(text.withoutTags()));
        Map<String, Set<Integer>> holding = new HashMap<>();
        for (Corpus.Entry entry : corpus.byDiscussion()) {
            for (String phrase :
                    phrases(entry.subject(), entry.text(), corpus.words()).keySet()) {
                holding.computeIfAbsent(phrase, _ -> new HashSet<>()).add(entry.discussion());
            }
        }
        Map<String, Integer> discussions = new HashMap<>();
        holding.forEach((phrase, some) -> discussions.put(phrase, some.size()));
        return new TagRecovery(
                corpus,
                Vocabulary.learn(corpus, Vocabulary.Known.NOTHING, Vocabulary.Parameters.defaults()),
                discussions);
    }

    /**
     * How well five topics meet the tags of one text.
     *
     * @param precision share of five that are tags
     * @param recall share of the tags among the five
     */
    public record Quality(double precision, double recall) {}

    /**
     * One text with both ways to say what it is about.
     *
     * @param held share of its tags whose words its own text holds next to each other: no method that only
     *     reads this text can recall more
     */
    public record Compared(Quality topics, Quality baseline, double held) {}

    /** Compares one text; empty where none of its tags says anything. */
    public List<Compared> compare(TopicText text) {
        Set<String> tags = new HashSet<>();
        text.tags().forEach(tag -> tags.add(telling(TopicName.key(tag))));
        tags.remove("");
        if (tags.isEmpty()) {
            return List.of();
        }
        int[] subject = words(text.subject());
        int[] body = words(text.text());
        List<String> topics = TopicExtraction.scored(subject, body, vocabulary).stream()
                .map(scored -> vocabulary.concept(scored.concept()).key())
                .toList();
        Map<String, Integer> phrases = phrases(subject, body, corpus.words());
        List<String> byFrequency = phrases.keySet().stream()
                .sorted(Comparator.comparingDouble((String phrase) -> -frequency(phrase, phrases))
                        .thenComparing(phrase -> phrase))
                .toList();
        Set<String> held = new HashSet<>();
        phrases.keySet().forEach(phrase -> held.add(telling(phrase)));
        double holds = (double) tags.stream().filter(held::contains).count() / tags.size();
        return List.of(new Compared(quality(topics, tags), quality(byFrequency, tags), holds));
    }

    private double frequency(String phrase, Map<String, Integer> phrases) {
        double seen = discussions.getOrDefault(phrase, 0);
        return Math.log1p(phrases.getOrDefault(phrase, 0)) * Math.log((1 + corpus.discussions()) / (1 + seen));
    }

    private int[] words(@Nullable String text) {
        return text == null ? new int[0] : corpus.words().numbers(Prose.of(text));
    }

    private Quality quality(List<String> order, Set<String> tags) {
        Set<String> first = new LinkedHashSet<>();
        for (String each : order) {
            String telling = telling(each);
            if (!telling.isEmpty() && first.size() < FIRST) {
                first.add(telling);
            }
        }
        double right = first.stream().filter(tags::contains).count();
        return new Quality(right / FIRST, right / tags.size());
    }

    private String telling(String key) {
        List<String> telling = new ArrayList<>();
        for (String stem : key.split(" ", -1)) {
            if (discussions.getOrDefault(stem, 0) <= COMMON * corpus.discussions()) {
                telling.add(stem);
            }
        }
        return String.join(" ", telling);
    }

    private static Map<String, Integer> phrases(int[] subject, int[] text, Words words) {
        Map<String, Integer> phrases = new HashMap<>();
        for (int[] part : new int[][] {subject, text}) {
            Phrases.each(
                    part,
                    words,
                    Made.OF_CONTENT,
                    (key, _, _) -> phrases.merge(
                            Stems.key(Arrays.stream(Phrases.stems(key))
                                    .mapToObj(words::stem)
                                    .toList()),
                            1,
                            Integer::sum));
        }
        return phrases;
    }

    /** The topics that say most, by termhood: their usual names. */
    public List<String> best(int first) {
        return vocabulary.concepts().stream()
                .limit(first)
                .map(concept -> concept.names().getFirst())
                .toList();
    }

    /** How many earlier texts there were. */
    public int earlier() {
        return corpus.size();
    }

    /** How many topics were learnt. */
    public int topics() {
        return vocabulary.size();
    }
}
