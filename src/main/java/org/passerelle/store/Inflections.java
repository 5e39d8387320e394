package org.passerelle.store;

import java.util.Set;

/**
 * Whether two words are one word in two forms, as a reader of French or English would say: the same, or the same
 * beginning of four letters or more and endings that both languages know. It shows what matched; the indexes stem
 * on their own, so a rare form may be found and not be shown.
 */
final class Inflections {
    private static final int BEGINNING_MIN = 4;
    private static final Set<String> ENDINGS = Set.of(
            "", "s", "x", "e", "es", "ed", "er", "ers", "ing", "ings", "y", "ies", "ied", "ion", "ions", "ation",
            "ations", "ment", "ments", "ement", "ements", "eur", "eurs", "euse", "euses", "or", "ors", "ator", "ators",
            "ateur", "ateurs", "ant", "ants", "ante", "antes", "ent", "ents", "ee", "ees", "age", "ages", "able",
            "ables", "ite", "ites", "ity", "if", "ifs", "ive", "ives", "al", "ale", "ales", "aux", "ir", "it", "ait",
            "aient", "ons", "ez", "ate", "ates", "ated", "ating", "ique", "iques", "ic", "ical", "ure", "ures", "ly");

    private Inflections() {}

    /** Whether these two words, both folded, are forms of one. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shared = 0;
        int shorter = Math.min(one.length(), other.length());
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        // A letter of the stem may belong to both endings, as the n of "planning" and "planned".
        for (int cut = shared; cut >= Math.max(BEGINNING_MIN, shared - 2); cut--) {
            if (ENDINGS.contains(one.substring(cut)) && ENDINGS.contains(other.substring(cut))) {
                return true;
            }
        }
        return shared == shorter
                && shared >= 3
                && Math.abs(one.length() - other.length()) == 1
                && (one.endsWith("s") || other.endsWith("s"));
    }

    /**
     * Whether a word, folded, is another with a letter wrong, or two from nine letters on: what the search takes for a
     * slip (Levenshtein 1966).
     */
    static boolean alike(String asked, String word) {
        int most = asked.length() >= SearchWords.TWO_TYPOS_LETTERS_MIN ? 2 : 1;
        return Math.abs(asked.length() - word.length()) <= most && edits(asked, word) <= most;
    }

    // Two neighbours that changed places are one slip, as Lucene counts.
    private static int edits(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                edits[i][j] = Math.min(edits[i - 1][j - 1] + wrong, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[one.length()][other.length()];
    }
}
