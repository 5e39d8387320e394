package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * Who is turned to by people who are themselves turned to: the share of time a walker spends with a person
 * who follows ties in proportion to their strength and now and then starts anew somewhere.
 *
 * <p>x(v) = (1 - d) r(v) + d (sum over u tied to v of x(u) strength(u,v) / strength(u) + dangling r(v)), with
 * strength(u) all that goes out from u, r where the walker starts anew (1 / n each, or chosen) and dangling
 * the share of those without outgoing ties, who start anew at once: Langville and Meyer, Deeper inside
 * PageRank, 2004, doi:10.1080/15427951.2004.10129091.
 *
 * <p>Time O(m) an iteration, shared among threads, memory O(n), and O(m) for the reversed rows of a directed
 * network. Empty graph: no scores. Alone: what the start gives. Damping 1 on ties that lead round in step
 * never settles; the result then says so.
 */
public final class PageRank {
    /*
     * Power iteration by pulling: each person's next score is read from those tied to it, so a thread writes
     * only its own range and needs no locks. What everybody passes on along each tie (score / strength) is
     * kept ready, so the innermost loop is one read and one addition a tie, without a division. Each range
     * adds up its own change and dangling share, and the ranges are added in order: the same bits for any
     * number of threads.
     */
    private PageRank() {}

    /**
     * How to walk.
     *
     * @param damping chance to follow a tie rather than to start anew, 0 to 1
     * @param iterationsMax most iterations
     * @param tolerance the iteration ends when the change of all scores together, as the length of a vector,
     *     is no more; 0 for all the iterations
     * @param starts where the walker starts anew, in proportion: one number of at least 0 for every vertex,
     *     not all 0; empty for anywhere
     * @param threads how many work at once; the scores are the same for any number
     */
    public record Parameters(double damping, int iterationsMax, double tolerance, double[] starts, int threads) {
        /** Refuses what cannot converge. */
        public Parameters {
            if (!(damping >= 0 && damping <= 1)) {
                throw new IllegalArgumentException("damping is 0 to 1, not " + damping);
            }
            if (iterationsMax < 1 || !(tolerance >= 0)) {
                throw new IllegalArgumentException("iterationsMax is above 0 and tolerance at least 0, not "
                        + iterationsMax + " and " + tolerance);
            }
            starts = starts.clone();
            Crew.checkThreads(threads);
        }

        /** Damping .85, starting anew anywhere, at most 200 iterations, to 1e-9, every processor. */
        public static Parameters defaults() {
            return new Parameters(0.85, 200, 1e-9, new double[0], Crew.everyProcessor());
        }

        /** The same with this chance to follow a tie. */
        public Parameters withDamping(double chance) {
            return new Parameters(chance, iterationsMax, tolerance, starts, threads);
        }

        /** The same with at most so many iterations. */
        public Parameters withIterationsMax(int number) {
            return new Parameters(damping, number, tolerance, starts, threads);
        }

        /** The same to another tolerance. */
        public Parameters withTolerance(double change) {
            return new Parameters(damping, iterationsMax, change, starts, threads);
        }

        /** The same seen from some people: PageRank in proportion to where the walker starts anew. */
        public Parameters withStarts(double[] proportions) {
            return new Parameters(damping, iterationsMax, tolerance, proportions, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(damping, iterationsMax, tolerance, starts, number);
        }
    }

    /**
     * The answer.
     *
     * @param scores share of the walker's time, summing to 1
     * @param iterations how many were made
     * @param settled whether the last one changed no more than the tolerance
     */
    public record Result(double[] scores, int iterations, boolean settled) {}

    /** PageRank of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of every iteration. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        if (graph.people() == 0) {
            progress.reached(1);
            return new Result(new double[0], 0, true);
        }
        Walk walk = new Walk(graph, parameters);
        double squaredTolerance = parameters.tolerance() * parameters.tolerance();
        try (Crew crew = Crew.forSlots(parameters.threads(), graph.neighbours().length)) {
            for (int iteration = 1; iteration <= parameters.iterationsMax(); iteration++) {
                if (walk.step(crew) <= squaredTolerance && parameters.tolerance() > 0) {
                    progress.reached(1);
                    return new Result(walk.scores, iteration, true);
                }
                progress.reached((double) iteration / parameters.iterationsMax());
            }
        }
        return new Result(walk.scores, parameters.iterationsMax(), false);
    }

    /** The walker's whereabouts. */
    private static final class Walk {
        private final Rows incoming;
        private final int[] ranges;
        private final double damping;
        private final double[] starts;
        private final double[] scores;
        /** 1 / strength of all outgoing ties; 0 for nobody to turn to. */
        private final double[] perStrength;

        private final double[] rangeChange;
        private final double[] rangeDangling;
        private double[] passed;
        private double[] passedNext;

        Walk(TieGraph graph, Parameters parameters) {
            int people = graph.people();
            Rows outgoing = Rows.outgoing(graph);
            this.incoming = Rows.incoming(graph);
            this.ranges = Rows.ranges(incoming.offsets());
            this.damping = parameters.damping();
            this.starts = proportions(people, parameters.starts());
            this.scores = starts.clone();
            this.perStrength = new double[people];
            this.passed = new double[people];
            this.passedNext = new double[people];
            this.rangeChange = new double[ranges.length - 1];
            this.rangeDangling = new double[ranges.length - 1];
            for (int range = 0; range < rangeDangling.length; range++) {
                for (int vertex = ranges[range]; vertex < ranges[range + 1]; vertex++) {
                    double total = outgoing.total(vertex);
                    perStrength[vertex] = total > 0 ? 1 / total : 0;
                    passed[vertex] = scores[vertex] * perStrength[vertex];
                    rangeDangling[range] += total > 0 ? 0 : scores[vertex];
                }
            }
        }

        private static double[] proportions(int people, double[] starts) {
            double[] proportions = starts.clone();
            if (starts.length == 0) {
                proportions = new double[people];
                Arrays.fill(proportions, 1);
            }
            double sum = 0;
            for (double start : proportions) {
                if (!(start >= 0)) {
                    throw new IllegalArgumentException("A start is at least 0, not " + start);
                }
                sum += start;
            }
            if (proportions.length != people || !(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Starts are one number for each of " + people
                        + " people, together above 0 and finite, not " + starts.length + " that make " + sum);
            }
            for (int vertex = 0; vertex < people; vertex++) {
                proportions[vertex] /= sum;
            }
            return proportions;
        }

        /** One iteration; the change of all scores together, squared. */
        double step(Crew crew) {
            double anew = 1 - damping + damping * Arrays.stream(rangeDangling).sum();
            crew.each(rangeChange.length, () -> range -> step(range, anew));
            double[] used = passed;
            passed = passedNext;
            passedNext = used;
            return Arrays.stream(rangeChange).sum();
        }

        private void step(int range, double anew) {
            double change = 0;
            double dangling = 0;
            for (int vertex = ranges[range]; vertex < ranges[range + 1]; vertex++) {
                double score = anew * starts[vertex] + damping * incoming.sum(vertex, passed);
                double difference = score - scores[vertex];
                change += difference * difference;
                dangling += perStrength[vertex] == 0 ? score : 0;
                scores[vertex] = score;
                passedNext[vertex] = score * perStrength[vertex];
            }
            rangeChange[range] = change;
            rangeDangling[range] = dangling;
        }
    }
}
