package org.passerelle.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The passage of a text that has most of the words that a reader looked for. */
final class Snippet {
    private static final int LENGTH_MAX = 240;
    private static final int BEFORE_MAX = 80;
    private static final int PASSAGES_MAX = 4;
    private static final int STEM_MIN = 4;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Snippet() {}

    /**
     * At most about {@value #LENGTH_MAX} characters around the place that has most of the words, the first of equal
     * ones; cut between words, with an ellipsis where it was cut.
     */
    static String of(String text, MatchedWords words) {
        return ofLine(line(text), words);
    }

    private static String line(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static String ofLine(String line, MatchedWords words) {
        if (line.length() <= LENGTH_MAX) {
            return line;
        }
        int start = densest(words.in(line));
        int from = start <= BEFORE_MAX ? 0 : afterSpace(line, start - BEFORE_MAX, start);
        int to = from + LENGTH_MAX >= line.length() ? line.length() : line.lastIndexOf(' ', from + LENGTH_MAX);
        if (to <= start) {
            to = Math.min(line.length(), from + LENGTH_MAX);
            // Never half of a character outside the basic plane.
            to -= to < line.length() && Character.isLowSurrogate(line.charAt(to)) ? 1 : 0;
        }
        return (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
    }

    /** How near a passage is to a question in meaning. */
    interface Nearness {
        /** The nearer, the more. */
        double of(String passage);
    }

    /** The same; where no word is in it and nearness can be told, the nearest of its first passages. */
    static String of(String text, MatchedWords words, @Nullable Nearness nearness) {
        String line = line(text);
        if (nearness == null || line.length() <= LENGTH_MAX || !words.in(line).isEmpty()) {
            return ofLine(line, words);
        }
        String nearest = "";
        double best = Double.NEGATIVE_INFINITY;
        int from = 0;
        for (int passage = 0; passage < PASSAGES_MAX && from < line.length(); passage++) {
            int to = end(line, from);
            double near = nearness.of(line.substring(from, to));
            if (near > best) {
                best = near;
                nearest = (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
            }
            from = to < line.length() && line.charAt(to) == ' ' ? to + 1 : to;
        }
        return nearest;
    }

    /** Where a passage that begins at a place ends: after a word, never within a character. */
    private static int end(String line, int from) {
        if (from + LENGTH_MAX >= line.length()) {
            return line.length();
        }
        int space = line.lastIndexOf(' ', from + LENGTH_MAX);
        if (space > from) {
            return space;
        }
        int to = from + LENGTH_MAX;
        return Character.isLowSurrogate(line.charAt(to)) ? to - 1 : to;
    }

    /** Where the stretch begins that has most different words of the reader's. */
    private static int densest(List<MatchedWords.Match> matches) {
        int start = 0;
        int most = 0;
        for (int first = 0; first < matches.size(); first++) {
            int end = matches.get(first).mark().start() + LENGTH_MAX - BEFORE_MAX;
            Set<String> held = new HashSet<>();
            for (MatchedWords.Match match : matches.subList(first, matches.size())) {
                if (match.mark().end() > end) {
                    break;
                }
                held.add(match.asked());
            }
            if (held.size() > most) {
                most = held.size();
                start = matches.get(first).mark().start();
            }
        }
        return start;
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
        String folded = Text.folded(text);
        long covered =
                stems.stream().filter(stem -> holdsWordFrom(folded, stem)).count();
        return (double) covered / stems.size();
    }

    /** Whether a word of a text begins so. */
    private static boolean holdsWordFrom(String text, String stem) {
        int at = text.indexOf(stem);
        while (at > 0 && isOfWord(text.codePointBefore(at))) {
            at = text.indexOf(stem, at + 1);
        }
        return at >= 0;
    }

    private static boolean isOfWord(int letter) {
        return Character.isLetter(letter) || Character.isDigit(letter);
    }

    /** After the first space from a position on, but never beyond what is to be shown. */
    private static int afterSpace(String line, int position, int shown) {
        int space = line.indexOf(' ', position);
        return space < 0 || space >= shown ? shown : space + 1;
    }

    /** What inflected forms share: the word without its last two letters, but never under four. */
    private static String stem(String word) {
        return word.length() <= STEM_MIN ? word : word.substring(0, Math.max(STEM_MIN, word.length() - 2));
    }
}
