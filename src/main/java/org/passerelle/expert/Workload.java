package org.passerelle.expert;

/**
 * How much somebody was turned to lately. Shown, and no part of the score: who is asked a lot may still be the one to
 * ask.
 *
 * @param askedLately how often the person was addressed, named or answered somebody in the last 30 days
 * @param ownUsual the same for 30 days on average over the eleven months before, as far as there are data
 * @param everybodysUsual median of the last 30 days over everybody who was turned to in them
 */
record Workload(Level level, int askedLately, double ownUsual, double everybodysUsual) {
    /** How much that is. */
    enum Level {
        LIGHT,
        USUAL,
        HEAVY
    }
}
