package org.passerelle.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every word form met, by number, with what is known of it; a text becomes the numbers of its words. Not safe for
 * several threads while texts are added.
 */
final class Words {
    /** Between two words that cannot be in one phrase. */
    static final int GAP = -1;

    /** The same, at the end of a sentence. */
    static final int SENTENCE = -2;

    /** Most stems; words met after so many have no stem and are in no phrase. */
    static final int STEMS_MAX = (1 << 21) - 1;

    private static final int WORDS_MAX = 600;
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{Nd}]+(?:_[\\p{L}\\p{Nd}_]*)?(?:\\+\\+|#|['’]s\\b)?");
    private static final String ELIDED = " d l j c n s m t qu jusqu lorsqu puisqu quelqu ";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();
    private final Map<String, Integer> stemNumbers = new HashMap<>();
    private final List<String> stems = new ArrayList<>();

    /** What a word does in a phrase. */
    enum Part {
        /** It may be part of a topic. */
        CONTENT,
        /** It may be inside of one that somebody else gave, and never at the edge of a phrase that was found. */
        WEAK,
        /** It ends a phrase. */
        STOP
    }

    /**
     * A word as it is written.
     *
     * @param stem number of its stem, -1 for words of grammar
     */
    record Form(String text, String folded, Part part, int stem) {
        boolean isCapital() {
            return Character.isUpperCase(text.charAt(0));
        }

        boolean isLink() {
            return WordList.LINKS.contains(text.toLowerCase(Locale.ROOT));
        }

        boolean isArticle() {
            return WordList.ARTICLES.contains(folded);
        }
    }

    Form form(int number) {
        return forms.get(number);
    }

    String stem(int number) {
        return stems.get(number);
    }

    int stems() {
        return stems.size();
    }

    int forms() {
        return forms.size();
    }

    /** The words of a text, at most {@value #WORDS_MAX}, with a {@link #GAP} or {@link #SENTENCE} where phrases end. */
    int[] numbers(String text) {
        int[] words = new int[Math.min(WORDS_MAX, 16)];
        int length = 0;
        int end = 0;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && length + 2 <= WORDS_MAX) {
            if (length + 2 > words.length) {
                words = Arrays.copyOf(words, Math.min(WORDS_MAX, 2 * words.length));
            }
            int gap = length == 0 ? SENTENCE : gap(text, end, matcher.start());
            if (gap < 0) {
                words[length++] = gap;
            }
            words[length++] = number(word(matcher.group()));
            end = matcher.end();
        }
        return Arrays.copyOf(words, length);
    }

    /** Without the ending of an English possessive: "Shor's algorithm" is one phrase. */
    private static String word(String found) {
        return found.endsWith("'s") || found.endsWith("’s") ? found.substring(0, found.length() - 2) : found;
    }

    private static int gap(String text, int from, int to) {
        int newlines = 0;
        for (int at = from; at < to; at++) {
            char letter = text.charAt(at);
            if (".!?:•".indexOf(letter) >= 0) {
                return SENTENCE;
            }
            newlines += letter == '\n' ? 1 : 0;
            if (newlines > 1) {
                return SENTENCE;
            }
            if (!Character.isWhitespace(letter) && "-'’‑".indexOf(letter) < 0) {
                return GAP;
            }
        }
        // Dashes between spaces are punctuation, hyphens are not.
        return text.substring(from, to).contains(" -") ? GAP : 0;
    }

    /** The number of a word. */
    int number(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int number = forms.size();
        numbers.put(word, number);
        forms.add(formOf(word));
        return number;
    }

    private Form formOf(String word) {
        String folded = Stems.folded(word);
        Part part = part(folded);
        return new Form(word, folded, part, part == Part.STOP ? -1 : stemNumber(Stems.stem(folded)));
    }

    private static Part part(String folded) {
        boolean letters = folded.chars().anyMatch(Character::isLetter);
        if (!letters
                || folded.length() < 2
                || folded.indexOf('_') >= 0
                || folded.length() > 40
                || Character.isDigit(folded.charAt(0))
                || ELIDED.contains(" " + folded + " ")
                || WordList.STOP.contains(folded)) {
            return folded.equals("c++") || folded.equals("c#") ? Part.CONTENT : Part.STOP;
        }
        return WordList.WEAK.contains(folded) ? Part.WEAK : Part.CONTENT;
    }

    /** The number of a stem, given to it at its first use; -1 where there are too many. */
    int stemNumber(String stem) {
        Integer known = stemNumbers.get(stem);
        if (known != null) {
            return known;
        }
        if (stems.size() >= STEMS_MAX) {
            return -1;
        }
        stemNumbers.put(stem, stems.size());
        stems.add(stem);
        return stems.size() - 1;
    }
}
