package org.passerelle.change;

import java.util.Locale;
import org.passerelle.measure.BlockDeals;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;

/**
 * One figure where something was tried beside the same figure elsewhere.
 *
 * @param scope of the ties that touch the groups where it was tried
 * @param others of the ties that touch none of them
 * @param gap the first less the second; its change is the difference in differences
 * @param summary one sentence
 */
public record EffectFigure(Kind kind, FigureChange scope, FigureChange others, FigureChange gap, Bilingual summary) {
    /** The figure of its three changes; only the gap is tested beside the gaps of the other figures. */
    static EffectFigure of(
            Kind kind, BlockDeals.Change scope, BlockDeals.Change others, BlockDeals.Change gap, double adjusted) {
        FigureChange first = FigureChange.of(
                Bilingual.of(in -> (in == Language.FRENCH ? "Là où l’on a essayé, " : "Where it was tried, the ")
                        + kind.words().in(in)),
                scope,
                scope.p());
        FigureChange second = FigureChange.of(
                Bilingual.of(in -> (in == Language.FRENCH ? "Ailleurs, " : "Elsewhere, the ")
                        + kind.words().in(in)),
                others,
                others.p());
        FigureChange both =
                FigureChange.of(new Bilingual("The gap between the two", "L’écart entre les deux"), gap, adjusted);
        return new EffectFigure(
                kind,
                first,
                second,
                both,
                Bilingual.of(in -> in == Language.FRENCH
                        ? capital(kind.words().french()) + " " + Wording.fromTo(scope.before(), scope.after(), 3, in)
                                + " là où l’on a essayé et "
                                + Wording.fromTo(others.before(), others.after(), 3, in) + " ailleurs\u00a0; "
                                + verdict(both, gap, adjusted, in)
                        : "The " + kind.words().english() + " " + Wording.fromTo(scope.before(), scope.after(), 3, in)
                                + " where it was tried and " + Wording.fromTo(others.before(), others.after(), 3, in)
                                + " elsewhere; " + verdict(both, gap, adjusted, in)));
    }

    private static String verdict(FigureChange both, BlockDeals.Change gap, double adjusted, Language in) {
        boolean french = in == Language.FRENCH;
        if (both.p() == null) {
            return french ? "rien ne dit si c’en est l’effet." : "whether that is its doing cannot be told.";
        }
        String difference = Wording.figure(gap.change(), 3, in);
        String p = " (" + Wording.adjusted(adjusted, in) + ").";
        boolean more = both.significant();
        return french
                ? "la différence de " + difference
                        + (more ? " dépasse ce que donne le hasard" : " ne dépasse pas ce que donne le hasard") + p
                : "the difference of " + difference + (more ? " is more" : " is no more") + " than chance brings" + p;
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.FRENCH) + words.substring(1);
    }

    /** What is compared. */
    public enum Kind {
        /** The E-I index. */
        EXTERNAL_INTERNAL(0, "E-I index", "l’indice E-I"),
        /** Ties across groups over those that everybody's number of ties would bring. */
        OBSERVED_OVER_EXPECTED(
                1,
                "ties across groups, over those expected,",
                "la part des liens entre groupes, sur ceux qu’on attend,"),
        /** Interactions a week over those of both windows together, so that 1 is as usual. */
        ACTIVITY(
                2,
                "interactions a week, over the mean of both windows,",
                "le nombre d’échanges par semaine, sur la moyenne des deux périodes,");

        private final int place;
        private final String english;
        private final String french;

        Kind(int place, String english, String french) {
            this.place = place;
            this.english = english;
            this.french = french;
        }

        /** Its place among the figures of an effect. */
        int place() {
            return place;
        }

        Bilingual words() {
            return new Bilingual(english, french);
        }
    }
}
