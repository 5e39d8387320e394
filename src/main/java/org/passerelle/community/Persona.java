package org.passerelle.community;

/**
 * How somebody takes part in a community, after the public words of SWOOP Analytics' behavioural personas; the thresholds
 * are ours and open. Judged in this order; the last holds for all others.
 */
enum Persona {
    OBSERVER("fewer than one act (contribution or reaction) in two weeks of the window"),
    BROADCASTER(
            "at least half of the contributions open a thread, and they draw fewer than one answer or reaction each"),
    CATALYST("draws more than 1.5 times as many answers and reactions as given"),
    RESPONDER("gives more than 1.5 times as many answers and reactions as drawn"),
    ENGAGER("gives and draws about as much");

    private static final double BALANCED = 1.5;
    private static final double WEEKS_AN_ACT = 2;

    private final String rule;

    Persona(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
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
