package org.passerelle.measure;

import java.util.List;

/**
 * How far several clusterings of the same people agree: adjusted mutual information over all pairs of them, 1
 * when all are the same. NaN for one alone.
 *
 * @param mean over pairs
 * @param min of the two that differ most
 * @param max of the two most alike
 */
public record Agreement(double mean, double min, double max) {
    static Agreement between(List<int[]> clusterings, int threads) {
        int count = clusterings.size();
        if (count < 2) {
            return new Agreement(Double.NaN, Double.NaN, Double.NaN);
        }
        List<double[]> rows = Tasks.map(count, threads, one -> {
            double[] row = new double[one];
            for (int other = 0; other < one; other++) {
                Stripes.checkInterrupted();
                row[other] = PartitionAgreement.compute(
                                new PartitionAgreement.Parameters(clusterings.get(one), clusterings.get(other)))
                        .ami();
            }
            return row;
        });
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] row : rows) {
            for (double ami : row) {
                sum += ami;
                min = Math.min(min, ami);
                max = Math.max(max, ami);
            }
        }
        return new Agreement(2 * sum / (count * (count - 1.0)), min, max);
    }
}
