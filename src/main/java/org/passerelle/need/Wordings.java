package org.passerelle.need;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of folded sentences, several ways of saying one thing. Means the same as one regular expression of all ways
 * between word boundaries, the leftmost first and then the earlier way; but at each place only those ways are tried that
 * can begin with the letter that stands there, which is what makes a million texts bearable.
 */
final class Wordings {
    private static final int LETTERS = 128;

    /** The ways that can begin with a letter, by letter; null where none can. */
    private final @Nullable Pattern[] beginning = new @Nullable Pattern[LETTERS];
    /** For letters outside the table. */
    private final Pattern any;

    private Wordings(List<String> ways) {
        any = oneOf(ways);
        List<Pattern> alone = ways.stream().map(Pattern::compile).toList();
        for (int letter = 0; letter < LETTERS; letter++) {
            String start = String.valueOf((char) letter);
            List<String> possible = IntStream.range(0, alone.size())
                    .filter(way -> canBegin(alone.get(way), start))
                    .mapToObj(ways::get)
                    .toList();
            beginning[letter] = possible.isEmpty() ? null : oneOf(possible);
        }
    }

    /** Any of these regular expressions, each between word boundaries. None matches the empty word. */
    static Wordings of(String... ways) {
        return new Wordings(Arrays.asList(ways));
    }

    private static Pattern oneOf(List<String> ways) {
        return Pattern.compile("(?:" + String.join("|", ways) + ")(?![\\p{L}\\d])");
    }

    /** Whether the letter matches or more letters could still make a match of it. */
    @SuppressWarnings("JdkObsolete") // only hitEnd tells whether more letters could still make a match
    private static boolean canBegin(Pattern way, String start) {
        Matcher matcher = way.matcher(start);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    boolean in(String sentence) {
        return find(sentence, 0) != null;
    }

    /** The sentence before the first of them, or all of it. */
    String before(String sentence) {
        Matcher found = find(sentence, 0);
        return found == null ? sentence : sentence.substring(0, found.start());
    }

    /** The sentence with each of them taken out. */
    String without(String sentence) {
        Matcher found = find(sentence, 0);
        if (found == null) {
            return sentence;
        }
        StringBuilder kept = new StringBuilder();
        int from = 0;
        while (found != null) {
            kept.append(sentence, from, found.start()).append(' ');
            from = found.end();
            found = find(sentence, from);
        }
        return kept.append(sentence, from, sentence.length()).toString();
    }

    /** The leftmost at or after a place; null where there is none. */
    private @Nullable Matcher find(String sentence, int from) {
        Matcher matcher = any.matcher(sentence).useTransparentBounds(true).useAnchoringBounds(false);
        for (int at = from; at < sentence.length(); at++) {
            char letter = sentence.charAt(at);
            Pattern pattern = letter < LETTERS ? beginning[letter] : any;
            if (pattern != null && (at == 0 || !isOfWord(sentence, at - 1))) {
                matcher.usePattern(pattern).region(at, sentence.length());
                if (matcher.lookingAt()) {
                    return matcher;
                }
            }
        }
        return null;
    }

    private static boolean isOfWord(String sentence, int at) {
        int letter = sentence.codePointBefore(at + 1);
        return Character.isLetter(letter) || (letter >= '0' && letter <= '9');
    }
}
