package org.passerelle.api;

import java.util.List;
import org.passerelle.api.Connection.Edge;
import org.passerelle.api.Connection.PageInfo;

/**
 * A page of an answer that was computed, with how.
 *
 * @param provenance how the whole answer was computed
 */
public record ComputedConnection<T>(List<Edge<T>> edges, PageInfo pageInfo, Provenance provenance) {
    /** Copies the list. */
    public ComputedConnection {
        edges = List.copyOf(edges);
    }

    /** What is on the page. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
