package org.passerelle.need;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote themselves, sentence by sentence, in lower case and without accents: no quotations, forwarded mails,
 * code, addresses and signatures.
 *
 * @param sentences each with the sign that ends it
 * @param closing the line of regards before a signature, empty where there is none
 */
record OwnWords(List<String> sentences, String closing) {
    private static final int LENGTH_MAX = 6_000;
    private static final int CLOSING_WORDS_MAX = 6;
    private static final int AFTER_CLOSING_MAX = 8;

    private static final Pattern QUOTED = Pattern.compile("^\\s*(?:[>|]|[A-Z]{1,3}>).*");
    private static final Pattern ATTRIBUTION = Pattern.compile(
            ".*(?:wrote|writes|a [ée]crit)\\s*:?\\s*$|^(?:From|De|Sent|Envoyé|To|À|Subject|Objet|Date|Cc)\\s?: .*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "^\\s*(?:--|_{5,}|={5,}|-{3,}.*(?:message|original|forwarded|transf[ée]r[ée]).*)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile(
            "^\\s*(?:(?:with )?(?:best|kind|warm|many)?\\s*(?:regards|wishes)|best|cheers|thanks?(?: you)?(?: in advance| again| a lot)?"
                    + "|many thanks|sincerely|yours|(?:bien )?cordialement|bien a (?:vous|toi)|amicalement"
                    + "|merci(?: d'avance| beaucoup| a tous)?|bonne journee|bonne soiree|a bientot|salutations)\\b[^.?!]*$");
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?(?:```|$)|`[^`\\n]*`|<code>.*?</code>");
    private static final Pattern SPOKEN = Pattern.compile("\"[^\"\\n]{1,300}\"|«[^»\\n]{1,300}»|“[^”\\n]{1,300}”");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp)://\\S+|www\\.\\S+|\\S+@\\S+");
    /** Archives that know no other letters write a question mark for an apostrophe. */
    private static final Pattern LOST_APOSTROPHE = Pattern.compile("(?<=\\p{L})\\?(?=\\p{L})");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SENTENCE =
            Pattern.compile("[^.?!\\n]*(?:[.?!](?![\\s\\n]|$)[^.?!\\n]*)*(?:[.?!]+|\\n|$)");

    OwnWords {
        sentences = List.copyOf(sentences);
    }

    /** The own words of a text; of what is longer than {@value #LENGTH_MAX} characters, the beginning. */
    static OwnWords of(String text) {
        String whole = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
        String[] lines = FENCED.matcher(whole).replaceAll(" ").split("\\R", -1);
        StringBuilder kept = new StringBuilder();
        String closing = "";
        for (int at = 0; at < lines.length; at++) {
            String line = folded(lines[at]);
            if (END.matcher(line).matches()) {
                break;
            }
            if (closes(line) && at > 0 && at < lines.length - 1 && lines.length - at <= AFTER_CLOSING_MAX) {
                closing = line.strip();
                break;
            }
            if (!QUOTED.matcher(lines[at]).matches()
                    && !ATTRIBUTION.matcher(lines[at]).matches()) {
                kept.append(line).append(line.isBlank() ? "\n" : endsOpen(line) ? " " : "\n");
            }
        }
        return new OwnWords(sentences(kept.toString()), closing);
    }

    /** Without accents and quotations of speech, in lower case, with plain apostrophes. */
    private static String folded(String line) {
        String unquoted = holdsAny(line, "\"", "«", "“") ? SPOKEN.matcher(line).replaceAll(" ") : line;
        String plain = holdsAny(unquoted, "@", "://", "www.")
                ? ADDRESS.matcher(unquoted).replaceAll(" ")
                : unquoted;
        String whole = LOST_APOSTROPHE.matcher(plain).replaceAll("'");
        return ACCENTS.matcher(Normalizer.normalize(whole, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('’', '\'')
                .replace('‑', '-')
                .toLowerCase(Locale.ROOT);
    }

    /** Whether one of these stands in a line: to look for it is cheaper than for the pattern that needs it. */
    private static boolean holdsAny(String line, String... signs) {
        for (String sign : signs) {
            if (line.contains(sign)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line goes on in the next: mails break sentences in the middle. */
    private static boolean endsOpen(String line) {
        char last = line.stripTrailing().charAt(line.stripTrailing().length() - 1);
        return Character.isLetterOrDigit(last) || last == ',' || last == '-';
    }

    private static boolean closes(String line) {
        return CLOSING.matcher(line).matches() && line.strip().split("\\s+", -1).length <= CLOSING_WORDS_MAX;
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher next = SENTENCE.matcher(text);
        while (next.find()) {
            String sentence = next.group().strip().replaceAll("\\s+", " ");
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }
}
