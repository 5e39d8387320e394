package org.passerelle.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as the indexes compare it. */
final class Text {
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Pattern REPLY = Pattern.compile(
            "^\\s*(?:(?:re|aw|sv|fwd?|tr|antw)\\s*:\\s*|\\[[^\\]]{1,30}\\]\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAYS_REPLY = Pattern.compile(
            "^\\s*(?:\\[[^\\]]{1,30}\\]\\s*)?(?:re|aw|sv|antw)\\s*:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Text() {}

    /** A subject as its discussion has it: without Re:, Fwd: and [list], in lower case. */
    static String withoutReply(String subject) {
        return REPLY.matcher(subject).replaceFirst("").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a subject says that it answers something. */
    static boolean saysReply(String subject) {
        return SAYS_REPLY.matcher(subject).matches();
    }

    /** Without accents and in lower case; ligatures are taken apart. */
    static String folded(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(letter -> {
            switch (letter) {
                case 'œ', 'Œ' -> folded.append("oe");
                case 'æ', 'Æ' -> folded.append("ae");
                default -> {
                    if (!isMark(letter)) {
                        folded.appendCodePoint(letter);
                    }
                }
            }
        });
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Nothing in it to take apart. */
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** The words of a name, folded, in one canonical line: {@code "Bézier, Anne"} and {@code anne bezier} agree. */
    static String nameKey(String name) {
        String[] words = NOT_A_LETTER.split(folded(name).strip());
        java.util.Arrays.sort(words);
        return String.join(" ", words).strip();
    }
}
