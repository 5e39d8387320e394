package org.passerelle.change;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;

/** Figures in words. */
final class Wording {
    static final Bilingual WHOLE_WITHHELD = new Bilingual(
            "The E-I index of the whole is withheld: beside what else is told it would tell what few people exchange. Ask at"
                    + " another depth.",
            "L’indice E-I de l’ensemble est masqué\u00a0: avec ce qui est dit par ailleurs il dirait ce que peu de personnes"
                    + " échangent. Demandez à un autre niveau.");

    private Wording() {}

    /** From one figure to another, with so many digits after the point; NaN is "no data". */
    static String fromTo(double before, double after, int digits, Language in) {
        String first = figure(before, digits, in);
        String second = figure(after, digits, in);
        boolean rises = after > before;
        boolean falls = after < before;
        if (in == Language.FRENCH) {
            return first.equals(second)
                    ? "reste à " + first
                    : (rises ? "monte" : falls ? "baisse" : "passe") + " de " + first + " à " + second;
        }
        return first.equals(second)
                ? "stays at " + first
                : (rises ? "rises" : falls ? "falls" : "goes") + " from " + first + " to " + second;
    }

    static String figure(double value, int digits, Language in) {
        if (Double.isNaN(value)) {
            return in == Language.FRENCH ? "sans données" : "no data";
        }
        return in.number(value, digits);
    }

    /** A p-value as a sentence says it. */
    static String adjusted(double p, Language in) {
        String name = in == Language.FRENCH ? "p ajusté " : "adjusted p ";
        return p < 0.001
                ? name + (in == Language.FRENCH ? "sous " : "below ") + figure(0.001, 3, in)
                : name + figure(p, p < 0.05 ? 3 : 2, in);
    }

    static String percent(double share, int digits, Language in) {
        return Double.isNaN(share)
                ? figure(share, digits, in)
                : figure(100 * share, digits, in) + (in == Language.FRENCH ? "\u00a0%" : " %");
    }

    static String count(long number, String one, String many) {
        return number == 1 ? "1 " + one : number + " " + many;
    }

    /** How a share moved, as the end of a sentence. */
    static String goes(double before, double after, Language in) {
        return in == Language.FRENCH
                ? "passe de " + in.percent(before) + " à " + in.percent(after) + "."
                : "goes from " + in.percent(before) + " to " + in.percent(after) + ".";
    }

    /** A relative change in percent, with its sign. */
    static String relative(double change, Language in) {
        return (change < 0 ? "\u2212" : "+") + in.percent(Math.abs(change));
    }

    /** An id as a part of an address. */
    static String inAddress(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
