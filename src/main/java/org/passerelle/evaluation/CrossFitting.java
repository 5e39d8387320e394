package org.passerelle.evaluation;

import java.util.List;
import org.passerelle.evaluation.PairedBootstrap.Estimate;

/**
 * Chooses among ways by how good each was on past questions, and says whether choosing gained anything. The best of many
 * looks better than it is on the questions that it was chosen by, so each half of them, in time order, is judged by what
 * the other half chose: the gain over the first way is a gain on questions that had no say (cross-fitting, Chernozhukov et
 * al. 2018, doi:10.1111/ectj.12097), with the paired bootstrap's 95 % interval.
 */
public final class CrossFitting {
    private CrossFitting() {}

    /**
     * What came out.
     *
     * @param way number of the best way over all questions
     * @param gain on questions that had no say, over the first way
     */
    public record Choice(int way, Estimate gain) {
        /** Whether choosing gained for sure; without, stay with the first way. */
        public boolean isSure() {
            return gain.low() > 0;
        }
    }

    /**
     * Of ways with their quality by question, questions in time order; the first way is the one in use.
     *
     * @param quality at least one way; all over the same questions, at least two
     */
    public static Choice choose(List<double[]> quality) {
        int questions = quality.getFirst().length;
        if (questions < 2) {
            throw new IllegalArgumentException("At least two questions are needed, not " + questions);
        }
        int half = questions / 2;
        double[] judged = new double[questions];
        copy(quality.get(best(quality, half, questions)), judged, 0, half);
        copy(quality.get(best(quality, 0, half)), judged, half, questions);
        return new Choice(best(quality, 0, questions), PairedBootstrap.difference(judged, quality.getFirst()));
    }

    private static void copy(double[] from, double[] to, int start, int end) {
        System.arraycopy(from, start, to, start, end - start);
    }

    /** The best over these questions; the earlier of two that are equal. */
    private static int best(List<double[]> quality, int from, int until) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int way = 0; way < quality.size(); way++) {
            double sum = 0;
            for (int question = from; question < until; question++) {
                sum += quality.get(way)[question];
            }
            if (sum > most + 1e-12) {
                most = sum;
                best = way;
            }
        }
        return best;
    }
}
