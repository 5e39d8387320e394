package org.passerelle.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.network.StopWords;

/**
 * A reader's words as the full-text indexes take them: letters and digits only, so that nothing of the query
 * language is left; words between quotes are held together, and words of the glossary bring their synonyms. An
 * abbreviation that small letters make a word of grammar (IT, OU) is looked for in capitals only.
 *
 * @param plain the words one by one, in lower case
 * @param exact abbreviations that only count in capitals
 * @param phrases words that must follow one another
 * @param synonyms what the glossary says instead, each one word or several
 * @param isApproximate whether a word like the reader's is looked for
 */
record SearchWords(
        List<String> plain, List<String> exact, List<String> phrases, List<String> synonyms, boolean isApproximate) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}'’]*");
    private static final Pattern QUOTED = Pattern.compile("[\"“«]([^\"”»]{1,200})[\"”»]");
    private static final int WORDS_MAX = 64;
    private static final int PHRASES_MAX = 8;
    private static final int EXACT_MAX = 4;
    private static final int ABBREVIATION_MAX = 4;
    private static final int ABBREVIATIONS_MAX = 2;

    // What people who know query languages write between words.
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "TO");
    /** Before it there is no letter of Chinese or Japanese. */
    private static final int FIRST_OF_THE_EAST = 0x2E80;

    private static final int TYPO_LETTERS_MIN = 5;
    // Nobody's word is longer, and looking for words like one of thousands of letters takes the index many seconds.
    static final int TYPO_LETTERS_MAX = 40;
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
        List<String> all = cased(about);
        List<String> synonyms = glossary.synonyms(all);
        return new SearchWords(
                all.stream().filter(word -> !isInCapitals(word)).toList(),
                Stream.concat(all.stream(), synonyms.stream())
                        .filter(SearchWords::isInCapitals)
                        .distinct()
                        .limit(EXACT_MAX)
                        .toList(),
                phrases,
                synonyms.stream().filter(synonym -> !isInCapitals(synonym)).toList(),
                false);
    }

    private static boolean isInCapitals(String word) {
        return Character.isUpperCase(word.charAt(0)) && word.indexOf(' ') < 0;
    }

    /** The reader's words in lower case, without anything that the query language would understand. */
    static List<String> words(String about) {
        return cased(about).stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** The same, but abbreviations that small letters make a word of grammar keep their capitals. */
    static List<String> cased(String about) {
        List<String> words = new ArrayList<>();
        boolean isShouted = isShouted(about);
        Matcher matcher = WORD.matcher(about);
        while (matcher.find() && words.size() < WORDS_MAX) {
            String word = matcher.group();
            // Lower case, so that AND, OR, NOT and TO are words like any other.
            words.add(
                    !isShouted && isAbbreviation(word)
                            ? word
                            : word.toLowerCase(Locale.ROOT).replace('’', '\''));
        }
        return words;
    }

    /** Who writes a sentence in capitals tells nothing by them. */
    private static boolean isShouted(String about) {
        if (about.chars().anyMatch(Character::isLowerCase)) {
            return false;
        }
        List<String> words =
                WORD.matcher(about).results().map(MatchResult::group).toList();
        return words.size() > ABBREVIATIONS_MAX || words.stream().anyMatch(word -> word.length() > ABBREVIATION_MAX);
    }

    private static boolean isAbbreviation(String word) {
        return word.length() > 1
                && word.length() <= ABBREVIATION_MAX
                && word.chars().allMatch(Character::isUpperCase)
                && !OPERATORS.contains(word)
                && StopWords.contains(Text.folded(word));
    }

    boolean isEmpty() {
        return plain.isEmpty() && exact.isEmpty();
    }

    /** One word, long enough that a letter more or less leaves it recognisable, and no longer than words are. */
    boolean approximable() {
        return plain.size() == 1
                && exact.isEmpty()
                && plain.getFirst().length() >= TYPO_LETTERS_MIN
                && plain.getFirst().length() <= TYPO_LETTERS_MAX;
    }

    /** The same, looking for words like it. */
    SearchWords approximate() {
        return new SearchWords(plain, exact, phrases, synonyms, true);
    }

    /** What an index is asked, without filters; empty where it cannot help. */
    String clause(boolean folded) {
        if (isApproximate) {
            String word = Text.folded(plain.getFirst()).replace("'", "");
            return folded
                    ? "+(folded:" + word + (word.length() >= TWO_TYPOS_LETTERS_MIN ? "~2" : "~1") + NEVER + ")"
                    : "";
        }
        if (plain.isEmpty() && synonyms.isEmpty()) {
            return "";
        }
        StringBuilder any = new StringBuilder(plain.isEmpty() ? "" : terms(folded));
        synonyms.forEach(synonym -> any.append(' ').append(held(synonym, folded, "^0.7")));
        StringBuilder all = new StringBuilder("+(" + any + NEVER + ")");
        phrases.forEach(
                phrase -> all.append(" +(").append(held(phrase, folded, "")).append(')'));
        return all.toString();
    }

    /** What the folded index is asked for texts that hold an abbreviation, in whatever letters; the other words rank them. */
    String clauseOf(String abbreviation) {
        String others = plain.isEmpty() ? "" : " " + terms(true);
        return "+folded:" + abbreviation.toLowerCase(Locale.ROOT) + others;
    }

    /** What a text matches that holds an abbreviation in capitals, as a word of its own. */
    static String pattern(String abbreviation) {
        return "(?s).*(?<![\\p{L}\\p{Nd}])" + abbreviation + "(?![\\p{L}\\p{Nd}]).*";
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
        int letter;
        for (int at = 0; at < word.length(); at += Character.charCount(letter)) {
            letter = word.codePointAt(at);
            if (letter >= FIRST_OF_THE_EAST) {
                switch (Character.UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA -> {
                        return true;
                    }
                    default -> {}
                }
            }
        }
        return false;
    }

    private static String held(String words, boolean folded, String boost) {
        String phrase = '"' + (folded ? Text.folded(words) : words) + '"' + boost;
        return folded ? "folded:" + phrase : "subject:" + phrase + " text:" + phrase;
    }
}
