package org.passerelle.adoption;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;

/**
 * Whether neighbours become active after one another more often than times dealt anew would bring.
 *
 * @param people people who became active in the window and whose neighbours are known
 * @param tested those of them who had at least {@link Conversions#NEIGHBOURS_MIN} neighbours not yet active
 * @param followed neighbours who became active within the horizon after somebody, over everybody; null unless shown
 * @param expected the same with times dealt anew; null unless shown
 * @param low 2.5 % of deals bring fewer; null unless shown
 * @param high 2.5 % bring more; null unless shown
 * @param p chance of as many; null unless shown
 */
record Contagion(
        FigureState state,
        int people,
        int tested,
        @Nullable Integer followed,
        @Nullable Double expected,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double p,
        Bilingual summary) {
    static Contagion without(FigureState state, int people, int tested) {
        Bilingual why = state == FigureState.SUPPRESSED
                ? new Bilingual(
                        "Too few people became active to tell.",
                        "Trop peu de personnes sont devenues actives pour donner un chiffre.")
                : new Bilingual(
                        "Nobody became active beside neighbours who did as well: there is nothing to compare.",
                        "Personne n'est devenu actif à côté de voisins qui le sont devenus aussi : il n'y a rien à comparer.");
        return new Contagion(state, people, tested, null, null, null, null, null, why);
    }
}
