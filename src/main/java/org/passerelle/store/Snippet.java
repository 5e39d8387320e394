package org.passerelle.store;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The passage of a text around the first word that a reader looked for. */
final class Snippet {
    private static final int LENGTH_MAX = 240;
    private static final int BEFORE_MAX = 80;
    private static final int STEM_MIN = 4;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");

    private Snippet() {}

    /** At most about {@value #LENGTH_MAX} characters, cut between words, with an ellipsis where it was cut. */
    static String of(String text, List<String> words) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LENGTH_MAX) {
            return line;
        }
        List<String> stems = words.stream().map(Text::folded).map(Snippet::stem).toList();
        int start = 0;
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            String word = Text.folded(matcher.group());
            if (stems.stream().anyMatch(word::startsWith)) {
                start = matcher.start();
                break;
            }
        }
        int from = start <= BEFORE_MAX ? 0 : afterSpace(line, start - BEFORE_MAX);
        int to = from + LENGTH_MAX >= line.length() ? line.length() : line.lastIndexOf(' ', from + LENGTH_MAX);
        if (to <= from) {
            to = Math.min(line.length(), from + LENGTH_MAX);
        }
        return (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
    }

    /** Share of the words of which an inflection is in the text, words of under three letters left out; 1 for no words. */
    static double coverage(String text, List<String> words) {
        List<String> stems = words.stream()
                .map(Text::folded)
                .filter(word -> word.length() > 2)
                .map(Snippet::stem)
                .distinct()
                .toList();
        if (stems.isEmpty()) {
            return 1;
        }
        List<String> held = WORD.matcher(Text.folded(text))
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        long covered = stems.stream()
                .filter(stem -> held.stream().anyMatch(word -> word.startsWith(stem)))
                .count();
        return (double) covered / stems.size();
    }

    private static int afterSpace(String line, int position) {
        int space = line.indexOf(' ', position);
        return space < 0 ? position : space + 1;
    }

    /** What inflected forms share: the word without its last two letters, but never under four. */
    private static String stem(String word) {
        return word.length() <= STEM_MIN ? word : word.substring(0, Math.max(STEM_MIN, word.length() - 2));
    }
}
