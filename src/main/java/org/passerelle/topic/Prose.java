package org.passerelle.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What somebody wrote, without what is no prose: greetings, signatures, quotations, addresses, formulas and code. */
final class Prose {
    private static final int LENGTH_MAX = 6_000;
    private static final int CLOSING_WORDS_MAX = 6;
    private static final int AFTER_CLOSING_MAX = 8;
    private static final double SYMBOLS_MAX = 0.25;

    private static final Pattern MARKUP = Pattern.compile("<[^<>\\n]{1,300}>|&[a-z]{2,8};|&#\\d+;");
    private static final Pattern FORMULA =
            Pattern.compile("\\${1,2}[^$]{1,400}\\${1,2}|\\\\[a-zA-Z]+(?:\\{[^{}]*\\})*|`[^`]*`");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?|ftp)://\\S+|www\\.\\S+|\\S+@\\S+|\\S+_at_\\S+|(?<=\\s|^)[~./\\\\]+\\w+[/\\\\]\\S*|\\w+\\([^)\\s]*\\)");
    private static final Pattern QUOTED = Pattern.compile("^\\s*(?:[>|]|[A-Z]{1,3}>).*");
    private static final Pattern ATTRIBUTION = Pattern.compile(
            ".*(?:wrote|writes|schrieb|a [ée]crit)\\s*:?\\s*$|^(?:From|De|Sent|Envoyé|To|À|Subject|Objet|Date|Cc)\\s?: .*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile(
            "^\\s*(?:--|_{5,}|={5,}|-{3,}.*(?:message|original|forwarded|transféré).*)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern GREETING = Pattern.compile(
            "^\\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|coucou|chère?s?)\\b"
                    + "(?:[\\s,]+[\\p{Lu}][\\p{L}.'-]*|\\s+(?:all|everyone|everybody|team|there|folks|à tous|à toutes|tous|toutes"
                    + "|et|and|monsieur|madame|list|list members|the list))*\\s*[,!.:-]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CLOSING = Pattern.compile(
            "^\\s*(?:(?:with )?(?:best|kind|warm|many)?\\s*(?:regards|wishes)|best|cheers|thanks?(?: you)?(?: in advance| again| a lot)?"
                    + "|many thanks|sincerely|yours|(?:bien )?cordialement|bien à (?:vous|toi)|amicalement|merci(?: d'avance| beaucoup| à tous)?"
                    + "|bonne journée|bonne soirée|à bientôt|salutations)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Prose() {}

    /** The prose of a text; of what is longer than {@value #LENGTH_MAX} characters, the beginning. */
    static String of(String text) {
        String whole = text.length() > LENGTH_MAX ? text.substring(0, LENGTH_MAX) : text;
        String[] lines = FORMULA.matcher(MARKUP.matcher(whole).replaceAll(" "))
                .replaceAll(" . ")
                .split("\\R", -1);
        List<String> kept = new ArrayList<>();
        for (int at = 0; at < lines.length; at++) {
            String line = lines[at];
            if (END.matcher(line).matches() || (closes(line) && lines.length - at <= AFTER_CLOSING_MAX)) {
                break;
            }
            if (QUOTED.matcher(line).matches() || ATTRIBUTION.matcher(line).matches()) {
                continue;
            }
            String plain =
                    withoutAddresses(kept.isEmpty() ? GREETING.matcher(line).replaceFirst("") : line);
            if (!isCode(plain)) {
                kept.add(plain);
            }
        }
        return String.join("\n", kept);
    }

    /** Most lines have no letter that an address needs, and to look for one is half the work. */
    private static String withoutAddresses(String line) {
        boolean possible = line.indexOf('@') >= 0
                || line.indexOf('/') >= 0
                || line.indexOf('\\') >= 0
                || line.indexOf('(') >= 0
                || line.contains("www.")
                || line.contains("_at_");
        return possible ? ADDRESS.matcher(line).replaceAll(" . ") : line;
    }

    private static boolean closes(String line) {
        return CLOSING.matcher(line).matches() && line.strip().split("\\s+", -1).length <= CLOSING_WORDS_MAX;
    }

    private static boolean isCode(String line) {
        long symbols = line.chars().filter(Prose::isSymbol).count();
        return symbols > 2 && symbols > SYMBOLS_MAX * line.strip().length();
    }

    private static boolean isSymbol(int letter) {
        return !Character.isLetter(letter) && !Character.isWhitespace(letter) && ".,;:!?'’\"«»-()".indexOf(letter) < 0;
    }
}
