package org.passerelle.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.NearestWords;
import org.passerelle.network.StopWords;

/**
 * Words in use that are nearest to words that are not: one or two letters off, forms of one word, or with the same
 * beginning. The folded index finds texts that hold such words, and these texts say which.
 */
final class WordsInUse implements NearestWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final int TEXTS_MAX = 300;
    private static final int WORDS_ASKED_MAX = 12;
    private static final int LETTERS_MIN = 4;
    private static final int NEAREST_MAX = 5;

    private final Store store;
    private final Glossary glossary;

    WordsInUse(Store store, Glossary glossary) {
        this.store = store;
        this.glossary = glossary;
    }

    @Override
    public List<String> searched(String about) {
        SearchWords search = SearchWords.of(about, glossary);
        List<String> words = new ArrayList<>(search.plain());
        words.addAll(search.exact());
        words.addAll(search.synonyms());
        return words.stream().distinct().limit(64).toList();
    }

    private record Held(String community, String words) {}

    @Override
    public Nearest nearest(String about, Scope scope) {
        List<String> asked = searched(about).stream()
                .flatMap(word -> WORD.matcher(word).results().map(MatchResult::group))
                .map(Text::folded)
                .filter(word -> word.length() >= LETTERS_MIN
                        && word.length() <= SearchWords.TYPO_LETTERS_MAX
                        && !StopWords.contains(word))
                .distinct()
                .limit(WORDS_ASKED_MAX)
                .toList();
        if (asked.isEmpty()) {
            return new Nearest(List.of(), Map.of());
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("query", query(asked));
        parameters.put("limit", TEXTS_MAX);
        parameters.put("reader", scope.readerId());
        parameters.put("before", scope.before().toEpochMilli());
        List<Held> texts = store.read(
                "read/near-texts",
                parameters,
                row -> new Held(
                        row.get("community").asString(), row.get("words").asString()));
        Map<String, Double> nearness = new HashMap<>();
        for (Held text : texts) {
            words(text).forEach(word -> nearness.computeIfAbsent(word, _ -> nearness(word, asked)));
        }
        List<String> words = nearness.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(NEAREST_MAX)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> communities = new HashMap<>();
        for (Held text : texts) {
            if (!text.community().isEmpty() && words(text).stream().anyMatch(words::contains)) {
                communities.merge(text.community(), 1, Integer::sum);
            }
        }
        return new Nearest(words, communities);
    }

    private static Set<String> words(Held text) {
        return WORD.matcher(text.words()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String query(List<String> asked) {
        return asked.stream()
                .map(word -> "folded:" + word + "~2 folded:" + beginning(word) + "*")
                .collect(Collectors.joining(" "));
    }

    /** Two thirds of a word, four letters at least: enough to be about the same. */
    private static String beginning(String word) {
        return word.substring(0, Math.max(LETTERS_MIN, word.length() * 2 / 3));
    }

    /** 3 for a form of an asked word, 2 for a slip, 1 for the same beginning, 0 for none; shared letters part equal ones. */
    private static double nearness(String word, List<String> asked) {
        double nearest = 0;
        for (String each : asked) {
            int shared = 0;
            while (shared < Math.min(word.length(), each.length()) && word.charAt(shared) == each.charAt(shared)) {
                shared++;
            }
            int kind = word.length() < LETTERS_MIN
                    ? 0
                    : Inflections.same(each, word)
                            ? 3
                            : Inflections.alike(each, word) ? 2 : word.startsWith(beginning(each)) ? 1 : 0;
            if (kind > 0) {
                nearest = Math.max(nearest, kind + shared / (1.0 + Math.max(word.length(), each.length())));
            }
        }
        return nearest;
    }
}
