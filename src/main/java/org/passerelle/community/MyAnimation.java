package org.passerelle.community;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Bilingual;

/**
 * What somebody is to a community; for that person alone.
 *
 * @param animator with rank and parts; null without a score
 * @param persona null where the person did not contribute
 * @param appointed whether the company appointed the person
 * @param natural whether the person animates beyond chance
 * @param offered whether the person offered to animate it
 * @param advice one sentence on how mandate and animation stand to one another
 */
record MyAnimation(
        @Nullable Animator animator,
        @Nullable Persona persona,
        boolean appointed,
        boolean natural,
        boolean offered,
        Bilingual advice) {
    /** The person's own view. */
    static MyAnimation of(String personId, Community community, Life life, boolean offered) {
        List<Scored> animators = life.animators();
        Animator own = null;
        boolean natural = false;
        for (int place = 0; place < animators.size(); place++) {
            Scored scored = animators.get(place);
            if (scored.personId().equals(personId)) {
                natural = scored.significant();
                own = scored.score() > 0
                        ? new Animator(
                                community,
                                life,
                                scored,
                                community.snapshot().chart().person(personId).orElseThrow(),
                                place + 1,
                                true)
                        : null;
            }
        }
        boolean appointed = life.appointed().contains(personId);
        return new MyAnimation(
                own, life.personas().get(personId), appointed, natural, offered, advice(appointed, natural));
    }

    private static Bilingual advice(boolean appointed, boolean natural) {
        if (appointed) {
            return natural
                    ? new Bilingual(
                            "You were appointed, and others exchange after you more than your volume explains.",
                            "Vous avez été nommé, et les autres échangent après vous plus que votre volume ne l'explique.")
                    : new Bilingual(
                            "You were appointed; what follows your contributions is what their number would draw anyway."
                                    + " Nobody else is shown this.",
                            "Vous avez été nommé ; ce qui suit vos contributions est ce que leur nombre attirerait de toute"
                                    + " façon. Personne d'autre ne le voit.");
        }
        return natural
                ? new Bilingual(
                        "Others exchange after you more than your volume explains, without any mandate. If you like, you"
                                + " can offer to animate this community.",
                        "Les autres échangent après vous plus que votre volume ne l'explique, sans que vous ayez de mandat."
                                + " Si le cœur vous en dit, proposez-vous pour animer cette communauté.")
                : new Bilingual(
                        "You take part; nothing here says that others exchange because of you more than by chance.",
                        "Vous participez ; rien n'indique ici que les autres échangent grâce à vous plus que par hasard.");
    }
}
