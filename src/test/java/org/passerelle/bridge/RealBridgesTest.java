package org.passerelle.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

/** A real institution: do the bridges of one half of the time tell who connects departments in the other? */
class RealBridgesTest {
    private static final int FIRST = 50;

    private static Window half(NetworkSnapshot snapshot, boolean second) {
        Window all = snapshot.extent();
        LocalDate middle = all.from().plusDays(ChronoUnit.DAYS.between(all.from(), all.to()) / 2);
        return second ? new Window(middle.plusDays(1), all.to()) : new Window(all.from(), middle);
    }

    private static Set<String> first(List<Bridge> bridges, ToDoubleFunction<Bridge> score) {
        return bridges.stream()
                .sorted(Comparator.comparingDouble(score).reversed().thenComparing(bridge -> bridge.person()
                        .id()))
                .limit(FIRST)
                .map(bridge -> bridge.person().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> busiest(NetworkSnapshot snapshot, Window window) {
        TieGraph graph = snapshot.graph(TieFilter.of(window)).undirected();
        int[] interactions = new int[graph.people()];
        Arrays.setAll(interactions, vertex -> IntStream.range(graph.rowStart(vertex), graph.rowEnd(vertex))
                .map(graph::interactionCount)
                .sum());
        return IntStream.range(0, graph.people())
                .boxed()
                .sorted(Comparator.comparingInt((Integer vertex) -> -interactions[vertex]))
                .limit(FIRST)
                .map(vertex -> snapshot.person(vertex).id())
                .collect(Collectors.toSet());
    }

    private static double precision(Set<String> predicted, Set<String> truth) {
        return predicted.stream().filter(truth::contains).count() / (double) FIRST;
    }

    @Test
    void bridges_ofTheFirstHalf_predictWhoConnectsInTheSecond() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        Window before = half(snapshot, false);
        Window after = half(snapshot, true);
        List<Bridge> then = Bridges.compute(snapshot, new BridgeQuestion(Dimension.UNIT, 0, before));
        List<Bridge> later = Bridges.compute(snapshot, new BridgeQuestion(Dimension.UNIT, 0, after));
        Map<String, Set<String>> predictions = new LinkedHashMap<>();
        predictions.put("betweenness", first(then, Bridge::betweenness));
        predictions.put("alone", first(then, bridge -> bridge.risk().alone()));
        predictions.put("groups", first(then, Bridge::groupsReached));
        predictions.put("degree", first(then, Bridge::workload));
        predictions.put("volume", busiest(snapshot, before));
        Map<String, Set<String>> truths = new LinkedHashMap<>();
        truths.put("departments reached", first(later, Bridge::groupsReached));
        truths.put("pairs connected", first(later, bridge -> bridge.risk().connects()));
        truths.put("pairs connected alone", first(later, bridge -> bridge.risk().alone()));
        truths.put("paths", first(later, Bridge::betweenness));
        truths.forEach((what, truth) -> predictions.forEach((by, predicted) -> System.out.printf(
                "REPORT precision@%d of %s for %s: %.2f%n", FIRST, by, what, precision(predicted, truth))));
        Set<String> risk = truths.getOrDefault("pairs connected alone", Set.of());
        Set<String> paths = predictions.getOrDefault("betweenness", Set.of());
        Set<String> volume = predictions.getOrDefault("volume", Set.of());
        // By chance 50 of 986 people are right with .05.
        assertThat(precision(paths, risk)).isGreaterThan(.3);
        assertThat(precision(paths, risk)).isGreaterThan(precision(volume, risk));
    }
}
