package org.passerelle.wirearchy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.passerelle.network.Person;

/**
 * The network for drawing.
 *
 * @param snapshot version of the data
 * @param request what was asked
 * @param nodes those with most ties first
 * @param edges among the nodes: reporting lines first, then observed ties, strongest first
 * @param truncated whether nodes or edges were left out
 */
public record Network(
        String snapshot, Drawing.Request request, List<NetworkNode> nodes, List<NetworkEdge> edges, boolean truncated) {
    /** Copies the lists. */
    public Network {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The same drawing with people as a reader may see them. */
    Network shownTo(UnaryOperator<Person> reader) {
        Map<String, String> ids = new HashMap<>();
        List<NetworkNode> shown = new ArrayList<>();
        for (NetworkNode node : nodes) {
            Person person = node.person();
            NetworkNode as = person == null ? node : node.shownAs(reader.apply(person));
            ids.put(node.id(), as.id());
            shown.add(as);
        }
        List<NetworkEdge> renamed = edges.stream()
                .map(edge ->
                        edge(ids.getOrDefault(edge.from(), edge.from()), ids.getOrDefault(edge.to(), edge.to()), edge))
                .toList();
        return new Network(snapshot, request, shown, renamed, truncated);
    }

    private static NetworkEdge edge(String from, String to, NetworkEdge edge) {
        boolean turn = edge.kind() == EdgeKind.OBSERVED && from.compareTo(to) > 0;
        return new NetworkEdge(turn ? to : from, turn ? from : to, edge.kind(), edge.strength());
    }
}
