package org.passerelle.bridge;

import java.util.Arrays;
import java.util.List;
import org.passerelle.measure.CutPeople;
import org.passerelle.network.TieGraph;

/**
 * How many people are on the smaller side of every bridge tie. A bridge tie is in every spanning tree of its
 * component and cuts off exactly what hangs below it there, so one spanning forest gives all sides in O(n + m).
 */
final class BridgeSides {
    private BridgeSides() {}

    /** The size of the smaller side of each bridge of an undirected graph, in their order. */
    static int[] smaller(TieGraph graph, List<CutPeople.Bridge> bridges) {
        int people = graph.people();
        int[] parent = new int[people];
        int[] order = new int[people];
        int[] root = new int[people];
        Arrays.fill(root, -1);
        int size = 0;
        for (int start = 0; start < people; start++) {
            if (root[start] >= 0) {
                continue;
            }
            root[start] = start;
            parent[start] = -1;
            order[size++] = start;
            for (int next = size - 1; next < size; next++) {
                int vertex = order[next];
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    int other = graph.neighbour(slot);
                    if (root[other] < 0) {
                        root[other] = start;
                        parent[other] = vertex;
                        order[size++] = other;
                    }
                }
            }
        }
        int[] below = new int[people];
        for (int position = people - 1; position >= 0; position--) {
            int vertex = order[position];
            below[vertex]++;
            if (parent[vertex] >= 0) {
                below[parent[vertex]] += below[vertex];
            }
        }
        return bridges.stream()
                .mapToInt(bridge -> {
                    int lower = parent[bridge.to()] == bridge.from() ? bridge.to() : bridge.from();
                    return Math.min(below[lower], below[root[lower]] - below[lower]);
                })
                .toArray();
    }
}
