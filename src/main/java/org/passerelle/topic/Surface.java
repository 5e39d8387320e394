package org.passerelle.topic;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.topic.Words.Form;

/** How a phrase is written. */
final class Surface {
    private Surface() {}

    /** The words from a position to another, as they stand in the text. */
    static String of(int[] text, int from, int to, Words words) {
        if (from == to) {
            return words.form(text[from]).text();
        }
        StringBuilder surface = new StringBuilder();
        for (int at = from; at <= to; at++) {
            Form form = words.form(text[at]);
            surface.append(form.text());
            boolean elided =
                    at < to && (form.folded().equals("d") || form.folded().equals("l"));
            surface.append(elided ? "'" : at < to ? " " : "");
        }
        return surface.toString();
    }

    /**
     * The names that surfaces stand for, the one most used first: in small letters, unless most write one of the
     * words with a capital that is not a sentence's first.
     */
    static List<String> names(Map<String, Integer> surfaces) {
        Map<String, Map<String, Integer>> bySmall = new TreeMap<>();
        surfaces.forEach(
                (surface, uses) -> bySmall.computeIfAbsent(surface.toLowerCase(Locale.ROOT), _ -> new TreeMap<>())
                        .merge(surface, uses, Integer::sum));
        return bySmall.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Map<String, Integer>>>comparingInt(
                                entry -> -sum(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> spelled(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int sum(Map<String, Integer> uses) {
        return uses.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String spelled(String small, Map<String, Integer> spellings) {
        int all = sum(spellings);
        return spellings.entrySet().stream()
                .filter(spelling -> 2 * spelling.getValue() > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(small);
    }
}
