package org.passerelle.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as the indexes compare it. */
final class Text {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private Text() {}

    /** Without accents and in lower case; ligatures are taken apart. */
    static String folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed)
                .replaceAll("")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .replace("æ", "ae")
                .replace("Æ", "ae")
                .toLowerCase(Locale.ROOT);
    }

    /** The words of a name, folded, in one canonical line: {@code "Bézier, Anne"} and {@code anne bezier} agree. */
    static String nameKey(String name) {
        String[] words = NOT_A_LETTER.split(folded(name).strip());
        java.util.Arrays.sort(words);
        return String.join(" ", words).strip();
    }
}
