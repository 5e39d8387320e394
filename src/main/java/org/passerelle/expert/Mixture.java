package org.passerelle.expert;

import org.passerelle.network.RankingExponents;

/**
 * How much each thing counts in the order of experts. One set of numbers for everybody, learnt on earlier questions of all
 * sets together by coordinate ascent ({@code RankingTuning} in src/bench; docs/decisions/0067).
 *
 * @param scoreExponent power of a contribution's score in its vote
 * @param recognitionFactor what full recognition adds to a vote, as a multiple of it
 * @param votes how the sum of the votes counts, over the largest
 * @param answering how the share of the latest answers counts, over the largest
 * @param focusExponent power of the focus
 * @param focusAnswers answers added to those that somebody gave, so that few answers are no focus
 * @param familiarityExponent power of 2 for whoever answered the asker often
 * @param nearby what the best votes of contributions on near topics count, over the best of those that match
 */
record Mixture(
        double scoreExponent,
        double recognitionFactor,
        Part votes,
        Part answering,
        double focusExponent,
        double focusAnswers,
        double familiarityExponent,
        double nearby) {
    private static final Mixture LEARNED =
            new Mixture(3, 4, new Part(0.03, 0.55), new Part(0.003, 0.75), 0.6, 50, 1, 0.1);

    /** Refuses what would turn an order round. */
    Mixture {
        if (scoreExponent <= 0 || recognitionFactor < 0 || focusExponent < 0 || focusAnswers < 0 || nearby < 0) {
            throw new IllegalArgumentException("Nothing may count less than nothing");
        }
    }

    /** The numbers in use. */
    static Mixture learned() {
        return LEARNED;
    }

    /** The three exponents that a home may learn for itself. */
    RankingExponents exponents() {
        return new RankingExponents(votes.exponent(), answering.exponent(), focusExponent);
    }

    /** The same numbers with other exponents. */
    Mixture with(RankingExponents exponents) {
        return new Mixture(
                scoreExponent,
                recognitionFactor,
                new Part(votes.floor(), exponents.votes()),
                new Part(answering.floor(), exponents.answering()),
                exponents.focus(),
                focusAnswers,
                familiarityExponent,
                nearby);
    }

    /** The same numbers with another share of near topics; 0 names nobody for them. */
    Mixture withNearby(double share) {
        return new Mixture(
                scoreExponent,
                recognitionFactor,
                votes,
                answering,
                focusExponent,
                focusAnswers,
                familiarityExponent,
                share);
    }

    /**
     * A part in [0, 1] as it counts: {@code (part + floor)^exponent}.
     *
     * @param floor what somebody has who has nothing of it
     */
    record Part(double floor, double exponent) {
        Part {
            if (floor < 0 || exponent < 0) {
                throw new IllegalArgumentException("Nothing may count less than nothing");
            }
        }

        double of(double part) {
            return Math.pow(part + floor, exponent);
        }
    }
}
