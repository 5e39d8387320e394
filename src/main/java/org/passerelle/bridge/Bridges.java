package org.passerelle.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Suppressed;
import org.passerelle.measure.Brokerage;
import org.passerelle.measure.Constraint;
import org.passerelle.measure.CutPeople;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.PathShares;
import org.passerelle.measure.RankInterval;
import org.passerelle.measure.SoleConnections;
import org.passerelle.measure.StructuralDiversity;
import org.passerelle.network.Bilingual;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.ToldGroups;

/**
 * The people who hold separate groups together, strongest first: those through whom shortest paths between people
 * of different groups pass, of equals in order of id.
 *
 * <p>Paths need whole people, so for betweenness and brokerage a person belongs to the group held longest in the
 * window; groups reached and the summary judge every exchange by the chart of its day. Everybody's exchanges in
 * the window count, in both directions together except for brokerage.
 *
 * <p>Between two groups, those come first who hold most of the pairs with a tie between them, then those on the
 * paths that begin in one and end in the other: they know people of both. Betweenness alone would put those first
 * who know many people anywhere, and whoever links just these two low.
 *
 * <p>Value, price and risk are kept apart: the paths through somebody, the contacts that takes, and what nobody else
 * would connect ({@link SoleConnections}). Nothing is told of a group that too few people stand behind.
 *
 * <p>In a network too large for exact betweenness it is estimated from some sources, with its interval.
 */
public final class Bridges {
    private Bridges() {}

    /** A group that was asked for has nobody in the window, or is of another dimension or depth. */
    public static final class UnknownGroup extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownGroup(String id, BridgeQuestion question) {
            super("No group '" + id + "' with people in the window along " + question.dimension()
                    + " at that `unitDepth`; `silos` lists the groups there are.");
        }

        /** The sentence for the caller. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Ranks everybody through whom at least one such path passes. */
    public static List<Bridge> compute(NetworkSnapshot snapshot, BridgeQuestion question) {
        TieFilter filter = TieFilter.of(snapshot.withData(question.window()));
        TieGraph directed = snapshot.graph(filter);
        TieGraph graph = directed.undirected();
        GroupHistory history =
                snapshot.history(question.dimension(), question.unitDepth(), snapshot.withData(question.window()));
        Grouping grouping = history.mainGrouping();
        int[] groups = grouping.assignment();
        int[] pair = pair(question, history);
        PathShares.Result paths =
                PathShares.compute(graph, PathShares.Parameters.defaults().acrossGroups(only(pair, groups)));
        double[] shares = paths.shares();
        Constraint.Result constraint = Constraint.compute(graph, Constraint.Parameters.defaults());
        boolean[] cut =
                CutPeople.compute(graph, CutPeople.Parameters.defaults()).cut();
        Brokerage.Result brokerage = Brokerage.compute(directed, Brokerage.Parameters.defaults(groups));
        int[] circles = StructuralDiversity.compute(graph, StructuralDiversity.Parameters.defaults())
                .circles();
        StintNetwork stints = StintNetwork.of(snapshot, history, filter);
        ToldGroups told = ToldGroups.of(snapshot, stints, filter, question.unitDepth(), question.peopleMin());
        if (!told.all(pair)) {
            throw new Suppressed(
                    "Too few people stand behind one of the two groups in `between`; ask about all groups, or"
                            + " nearer the roots with `unitDepth`.");
        }
        GroupContacts contacts = new GroupContacts(stints, told);
        SoleConnections.Result sole = sole(graph, groups, pair, contacts);
        int[] order = IntStream.range(0, shares.length)
                .filter(vertex -> shares[vertex] > 0 || held(vertex, pair, contacts) > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer vertex) -> -held(vertex, pair, contacts))
                        .thenComparingDouble(vertex -> -shares[vertex]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Bridge> bridges = new ArrayList<>();
        for (int vertex : order) {
            bridges.add(new Bridge(
                    snapshot.person(vertex),
                    bridges.size() + 1,
                    shares[vertex],
                    paths.exact() ? null : new Estimate(shares[vertex], paths.low(vertex), paths.high(vertex)),
                    number(constraint.constraint()[vertex]),
                    number(constraint.effectiveSize()[vertex]),
                    contacts.groupsReached(vertex),
                    circles[vertex],
                    roles(brokerage, vertex),
                    scores(brokerage, vertex),
                    cut[vertex],
                    graph.degree(vertex),
                    pair.length == 0
                            ? contacts.summary(vertex, groups[vertex])
                            : contacts.summary(vertex, pair[0], pair[1]),
                    risk(sole, vertex, pair.length == 0 ? contacts.mainPair(vertex) : pair, contacts),
                    groups[vertex] < 0
                            ? null
                            : history.groups().get(groups[vertex]).id(),
                    RankInterval.NO_DATA,
                    List.of()));
        }
        return List.copyOf(bridges);
    }

    /** Whom everybody connects, of all groups and of the two that each links most, or that are asked for. */
    private static SoleConnections.Result sole(TieGraph graph, int[] groups, int[] pair, GroupContacts contacts) {
        int[] one = new int[groups.length];
        int[] other = new int[groups.length];
        for (int vertex = 0; vertex < groups.length; vertex++) {
            int[] own = pair.length == 0 ? contacts.mainPair(vertex) : pair;
            one[vertex] = own.length == 0 ? -1 : own[0];
            other[vertex] = own.length == 0 ? -1 : own[1];
        }
        return SoleConnections.compute(
                graph, SoleConnections.Parameters.defaults(groups).between(one, other));
    }

    private static BridgeRisk risk(SoleConnections.Result sole, int vertex, int[] pair, GroupContacts contacts) {
        long between = sole.connectedBetween()[vertex];
        long connected = sole.connected()[vertex];
        Bilingual sentence = between > 0
                ? BridgeRisk.sentence(
                        between,
                        sole.soleBetween()[vertex],
                        new Bilingual(
                                contacts.name(pair[0]) + " and " + contacts.name(pair[1]),
                                Bilingual.frenchOf(contacts.name(pair[0])) + " et "
                                        + Bilingual.frenchOf(contacts.name(pair[1]))))
                : BridgeRisk.sentence(
                        connected, sole.sole()[vertex], new Bilingual("different groups", "de groupes différents"));
        return BridgeRisk.of(connected, sole.sole()[vertex], sentence);
    }

    /** Positions of the two groups asked for; empty for all groups. */
    static int[] pair(BridgeQuestion question, GroupHistory history) {
        return question.between().stream()
                .mapToInt(id -> position(id, history, question))
                .toArray();
    }

    /** Refuses a group that is not there, or of which too little may be told to choose its people. */
    static void checkTold(NetworkSnapshot snapshot, BridgeQuestion question, String group) {
        TieFilter filter = TieFilter.of(snapshot.withData(question.window()));
        GroupHistory history =
                snapshot.history(question.dimension(), question.unitDepth(), snapshot.withData(question.window()));
        int position = position(group, history, question);
        if (!ToldGroups.of(
                        snapshot,
                        StintNetwork.of(snapshot, history, filter),
                        filter,
                        question.unitDepth(),
                        question.peopleMin())
                .of(position)) {
            throw new Suppressed(
                    "Too few people stand behind the group in `filter`; ask for a larger one, or nearer the"
                            + " roots with `unitDepth`.");
        }
    }

    /** Pairs with a tie between the two groups asked for that include the person; 0 where all groups are. */
    private static int held(int vertex, int[] pair, GroupContacts contacts) {
        return pair.length == 0 ? 0 : contacts.pairsBetween(vertex, pair[0], pair[1]);
    }

    private static int position(String id, GroupHistory history, BridgeQuestion question) {
        return IntStream.range(0, history.groups().size())
                .filter(group -> history.groups().get(group).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownGroup(id, question));
    }

    /** The groups with everybody outside the pair in none; all groups without a pair. */
    private static int[] only(int[] pair, int[] groups) {
        return pair.length == 0
                ? groups
                : Arrays.stream(groups)
                        .map(group -> group == pair[0] || group == pair[1] ? group : -1)
                        .toArray();
    }

    private static BrokerageRoles roles(Brokerage.Result brokerage, int vertex) {
        return new BrokerageRoles(
                count(brokerage, vertex, Brokerage.Role.COORDINATOR),
                count(brokerage, vertex, Brokerage.Role.ITINERANT),
                count(brokerage, vertex, Brokerage.Role.REPRESENTATIVE),
                count(brokerage, vertex, Brokerage.Role.GATEKEEPER),
                count(brokerage, vertex, Brokerage.Role.LIAISON));
    }

    private static List<RoleScore> scores(Brokerage.Result brokerage, int vertex) {
        List<RoleScore> scores = new ArrayList<>();
        for (BrokerageRole told : BrokerageRole.values()) {
            Brokerage.Role role = Brokerage.Role.valueOf(told.name());
            double count = brokerage.count(vertex, role);
            boolean grouped = brokerage.groups()[vertex] >= 0;
            scores.add(new RoleScore(
                    told,
                    count(brokerage, vertex, role),
                    grouped ? RoleScore.Chance.of(count, brokerage.shuffled(vertex, role)) : null,
                    grouped ? RoleScore.Chance.of(count, brokerage.randomGraph(vertex, role)) : null));
        }
        return scores;
    }

    private static int count(Brokerage.Result brokerage, int vertex, Brokerage.Role role) {
        return (int) Math.min(Integer.MAX_VALUE, brokerage.count(vertex, role));
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
