package org.passerelle.overview;

import java.util.Map;
import org.passerelle.network.Bilingual;
import org.passerelle.network.OverviewItem.Section;

/** The overview's own sentences. */
final class OverviewWords {
    static final Bilingual METHOD = new Bilingual(
            "Each question offers what it is sure of: changes against weeks dealt anew between the two periods, corrected"
                    + " for the comparisons of one kind; shares with their 95% intervals. Chosen by effect × certainty × people"
                    + " concerned; associations, never proofs of cause.",
            "Chaque question propose ce dont elle est sûre\u00a0: évolutions comparées à des semaines redistribuées au"
                    + " hasard entre les deux périodes, corrigées des comparaisons d'un même genre\u00a0; parts avec leur"
                    + " intervalle à 95\u00a0%. Choix par effet × certitude × personnes concernées\u00a0; des associations,"
                    + " jamais des preuves de cause.");

    static final Map<Section, Bilingual> NOTHING = Map.of(
            Section.CHANGED,
            new Bilingual("Nothing changed beyond chance.", "Rien n'a changé au-delà du hasard."),
            Section.AT_RISK,
            new Bilingual("Nothing is surely at risk.", "Rien n'est en danger avec certitude."),
            Section.THANKS,
            new Bilingual(
                    "Nobody's help can be told from chance or shown to you.",
                    "Aucune aide ne se distingue du hasard ou ne peut vous être montrée."));

    private OverviewWords() {}
}
