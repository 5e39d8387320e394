package org.passerelle.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.topic.Corpus.Entry;
import org.passerelle.topic.Phrases.Made;
import org.passerelle.topic.Vocabulary.Known;

/**
 * What each contribution is about. Topics of the {@link Vocabulary} that it holds are scored by
 * <pre>(log(1 + uses) + 2 where the subject has it) x termhood</pre>
 * and the best {@value #TOPICS_MAX} are kept; a word inside a longer topic counts where it stands alone. Tags and words
 * of the glossary are always kept. A reply is also about what its discussion opened with, where that had the same
 * readers and the discussion has at most {@value #THREAD_MAX} contributions.
 *
 * <p>Time is linear in the words, memory about four bytes a word and one entry for each phrase. An empty corpus has no
 * topics. Equal scores: in order of the vocabulary. The order in which texts come changes nothing but that.
 */
public final class TopicExtraction {
    static final int TOPICS_MAX = 5;
    static final int THREAD_MAX = 50;
    private static final double IN_SUBJECT = 2;

    private TopicExtraction() {}

    /** Why a contribution is about a topic; where there are several reasons, the first of these. */
    public enum By {
        /** Its source says so. */
        TAG,
        /** It has a word of the company's glossary. */
        GLOSSARY,
        /** Its subject says so. */
        TITLE,
        /** Its text says so. */
        PHRASE,
        /** What its discussion opened with says so. */
        THREAD
    }

    /**
     * A topic.
     *
     * @param key its stems in order: what makes it this concept
     * @param names the usual one first; never empty
     * @param people how many people contributed on it
     * @param contributions how many contributions are about it
     * @param audiences who could read them
     */
    public record Found(String key, List<String> names, int people, int contributions, Set<String> audiences) {
        /** Copies both. */
        public Found {
            names = List.copyOf(names);
            audiences = Set.copyOf(audiences);
        }
    }

    /**
     * What one contribution is about.
     *
     * @param contribution its key
     * @param topics by position in the result, and why
     */
    public record Assigned(String contribution, Map<Integer, By> topics) {}

    /** All topics, and what every contribution that has some is about. */
    public record Result(List<Found> topics, List<Assigned> assigned) {}

    /**
     * Finds the topics of a corpus.
     *
     * @param glossary the company's own words: each line has names of one concept, the usual one first
     */
    public static Result extract(Corpus corpus, List<List<String>> glossary) {
        List<Entry> entries = corpus.byDiscussion();
        Set<String> tags = new HashSet<>();
        entries.forEach(entry -> tags.addAll(entry.tags()));
        Vocabulary vocabulary = Vocabulary.learn(corpus, new Known(glossary, tags), Vocabulary.Parameters.defaults());
        Collected collected = new Collected(vocabulary);
        for (int start = 0; start < entries.size(); ) {
            int end = start;
            while (end < entries.size()
                    && entries.get(end).discussion() == entries.get(start).discussion()) {
                end++;
            }
            discussion(entries.subList(start, end), vocabulary, collected);
            start = end;
        }
        return collected.result();
    }

    private static void discussion(List<Entry> discussion, Vocabulary vocabulary, Collected collected) {
        Entry first = discussion.getFirst();
        Map<Integer, By> opened =
                first.opening() && discussion.size() <= THREAD_MAX ? topics(first, vocabulary) : Map.of();
        for (Entry entry : discussion) {
            Map<Integer, By> topics = topics(entry, vocabulary);
            if (!entry.key().equals(first.key()) && entry.audience().equals(first.audience())) {
                opened.keySet().forEach(concept -> topics.putIfAbsent(concept, By.THREAD));
            }
            collected.add(entry, topics);
        }
    }

    private static Map<Integer, By> topics(Entry entry, Vocabulary vocabulary) {
        Map<Integer, By> topics = new LinkedHashMap<>();
        for (String tag : entry.tags()) {
            int concept = vocabulary.ofTag(tag);
            if (concept >= 0) {
                topics.put(concept, By.TAG);
            }
        }
        int found = 0;
        for (Scored scored : scored(entry.subject(), entry.text(), vocabulary)) {
            boolean always = scored.by() == By.GLOSSARY;
            if ((always || found < TOPICS_MAX)
                    && topics.putIfAbsent(scored.concept(), scored.by()) == null
                    && !always) {
                found++;
            }
        }
        return topics;
    }

    /** A topic of a text, by its number in the vocabulary. */
    record Scored(int concept, By by, double score) {}

    /** The topics that a text holds, best first. */
    static List<Scored> scored(int[] subject, int[] text, Vocabulary vocabulary) {
        Map<Integer, Integer> inSubject = uses(subject, vocabulary);
        Map<Integer, Integer> inText = uses(text, vocabulary);
        Set<Integer> all = new HashSet<>(inSubject.keySet());
        all.addAll(inText.keySet());
        List<Scored> scored = new ArrayList<>();
        for (int number : all) {
            Concept concept = vocabulary.concept(number);
            int uses = inSubject.getOrDefault(number, 0) + inText.getOrDefault(number, 0);
            boolean isTitle = inSubject.containsKey(number);
            double score = (Math.log1p(uses) + (isTitle ? IN_SUBJECT : 0)) * concept.termhood();
            By by = concept.given() == Concept.Given.GLOSSARY ? By.GLOSSARY : isTitle ? By.TITLE : By.PHRASE;
            scored.add(new Scored(number, by, score));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparingInt(Scored::concept));
        return scored;
    }

    private record Span(int concept, int from, int to) {
        boolean isInside(Span other) {
            return other.from <= from && other.to >= to && other.to - other.from > to - from;
        }
    }

    /** How often a text names each concept, but inside of a longer one. */
    private static Map<Integer, Integer> uses(int[] text, Vocabulary vocabulary) {
        List<Span> spans = new ArrayList<>();
        Phrases.each(text, vocabulary.words(), Made.OF_ALL_WORDS, (key, from, to) -> {
            int concept = vocabulary.of(key);
            if (concept >= 0) {
                spans.add(new Span(concept, from, to));
            }
        });
        Map<Integer, Integer> uses = new HashMap<>();
        for (Span span : spans) {
            if (spans.stream().noneMatch(span::isInside)) {
                uses.merge(span.concept(), 1, Integer::sum);
            }
        }
        return uses;
    }

    /** Topics that some contribution is about, with who and how many. */
    private static final class Collected {
        private final Vocabulary vocabulary;
        private final Map<Integer, Integer> positions = new LinkedHashMap<>();
        private final List<Set<Integer>> people = new ArrayList<>();
        private final List<Set<String>> audiences = new ArrayList<>();
        private final List<Integer> contributions = new ArrayList<>();
        private final List<Assigned> assigned = new ArrayList<>();

        Collected(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        void add(Entry entry, Map<Integer, By> topics) {
            if (topics.isEmpty()) {
                return;
            }
            Map<Integer, By> about = new LinkedHashMap<>();
            topics.forEach((concept, by) -> {
                int position = positions.computeIfAbsent(concept, _ -> {
                    people.add(new HashSet<>());
                    audiences.add(new HashSet<>());
                    contributions.add(0);
                    return positions.size();
                });
                people.get(position).add(entry.person());
                audiences.get(position).add(entry.audience());
                contributions.set(position, contributions.get(position) + 1);
                about.put(position, by);
            });
            assigned.add(new Assigned(entry.key(), about));
        }

        Result result() {
            List<Found> topics = new ArrayList<>();
            positions.forEach((concept, position) -> topics.add(new Found(
                    vocabulary.concept(concept).key(),
                    vocabulary.concept(concept).names(),
                    people.get(position).size(),
                    contributions.get(position),
                    audiences.get(position))));
            return new Result(topics, assigned);
        }
    }
}
