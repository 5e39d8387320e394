package org.passerelle.change;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.passerelle.network.Language;

/** Figures in words. */
final class Wording {
    private Wording() {}

    /** From one figure to another, with so many digits after the point; NaN is "no data". */
    static String fromTo(double before, double after, int digits) {
        String first = figure(before, digits);
        String second = figure(after, digits);
        if (first.equals(second)) {
            return "stays at " + first;
        }
        return (after > before ? "rises" : after < before ? "falls" : "goes") + " from " + first + " to " + second;
    }

    static String figure(double value, int digits) {
        return Double.isNaN(value) ? "no data" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A p-value as a sentence says it. */
    static String adjusted(double p) {
        return p < 0.001 ? "adjusted p below 0.001" : "adjusted p " + figure(p, p < 0.05 ? 3 : 2);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "no data" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
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
