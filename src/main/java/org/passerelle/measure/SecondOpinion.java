package org.passerelle.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.alg.interfaces.ShortestPathAlgorithm.SingleSourcePaths;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.passerelle.network.IntroductionPaths;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;

/**
 * What JGraphT's own algorithms say of the same network, beside what our kernels say. Whoever has to answer for a
 * figure can have it from two programs that share no code.
 *
 * <p>Compared are PageRank, coreness, weak components, cut people, local clustering, introduction paths (Dijkstra's
 * algorithm, from some people to all, where its path is no longer than an introduction may be), the fewest people between two groups (Edmonds and
 * Karp's flow, on a network of at most {@link Parameters#exactBelow} people, as its paths are recursive) and, on such a network,
 * exact betweenness. Largest differences are of people, or of pairs for paths; PageRank is relative to the largest score,
 * betweenness to the number of pairs. Time that of JGraphT: O(n m) for betweenness, else some seconds for a million ties.
 * An empty network: nothing to compare.
 */
public final class SecondOpinion {
    private static final double AGREED = 1e-6;
    private static final double DAMPING = 0.85;
    private static final double PRECISE = 1e-12;
    private static final int ITERATIONS_MAX = 2_000;

    private SecondOpinion() {}

    /**
     * How far to go.
     *
     * @param sources from how many people introduction paths are followed
     * @param exactBelow up to how many people what takes long is compared
     */
    public record Parameters(int sources, int exactBelow) {
        /** Refuses to compare nothing. */
        public Parameters {
            if (sources < 1 || exactBelow < 0) {
                throw new IllegalArgumentException(
                        "sources is at least 1 and exactBelow not negative, not " + sources + " and " + exactBelow);
            }
        }

        /** From four people; betweenness and cuts up to 2,000 people. */
        public static Parameters defaults() {
            return new Parameters(4, 2_000);
        }
    }

    /**
     * Two answers to one question.
     *
     * @param measure what was asked
     * @param algorithm JGraphT's class that answered too
     * @param compared how many values
     * @param difference the largest between the two; NaN where one gives a number and the other none
     */
    public record Opinion(String measure, String algorithm, long compared, double difference) {
        /** Whether the two say the same, but for rounding. */
        public boolean agrees() {
            return difference <= AGREED;
        }
    }

    /**
     * Every comparison, in a fixed order.
     *
     * @param network who turned to whom: directed
     * @param acquaintances who knows whom: undirected, the same people
     * @param groups the group of each, -1 for none; the two largest are held apart
     */
    public static List<Opinion> compute(TieGraph network, TieGraph acquaintances, int[] groups, Parameters parameters) {
        List<Opinion> opinions = new ArrayList<>();
        if (network.people() == 0) {
            return opinions;
        }
        TieGraph undirected = network.undirected();
        opinions.add(pageRank(network));
        opinions.add(coreness(undirected));
        opinions.add(components(undirected));
        opinions.add(cutPeople(undirected));
        opinions.add(clustering(undirected));
        opinions.add(introductions(acquaintances, parameters.sources()));
        if (network.people() <= parameters.exactBelow()) {
            opinions.add(betweenness(undirected));
            opinions.addAll(cut(undirected, groups));
        }
        return List.copyOf(opinions);
    }

    private static Opinion pageRank(TieGraph network) {
        double[] ours = PageRank.compute(
                        network,
                        PageRank.Parameters.defaults()
                                .withDamping(DAMPING)
                                .withIterationsMax(ITERATIONS_MAX)
                                .withTolerance(PRECISE))
                .scores();
        Map<Integer, Double> theirs = new org.jgrapht.alg.scoring.PageRank<>(
                        network.asJGraphT(Length.STRENGTH), DAMPING, ITERATIONS_MAX, PRECISE)
                .getScores();
        double largest =
                theirs.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return opinion("PageRank", "scoring.PageRank", theirs, vertex -> ours[vertex], largest);
    }

    private static Opinion coreness(TieGraph undirected) {
        int[] ours =
                Coreness.compute(undirected, Coreness.Parameters.defaults()).cores();
        return opinion(
                "coreness",
                "scoring.Coreness",
                new org.jgrapht.alg.scoring.Coreness<>(undirected.asJGraphT(Length.STEP)).getScores(),
                vertex -> ours[vertex],
                1);
    }

    /** Compared by the first of each component, which does not hang on how components are numbered. */
    private static Opinion components(TieGraph undirected) {
        int[] ours =
                Components.compute(undirected, Components.Parameters.defaults()).components();
        Map<Integer, Integer> first = new HashMap<>();
        for (int vertex = 0; vertex < ours.length; vertex++) {
            first.putIfAbsent(ours[vertex], vertex);
        }
        Map<Integer, Integer> theirs = new HashMap<>();
        for (Set<Integer> component : new ConnectivityInspector<>(undirected.asJGraphT(Length.STEP)).connectedSets()) {
            int least = component.stream().mapToInt(Integer::intValue).min().orElseThrow();
            component.forEach(vertex -> theirs.put(vertex, least));
        }
        return opinion(
                "weak components",
                "connectivity.ConnectivityInspector",
                theirs,
                vertex -> first.getOrDefault(ours[vertex], -1),
                1);
    }

    private static Opinion cutPeople(TieGraph undirected) {
        boolean[] ours =
                CutPeople.compute(undirected, CutPeople.Parameters.defaults()).cut();
        Set<Integer> cut = new BiconnectivityInspector<>(undirected.asJGraphT(Length.STEP)).getCutpoints();
        Map<Integer, Integer> theirs = new HashMap<>();
        for (int vertex = 0; vertex < ours.length; vertex++) {
            theirs.put(vertex, cut.contains(vertex) ? 1 : 0);
        }
        return opinion("cut people", "connectivity.BiconnectivityInspector", theirs, vertex -> ours[vertex] ? 1 : 0, 1);
    }

    private static Opinion clustering(TieGraph undirected) {
        double[] ours =
                Clustering.compute(undirected, Clustering.Parameters.defaults()).local();
        return opinion(
                "local clustering",
                "scoring.ClusteringCoefficient",
                new ClusteringCoefficient<>(undirected.asJGraphT(Length.STEP)).getScores(),
                // Without two contacts there is nothing to be closed: we say so, JGraphT says 0.
                vertex -> Double.isNaN(ours[vertex]) ? 0 : ours[vertex],
                1);
    }

    private static Opinion introductions(TieGraph acquaintances, int sources) {
        IntroductionPaths.Parameters parameters = IntroductionPaths.Parameters.defaults();
        List<Integer> acquainted = IntStream.range(0, acquaintances.people())
                .filter(vertex -> acquaintances.rowEnd(vertex) > acquaintances.rowStart(vertex))
                .boxed()
                .toList();
        double difference = 0;
        long compared = 0;
        for (int place = 0; place < Math.min(sources, acquainted.size()); place++) {
            int source = acquainted.get((int) ((long) place * acquainted.size() / sources));
            SingleSourcePaths<Integer, Integer> theirs =
                    new DijkstraShortestPath<>(acquaintances.asJGraphT(Length.DISTANCE)).getPaths(source);
            for (int target : targets(acquainted, source)) {
                GraphPath<Integer, Integer> shortest = theirs.getPath(target);
                if (shortest != null && shortest.getLength() <= parameters.stepsMax()) {
                    double ours = length(
                            acquaintances, IntroductionPaths.strongest(acquaintances, source, target, parameters));
                    difference = Math.max(difference, Math.abs(ours - shortest.getWeight()) / shortest.getWeight());
                    compared++;
                }
            }
        }
        return new Opinion("introduction paths", "shortestpath.DijkstraShortestPath", compared, difference);
    }

    /** At most 1,000 of them, spread evenly. */
    private static List<Integer> targets(List<Integer> acquainted, int source) {
        int step = Math.max(1, acquainted.size() / 1_000);
        return IntStream.range(0, acquainted.size())
                .filter(place -> place % step == 0)
                .map(acquainted::get)
                .filter(vertex -> vertex != source)
                .boxed()
                .toList();
    }

    private static double length(TieGraph graph, List<Integer> path) {
        double length = path.isEmpty() ? Double.POSITIVE_INFINITY : 0;
        for (int step = 1; step < path.size(); step++) {
            int slot = graph.slot(path.get(step - 1), path.get(step));
            length += 1 / graph.strength(slot);
        }
        return length;
    }

    private static Opinion betweenness(TieGraph undirected) {
        double[] ours = Betweenness.compute(undirected, Betweenness.Parameters.defaults())
                .scores();
        double pairs = Math.max(1, (undirected.people() - 1.0) * (undirected.people() - 2.0) / 2);
        return opinion(
                "betweenness",
                "scoring.BetweennessCentrality",
                new BetweennessCentrality<>(undirected.asJGraphT(Length.STEP)).getScores(),
                vertex -> ours[vertex],
                pairs);
    }

    /** How many people hold the two largest groups together; none where there are no two groups. */
    private static List<Opinion> cut(TieGraph undirected, int[] groups) {
        int[] sizes = new int[Groups.count(groups)];
        for (int group : groups) {
            if (group >= 0) {
                sizes[group]++;
            }
        }
        int[] largest = IntStream.range(0, sizes.length)
                .boxed()
                .sorted((one, other) -> Integer.compare(sizes[other], sizes[one]))
                .mapToInt(Integer::intValue)
                .limit(2)
                .toArray();
        if (largest.length < 2) {
            return List.of();
        }
        int ours = MinimumCut.compute(
                        undirected,
                        MinimumCut.Parameters.defaults(groups, largest[0], largest[1])
                                .withWays(MinimumCut.Ways.ANY))
                .people()
                .length;
        double theirs = flow(undirected, groups, largest[0], largest[1]);
        return List.of(new Opinion("people between two groups", "flow.EdmondsKarpMFImpl", 1, Math.abs(ours - theirs)));
    }

    /** Everybody has an entrance and a way out, tied by 1; so many can be led past one another. */
    private static double flow(TieGraph undirected, int[] groups, int one, int other) {
        SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> split =
                new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        int people = undirected.people();
        int source = 2 * people;
        int sink = source + 1;
        IntStream.rangeClosed(0, sink).forEach(split::addVertex);
        for (int vertex = 0; vertex < people; vertex++) {
            split.addEdge(vertex, people + vertex);
            if (groups[vertex] == one) {
                split.addEdge(source, vertex);
            } else if (groups[vertex] == other) {
                split.addEdge(people + vertex, sink);
            }
            for (int slot = undirected.rowStart(vertex); slot < undirected.rowEnd(vertex); slot++) {
                split.addEdge(people + vertex, undirected.neighbour(slot));
            }
        }
        return new EdmondsKarpMFImpl<>(split).calculateMaximumFlow(source, sink);
    }

    private static Opinion opinion(
            String measure,
            String algorithm,
            Map<Integer, ? extends Number> theirs,
            IntToDoubleFunction ours,
            double unit) {
        double difference = 0;
        for (Map.Entry<Integer, ? extends Number> entry : theirs.entrySet()) {
            double apart = Math.abs(ours.applyAsDouble(entry.getKey())
                            - entry.getValue().doubleValue())
                    / unit;
            difference = Double.isNaN(apart) ? apart : Math.max(difference, apart);
        }
        return new Opinion(measure, algorithm, theirs.size(), difference);
    }
}
