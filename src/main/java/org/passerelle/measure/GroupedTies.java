package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/** The ties whose two ends have a group, each once, as parallel arrays. */
record GroupedTies(int[] from, int[] to, int[] slots) {
    static GroupedTies of(TieGraph graph, int[] groups) {
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        int size = 0;
        int[] from = new int[graph.ties()];
        int[] to = new int[graph.ties()];
        int[] slots = new int[graph.ties()];
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int other = graph.neighbour(slot);
                if (groups[vertex] >= 0 && groups[other] >= 0 && (directed || vertex < other)) {
                    from[size] = vertex;
                    to[size] = other;
                    slots[size++] = slot;
                }
            }
        }
        return new GroupedTies(Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(slots, size));
    }

    int size() {
        return from.length;
    }
}
