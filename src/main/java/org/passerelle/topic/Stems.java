package org.passerelle.topic;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Words brought to what their inflections share. One light stemmer serves French and English, so that a word they
 * share has one stem, whatever the language of the text: plurals go, as in the S-stemmer (Harman 1991,
 * doi:10.1002/(SICI)1097-4571(199101)42:1<7::AID-ASI2>3.0.CO;2-P) and the minimal French stemmer (Savoy 1999,
 * doi:10.1002/(SICI)1097-4571(1999)50:10<944::AID-ASI9>3.0.CO;2-Q), feminine forms too, and verbs are left alone,
 * since topics are named by nouns.
 */
final class Stems {
    private static final int SHORT = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Stems() {}

    /** Without accents, ligatures and capitals. */
    static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(letter -> letter < 128)) {
            return lower;
        }
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").replace("œ", "oe").replace("æ", "ae");
    }

    /** The stem of a folded word: equal for its singular and plural, its masculine and feminine. */
    static String stem(String folded) {
        String stem = folded;
        if (stem.length() <= SHORT) {
            return stem;
        }
        if (stem.endsWith("eaux") || stem.endsWith("yaux")) {
            stem = cut(stem, 1, "");
        } else if (stem.endsWith("aux") && stem.length() > 5) {
            stem = cut(stem, 3, "al");
        } else if (stem.endsWith("ies") && stem.length() > 4) {
            stem = cut(stem, 3, "y");
        } else if (stem.endsWith("sis") && stem.length() > 5) {
            stem = cut(stem, 2, "");
        } else if (stem.endsWith("s") && !stem.endsWith("ss") && !stem.endsWith("us") && !stem.endsWith("is")) {
            stem = cut(stem, 1, "");
        }
        return withoutEnding(stem);
    }

    private static String withoutEnding(String word) {
        String stem = word;
        if (stem.length() > SHORT + 1 && stem.endsWith("ie")) {
            return cut(stem, 2, "y");
        }
        if (stem.length() > SHORT && stem.endsWith("e")) {
            stem = cut(stem, 1, "");
        }
        int length = stem.length();
        if (length > 5
                && stem.charAt(length - 1) == stem.charAt(length - 2)
                && "lnt".indexOf(stem.charAt(length - 1)) >= 0) {
            stem = cut(stem, 1, "");
        }
        if (length > 5 && stem.endsWith("if")) {
            stem = cut(stem, 1, "v");
        }
        return stem.endsWith("iqu") ? cut(stem, 2, "c") : stem;
    }

    /**
     * What a stem shares with the same Greek or Latin word in the other language: sécurité and security,
     * compresseur and compressor, mécanique and mechanical.
     */
    static String root(String stem) {
        String root =
                stem.replace("ph", "f").replace("th", "t").replace("ch", "c").replace("qu", "c");
        for (String[] ending : ENDINGS) {
            if (root.length() >= ending[0].length() + SHORT && root.endsWith(ending[0])) {
                root = cut(root, ending[0].length(), ending[1]);
                break;
            }
        }
        StringBuilder single = new StringBuilder();
        for (int at = 0; at < root.length(); at++) {
            char letter = root.charAt(at) == 'y' ? 'i' : root.charAt(at);
            if (single.isEmpty() || single.charAt(single.length() - 1) != letter) {
                single.append(letter);
            }
        }
        return single.toString();
    }

    /** Endings of stems in one language or the other, and what both become. */
    private static final String[][] ENDINGS = {
        {"ical", "ic"},
        {"ity", "it"},
        {"aire", "ar"},
        {"air", "ar"},
        {"ary", "ar"},
        {"oir", "or"},
        {"ory", "or"},
        {"eur", "or"},
        {"iel", "ial"},
        {"el", "al"},
        {"er", "r"}
    };

    /** The key of words whatever their order, so that "safety valve" and "valves for safety" are one concept. */
    static String key(Collection<String> stems) {
        return String.join(" ", new TreeSet<>(stems));
    }

    private static String cut(String word, int letters, String ending) {
        return word.substring(0, word.length() - letters) + ending;
    }
}
