package org.passerelle.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * How often a person lies on the shortest paths between two others: for an organisation, through whom news
 * and requests pass when everybody takes the shortest way. Over pairs in different groups only it finds
 * the people through whom the silos reach each other.
 *
 * <p>score(v) = sum over pairs s, t other than v of sigma(s,t|v) / sigma(s,t), where sigma counts shortest
 * paths and those through v. Undirected: unordered pairs; directed: ordered pairs. Ulrik Brandes, A faster
 * algorithm for betweenness centrality, 2001, doi:10.1080/0022250X.2001.9990249. We scan rows forwards in
 * reverse order of length instead of keeping lists of predecessors; over steps eight sources go together
 * ({@link PathLanes}), over distances one by one. For networks too large for this there are {@link
 * SampledBetweenness} and {@link AdaptiveBetweenness}.
 *
 * <p>Time O(n m) for steps, O(n m + n (n + m) log n) for distances, shared among threads; memory O(n + m)
 * plus at most 64 n numbers, and for steps 24 n and the layers for each thread. The sums are the same, bit for bit,
 * for any number of threads.
 *
 * <p>Empty graph: no scores. Nobody between: 0. Unreachable pairs add nothing. Paths are counted in
 * doubles; above 1.8e308 of them (a thousand diamonds in a row) an ArithmeticException says so.
 */
public final class Betweenness {
    private Betweenness() {}

    /**
     * How to count.
     *
     * @param pathLength what makes a path short
     * @param groups group of every vertex, -1 for none: only pairs in two different groups count; empty for
     *     all pairs. People without a group may be between, but are no end of a pair
     * @param threads how many work at once
     */
    public record Parameters(PathLength pathLength, int[] groups, int threads) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (threads < 1) {
                throw new IllegalArgumentException("At least one thread has to work, not " + threads);
            }
        }

        /** Steps, all pairs, every processor. */
        public static Parameters defaults() {
            return new Parameters(
                    PathLength.STEPS, new int[0], Runtime.getRuntime().availableProcessors());
        }

        /** The same over pairs in different groups. */
        public Parameters acrossGroups(int[] assignment) {
            return new Parameters(pathLength, assignment, threads);
        }

        /** The same with distances or steps. */
        public Parameters withPathLength(PathLength length) {
            return new Parameters(length, groups, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(pathLength, groups, number);
        }
    }

    /**
     * The answer.
     *
     * @param scores number of pairs that each person is between, fractions where paths are equally short
     * @param shares score over the number of pairs that count and do not end at the person: 0 to 1
     */
    public record Result(double[] scores, double[] shares) {}

    /** Exact betweenness of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same, telling how far it is; it ends where its thread is interrupted. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int people = graph.people();
        int[] groups = parameters.groups();
        double[] possible = possiblePairs(graph, groups);
        double[] scores = parameters.pathLength() == PathLength.STEPS
                ? overSteps(graph, parameters, progress)
                : Stripes.sum(people, people, parameters.threads(), () -> new Accumulation(graph, groups), progress);
        boolean undirected = graph.orientation() == Orientation.UNDIRECTED;
        double[] shares = new double[people];
        for (int vertex = 0; vertex < people; vertex++) {
            shares[vertex] = possible[vertex] == 0 ? 0 : scores[vertex] / possible[vertex];
            // Every unordered pair was met from both its ends.
            scores[vertex] = undirected ? scores[vertex] / 2 : scores[vertex];
        }
        return new Result(scores, shares);
    }

    private static double[] overSteps(TieGraph graph, Parameters parameters, Progress progress) {
        SearchOrder order = SearchOrder.of(graph);
        int[] groups = order.inOrder(parameters.groups());
        int[] sources = IntStream.range(0, graph.people())
                .filter(vertex -> groups.length == 0 || groups[vertex] >= 0)
                .toArray();
        double[] sums = Stripes.sum(
                PathLanes.batches(sources.length),
                graph.people(),
                parameters.threads(),
                () -> new PathLanes(order.rows(), order.reversed(), sources, groups, PathLanes.Sums.PLAIN),
                progress);
        return order.back(sums);
    }

    /** For every vertex the ordered pairs that count and do not end there, after a look at the groups. */
    static double[] possiblePairs(TieGraph graph, int[] groups) {
        if (groups.length > 0) {
            return pairsAcross(groups, Groups.count(graph, groups));
        }
        int people = graph.people();
        double[] pairs = new double[people];
        Arrays.fill(pairs, Math.max(0, (people - 1.0) * (people - 2.0)));
        return pairs;
    }

    /** Ordered pairs in different groups that do not end at each vertex. */
    private static double[] pairsAcross(int[] groups, int groupCount) {
        int[] sizes = Groups.sizes(groups, groupCount);
        double assigned = Arrays.stream(sizes).asLongStream().sum();
        double all = 0;
        for (int size : sizes) {
            all += size * (assigned - size);
        }
        double[] pairs = new double[groups.length];
        for (int vertex = 0; vertex < groups.length; vertex++) {
            pairs[vertex] = groups[vertex] < 0 ? all : all - 2 * (assigned - sizes[groups[vertex]]);
        }
        return pairs;
    }

    /** Brandes' two sweeps from one source: path counts outwards, dependencies back. */
    private static final class Accumulation implements Stripes.Kernel {
        private final TieGraph graph;
        private final int[] groups;
        private final ShortestPaths paths;
        private final double[] counts;
        private final double[] dependencyPerPath;

        Accumulation(TieGraph graph, int[] groups) {
            this.graph = graph;
            this.groups = groups;
            this.paths = new ShortestPaths(graph, PathLength.DISTANCE);
            this.counts = new double[graph.people()];
            this.dependencyPerPath = new double[graph.people()];
        }

        @Override
        public void add(int source, double[] sums) {
            if (groups.length > 0 && groups[source] < 0) {
                return;
            }
            paths.from(source);
            countPaths(source);
            for (int index = paths.reached() - 1; index > 0; index--) {
                int vertex = paths.vertex(index);
                double below = 0;
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    if (paths.leads(vertex, slot)) {
                        below += dependencyPerPath[graph.neighbour(slot)];
                    }
                }
                double dependency = counts[vertex] * below;
                sums[vertex] += dependency;
                dependencyPerPath[vertex] = ((isTarget(source, vertex) ? 1 : 0) + dependency) / counts[vertex];
            }
        }

        private boolean isTarget(int source, int vertex) {
            return groups.length == 0 || (groups[vertex] >= 0 && groups[vertex] != groups[source]);
        }

        private void countPaths(int source) {
            for (int index = 0; index < paths.reached(); index++) {
                counts[paths.vertex(index)] = 0;
            }
            counts[source] = 1;
            for (int index = 0; index < paths.reached(); index++) {
                int vertex = paths.vertex(index);
                if (counts[vertex] == Double.POSITIVE_INFINITY) {
                    throw new ArithmeticException(
                            "More than 1.8e308 shortest paths lead from vertex " + source + " to vertex " + vertex);
                }
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    if (paths.leads(vertex, slot)) {
                        counts[graph.neighbour(slot)] += counts[vertex];
                    }
                }
            }
        }
    }
}
