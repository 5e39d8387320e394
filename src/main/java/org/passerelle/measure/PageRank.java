package org.passerelle.measure;

import org.jgrapht.Graph;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;

/**
 * Who is turned to by people who are themselves turned to: the share of time a walker spends with a person
 * who follows ties in proportion to their strength and now and then starts anew anywhere.
 *
 * <p>x(v) = (1 - d) / n + d (sum over u tied to v of x(u) strength(u,v) / strength(u) + dangling / n):
 * Langville and Meyer, Deeper inside PageRank, 2004, doi:10.1080/15427951.2004.10129091. The iteration is
 * JGraphT's over strengths. Time O(m) an iteration, memory O(n + m). Empty graph: no scores. Somebody without
 * outgoing ties starts anew.
 */
public final class PageRank {
    private PageRank() {}

    /**
     * How to walk.
     *
     * @param damping chance to follow a tie rather than to start anew, 0 to 1
     * @param iterationsMax most iterations
     * @param tolerance the iteration ends when no score changes by more
     */
    public record Parameters(double damping, int iterationsMax, double tolerance) {
        /** Refuses what cannot converge. */
        public Parameters {
            if (!(damping >= 0 && damping <= 1)) {
                throw new IllegalArgumentException("damping is 0 to 1, not " + damping);
            }
            if (iterationsMax < 1 || !(tolerance > 0)) {
                throw new IllegalArgumentException(
                        "iterationsMax and tolerance are above 0, not " + iterationsMax + " and " + tolerance);
            }
        }

        /** Damping .85, at most 200 iterations, to 1e-10. */
        public static Parameters defaults() {
            return new Parameters(0.85, 200, 1e-10);
        }
    }

    /**
     * The answer.
     *
     * @param scores share of the walker's time, summing to 1
     */
    public record Result(double[] scores) {}

    /** PageRank of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        double[] scores = new double[graph.people()];
        if (scores.length == 0) {
            return new Result(scores);
        }
        Graph<Integer, Integer> view = graph.asJGraphT(Length.STRENGTH);
        new org.jgrapht.alg.scoring.PageRank<>(
                        view, parameters.damping(), parameters.iterationsMax(), parameters.tolerance())
                .getScores()
                .forEach((vertex, score) -> scores[vertex] = score);
        return new Result(scores);
    }
}
