package org.passerelle.measure;

import java.util.Arrays;
import java.util.function.Supplier;
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
 * <p>Time O(n (n + m) / 64) machine words read for steps, as 64 searches go together; O(n (n + m) log n) for
 * distances; shared among threads. Memory O(n + m) plus 64 times 3 n numbers at most. The answer is the same, bit for
 * bit, for any number of threads. Alone or empty: 0.
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
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same, telling how far it is; it ends where its thread is interrupted. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        return parameters.pathLength() == PathLength.STEPS
                ? overSteps(graph, parameters, progress)
                : overDistances(graph, parameters, progress);
    }

    private static Result overSteps(TieGraph graph, Parameters parameters, Progress progress) {
        int people = graph.people();
        SearchOrder order = SearchOrder.of(graph);
        // The searches tell a vertex how far their sources are along the ties they follow: to go out, follow back.
        boolean outgoing = parameters.side() == Side.OUTGOING;
        SearchRows followed = outgoing ? order.reversed() : order.rows();
        SearchRows opposite = outgoing ? order.rows() : order.reversed();
        double[] sums = Stripes.sum(
                LaneSearch.batches(people),
                3 * people,
                parameters.threads(),
                () -> new ReachLanes(followed, opposite),
                progress);
        double[] closeness = new double[people];
        for (int vertex = 0; vertex < people; vertex++) {
            closeness[vertex] = closeness(people, sums[vertex], sums[people + vertex]);
        }
        return new Result(order.back(closeness), order.back(Arrays.copyOfRange(sums, 2 * people, 3 * people)));
    }

    private static Result overDistances(TieGraph graph, Parameters parameters, Progress progress) {
        int people = graph.people();
        TieGraph searched = parameters.side() == Side.OUTGOING ? graph : graph.reversed();
        Supplier<Stripes.Kernel> kernels = () -> {
            ShortestPaths paths = new ShortestPaths(searched, PathLength.DISTANCE);
            return (source, sums) -> {
                paths.from(source);
                double total = 0;
                for (int index = 1; index < paths.reached(); index++) {
                    double length = paths.length(paths.vertex(index));
                    total += length;
                    sums[people + source] += 1 / length;
                }
                sums[source] = closeness(people, paths.reached() - 1, total);
            };
        };
        double[] both = Stripes.sum(people, 2 * people, parameters.threads(), kernels, progress);
        return new Result(Arrays.copyOf(both, people), Arrays.copyOfRange(both, people, 2 * people));
    }

    private static double closeness(int people, double reached, double total) {
        return reached == 0 ? 0 : reached / (people - 1.0) * (reached / total);
    }
}
