package org.passerelle.network;

/**
 * How steeply three things count in the order of experts: a share of 1/10 beside somebody's 1 costs a factor of
 * 10^exponent, and what has the exponent 0 does not count.
 *
 * @param votes of what colleagues wrote on the question
 * @param answering of who answers lately where it belongs
 * @param focus of how much of what they answer is on it
 */
public record RankingExponents(double votes, double answering, double focus) {
    /** What is beyond this makes one thing alone decide. */
    private static final double MOST = 5;

    /** Refuses what turns an order round or is no number. */
    public RankingExponents {
        for (double exponent : new double[] {votes, answering, focus}) {
            if (!(exponent >= 0 && exponent <= MOST)) {
                throw new IllegalArgumentException("An exponent lies between 0 and 5, not " + exponent);
            }
        }
    }
}
