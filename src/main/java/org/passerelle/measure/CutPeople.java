package org.passerelle.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.TieGraph;

/**
 * The people and ties whose loss takes the network apart, and the blocks that hold without any one person:
 * for an organisation, single points of failure between groups.
 *
 * <p>A cut person is a vertex, a bridge tie a tie, whose removal leaves more components; a block is a largest
 * set of people that no one member's removal takes apart. John Hopcroft and Robert Tarjan, Algorithm 447,
 * 1973, doi:10.1145/362248.362272; here without recursion, so that long chains do not overflow the stack. A
 * bridge tie is a block of two. Directed ties are taken without direction. Time and memory O(n + m). Empty graph: nothing. Somebody alone:
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
        return search.result();
    }

    /**
     * A depth first search that keeps its path in arrays. Everything but {@code found} is by the order in
     * which vertices are found, from 1: on its way the search then reads and writes neighbouring places, and
     * who was found below somebody are the numbers that follow.
     */
    private static final class Search {
        private final int people;
        private final int[] offsets;
        private final int[] neighbours;
        /** When each vertex was found; 0 for not yet. */
        private final int[] found;

        private final int[] vertexAt;
        private final int[] parent;
        private final int[] nextSlot;
        /** The earliest number that those below each reach over one tie back. */
        private final int[] low;

        private final int[] cutOff;
        private final int[] largestCutOff;
        /** Numbers whose block is not known yet. */
        private final int[] open;

        /** The block that holds each number and its parent. */
        private final int[] blockBelow;
        /** For each block its highest vertex in the search, and its number of members. */
        private final int[] blockTops;

        private final int[] blockSizes;
        private final boolean[] cut;
        private final int[] separated;
        private int openSize;
        private int blocks;
        private int clock;

        Search(TieGraph ties) {
            this.people = ties.people();
            this.offsets = ties.offsets();
            this.neighbours = ties.neighbours();
            this.found = new int[people];
            this.vertexAt = new int[people + 1];
            this.parent = new int[people + 1];
            this.nextSlot = new int[people + 1];
            this.low = new int[people + 1];
            this.cutOff = new int[people + 1];
            this.largestCutOff = new int[people + 1];
            this.open = new int[people];
            this.blockBelow = new int[people + 1];
            // Every vertex ends at most one block for its parent, or is a block alone.
            this.blockTops = new int[people];
            this.blockSizes = new int[people];
            this.cut = new boolean[people];
            this.separated = new int[people];
        }

        void component(int start) {
            int root = clock + 1;
            int rootBlocks = 0;
            enter(start, 0);
            int number = root;
            while (number != 0) {
                int next = onwards(number);
                if (next >= 0) {
                    enter(next, number);
                    number = clock;
                    continue;
                }
                int above = parent[number];
                if (above != 0 && leave(number, above)) {
                    rootBlocks += above == root ? 1 : 0;
                    cut[vertexAt[above]] |= above != root || rootBlocks > 1;
                }
                number = above;
            }
            openSize = 0;
            if (clock == root) {
                closeBlock(start, 1);
            }
            for (int each = root; each <= clock; each++) {
                if (cut[vertexAt[each]]) {
                    int rest = clock - root - cutOff[each];
                    separated[vertexAt[each]] = clock - root - Math.max(rest, largestCutOff[each]);
                }
            }
        }

        /** The next vertex not found yet in the number's row, -1 at its end; ties to earlier ones lower its low. */
        private int onwards(int number) {
            int end = offsets[vertexAt[number] + 1];
            int above = parent[number];
            int lowest = low[number];
            int slot = nextSlot[number];
            int next = -1;
            while (slot < end && next < 0) {
                int other = neighbours[slot++];
                int reached = found[other];
                if (reached == 0) {
                    next = other;
                } else if (reached < lowest && reached != above) {
                    lowest = reached;
                }
            }
            nextSlot[number] = slot;
            low[number] = lowest;
            return next;
        }

        private void enter(int vertex, int above) {
            int number = ++clock;
            found[vertex] = number;
            vertexAt[number] = vertex;
            parent[number] = above;
            nextSlot[number] = offsets[vertex];
            low[number] = number;
            open[openSize++] = number;
        }

        /** Goes back up a tie; true where everything below it hangs on the upper end alone: a block. */
        private boolean leave(int number, int above) {
            low[above] = Math.min(low[above], low[number]);
            if (low[number] < above) {
                return false;
            }
            int below = clock - number + 1;
            cutOff[above] += below;
            largestCutOff[above] = Math.max(largestCutOff[above], below);
            int members = 1;
            int member;
            do {
                member = open[--openSize];
                blockBelow[member] = blocks;
                members++;
            } while (member != number);
            closeBlock(vertexAt[above], members);
            return true;
        }

        private void closeBlock(int top, int members) {
            blockTops[blocks] = top;
            blockSizes[blocks++] = members;
        }

        Result result() {
            int[][] members = members();
            // Two blocks share one person at most, so their two lowest members tell them apart.
            int[] second = new int[blocks];
            int[] first = new int[blocks];
            for (int block = 0; block < blocks; block++) {
                first[block] = members[block][0];
                second[block] = members[block].length > 1 ? members[block][1] : 0;
            }
            List<int[]> sorted = new ArrayList<>(blocks);
            List<Bridge> bridges = new ArrayList<>();
            for (int block : order(first, order(second, null))) {
                sorted.add(members[block]);
                if (members[block].length == 2) {
                    bridges.add(new Bridge(first[block], second[block]));
                }
            }
            return new Result(cut, separated, bridges, sorted);
        }

        /** The members of each block, ascending, because vertices are dealt out in order. */
        private int[][] members() {
            int[][] members = new int[blocks][];
            int[] dealt = new int[blocks];
            for (int block = 0; block < blocks; block++) {
                members[block] = new int[blockSizes[block]];
            }
            for (int vertex = 0; vertex < people; vertex++) {
                if (parent[found[vertex]] != 0) {
                    int block = blockBelow[found[vertex]];
                    members[block][dealt[block]++] = vertex;
                }
            }
            for (int block = 0; block < blocks; block++) {
                int place = dealt[block];
                while (place > 0 && members[block][place - 1] > blockTops[block]) {
                    members[block][place] = members[block][--place];
                }
                members[block][place] = blockTops[block];
            }
            return members;
        }

        /** The positions of the keys, ascending; equal ones stay in the order of the positions given. */
        private int[] order(int[] keys, int @Nullable [] positions) {
            int[] starts = new int[people + 1];
            for (int key : keys) {
                starts[key + 1]++;
            }
            for (int key = 0; key < people; key++) {
                starts[key + 1] += starts[key];
            }
            int[] order = new int[keys.length];
            for (int index = 0; index < keys.length; index++) {
                int position = positions == null ? index : positions[index];
                order[starts[keys[position]]++] = position;
            }
            return order;
        }
    }
}
