package org.passerelle.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.topic.Corpus.Entry;
import org.passerelle.topic.Words.Form;

/** How people write words that come without accents, as those of tags do: "tracabilite" is "traçabilité" in their texts. */
final class Spelling {
    /** Where there is nothing to learn from: words stay as they are. */
    static final Spelling NOTHING = new Spelling(Map.of());

    private final Map<String, String> accented;

    private Spelling(Map<String, String> accented) {
        this.accented = accented;
    }

    /** Learns from texts: a word has its accents where most of its uses have them. */
    static Spelling of(Corpus corpus, List<Entry> entries) {
        Words words = corpus.words();
        int[] uses = new int[words.forms()];
        for (Entry entry : entries) {
            count(entry.subject(), uses);
            count(entry.text(), uses);
        }
        Map<String, Map<String, Integer>> byFolded = new HashMap<>();
        for (int number = 0; number < uses.length; number++) {
            Form form = words.form(number);
            if (form.stem() >= 0 && uses[number] > 0) {
                byFolded.computeIfAbsent(form.folded(), _ -> new HashMap<>())
                        .merge(form.text().toLowerCase(java.util.Locale.ROOT), uses[number], Integer::sum);
            }
        }
        Map<String, String> accented = new HashMap<>();
        byFolded.forEach((folded, spellings) -> {
            int all = spellings.values().stream().mapToInt(Integer::intValue).sum();
            spellings.forEach((spelling, count) -> {
                if (!spelling.equals(folded) && 2 * count > all) {
                    accented.put(folded, spelling);
                }
            });
        });
        return new Spelling(accented);
    }

    private static void count(int[] text, int[] uses) {
        for (int word : text) {
            if (word >= 0) {
                uses[word]++;
            }
        }
    }

    /** A few words in small letters without accents, as people write them; others stay as they are. */
    String of(String name) {
        return Stream.of(name.split(" ", -1))
                .map(word -> accented.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}
