package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * How near a person is to everybody: for an organisation, how fast somebody reaches the others, or they
 * them. Two readings of the same searches: closeness and harmonic centrality; where the network falls apart,
 * use the harmonic one.
 *
 * <p>closeness(v) = r / (n - 1) * r / sum of lengths to the r others that v reaches: Freeman's (1978,
 * doi:10.1016/0378-8733(78)90021-7) when all are reached, Wasserman and Faust's (1994) correction otherwise.
 * harmonic(v) = sum over others of 1 / length, unreached 0: Boldi and Vigna, Axioms for centrality, 2014,
 * doi:10.1080/15427951.2013.865686.
 *
 * <p>Time O(n (n + m)) for steps, O(n (n + m) log n) for distances, shared among threads; memory O(n + m). Alone or
 * empty: 0.
 */
public final class Closeness {
    private Closeness() {}

    /** Whose paths count in a directed graph. */
    public enum Side {
        /** From the person to the others. */
        OUTGOING,
        /** From the others to the person, as NetworkX has it. */
        INCOMING
    }

    /**
     * How to measure.
     *
     * @param threads how many work at once; the answer is the same for any number
     */
    public record Parameters(PathLength pathLength, Side side, int threads) {
        /** Refuses to work without threads. */
        public Parameters {
            if (threads < 1) {
                throw new IllegalArgumentException("At least one thread has to work, not " + threads);
            }
        }

        /** Steps from the person, every processor. */
        public static Parameters defaults() {
            return new Parameters(
                    PathLength.STEPS, Side.OUTGOING, Runtime.getRuntime().availableProcessors());
        }
    }

    /**
     * The answer.
     *
     * @param closeness 0 to 1 for steps
     * @param harmonic 0 to n - 1 for steps
     */
    public record Result(double[] closeness, double[] harmonic) {}

    /** Closeness and harmonic centrality of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int people = graph.people();
        TieGraph searched = parameters.side() == Side.OUTGOING ? graph : graph.reversed();
        double[] both = Stripes.sum(people, 2 * people, parameters.threads(), () -> {
            ShortestPaths paths = new ShortestPaths(searched, parameters.pathLength());
            return (source, sums) -> {
                paths.from(source);
                double total = 0;
                for (int index = 1; index < paths.reached(); index++) {
                    double length = paths.length(paths.vertex(index));
                    total += length;
                    sums[people + source] += 1 / length;
                }
                double others = paths.reached() - 1;
                sums[source] = others == 0 ? 0 : others / (people - 1.0) * (others / total);
            };
        });
        return new Result(Arrays.copyOf(both, people), Arrays.copyOfRange(both, people, 2 * people));
    }
}
