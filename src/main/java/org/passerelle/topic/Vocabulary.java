package org.passerelle.topic;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.topic.Concept.Given;
import org.passerelle.topic.Corpus.Entry;

/**
 * The topics of a corpus: which of its phrases name something that people talk about.
 *
 * <p>For an organisation: words that several people use in several discussions, that come in bursts where a subject
 * is discussed rather than a little everywhere, and that behave like nouns.
 *
 * <p>A phrase of n words is a candidate where at least {@code discussionsMin} discussions hold it, by at least
 * {@code authorsMin} people, none of whom wrote more than {@code byOneMax} of its contributions, and where it is in
 * at most {@code shareMax} of all discussions. Its termhood is
 * <pre>log2(1 + n) x log(1 + C) x max(residual idf, 0.05)</pre>
 * with the C-value C, the discussions of the phrase less the mean of those of the longer phrases that hold it (Frantzi,
 * Ananiadou and Mima 2000, doi:10.1007/s007999900023), and the residual idf, how much rarer its discussions are than
 * its contributions would make them if they fell anywhere, -log2(d / D) + log2(1 - exp(-c / D)) (Church and Gale 1995,
 * doi:10.1007/978-94-017-2390-9_18). Words of a phrase must come together more often than chance: normalised
 * pointwise mutual information (Bouma 2009) of at least {@code togetherMin}. Words alone and phrases have at least two
 * different words before and after them (accessor variety: Feng, Chen, Deng and Zheng 2004,
 * doi:10.1162/089120104773633394), because a piece of a sentence that is quoted or copied always has the same; and a
 * reply whose subject only repeats the one it answers does not use its words. A word that is nearly always inside one
 * longer phrase is left to it.
 *
 * <p>A topic is named by a noun ({@link Grammar}), which is no unit of measure and no firm, and it is something that is
 * discussed: outside of longer phrases it comes again within a discussion, and is named by subjects where there are
 * subjects, at least 0.7 times as often as words do on the whole ({@link OwnUses}); a phrase at least half as often in one of
 * the two, and a quarter in the other. What a link nearly always follows is the beginning of a longer name.
 *
 * <p>Phrases whose stems agree are one concept, whatever their order; so are phrases whose words have the same Greek
 * or Latin root in French and English, single words from six letters on. Lines of the glossary are one concept
 * each, whatever they look like.
 *
 * <p>Time and memory are linear in the words of the corpus. Where we differ from C-value: no parts of speech, which
 * would need a model for each language; {@link Grammar} stands in.
 */
final class Vocabulary {
    private static final int ROOT_LETTERS_MIN = 6;
    private static final int ROOT_LETTERS_MIN_IN_PHRASE = 4;
    private static final int NAMES_MAX = 9;

    private final Words words;
    private final List<Concept> concepts = new ArrayList<>();
    private final Map<Long, Integer> byPhrase = new HashMap<>();
    private final Map<String, Integer> byKey = new HashMap<>();

    private Vocabulary(Words words) {
        this.words = words;
    }

    /**
     * What is a topic.
     *
     * @param discussionsMin fewest discussions
     * @param authorsMin fewest people
     * @param byOneMax largest share of its contributions by one person
     * @param shareMax largest share of the discussions
     * @param togetherMin least normalised mutual information of the words of a phrase
     * @param nounMin least {@linkplain Grammar#nounness nounness}
     * @param conceptsMax most topics
     */
    record Parameters(
            int discussionsMin,
            int authorsMin,
            double byOneMax,
            double shareMax,
            double togetherMin,
            double nounMin,
            int conceptsMax) {
        static Parameters defaults() {
            return new Parameters(3, 3, 0.5, 0.25, 0.2, 0.6, 20_000);
        }
    }

    /** What was given beforehand: lines of a glossary, each of which is one concept, and tags. */
    record Known(List<List<String>> glossary, Set<String> tags) {
        static final Known NOTHING = new Known(List.of(), Set.of());
    }

    static Vocabulary learn(Corpus corpus, Known known, Parameters parameters) {
        List<Entry> entries = corpus.byDiscussion();
        Vocabulary vocabulary = new Vocabulary(corpus.words());
        known.glossary().forEach(vocabulary::give);
        Spelling spelling = known.tags().isEmpty() ? Spelling.NOTHING : Spelling.of(corpus, entries);
        known.tags().stream().sorted().forEach(tag -> vocabulary.giveTag(tag, spelling));
        Evidence evidence = Evidence.of(corpus, entries, parameters.discussionsMin());
        Grammar grammar = Grammar.of(corpus, entries);
        new Selection(corpus, evidence, grammar, parameters)
                .best(entries)
                .forEach(found -> vocabulary.find(found, evidence));
        return vocabulary;
    }

    private void give(List<String> line) {
        List<String> names =
                line.stream().filter(name -> !stems(name).isEmpty()).toList();
        if (names.isEmpty()) {
            return;
        }
        int number = concepts.size();
        concepts.add(new Concept(Stems.key(stems(names.getFirst())), limited(names), 0, 1, Given.GLOSSARY));
        names.forEach(name -> name(name, number));
    }

    private void giveTag(String tag, Spelling spelling) {
        List<String> stems = stems(tag);
        if (stems.isEmpty()) {
            return;
        }
        if (!byKey.containsKey(Stems.key(stems))) {
            concepts.add(new Concept(Stems.key(stems), List.of(spelling.of(spaced(tag))), 0, 1, Given.TAG));
        }
        name(tag, byKey.getOrDefault(Stems.key(stems), concepts.size() - 1));
    }

    private static String spaced(String tag) {
        return tag.replaceAll("[-_\\s]+", " ").strip();
    }

    private void name(String name, int number) {
        List<String> stems = stems(name);
        byKey.putIfAbsent(Stems.key(stems), number);
        if (stems.size() <= Phrases.WORDS_MAX) {
            int[] numbers = stems.stream().mapToInt(words::stemNumber).toArray();
            byPhrase.putIfAbsent(Phrases.key(numbers, numbers.length), number);
        }
    }

    /** The stems of a name without words of grammar, each once. */
    static List<String> stems(String name) {
        Set<String> stems = new LinkedHashSet<>();
        String[] written =
                Normalizer.normalize(name, Normalizer.Form.NFC).strip().split("[^\\p{L}\\p{M}\\p{Nd}+#]+", -1);
        for (String word : written) {
            String folded = Stems.folded(word);
            if (folded.length() > 1 && !WordList.STOP.contains(folded)) {
                stems.add(Stems.stem(folded));
            } else if (isAbbreviation(word, written.length == 1, name)) {
                stems.add(word);
            }
        }
        return List.copyOf(stems);
    }

    /**
     * Whether a word that says nothing is written as one that does: "IT" in capitals among small letters, or "R" alone.
     * Its stem keeps the capitals, so that it never meets the word of grammar.
     */
    private static boolean isAbbreviation(String word, boolean alone, String name) {
        boolean capitals = !word.isEmpty() && word.chars().allMatch(Character::isUpperCase);
        return capitals && (alone || (word.length() > 1 && !name.equals(name.toUpperCase(Locale.ROOT))));
    }

    /** Adds a phrase that was found: to the concept of the same words or roots, or as one of its own. */
    private void find(Selection.Found found, Evidence evidence) {
        long phrase = evidence.key(found.at());
        List<String> names = Surface.names(evidence.surfaces(found.at()));
        int[] numbers = Phrases.stems(phrase);
        List<String> stems = Arrays.stream(numbers).mapToObj(words::stem).toList();
        String key = Stems.key(stems);
        Integer same = byPhrase.containsKey(phrase) ? byPhrase.get(phrase) : byKey.get(key);
        if (same == null) {
            same = byKey.get(joined(names.getFirst()));
        }
        String roots = roots(stems);
        if (same == null && !roots.isEmpty()) {
            same = byKey.get(roots);
        }
        int discussions = evidence.discussions(found.at());
        if (same == null) {
            same = concepts.size();
            concepts.add(new Concept(
                    key, limited(usual(names, evidence, found.at())), discussions, found.termhood(), Given.FOUND));
        } else {
            concepts.set(same, merged(concepts.get(same), names, discussions, found.termhood()));
        }
        byPhrase.putIfAbsent(phrase, same);
        byKey.putIfAbsent(key, same);
        byKey.putIfAbsent(joined(names.getFirst()), same);
        if (!roots.isEmpty()) {
            byKey.putIfAbsent(roots, same);
        }
    }

    /** "data set" and "dataset" are one. */
    private static String joined(String name) {
        return "=" + Stems.stem(Stems.folded(name).replaceAll("[^\\p{L}\\p{Nd}]", ""));
    }

    /** The roots of the stems, empty where they are too short to be sure of. */
    static String roots(List<String> stems) {
        int lettersMin = stems.size() == 1 ? ROOT_LETTERS_MIN : ROOT_LETTERS_MIN_IN_PHRASE;
        List<String> roots = stems.stream().map(Stems::root).toList();
        return roots.stream().allMatch(root -> root.length() >= lettersMin) ? "~" + Stems.key(roots) : "";
    }

    /** The names that at least a tenth of the uses have. */
    private static List<String> usual(List<String> names, Evidence evidence, int at) {
        Map<String, Integer> uses = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        evidence.surfaces(at).forEach((surface, count) -> uses.merge(surface, count, Integer::sum));
        int all = uses.values().stream().mapToInt(Integer::intValue).sum();
        return names.stream()
                .filter(name -> name.equals(names.getFirst()) || 10 * uses.getOrDefault(name, 0) >= all)
                .toList();
    }

    private static Concept merged(Concept concept, List<String> names, int discussions, double termhood) {
        Set<String> all = new LinkedHashSet<>();
        String known = concept.names().getFirst();
        if (concept.given() == Given.TAG && wordsOf(names.getFirst()) >= wordsOf(known)) {
            // A tag has no links and not always accents: people write the words as they are. "Non-conformité" keeps its
            // "non".
            all.add(names.getFirst());
        }
        all.addAll(concept.names());
        all.add(names.getFirst());
        return new Concept(
                concept.key(),
                limited(List.copyOf(all)),
                concept.discussions() + discussions,
                Math.max(concept.termhood(), termhood),
                concept.given());
    }

    private static int wordsOf(String name) {
        return name.split(" ", -1).length;
    }

    private static List<String> limited(List<String> names) {
        Map<String, String> distinct = new java.util.LinkedHashMap<>();
        names.forEach(name -> distinct.putIfAbsent(Stems.folded(name), name));
        return distinct.values().stream().limit(NAMES_MAX).toList();
    }

    /** How many concepts there are. */
    int size() {
        return concepts.size();
    }

    Concept concept(int number) {
        return concepts.get(number);
    }

    /** The concept of a phrase, -1 where it is none. */
    int of(long phrase) {
        return byPhrase.getOrDefault(phrase, -1);
    }

    /** The concept of a tag, -1 where it is none. */
    int ofTag(String tag) {
        return byKey.getOrDefault(Stems.key(stems(tag)), -1);
    }

    Words words() {
        return words;
    }

    /** The concepts, those with the highest termhood first. */
    List<Concept> concepts() {
        return concepts.stream()
                .sorted(Comparator.comparingDouble(Concept::termhood).reversed().thenComparing(Concept::key))
                .toList();
    }
}
