package org.passerelle.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reader's words as the full-text indexes take them: letters and digits only, so that nothing of the query
 * language is left; words between quotes are held together, and words of the glossary bring their synonyms.
 *
 * @param plain the words one by one, in lower case
 * @param phrases words that must follow one another
 * @param synonyms what the glossary says instead, each one word or several
 * @param isApproximate whether a word like the reader's is looked for
 */
record SearchWords(List<String> plain, List<String> phrases, List<String> synonyms, boolean isApproximate) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}'’]*");
    private static final Pattern QUOTED = Pattern.compile("[\"“«]([^\"”»]{1,200})[\"”»]");
    private static final int WORDS_MAX = 64;
    private static final int PHRASES_MAX = 8;
    private static final int TYPO_LETTERS_MIN = 5;
    static final int TWO_TYPOS_LETTERS_MIN = 9;

    // Where an analyzer drops every word as a stop word the clause would vanish and everything would match; a word
    // that no place has keeps it.
    private static final String NEVER = " place:nowhere";

    static SearchWords of(String about, Glossary glossary) {
        List<String> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(about);
        while (quoted.find() && phrases.size() < PHRASES_MAX) {
            List<String> held = words(quoted.group(1));
            if (held.size() > 1) {
                phrases.add(String.join(" ", held));
            }
        }
        List<String> plain = words(about);
        return new SearchWords(plain, phrases, glossary.synonyms(plain), false);
    }

    /** The reader's words, without anything that the query language would understand. */
    static List<String> words(String about) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(about);
        while (matcher.find() && words.size() < WORDS_MAX) {
            // Lower case, so that AND, OR, NOT and TO are words like any other.
            words.add(matcher.group().toLowerCase(Locale.ROOT).replace('’', '\''));
        }
        return words;
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }

    /** One word, long enough that a letter more or less leaves it recognisable. */
    boolean approximable() {
        return plain.size() == 1 && plain.getFirst().length() >= TYPO_LETTERS_MIN;
    }

    /** The same, looking for words like it. */
    SearchWords approximate() {
        return new SearchWords(plain, phrases, synonyms, true);
    }

    /** What an index is asked, without filters; empty where it cannot help. */
    String clause(boolean folded) {
        if (isApproximate) {
            String word = Text.folded(plain.getFirst()).replace("'", "");
            return folded
                    ? "+(folded:" + word + (word.length() >= TWO_TYPOS_LETTERS_MIN ? "~2" : "~1") + NEVER + ")"
                    : "";
        }
        StringBuilder any = new StringBuilder(terms(folded));
        synonyms.forEach(synonym -> any.append(' ').append(held(synonym, folded, "^0.7")));
        StringBuilder all = new StringBuilder("+(" + any + NEVER + ")");
        phrases.forEach(
                phrase -> all.append(" +(").append(held(phrase, folded, "")).append(')'));
        return all.toString();
    }

    private String terms(boolean folded) {
        String terms = plain.stream()
                .map(word -> folded ? Text.folded(word) : word)
                .map(SearchWords::pairs)
                .collect(Collectors.joining(" "));
        return folded ? "folded:(" + terms + ")" : "subject:(" + terms + ")^1.5 text:(" + terms + ")";
    }

    /**
     * Chinese and Japanese leave no spaces, and the indexes take each of their letters for a word: two in a row are
     * looked for together, so that a text must share more than a letter.
     */
    private static String pairs(String word) {
        if (!hasNoSpaces(word)) {
            return word;
        }
        int[] letters = word.codePoints().toArray();
        StringBuilder pairs = new StringBuilder();
        for (int at = 0; at + 1 < letters.length; at++) {
            pairs.append(pairs.isEmpty() ? "" : " ")
                    .append('"')
                    .append(new String(letters, at, 2))
                    .append('"');
        }
        return pairs.isEmpty() ? word : pairs.toString();
    }

    /** Whether a word is of a script that does not part words. */
    static boolean hasNoSpaces(String word) {
        return word.codePoints().anyMatch(letter -> switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        });
    }

    private static String held(String words, boolean folded, String boost) {
        String phrase = '"' + (folded ? Text.folded(words) : words) + '"' + boost;
        return folded ? "folded:" + phrase : "subject:" + phrase + " text:" + phrase;
    }
}
