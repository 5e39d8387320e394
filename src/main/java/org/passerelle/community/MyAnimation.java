package org.passerelle.community;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.community.AnimatorScores.Scored;

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
        String advice) {
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

    private static String advice(boolean appointed, boolean natural) {
        if (appointed) {
            return natural
                    ? "You were appointed, and others exchange after you more than your volume explains."
                    : "You were appointed; what follows your contributions is what their number would draw anyway. Nobody"
                            + " else is shown this.";
        }
        return natural
                ? "Others exchange after you more than your volume explains, without any mandate. If you like, offer it:"
                        + " `offerToAnimate`."
                : "You take part; nothing here says that others exchange because of you more than by chance.";
    }
}
