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
 * Kleinberg repeats the two sums until they settle; {@link LeadingVector} comes to the same end in fewer rounds.
 *
 * <p>Time O(m) an iteration, shared among threads; memory O(n), some 15 numbers a person, and O(n + m) for the reversed rows of a directed
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
     * @param tolerance the iteration ends when one more would change the authorities, scaled to a length of 1, by a
     *     vector of no more length
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
     * @param settled whether one more would change no more than the tolerance
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
        try (Crew crew = Crew.forSlots(parameters.threads(), outgoing.slots())) {
            Arrays.fill(hubs, 1);
            incoming.times(crew, incomingRanges, hubs, authorities);
            LeadingVector.Result leading = LeadingVector.of(
                    (vector, product) -> {
                        outgoing.times(crew, outgoingRanges, vector, hubs);
                        incoming.times(crew, incomingRanges, hubs, product);
                    },
                    authorities,
                    new LeadingVector.Limits(parameters.iterationsMax(), parameters.tolerance()),
                    progress);
            outgoing.times(crew, outgoingRanges, leading.vector(), hubs);
            progress.reached(1);
            return new Result(scaled(leading.vector()), scaled(hubs), leading.products(), leading.settled());
        }
    }

    /** To a sum of 1; by the largest first, so that equal ones come out as the same fraction of a whole number. */
    private static double[] scaled(double[] values) {
        double largest = Arrays.stream(values).max().orElse(1);
        double sum = 0;
        for (int vertex = 0; vertex < values.length; vertex++) {
            values[vertex] /= largest;
            sum += values[vertex];
        }
        for (int vertex = 0; vertex < values.length; vertex++) {
            values[vertex] /= sum;
        }
        return values;
    }
}
