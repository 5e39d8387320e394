package org.passerelle.evaluation;

import java.util.List;
import java.util.Set;

/**
 * How good one order is against those who should come first, as trec_eval defines it with binary gains.
 *
 * @param reciprocalRank 1 / position of the first who is right; 0 where nobody is
 * @param averagePrecision mean over all who are right of the precision at their position; 0 for one who is missing
 * @param precisionAt5 share of the first five who are right
 * @param gainAt3 discounted cumulative gain of the first three, over the best possible
 */
public record RankingQuality(double reciprocalRank, double averagePrecision, double precisionAt5, double gainAt3) {
    private static final int PRECISION_DEPTH = 5;
    private static final int GAIN_DEPTH = 3;

    /** Judges an order; at least one must be right. */
    public static RankingQuality of(List<String> order, Set<String> right) {
        if (right.isEmpty()) {
            throw new IllegalArgumentException("Somebody must be right");
        }
        double first = 0;
        double precision = 0;
        double gain = 0;
        int found = 0;
        int foundAt5 = 0;
        for (int position = 1; position <= order.size(); position++) {
            if (!right.contains(order.get(position - 1))) {
                continue;
            }
            found++;
            first = first == 0 ? 1.0 / position : first;
            precision += (double) found / position;
            foundAt5 += position <= PRECISION_DEPTH ? 1 : 0;
            gain += position <= GAIN_DEPTH ? discount(position) : 0;
        }
        double best = 0;
        for (int position = 1; position <= Math.min(GAIN_DEPTH, right.size()); position++) {
            best += discount(position);
        }
        return new RankingQuality(first, precision / right.size(), (double) foundAt5 / PRECISION_DEPTH, gain / best);
    }

    private static double discount(int position) {
        return Math.log(2) / Math.log(position + 1);
    }
}
