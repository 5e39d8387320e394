package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The separate parts of the network: within one everybody can reach everybody along ties, between two nobody.
 * For an organisation, parts that nothing passes between; and, with direction, rings in which what somebody
 * passes on can come back.
 *
 * <p>{@link Kind#WEAK}: without direction. Sampling as Michael Sutton, Tal Ben-Nun and Amnon Barak do,
 * Optimizing parallel graph connectivity computation via subgraph sampling, 2018,
 * doi:10.1109/IPDPS.2018.00012, here on one thread. {@link Kind#STRONG}: along the direction, both ways; Robert
 * Tarjan, Depth-first search and linear graph algorithms, 1972, doi:10.1137/0201010, without recursion.
 * Strength plays no part. Components are numbered in the order of their lowest vertex.
 *
 * <p>Time O(n + m) for strong ones; for weak ones a few steps a person where most hang together, O((n + m) log n)
 * at worst; memory O(n). Empty graph: none. Somebody alone: a component of one. Without direction strong and
 * weak ones are the same.
 */
public final class Components {
    private Components() {}

    /** What holds a component together. */
    public enum Kind {
        /** Ties, whichever way they lead. */
        WEAK,
        /** Directed ties that lead there and back. */
        STRONG
    }

    /** Which components. */
    public record Parameters(Kind kind) {
        /** Weak ones. */
        public static Parameters defaults() {
            return new Parameters(Kind.WEAK);
        }

        /** Of another kind. */
        public Parameters withKind(Kind what) {
            return new Parameters(what);
        }
    }

    /**
     * The answer.
     *
     * @param components component of every vertex, numbered from 0 in the order of their lowest vertex
     * @param sizes number of people in each component
     */
    public record Result(int[] components, int[] sizes) {
        /** Number of components. */
        public int count() {
            return sizes.length;
        }

        /** The component with most people, the first of equals; -1 for an empty graph. */
        public int largest() {
            int largest = -1;
            for (int component = 0; component < sizes.length; component++) {
                if (largest < 0 || sizes[component] > sizes[largest]) {
                    largest = component;
                }
            }
            return largest;
        }
    }

    /** The component of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        boolean strong = parameters.kind() == Kind.STRONG && graph.orientation() == Orientation.DIRECTED;
        int[] marks = strong ? new Strong(graph).roots() : new Weak(graph).roots();
        return numbered(marks);
    }

    /** Components that share a mark from 0 to n-1, numbered in the order of their lowest vertex. */
    private static Result numbered(int[] marks) {
        int[] numbers = new int[marks.length];
        Arrays.fill(numbers, -1);
        int[] components = new int[marks.length];
        int[] sizes = new int[marks.length];
        int count = 0;
        for (int vertex = 0; vertex < marks.length; vertex++) {
            if (numbers[marks[vertex]] < 0) {
                numbers[marks[vertex]] = count++;
            }
            components[vertex] = numbers[marks[vertex]];
            sizes[components[vertex]]++;
        }
        return new Result(components, Arrays.copyOf(sizes, count));
    }

    /** A forest whose trees grow together along ties until each is a component. */
    private static final class Weak {
        /** People asked for their component in that guess. */
        private static final int ASKED = 1024;

        private final TieGraph graph;
        /** Somebody lower in the same tree, or oneself at the root. */
        private final int[] above;

        Weak(TieGraph graph) {
            this.graph = graph;
            this.above = new int[graph.people()];
        }

        /*
         * Two ties of everybody, the first and the last, join nearly all of what will be the largest component.
         * Its members need not be looked at again, because a tie without direction is in the row of its other
         * end too; only the few others read their rows. Directed rows hold a tie once, so there everybody does.
         */
        int[] roots() {
            for (int vertex = 0; vertex < above.length; vertex++) {
                boolean alone = graph.degree(vertex) == 0;
                above[vertex] = alone ? vertex : Math.min(vertex, graph.neighbour(graph.rowStart(vertex)));
            }
            flatten();
            for (int vertex = 0; vertex < above.length; vertex++) {
                if (graph.degree(vertex) > 0) {
                    join(vertex, graph.neighbour(graph.rowEnd(vertex) - 1));
                }
            }
            flatten();
            int done = graph.orientation() == Orientation.UNDIRECTED ? mostFrequent() : -1;
            for (int vertex = 0; vertex < above.length; vertex++) {
                if (above[vertex] != done) {
                    for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                        join(vertex, graph.neighbour(slot));
                    }
                }
            }
            flatten();
            return above;
        }

        /** A root that evenly spread people often have; any answer is right, a frequent one spares most. */
        private int mostFrequent() {
            int asked = Math.min(ASKED, above.length);
            int[] roots = new int[asked];
            Arrays.setAll(roots, number -> above[(int) ((long) number * above.length / asked)]);
            Arrays.sort(roots);
            int best = -1;
            int bestCount = 0;
            int count = 0;
            for (int number = 0; number < asked; number++) {
                count = number > 0 && roots[number] == roots[number - 1] ? count + 1 : 1;
                if (count > bestCount) {
                    best = roots[number];
                    bestCount = count;
                }
            }
            return best;
        }

        /** The higher root is hung below the lower one, so that a tree's root is its lowest vertex. */
        private void join(int vertex, int other) {
            int one = root(vertex);
            int two = root(other);
            if (one < two) {
                above[two] = one;
            } else {
                above[one] = two;
            }
        }

        private int root(int vertex) {
            int at = vertex;
            while (above[at] != at) {
                above[at] = above[above[at]];
                at = above[at];
            }
            return at;
        }

        /** Whoever is above somebody is lower, hence already at its root. */
        private void flatten() {
            for (int vertex = 0; vertex < above.length; vertex++) {
                above[vertex] = above[above[vertex]];
            }
        }
    }

    /** Tarjan's search, its path kept in arrays. */
    private static final class Strong {
        private final TieGraph graph;
        /** When each vertex was found, from 1. */
        private final int[] found;
        /** The earliest open vertex that each reaches; 0 before it is found, past all clocks once it is closed. */
        private final int[] low;

        private final int[] nextSlot;
        private final int[] path;
        private final int[] open;
        private final int[] roots;
        private int clock;
        private int openSize;

        Strong(TieGraph graph) {
            int people = graph.people();
            this.graph = graph;
            this.found = new int[people];
            this.low = new int[people];
            this.nextSlot = Arrays.copyOf(graph.offsets(), people);
            this.path = new int[people];
            this.open = new int[people];
            this.roots = new int[people];
        }

        int[] roots() {
            for (int vertex = 0; vertex < roots.length; vertex++) {
                if (low[vertex] == 0) {
                    search(vertex);
                }
            }
            return roots;
        }

        private void search(int start) {
            int depth = 0;
            path[0] = start;
            enter(start);
            while (depth >= 0) {
                int vertex = path[depth];
                if (nextSlot[vertex] < graph.rowEnd(vertex)) {
                    int next = graph.neighbour(nextSlot[vertex]++);
                    if (low[next] == 0) {
                        path[++depth] = next;
                        enter(next);
                    } else {
                        low[vertex] = Math.min(low[vertex], low[next]);
                    }
                    continue;
                }
                depth--;
                if (low[vertex] == found[vertex]) {
                    close(vertex);
                } else {
                    low[path[depth]] = Math.min(low[path[depth]], low[vertex]);
                }
            }
        }

        private void enter(int vertex) {
            found[vertex] = ++clock;
            low[vertex] = clock;
            open[openSize++] = vertex;
        }

        /** Everybody found since the vertex and still open is its component. */
        private void close(int vertex) {
            int member;
            do {
                member = open[--openSize];
                low[member] = Integer.MAX_VALUE;
                roots[member] = vertex;
            } while (member != vertex);
        }
    }
}
