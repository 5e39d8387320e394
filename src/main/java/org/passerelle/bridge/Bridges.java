package org.passerelle.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Betweenness;
import org.passerelle.measure.Brokerage;
import org.passerelle.measure.Constraint;
import org.passerelle.measure.CutPeople;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;

/**
 * The people who hold separate groups together, strongest first: those through whom shortest paths between people
 * of different groups pass, of equals in order of id.
 *
 * <p>Paths need whole people, so for betweenness and brokerage a person belongs to the group held longest in the
 * window; groups reached and the summary judge every exchange by the chart of its day. Everybody's exchanges in
 * the window count, in both directions together except for brokerage.
 */
public final class Bridges {
    private Bridges() {}

    /** Ranks everybody through whom at least one such path passes. */
    public static List<Bridge> compute(NetworkSnapshot snapshot, BridgeQuestion question) {
        TieFilter filter = TieFilter.of(snapshot.withData(question.window()));
        TieGraph directed = snapshot.graph(filter);
        TieGraph graph = directed.undirected();
        GroupHistory history = GroupHistory.of(
                snapshot.chart(), question.dimension(), question.unitDepth(), snapshot.withData(question.window()));
        Grouping grouping = history.mainGrouping();
        int[] groups = grouping.assignment();
        double[] shares = Betweenness.compute(
                        graph, Betweenness.Parameters.defaults().acrossGroups(groups))
                .shares();
        Constraint.Result constraint = Constraint.compute(graph, Constraint.Parameters.defaults());
        boolean[] cut =
                CutPeople.compute(graph, CutPeople.Parameters.defaults()).cut();
        Brokerage.Result brokerage = Brokerage.compute(directed, Brokerage.Parameters.defaults(groups));
        GroupContacts contacts = new GroupContacts(StintNetwork.of(snapshot, history, filter));
        int[] order = IntStream.range(0, shares.length)
                .filter(vertex -> shares[vertex] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer vertex) -> -shares[vertex]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Bridge> bridges = new ArrayList<>();
        for (int vertex : order) {
            bridges.add(new Bridge(
                    snapshot.person(vertex),
                    bridges.size() + 1,
                    shares[vertex],
                    number(constraint.constraint()[vertex]),
                    number(constraint.effectiveSize()[vertex]),
                    contacts.groupsReached(vertex),
                    roles(brokerage, vertex),
                    cut[vertex],
                    graph.degree(vertex),
                    contacts.summary(vertex, groups[vertex])));
        }
        return List.copyOf(bridges);
    }

    private static BrokerageRoles roles(Brokerage.Result brokerage, int vertex) {
        return new BrokerageRoles(
                count(brokerage, vertex, Brokerage.Role.COORDINATOR),
                count(brokerage, vertex, Brokerage.Role.ITINERANT),
                count(brokerage, vertex, Brokerage.Role.REPRESENTATIVE),
                count(brokerage, vertex, Brokerage.Role.GATEKEEPER),
                count(brokerage, vertex, Brokerage.Role.LIAISON));
    }

    private static int count(Brokerage.Result brokerage, int vertex, Brokerage.Role role) {
        return (int) Math.min(Integer.MAX_VALUE, brokerage.count(vertex, role));
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
