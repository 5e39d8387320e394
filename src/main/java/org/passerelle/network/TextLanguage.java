package org.passerelle.network;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * French or English by a vote of the commonest short words. Words of both languages do not vote; below
 * three votes, or with less than twice as many as the other language, a text does not say.
 */
public final class TextLanguage {
    private static final int CHARACTERS_MAX = 4_000;
    private static final int VOTES_MIN = 3;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern ACCENTED = Pattern.compile("(?iu)[àâçèéêëîïôùûœæ]");
    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "des", "du", "une", "est", "et", "que", "qui", "dans", "pour", "pas", "sur", "avec",
            "nous", "vous", "ce", "cette", "ces", "sont", "mais", "ou", "où", "il", "elle", "ils", "au", "aux", "je",
            "tu", "ne", "se", "sa", "son", "ses", "mon", "ma", "mes", "votre", "notre", "leur", "être", "avoir", "avez",
            "avons", "ont", "par", "plus", "comme", "si", "peut", "quelqu", "merci", "bonjour", "ça", "cela", "quand",
            "très", "aussi", "fait", "même", "était", "chez", "donc", "quel", "quelle", "un");
    private static final Set<String> ENGLISH = Set.of(
            "the", "and", "of", "to", "is", "in", "that", "it", "for", "with", "you", "this", "be", "are", "was",
            "have", "has", "not", "but", "from", "or", "at", "by", "an", "my", "we", "they", "can", "will", "would",
            "there", "what", "which", "when", "how", "if", "your", "our", "their", "does", "do", "been", "were",
            "should", "could", "i", "any", "some", "thanks", "please", "hello", "about", "into", "than", "then",
            "these", "those", "he", "she", "its", "who", "where", "why");

    private TextLanguage() {}

    /** "fr" or "en"; empty where the text does not tell. */
    public static Optional<String> of(String text) {
        return Votes.of(text).told(VOTES_MIN, 2);
    }

    /**
     * The same of a few words, of which one vote more than for the other language is enough; empty where no word votes. A
     * letter with an accent is taken for French.
     */
    public static Optional<String> likely(String words) {
        Optional<String> told = Votes.of(words).told(1, 1);
        return told.isEmpty() && ACCENTED.matcher(words).find() ? Optional.of("fr") : told;
    }

    private record Votes(int french, int english) {
        static Votes of(String text) {
            String start =
                    text.substring(0, Math.min(text.length(), CHARACTERS_MAX)).toLowerCase(Locale.ROOT);
            int french = 0;
            int english = 0;
            Matcher words = WORD.matcher(start);
            while (words.find()) {
                String word = words.group();
                french += FRENCH.contains(word) ? 1 : 0;
                english += ENGLISH.contains(word) ? 1 : 0;
            }
            return new Votes(french, english);
        }

        Optional<String> told(int least, int times) {
            if (french >= least && french >= times * english && french != english) {
                return Optional.of("fr");
            }
            return english >= least && english >= times * french && french != english
                    ? Optional.of("en")
                    : Optional.empty();
        }
    }
}
