package org.passerelle.wirearchy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.ToldGroups;
import org.passerelle.network.Window;

/**
 * Lays the network out for drawing: people or groups, what was observed between them in a window and the
 * reporting lines of its last day. People are those with a tie in the window or a line on its last day; a person
 * is drawn in the group held longest, and an exchange counts between the groups of its day. A group reports to
 * the group that most of its lines to outside lead to. Same data, same places.
 */
public final class Drawing {
    /** Most nodes of a drawing. */
    public static final int NODES_MAX = 2_000;
    /** Most edges of a drawing. */
    public static final int EDGES_MAX = 20_000;
    /** Tried on the demonstration and on email_eu_core: fills the frame and keeps units together. */
    private static final double PULL = 4;

    private Drawing() {}

    /**
     * What to draw.
     *
     * @param first most nodes, 1 to {@value #NODES_MAX}
     * @param peopleMin groups of fewer people, and those that would give one away, are left out, and their people drawn
     *     without a group ({@link ToldGroups}); 1 leaves out none
     */
    public record Request(
            Granularity granularity, Dimension dimension, int unitDepth, Window window, int first, int peopleMin) {
        /** Refuses a drawing of nothing or of too much. */
        public Request {
            if (first < 1 || first > NODES_MAX) {
                throw new IllegalArgumentException("A drawing has 1 to " + NODES_MAX + " nodes, not " + first);
            }
        }
    }

    /** Lays it out. */
    public static Network compute(NetworkSnapshot snapshot, Request request) {
        GroupHistory history =
                snapshot.history(request.dimension(), request.unitDepth(), snapshot.withData(request.window()));
        TieGraph people = snapshot.graph(TieFilter.of(request.window())).undirected();
        Sketch sketch = request.granularity() == Granularity.PERSON
                ? people(snapshot, history, people, request)
                : groups(snapshot, history, request);
        Positions positions = new Positions(
                snapshot, request.window(), people, history.mainGrouping().assignment());
        NodeFigures figures = new NodeFigures(snapshot, positions);
        return sketch.network(snapshot, request, figures);
    }

    /** Which groups may be named beside ties. */
    private static IntPredicate named(NetworkSnapshot snapshot, StintNetwork stints, Request request) {
        ToldGroups told = ToldGroups.of(
                snapshot, stints, TieFilter.of(stints.history().window()), request.unitDepth(), request.peopleMin());
        return told::of;
    }

    private static Sketch people(NetworkSnapshot snapshot, GroupHistory history, TieGraph graph, Request request) {
        IntPredicate named = request.peopleMin() <= 1 ? _ -> true : named(snapshot, stints(snapshot, history), request);
        Grouping grouping = history.mainGrouping();
        LocalDate day = history.window().to();
        int[] managers = new int[graph.people()];
        boolean[] lined = new boolean[graph.people()];
        Arrays.fill(managers, -1);
        for (int vertex = 0; vertex < managers.length; vertex++) {
            int manager = snapshot.person(vertex).presentOn(day)
                    ? snapshot.chart()
                            .manager(snapshot.person(vertex).id(), day)
                            .flatMap(snapshot::vertex)
                            .orElse(-1)
                    : -1;
            if (manager >= 0 && manager != vertex) {
                managers[vertex] = manager;
                lined[vertex] = true;
                lined[manager] = true;
            }
        }
        List<Node> nodes = new ArrayList<>();
        for (int vertex = 0; vertex < managers.length; vertex++) {
            if (graph.degree(vertex) > 0 || lined[vertex]) {
                int group = grouping.assignment()[vertex];
                Group of = group < 0 || !named.test(group)
                        ? null
                        : grouping.groups().get(group);
                nodes.add(new Node(vertex, snapshot.person(vertex), of, graph.degree(vertex), 1));
            }
        }
        return new Sketch(nodes, nodes.size(), graph, managers);
    }

    private static StintNetwork stints(NetworkSnapshot snapshot, GroupHistory history) {
        return StintNetwork.of(snapshot, history, TieFilter.of(history.window()));
    }

    private static Sketch groups(NetworkSnapshot snapshot, GroupHistory history, Request request) {
        StintNetwork stints = stints(snapshot, history);
        IntPredicate named = request.peopleMin() <= 1 ? _ -> true : named(snapshot, stints, request);
        TieGraph ties = stints.graph().undirected();
        int groups = history.groups().size();
        int[] ends = new int[groups];
        List<int[]> between = new ArrayList<>();
        List<Double> strengths = new ArrayList<>();
        for (int stint = 0; stint < ties.people(); stint++) {
            ends[history.groupOf(stint)] += ties.degree(stint);
            for (int slot = ties.rowStart(stint); slot < ties.rowEnd(stint); slot++) {
                if (stint < ties.neighbour(slot)) {
                    between.add(new int[] {
                        history.groupOf(stint), history.groupOf(ties.neighbour(slot)), ties.interactionCount(slot)
                    });
                    strengths.add(ties.strength(slot));
                }
            }
        }
        TieGraph graph = TieGraph.undirected(
                groups,
                between.stream().mapToInt(tie -> tie[0]).toArray(),
                between.stream().mapToInt(tie -> tie[1]).toArray(),
                strengths.stream().mapToDouble(Double::doubleValue).toArray(),
                between.stream().mapToInt(tie -> tie[2]).toArray());
        int[] sizes = history.sizes();
        List<Node> nodes = IntStream.range(0, groups)
                .filter(named)
                .mapToObj(group -> new Node(group, null, history.groups().get(group), ends[group], sizes[group]))
                .toList();
        return new Sketch(nodes, groups, graph, superiors(snapshot, history));
    }

    /** For each group the group that most of its lines to outside lead to on the last day, -1 for none. */
    private static int[] superiors(NetworkSnapshot snapshot, GroupHistory history) {
        int groups = history.groups().size();
        LocalDate day = history.window().to();
        int today = history.window().toEpochDay();
        List<Map<Integer, Integer>> lines = new ArrayList<>();
        IntStream.range(0, groups).forEach(_ -> lines.add(new HashMap<>()));
        for (int vertex = 0; vertex < snapshot.people().size(); vertex++) {
            int group = history.groupOn(vertex, today);
            Optional<Integer> manager =
                    snapshot.chart().manager(snapshot.person(vertex).id(), day).flatMap(snapshot::vertex);
            int above = manager.map(found -> history.groupOn(found, today)).orElse(-1);
            if (group >= 0 && above >= 0 && group != above) {
                lines.get(group).merge(above, 1, Integer::sum);
            }
        }
        return lines.stream()
                .mapToInt(leads -> leads.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey()
                                        .reversed()))
                        .map(Map.Entry::getKey)
                        .orElse(-1))
                .toArray();
    }

    /**
     * Something that can be drawn.
     *
     * @param vertex its vertex in the sketch's graph
     * @param ties ties of the person, or ends of ties in the group
     */
    private record Node(
            int vertex, @Nullable Person person, @Nullable Group group, int ties, int people) {
        private String id() {
            return person != null ? person.id() : group != null ? group.id() : "";
        }

        private String label() {
            return person != null ? person.name() : group != null ? group.name() : "";
        }

        private String groupId() {
            return group == null ? "" : group.id();
        }
    }

    /**
     * All that may be drawn: the caps are applied when the network is made.
     *
     * @param all how many there would be to draw if everything might be told
     */
    private record Sketch(List<Node> nodes, int all, TieGraph graph, int[] superiors) {
        private Network network(NetworkSnapshot snapshot, Request request, NodeFigures figures) {
            List<Node> drawn = nodes.stream()
                    .sorted(Comparator.comparingInt(Node::ties).reversed().thenComparing(Node::id))
                    .limit(request.first())
                    .toList();
            // The layout starts from a circle in the order of groups.
            List<Node> circle = drawn.stream()
                    .sorted(Comparator.comparing(Node::groupId).thenComparing(Node::id))
                    .toList();
            int[] position = new int[graph.people()];
            Arrays.fill(position, -1);
            for (int place = 0; place < circle.size(); place++) {
                position[circle.get(place).vertex()] = place;
            }
            List<Edge> among = edges(circle, position);
            List<Edge> edges = among.stream().limit(EDGES_MAX).toList();
            double[][] places = ForceLayout.places(
                    circle.size(),
                    edges.stream().mapToInt(Edge::from).toArray(),
                    edges.stream().mapToInt(Edge::to).toArray(),
                    pulls(circle.size(), edges));
            List<NetworkNode> shown = drawn.stream()
                    .map(node -> new NetworkNode(
                            node.id(),
                            node.label(),
                            node.group(),
                            places[0][position[node.vertex()]],
                            places[1][position[node.vertex()]],
                            node.people(),
                            node.person(),
                            figures))
                    .toList();
            List<NetworkEdge> lines =
                    edges.stream().map(edge -> edge.named(circle)).toList();
            boolean truncated = drawn.size() < all || edges.size() < among.size();
            return new Network(snapshot.version(), request, shown, lines, truncated);
        }

        /**
         * An edge pulls by its share of what both its ends have: a person with two hundred faint ties would
         * otherwise be drawn into the middle with everybody else.
         */
        private static double[] pulls(int nodes, List<Edge> edges) {
            double[] totals = new double[nodes];
            for (Edge edge : edges) {
                totals[edge.from()] += edge.strength();
                totals[edge.to()] += edge.strength();
            }
            return edges.stream()
                    .mapToDouble(edge -> PULL * edge.strength() / Math.sqrt(totals[edge.from()] * totals[edge.to()]))
                    .toArray();
        }

        /** Reporting lines in order of who reports, then observed ties, strongest first. */
        private List<Edge> edges(List<Node> circle, int[] position) {
            List<Edge> edges = new ArrayList<>();
            for (int place = 0; place < circle.size(); place++) {
                int vertex = circle.get(place).vertex();
                int superior = superiors[vertex];
                if (superior >= 0 && position[superior] >= 0) {
                    edges.add(new Edge(place, position[superior], EdgeKind.REPORTING, 1));
                }
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    int other = position[graph.neighbour(slot)];
                    if (other > place) {
                        edges.add(new Edge(place, other, EdgeKind.OBSERVED, graph.strength(slot)));
                    }
                }
            }
            edges.sort(Comparator.comparing(Edge::kind)
                    .thenComparing(Comparator.comparingDouble(Edge::strength).reversed())
                    .thenComparing(edge -> circle.get(edge.from()).id())
                    .thenComparing(edge -> circle.get(edge.to()).id()));
            return edges;
        }
    }

    /** An edge between places on the circle. */
    private record Edge(int from, int to, EdgeKind kind, double strength) {
        private NetworkEdge named(List<Node> circle) {
            String one = circle.get(from).id();
            String other = circle.get(to).id();
            boolean turn = kind == EdgeKind.OBSERVED && one.compareTo(other) > 0;
            return new NetworkEdge(turn ? other : one, turn ? one : other, kind, strength);
        }
    }
}
