package org.passerelle.network;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Words of French and English that stand in every text and say nothing of its subject. Kept to those that mean
 * nothing else in the other language either: "car", "or", "son", "est" and "pas" are left out on purpose.
 */
public final class StopWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> WORDS = Set.of(
            ("a about after all also am an and any are as at be been before being but by can could did do does for from"
                            + " had has have he her here him his how i if in into is it its just me more most my no not"
                            + " of off on one only other our out over own same she should so some such than that the"
                            + " their them then there these they this those to too under up us very was we were what"
                            + " when where which who whom whose why will with would you your"
                            + " ai ainsi alors apres au aucun aussi autre aux avant avec avez avoir avons c ce ceci cela"
                            + " celle celui ces cet cette ceux chez comme comment d dans de deja depuis des deux donc dont"
                            + " du elle elles en encore entre es et etaient etait etant ete etes etre eu fait font il ils"
                            + " j je jusque l la le les leur leurs lors lui m ma mais mes moi moins mon n ne ni non nos"
                            + " notre nous ont ou par parce peu peut peuvent plus pour pourquoi qu quand que quel quelle"
                            + " quelles quels qui quoi s sa sans se sera ses si sont sous sur t ta te tes toi tout toute"
                            + " toutes tous tres trop tu un une vers vos votre vous y")
                    .split(" "));

    // What begins a sentence as a single letter; other single capitals are names (C, R).
    private static final Set<String> CAPITAL_WORDS = Set.of("a", "i", "y");

    private StopWords() {}

    /** Whether a word without accents and in lower case says nothing. */
    public static boolean contains(String word) {
        return WORDS.contains(word);
    }

    /** Whether a text has words, and all of them say nothing; capitals are an abbreviation or a
     * name (IT, C), and that says much. */
    public static boolean areAllOf(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        return !words.isEmpty() && words.stream().noneMatch(StopWords::tells);
    }

    private static boolean tells(String word) {
        String folded = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT)) && !CAPITAL_WORDS.contains(folded);
        return capitals || !contains(folded);
    }
}
