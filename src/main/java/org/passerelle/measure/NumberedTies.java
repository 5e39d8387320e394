package org.passerelle.measure;

import org.passerelle.network.TieGraph;

/**
 * The ties of an undirected graph, numbered from 0 in the order of its rows, each from its lower end: the numbers that
 * JGraphT sees as its edges.
 *
 * @param from lower end of every tie
 * @param to higher end
 * @param ofSlot the tie of every slot; a tie has two
 */
record NumberedTies(int[] from, int[] to, int[] ofSlot) {
    /** Numbers them in O(n + m). */
    static NumberedTies of(TieGraph graph) {
        int[] from = new int[graph.ties()];
        int[] to = new int[graph.ties()];
        int[] ofSlot = new int[2 * graph.ties()];
        int[] next = new int[graph.people()];
        for (int vertex = 0; vertex < next.length; vertex++) {
            next[vertex] = graph.rowStart(vertex);
        }
        int number = 0;
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int other = graph.neighbour(slot);
                if (vertex < other) {
                    from[number] = vertex;
                    to[number] = other;
                    ofSlot[slot] = number;
                    // Rows ascend, so the lower ends of a row's ties come in the order of the row.
                    ofSlot[next[other]++] = number++;
                }
            }
        }
        return new NumberedTies(from, to, ofSlot);
    }

    /**
     * The two slots that other rows give every tie, by number.
     *
     * @param rows the same ties, vertices called otherwise
     * @param names what the vertices are called there
     */
    int[][] slotsIn(SearchRows rows, int[] names) {
        int[][] slots = new int[2][from.length];
        for (int tie = 0; tie < from.length; tie++) {
            slots[0][tie] = rows.slot(names[from[tie]], names[to[tie]]);
            slots[1][tie] = rows.slot(names[to[tie]], names[from[tie]]);
        }
        return slots;
    }
}
