package org.passerelle.network;

/**
 * How much somebody was turned to lately. Shown, and no part of the score: who is asked a lot may still be the one to
 * ask.
 *
 * @param askedLately how often the person was addressed, named or answered somebody in the last 30 days
 * @param ownUsual the same for 30 days on average over the eleven months before, as far as there are data
 * @param everybodysUsual median of the last 30 days over everybody who was turned to in them
 */
public record Workload(Level level, int askedLately, double ownUsual, double everybodysUsual) {
    /** How much that is. */
    public enum Level {
        /** Nothing, or half of the own usual. */
        LIGHT,
        /** Neither. */
        USUAL,
        /** Far more than usual, and than others. */
        HEAVY
    }
}
