package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * Who is turned to, and who knows whom to turn to: an authority is somebody to whom good hubs are tied, a hub
 * somebody tied to good authorities. For an organisation, the people who are asked, and those who send others
 * to the right ones.
 *
 * <p>authority(v) = sum over u tied to v of strength(u,v) hub(u), hub(u) = sum over v of strength(u,v)
 * authority(v), each scaled to a sum of 1: Jon Kleinberg, Authoritative sources in a hyperlinked environment,
 * 1999, doi:10.1145/324133.324140, who has all strengths 1 and scales to a length of 1. All hubs begin equal.
 *
 * <p>Time O(m) an iteration, shared among threads; memory O(n), O(n + m) for the reversed rows of a directed
 * network. Empty graph: no scores. No ties: all 0. In a network that falls apart the part with the strongest
 * ties takes all, and the others come to 0; parts equally strong share by how strongly the even beginning
 * leans to each. Whoever nobody is tied to has authority 0. Without direction the two are the same, but for
 * a network of two sides.
 */
public final class Hits {
    private Hits() {}

    /**
     * How far to go.
     *
     * @param iterationsMax most iterations
     * @param tolerance the iteration ends when the authorities change by no more in all
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

        /** At most 1,000 iterations, to 1e-10, every processor. */
        public static Parameters defaults() {
            return new Parameters(1000, 1e-10, Crew.everyProcessor());
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(iterationsMax, tolerance, number);
        }
    }

    /**
     * The answer.
     *
     * @param authorities how far each person is turned to, summing to 1
     * @param hubs how far each person turns to the right ones, summing to 1
     * @param iterations how many were made
     * @param settled whether the last one changed no more than the tolerance
     */
    public record Result(double[] authorities, double[] hubs, int iterations, boolean settled) {}

    /** Authorities and hubs. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of every iteration. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int people = graph.people();
        double[] authorities = new double[people];
        double[] hubs = new double[people];
        if (graph.ties() == 0) {
            progress.reached(1);
            return new Result(authorities, hubs, 0, true);
        }
        Rows outgoing = Rows.outgoing(graph);
        Rows incoming = Rows.incoming(graph);
        int[] incomingRanges = Rows.ranges(incoming.offsets());
        int[] outgoingRanges = Rows.ranges(outgoing.offsets());
        Arrays.fill(hubs, 1.0 / people);
        double[] before = new double[people];
        try (Crew crew = Crew.forSlots(parameters.threads(), outgoing.slots())) {
            for (int iteration = 1; iteration <= parameters.iterationsMax(); iteration++) {
                System.arraycopy(authorities, 0, before, 0, people);
                incoming.times(crew, incomingRanges, hubs, authorities);
                scale(authorities);
                outgoing.times(crew, outgoingRanges, authorities, hubs);
                scale(hubs);
                double change = 0;
                for (int vertex = 0; vertex < people; vertex++) {
                    change += Math.abs(authorities[vertex] - before[vertex]);
                }
                if (change <= parameters.tolerance()) {
                    progress.reached(1);
                    return new Result(authorities, hubs, iteration, true);
                }
                progress.reached((double) iteration / parameters.iterationsMax());
            }
        }
        return new Result(authorities, hubs, parameters.iterationsMax(), false);
    }

    private static void scale(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int vertex = 0; vertex < values.length; vertex++) {
            values[vertex] /= sum;
        }
    }
}
