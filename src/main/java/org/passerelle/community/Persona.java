package org.passerelle.community;

import org.passerelle.network.Bilingual;

/**
 * How somebody takes part in a community, after the public words of SWOOP Analytics' behavioural personas; the thresholds
 * are ours and open. Judged in this order; the last holds for all others.
 */
enum Persona {
    OBSERVER(
            "fewer than one act (contribution or reaction) in two weeks of the window",
            "moins d'un acte (contribution ou réaction) en deux semaines de la période"),
    BROADCASTER(
            "at least half of the contributions open a thread, and they draw fewer than one answer or reaction each",
            "au moins la moitié des contributions ouvrent un fil, et elles attirent moins d'une réponse ou réaction chacune"),
    CATALYST(
            "draws more than 1.5 times as many answers and reactions as given",
            "attire plus de 1,5 fois autant de réponses et de réactions qu'il n'en donne"),
    RESPONDER(
            "gives more than 1.5 times as many answers and reactions as drawn",
            "donne plus de 1,5 fois autant de réponses et de réactions qu'il n'en attire"),
    ENGAGER("gives and draws about as much", "donne et attire à peu près autant");

    private static final double BALANCED = 1.5;
    private static final double WEEKS_AN_ACT = 2;

    private final String english;
    private final String french;

    Persona(String english, String french) {
        this.english = english;
        this.french = french;
    }

    Bilingual rule() {
        return new Bilingual(english, french);
    }

    /**
     * What somebody did and drew.
     *
     * @param openings turns of speech that opened a thread
     * @param turns all turns of speech
     * @param given answers to others and reactions to others
     * @param drawn answers and reactions of others
     */
    record Acts(int openings, int turns, int given, int drawn, int reactionsGiven) {}

    /** The persona of somebody in a window of so many weeks. */
    static Persona of(Acts acts, double weeks) {
        if (acts.turns() + acts.reactionsGiven() < weeks / WEEKS_AN_ACT) {
            return OBSERVER;
        }
        if (acts.openings() * 2 >= acts.turns() && acts.turns() > 0 && acts.drawn() < acts.openings()) {
            return BROADCASTER;
        }
        if (acts.drawn() > BALANCED * acts.given()) {
            return CATALYST;
        }
        return acts.given() > BALANCED * acts.drawn() ? RESPONDER : ENGAGER;
    }
}
