package org.passerelle.measure;

import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * A network renumbered for searches: vertices that are near each other get numbers near each other, so that
 * what searches read together lies together in memory, and sources taken in this order meet the same people
 * in the same layers.
 *
 * @param order the graph's vertex at every place
 * @param rows the ties, vertices called by their places
 * @param reversed the same ties from their other ends
 */
record SearchOrder(int[] order, SearchRows rows, SearchRows reversed) {
    /** The breadth-first order of a graph. */
    static SearchOrder of(TieGraph graph) {
        boolean undirected = graph.orientation() == Orientation.UNDIRECTED;
        SearchRows given = SearchRows.of(graph);
        SearchRows givenReversed = undirected ? given : given.transposed();
        int[] order = given.breadthFirstOrder(givenReversed);
        SearchRows rows = given.renumbered(order);
        return new SearchOrder(order, rows, undirected ? rows : rows.transposed());
    }

    /** Numbers of the graph's vertices, by place; nothing for nothing. */
    int[] inOrder(int[] numbers) {
        int[] placed = new int[numbers.length];
        for (int place = 0; place < numbers.length; place++) {
            placed[place] = numbers[order[place]];
        }
        return placed;
    }

    /** Numbers by place as numbers of the graph's vertices. */
    double[] back(double[] placed) {
        double[] numbers = new double[order.length];
        for (int place = 0; place < order.length; place++) {
            numbers[order[place]] = placed[place];
        }
        return numbers;
    }

    /** The place of every vertex. */
    int[] places() {
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        return places;
    }
}
