package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.passerelle.network.TieGraph;

/**
 * The people and ties whose loss takes the network apart, and the blocks that hold without any one person:
 * for an organisation, single points of failure between groups.
 *
 * <p>A cut person is a vertex, a bridge tie a tie, whose removal leaves more components; a block is a largest
 * set of people that no one member's removal takes apart. John Hopcroft and Robert Tarjan, Algorithm 447,
 * 1973, doi:10.1145/362248.362272; here without recursion, so that long chains do not overflow the stack.
 * Directed ties are taken without direction. Time and memory O(n + m). Empty graph: nothing. Somebody alone:
 * a block of one.
 */
public final class CutPeople {
    private CutPeople() {}

    /** Nothing to choose. */
    public record Parameters() {
        /** Nothing to choose. */
        public static Parameters defaults() {
            return new Parameters();
        }
    }

    /** A tie whose loss takes the network apart; from is the lower vertex. */
    public record Bridge(int from, int to) {}

    /**
     * The answer.
     *
     * @param cut whether each person is a cut person
     * @param separated how many people lose the largest remaining part when the person leaves; 0 unless cut
     * @param bridges bridge ties, by their ends
     * @param blocks vertices of each block, ascending; the blocks by their vertices
     */
    public record Result(boolean[] cut, int[] separated, List<Bridge> bridges, List<int[]> blocks) {}

    /** Cut people, bridge ties and blocks. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        Search search = new Search(graph.undirected());
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            if (search.found[vertex] == 0) {
                search.component(vertex);
            }
        }
        search.bridges.sort(Comparator.comparingInt(Bridge::from).thenComparingInt(Bridge::to));
        search.blocks.sort(Arrays::compare);
        return new Result(search.cut, search.separated, search.bridges, search.blocks);
    }

    /** A depth first search that keeps its path in arrays. */
    private static final class Search {
        private final TieGraph ties;
        /** When each vertex was found, from 1; 0 for not yet. */
        private final int[] found;
        /** The earliest vertex that the subtree of each reaches over one tie back. */
        private final int[] low;

        private final int[] parent;
        private final int[] nextSlot;
        private final int[] subtree;
        private final int[] cutOff;
        private final int[] largestCutOff;
        private final boolean[] cut;
        private final int[] separated;
        private final int[] stack;
        private final List<Bridge> bridges = new ArrayList<>();
        private final List<int[]> blocks = new ArrayList<>();
        private int stackSize;
        private int clock;

        Search(TieGraph ties) {
            int people = ties.people();
            this.ties = ties;
            this.found = new int[people];
            this.low = new int[people];
            this.parent = new int[people];
            this.nextSlot = Arrays.copyOf(ties.offsets(), people);
            this.subtree = new int[people];
            this.cutOff = new int[people];
            this.largestCutOff = new int[people];
            this.cut = new boolean[people];
            this.separated = new int[people];
            this.stack = new int[people];
        }

        void component(int root) {
            if (ties.degree(root) == 0) {
                found[root] = ++clock;
                blocks.add(new int[] {root});
                return;
            }
            List<Integer> cutPeople = new ArrayList<>();
            int rootBlocks = 0;
            enter(root, -1);
            int vertex = root;
            while (vertex >= 0) {
                if (nextSlot[vertex] < ties.rowEnd(vertex)) {
                    int next = ties.neighbour(nextSlot[vertex]++);
                    if (found[next] == 0) {
                        enter(next, vertex);
                        vertex = next;
                    } else if (next != parent[vertex]) {
                        low[vertex] = Math.min(low[vertex], found[next]);
                    }
                    continue;
                }
                int above = parent[vertex];
                if (above >= 0 && leave(vertex, above)) {
                    rootBlocks += above == root ? 1 : 0;
                    if (!cut[above] && (above != root || rootBlocks > 1)) {
                        cut[above] = true;
                        cutPeople.add(above);
                    }
                }
                vertex = above;
            }
            stackSize = 0;
            for (int person : cutPeople) {
                int rest = subtree[root] - 1 - cutOff[person];
                separated[person] = subtree[root] - 1 - Math.max(rest, largestCutOff[person]);
            }
        }

        private void enter(int vertex, int from) {
            found[vertex] = ++clock;
            low[vertex] = clock;
            parent[vertex] = from;
            subtree[vertex] = 1;
            stack[stackSize++] = vertex;
        }

        /** Goes back up a tie; true where everything below it hangs on the upper vertex alone: a block. */
        private boolean leave(int vertex, int above) {
            subtree[above] += subtree[vertex];
            low[above] = Math.min(low[above], low[vertex]);
            if (low[vertex] > found[above]) {
                bridges.add(new Bridge(Math.min(vertex, above), Math.max(vertex, above)));
            }
            if (low[vertex] < found[above]) {
                return false;
            }
            cutOff[above] += subtree[vertex];
            largestCutOff[above] = Math.max(largestCutOff[above], subtree[vertex]);
            int from = stackSize;
            do {
                from--;
            } while (stack[from] != vertex);
            int[] block = Arrays.copyOfRange(stack, from, stackSize);
            block = Arrays.copyOf(block, block.length + 1);
            block[block.length - 1] = above;
            Arrays.sort(block);
            blocks.add(block);
            stackSize = from;
            return true;
        }
    }
}
