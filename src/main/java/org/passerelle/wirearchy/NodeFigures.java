package org.passerelle.wirearchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Betweenness;
import org.passerelle.measure.Constraint;
import org.passerelle.measure.Coreness;
import org.passerelle.measure.PageRank;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieKind;
import org.passerelle.network.Window;

/**
 * Measures of everybody in a window, each computed for all people at once when it is first asked for, over the
 * whole network and not only over what is drawn. PageRank follows ties from who seeks to who is sought; the
 * others ignore direction. Safe for several threads.
 */
final class NodeFigures {
    /** The names a caller may ask for. */
    static final List<String> NAMES = List.of("degree", "betweenness", "coreness", "pageRank", "constraint");

    private final NetworkSnapshot snapshot;
    private final Window window;
    private final TieGraph graph;
    private final Map<String, double[]> computed = new HashMap<>();

    /**
     * Figures of that window.
     *
     * @param graph its network without direction
     */
    NodeFigures(NetworkSnapshot snapshot, Window window, TieGraph graph) {
        this.snapshot = snapshot;
        this.window = window;
        this.graph = graph;
    }

    /** A name that does not exist. */
    static final class UnknownMeasure extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownMeasure(String name) {
            super("There is no measure `" + name + "`; there are " + String.join(", ", NAMES) + ".");
        }

        /** The sentence for the caller. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Nothing, after refusing unknown names. */
    List<NetworkNode.Measure> none(List<String> names) {
        names.forEach(NodeFigures::check);
        return List.of();
    }

    /** The figures of a person. */
    List<NetworkNode.Measure> of(Person person, List<String> names) {
        int vertex = snapshot.vertex(person.id()).orElseThrow();
        List<NetworkNode.Measure> measures = new ArrayList<>();
        for (String name : names) {
            check(name);
            double value = values(name)[vertex];
            measures.add(new NetworkNode.Measure(name, Double.isNaN(value) ? null : value));
        }
        return measures;
    }

    private static void check(String name) {
        if (!NAMES.contains(name)) {
            throw new UnknownMeasure(name);
        }
    }

    private synchronized double[] values(String name) {
        double @Nullable [] known = computed.get(name);
        if (known == null) {
            known = switch (name) {
                case "degree" -> degrees();
                case "betweenness" ->
                    Betweenness.compute(graph, Betweenness.Parameters.defaults())
                            .shares();
                case "coreness" ->
                    doubles(Coreness.compute(graph, Coreness.Parameters.defaults())
                            .cores());
                case "pageRank" ->
                    PageRank.compute(seekers(snapshot, window), PageRank.Parameters.defaults())
                            .scores();
                default ->
                    Constraint.compute(graph, Constraint.Parameters.defaults()).constraint();
            };
            computed.put(name, known);
        }
        return known;
    }

    private double[] degrees() {
        double[] degrees = new double[graph.people()];
        for (int vertex = 0; vertex < degrees.length; vertex++) {
            degrees[vertex] = graph.degree(vertex);
        }
        return degrees;
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }

    /** The network from who seeks to who is sought. */
    private static TieGraph seekers(NetworkSnapshot snapshot, Window window) {
        List<int[]> ends = new ArrayList<>();
        List<Double> strengths = new ArrayList<>();
        TieFilter all = TieFilter.of(window);
        for (TieKind kind : TieKind.values()) {
            boolean actorSeeks = kind.seeks() == TieKind.Seeker.ACTOR;
            TieGraph acts = snapshot.graph(new TieFilter(window, Set.of(kind), all.visibilities(), all.channels(), 1));
            TieGraph seeks = actorSeeks ? acts : acts.reversed();
            for (int vertex = 0; vertex < seeks.people(); vertex++) {
                for (int slot = seeks.rowStart(vertex); slot < seeks.rowEnd(vertex); slot++) {
                    ends.add(new int[] {vertex, seeks.neighbour(slot), seeks.interactionCount(slot)});
                    strengths.add(seeks.strength(slot));
                }
            }
        }
        return TieGraph.directed(
                snapshot.people().size(),
                ends.stream().mapToInt(end -> end[0]).toArray(),
                ends.stream().mapToInt(end -> end[1]).toArray(),
                strengths.stream().mapToDouble(Double::doubleValue).toArray(),
                ends.stream().mapToInt(end -> end[2]).toArray());
    }
}
