package org.passerelle.wirearchy;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;

/**
 * What peers go on to say to each other in the week after a manager enters their thread.
 *
 * @param entries times a first manager entered a thread that none had opened
 * @param matched those with enough like points of other threads, in which somebody who manages nobody entered
 * @param others such points
 * @param managers distinct people who entered in the matched ones
 * @param people distinct people who spoke in any of the threads compared
 * @param after mean replies between peers in the seven days after; null without matched entries
 * @param expected what the like points make one expect; null likewise
 * @param difference after less expected, with its interval; null with too few matched entries
 */
record ManagerEntry(
        Kind kind,
        int entries,
        int matched,
        int others,
        int managers,
        int people,
        @Nullable Double after,
        @Nullable Double expected,
        @Nullable Estimate difference) {
    /** Who the manager is to those in the thread. */
    enum Kind {
        /** Above somebody who has spoken in the thread, directly or further up. */
        OWN_LINE,
        /** Above nobody of them. */
        OTHER_LINE
    }

    /** Whether peers say more or less to each other. */
    enum Sign {
        MORE,
        FEWER,
        UNSURE
    }

    /** Sure where the interval leaves 0 out. */
    Sign sign() {
        return difference == null
                ? Sign.UNSURE
                : difference.low() > 0 ? Sign.MORE : difference.high() < 0 ? Sign.FEWER : Sign.UNSURE;
    }

    /** The same in a sentence. */
    Bilingual sentence() {
        return Bilingual.of(in -> in == Language.FRENCH ? french() : english());
    }

    private String english() {
        String who = kind == Kind.OWN_LINE
                ? "After a manager of somebody in the thread enters it"
                : "After a manager of other people enters a thread";
        if (after == null || expected == null) {
            return who + ": no such entry has enough like ones to compare with.";
        }
        String figures = figures(Language.ENGLISH, " peer replies in seven days, where like threads have ");
        return who
                + switch (sign()) {
                    case MORE -> ", peers answer each other more: " + figures + ".";
                    case FEWER -> ", peers answer each other less: " + figures + ".";
                    case UNSURE -> " peers answer each other neither surely more nor surely less: " + figures + ".";
                };
    }

    private String french() {
        String who = kind == Kind.OWN_LINE
                ? "Après l’entrée d’un responsable de l’un des participants"
                : "Après l’entrée d’un responsable d’autres personnes";
        if (after == null || expected == null) {
            return who + "\u00a0: aucune entrée n’a assez de cas semblables à qui la comparer.";
        }
        String figures =
                figures(Language.FRENCH, " réponses entre pairs en sept jours, contre ", " dans des fils semblables");
        return who
                + switch (sign()) {
                    case MORE -> ", les pairs se répondent davantage\u00a0: " + figures + ".";
                    case FEWER -> ", les pairs se répondent moins\u00a0: " + figures + ".";
                    case UNSURE -> ", les pairs ne se répondent ni plus ni moins de façon sûre\u00a0: " + figures + ".";
                };
    }

    private String figures(Language in, String where) {
        return figures(in, where, "");
    }

    private String figures(Language in, String where, String behind) {
        Estimate sure = difference;
        String interval = sure == null
                ? ""
                : in == Language.FRENCH
                        ? " (écart de " + in.number(sure.low(), 2) + " à " + in.number(sure.high(), 2) + ")"
                        : " (difference " + in.number(sure.low(), 2) + " to " + in.number(sure.high(), 2) + ")";
        return in.number(after == null ? 0 : after, 2)
                + where
                + in.number(expected == null ? 0 : expected, 2)
                + behind
                + interval;
    }
}
