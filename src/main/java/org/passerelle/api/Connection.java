package org.passerelle.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an answer, in the shape the schema's connections have.
 *
 * @param totalCount how many there are in all
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, int totalCount) {
    /** Copies the list. */
    public Connection {
        edges = List.copyOf(edges);
    }

    /** What is on the page. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /** One result and its cursor. */
    public record Edge<T>(T node, String cursor) {}

    /** Where the page ends. */
    public record PageInfo(
            @Nullable String startCursor, @Nullable String endCursor, boolean hasNextPage, boolean hasPreviousPage) {}
}
