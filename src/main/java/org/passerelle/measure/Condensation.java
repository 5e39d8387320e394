package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * A directed network with everybody who reaches each other taken together: knots 0..k-1 and the ties between them, in
 * an order in which ties lead to higher numbers only. Robert Tarjan, Depth-first search and linear graph algorithms,
 * 1972, doi:10.1137/0201010, without recursion. O(n + m).
 */
final class Condensation {
    final int[] knotOf;
    final int[] sizes;
    /** Row starts of the ties between knots, and the higher ends; a tie may come more than once. */
    final int[] starts;

    final int[] ends;

    private Condensation(int[] knotOf, int[] sizes, int[] starts, int[] ends) {
        this.knotOf = knotOf;
        this.sizes = sizes;
        this.starts = starts;
        this.ends = ends;
    }

    static Condensation of(TieGraph graph) {
        Search search = new Search(graph);
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            if (search.found[vertex] == 0) {
                search.from(vertex);
            }
        }
        int knots = search.knots;
        int[] knotOf = new int[graph.people()];
        // The search closes a knot after all those it leads to.
        Arrays.setAll(knotOf, vertex -> knots - 1 - search.knot[vertex]);
        int[] sizes = new int[knots];
        int[] starts = new int[knots + 1];
        int[] last = new int[knots];
        int[][] members = Groups.members(knotOf, knots);
        int[] ends = new int[graph.neighbours().length];
        Arrays.fill(last, -1);
        int size = 0;
        for (int knot = 0; knot < knots; knot++) {
            sizes[knot] = members[knot].length;
            for (int vertex : members[knot]) {
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    int end = knotOf[graph.neighbour(slot)];
                    if (end != knot && last[end] != knot) {
                        last[end] = knot;
                        ends[size++] = end;
                    }
                }
            }
            starts[knot + 1] = size;
        }
        return new Condensation(knotOf, sizes, starts, Arrays.copyOf(ends, size));
    }

    /** Number of knots. */
    int knots() {
        return sizes.length;
    }

    /** A depth first search that keeps its path in arrays. */
    private static final class Search {
        private final TieGraph graph;
        private final int[] found;
        private final int[] low;
        private final int[] knot;
        private final int[] parent;
        private final int[] nextSlot;
        private final int[] stack;
        private int stackSize;
        private int clock;
        private int knots;

        Search(TieGraph graph) {
            int people = graph.people();
            this.graph = graph;
            found = new int[people];
            low = new int[people];
            knot = new int[people];
            parent = new int[people];
            nextSlot = Arrays.copyOf(graph.offsets(), people);
            stack = new int[people];
            Arrays.fill(knot, -1);
        }

        void from(int root) {
            enter(root, -1);
            int vertex = root;
            while (vertex >= 0) {
                if (nextSlot[vertex] < graph.rowEnd(vertex)) {
                    int next = graph.neighbour(nextSlot[vertex]++);
                    if (found[next] == 0) {
                        enter(next, vertex);
                        vertex = next;
                    } else if (knot[next] < 0) {
                        low[vertex] = Math.min(low[vertex], found[next]);
                    }
                    continue;
                }
                if (low[vertex] == found[vertex]) {
                    close(vertex);
                }
                int above = parent[vertex];
                if (above >= 0) {
                    low[above] = Math.min(low[above], low[vertex]);
                }
                vertex = above;
            }
        }

        private void enter(int vertex, int above) {
            found[vertex] = ++clock;
            low[vertex] = clock;
            parent[vertex] = above;
            stack[stackSize++] = vertex;
        }

        private void close(int first) {
            int member;
            do {
                member = stack[--stackSize];
                knot[member] = knots;
            } while (member != first);
            knots++;
        }
    }
}
