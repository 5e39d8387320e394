package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Who is tied to people who are themselves well tied: everybody's score is in proportion to the scores of
 * those tied to them, by strength. For an organisation, closeness to where most goes on; {@link PageRank} is
 * the safer choice where the network falls apart or ties have a direction.
 *
 * <p>lambda x(v) = sum over u tied to v of strength(u,v) x(u), with lambda the largest eigenvalue, x at least 0
 * and of length 1: Phillip Bonacich, Factoring and weighting approaches to status scores and clique
 * identification, 1972, doi:10.1080/0022250X.1972.9989806. Directed ties lend the score of the one they come
 * from.
 *
 * <p>Without direction by {@link LeadingVector}. A directed network has no symmetric matrix, and goes step by step.
 *
 * <p>Time O(m) an iteration, shared among threads; memory O(n), some 15 numbers a person, and O(n + m) for the
 * reversed rows of a directed network. Empty graph: no scores. No ties, or directed ties that never lead round (a pure hierarchy):
 * lambda is 0 and so is every score. In a network that falls apart the component with the largest eigenvalue
 * takes all and the others come to 0, the slower the nearer their own; components with the same eigenvalue
 * share by how strongly the even beginning leans to each: better take each component by itself ({@link
 * TieGraph#induced}). Networks of two sides (a star, a chart) are no trouble: see the shift. Whether the
 * scores have settled is in the result.
 */
public final class Eigenvector {
    /*
     * Plain power iteration swings forever where rings have a common length, -lambda being an eigenvalue too. Each
     * step therefore keeps a part of the scores it comes from, y = A x + s x, which moves all eigenvalues up by
     * s and leaves the eigenvectors as they are. s is a quarter of the present estimate of lambda, so that it
     * fits ties of strength 1 and of strength 1000: the swinging part then shrinks to 3/5 in every step.
     */
    private static final double SHIFT = 0.25;

    private Eigenvector() {}

    /**
     * How far to go.
     *
     * @param iterationsMax most iterations
     * @param tolerance the iteration ends when one more would change all scores together, as the length of a
     *     vector, by no more
     * @param threads how many work at once; the scores are the same for any number
     */
    public record Parameters(int iterationsMax, double tolerance, int threads) {
        /** Refuses what cannot end. */
        public Parameters {
            if (iterationsMax < 1 || !(tolerance > 0)) {
                throw new IllegalArgumentException(
                        "iterationsMax and tolerance are above 0, not " + iterationsMax + " and " + tolerance);
            }
            Crew.checkThreads(threads);
        }

        /** At most 10,000 iterations, to 1e-10, every processor. */
        public static Parameters defaults() {
            return new Parameters(10_000, 1e-10, Crew.everyProcessor());
        }

        /** The same with at most so many iterations. */
        public Parameters withIterationsMax(int number) {
            return new Parameters(number, tolerance, threads);
        }

        /** The same to another tolerance. */
        public Parameters withTolerance(double change) {
            return new Parameters(iterationsMax, change, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(iterationsMax, tolerance, number);
        }
    }

    /**
     * The answer.
     *
     * @param scores at least 0, their squares summing to 1; all 0 where lambda is
     * @param eigenvalue lambda
     * @param iterations how many were made
     * @param settled whether one more would change no more than the tolerance
     */
    public record Result(double[] scores, double eigenvalue, int iterations, boolean settled) {}

    /** Eigenvector centrality of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of every iteration. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int people = graph.people();
        double[] scores = new double[people];
        if (graph.ties() == 0 || neverLeadsRound(graph)) {
            progress.reached(1);
            return new Result(scores, 0, 0, true);
        }
        Rows incoming = Rows.incoming(graph);
        // Rows leave equal strengths out; the eigenvalue needs them again.
        double unit = incoming.strengths().length == 0 ? graph.strength(0) : 1;
        int[] ranges = Rows.ranges(incoming.offsets());
        Arrays.fill(scores, 1 / Math.sqrt(people));
        try (Crew crew = Crew.forSlots(parameters.threads(), incoming.slots())) {
            if (graph.orientation() == Orientation.UNDIRECTED) {
                LeadingVector.Result leading = LeadingVector.of(
                        (vector, product) -> incoming.times(crew, ranges, vector, product),
                        scores,
                        new LeadingVector.Limits(parameters.iterationsMax(), parameters.tolerance()),
                        progress);
                progress.reached(1);
                return new Result(leading.vector(), leading.eigenvalue() * unit, leading.products(), leading.settled());
            }
            double[] next = new double[people];
            for (int iteration = 1; ; iteration++) {
                incoming.times(crew, ranges, scores, next);
                double eigenvalue = length(next);
                boolean settled = shift(scores, next, SHIFT * eigenvalue) <= parameters.tolerance();
                if (settled || iteration == parameters.iterationsMax()) {
                    progress.reached(1);
                    return new Result(scores, eigenvalue * unit, iteration, settled);
                }
                progress.reached((double) iteration / parameters.iterationsMax());
            }
        }
    }

    /** Takes the shifted product, scaled to length 1, as the new scores; how much they change. */
    private static double shift(double[] scores, double[] product, double by) {
        for (int vertex = 0; vertex < scores.length; vertex++) {
            product[vertex] += by * scores[vertex];
        }
        double length = length(product);
        double change = 0;
        for (int vertex = 0; vertex < scores.length; vertex++) {
            double score = product[vertex] / length;
            double difference = score - scores[vertex];
            change += difference * difference;
            scores[vertex] = score;
        }
        return Math.sqrt(change);
    }

    private static double length(double[] values) {
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }

    private static boolean neverLeadsRound(TieGraph graph) {
        return graph.orientation() == Orientation.DIRECTED
                && Components.compute(graph, new Components.Parameters(Components.Kind.STRONG))
                                .count()
                        == graph.people();
    }
}
