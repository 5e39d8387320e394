package org.passerelle.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.passerelle.network.TieGraph.Orientation;

/**
 * A graph written as text, for tests: {@code "ann-bob bob-cid:2.5 eve"} are two undirected ties, the second
 * of strength 2.5, and somebody alone; {@code "ann>bob"} is directed. One text has one kind of tie. Vertices
 * are in name order, or in number order when every name is a number. A tie counts as many interactions as
 * its strength, at least 1.
 *
 * @param graph the graph
 * @param names name of every vertex
 */
public record GraphText(TieGraph graph, List<String> names) {
    /** The graph of a text, for tests that know its vertices. */
    public static TieGraph graph(String text) {
        return parse(text).graph();
    }

    /** The graph of a text with the names of its vertices. */
    public static GraphText parse(String text) {
        List<String> tokens = text.isBlank() ? List.of() : List.of(text.trim().split("\\s+"));
        Comparator<String> byNumber = Comparator.comparingInt(Integer::parseInt);
        List<String[]> ties = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (String token : tokens) {
            String[] parts = token.split("[->:]");
            seen.add(parts[0]);
            if (parts.length > 1) {
                seen.add(parts[1]);
                ties.add(parts);
            }
        }
        boolean numbers = seen.stream().allMatch(name -> name.matches("\\d+"));
        TreeSet<String> sorted = numbers ? new TreeSet<>(byNumber) : new TreeSet<>();
        sorted.addAll(seen);
        List<String> names = List.copyOf(sorted);
        int[] from = ties.stream().mapToInt(tie -> names.indexOf(tie[0])).toArray();
        int[] to = ties.stream().mapToInt(tie -> names.indexOf(tie[1])).toArray();
        double[] strength = ties.stream()
                .mapToDouble(tie -> tie.length > 2 ? Double.parseDouble(tie[2]) : 1)
                .toArray();
        int[] count = Arrays.stream(strength)
                .mapToInt(value -> Math.max(1, (int) Math.round(value)))
                .toArray();
        boolean directed = text.contains(">");
        if (directed && text.contains("-")) {
            throw new IllegalArgumentException("One text has one kind of tie, - or >, not both: " + text);
        }
        return new GraphText(
                directed
                        ? TieGraph.directed(names.size(), from, to, strength, count)
                        : TieGraph.undirected(names.size(), from, to, strength, count),
                names);
    }

    /** The vertex of a name. */
    public int vertex(String name) {
        return names.indexOf(name);
    }

    /** Every pair tied with this probability, without direction, all strengths 1; the same seed, the same graph. */
    public static TieGraph random(long seed, int people, double probability) {
        return random(seed, people, probability, Orientation.UNDIRECTED, 1);
    }

    /** Every ordered pair tied with this probability, all strengths 1; the same seed, the same graph. */
    public static TieGraph randomDirected(long seed, int people, double probability) {
        return random(seed, people, probability, Orientation.DIRECTED, 1);
    }

    /**
     * Every pair tied with this probability, strengths drawn from the whole numbers 1 to strengthMax, so that
     * sums are exact and ties between equal paths occur.
     */
    public static TieGraph random(long seed, int people, double probability, Orientation orientation, int strengthMax) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> ties = new ArrayList<>();
        for (int from = 0; from < people; from++) {
            for (int to = orientation == Orientation.DIRECTED ? 0 : from + 1; to < people; to++) {
                if (from != to && random.nextDouble() < probability) {
                    ties.add(new int[] {from, to, 1 + random.nextInt(strengthMax)});
                }
            }
        }
        int[] from = ties.stream().mapToInt(tie -> tie[0]).toArray();
        int[] to = ties.stream().mapToInt(tie -> tie[1]).toArray();
        int[] count = ties.stream().mapToInt(tie -> tie[2]).toArray();
        double[] strength = Arrays.stream(count).asDoubleStream().toArray();
        return orientation == Orientation.DIRECTED
                ? TieGraph.directed(people, from, to, strength, count)
                : TieGraph.undirected(people, from, to, strength, count);
    }

    /** The same graph with vertex v called {@code names[v]}. */
    public static TieGraph relabelled(TieGraph graph, int[] names) {
        int slots = graph.neighbours().length;
        int[] from = new int[slots];
        int[] to = new int[slots];
        double[] strength = new double[slots];
        int[] count = new int[slots];
        int size = 0;
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (graph.orientation() == Orientation.DIRECTED || vertex < graph.neighbour(slot)) {
                    from[size] = names[vertex];
                    to[size] = names[graph.neighbour(slot)];
                    strength[size] = graph.strength(slot);
                    count[size++] = graph.interactionCount(slot);
                }
            }
        }
        from = Arrays.copyOf(from, size);
        to = Arrays.copyOf(to, size);
        strength = Arrays.copyOf(strength, size);
        count = Arrays.copyOf(count, size);
        return graph.orientation() == Orientation.DIRECTED
                ? TieGraph.directed(graph.people(), from, to, strength, count)
                : TieGraph.undirected(graph.people(), from, to, strength, count);
    }

    /** 0..n-1 in an order that the seed decides. */
    public static int[] permutation(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[size];
        for (int last = 0; last < size; last++) {
            int other = random.nextInt(last + 1);
            order[last] = order[other];
            order[other] = last;
        }
        return order;
    }
}
