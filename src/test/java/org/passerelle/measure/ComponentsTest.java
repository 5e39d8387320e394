package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.Components.Kind;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

class ComponentsTest {
    @Test
    void twoIslandsAndSomebodyAlone_numberedByTheirLowest() {
        Components.Result result = of(GraphText.graph("0-3 3-5 1-4 2"), Kind.WEAK);
        assertThat(result.components()).containsExactly(0, 1, 2, 0, 1, 0);
        assertThat(result.sizes()).containsExactly(3, 2, 1);
        assertThat(result.count()).isEqualTo(3);
        assertThat(result.largest()).isZero();
    }

    @Test
    void ringWithATail_strongOnlyInTheRing() {
        TieGraph graph = GraphText.graph("0>1 1>2 2>0 2>3 3>4");
        assertThat(of(graph, Kind.STRONG).components()).containsExactly(0, 0, 0, 1, 2);
        assertThat(of(graph, Kind.WEAK).components()).containsOnly(0);
        // Whom the search finds last may still be the lowest.
        assertThat(of(GraphText.graph("0>2 2>1 1>2 3>0"), Kind.STRONG).components())
                .containsExactly(0, 1, 1, 2);
    }

    @Test
    void closedForms_pathStarCycleCliqueBarbell_asKnown() {
        for (TieGraph whole : List.of(
                Shapes.path(9), Shapes.star(9), Shapes.cycle(9), Shapes.clique(9), Shapes.barbell(5), Shapes.path(1))) {
            assertThat(of(whole, Kind.WEAK).sizes()).containsExactly(whole.people());
            assertThat(of(whole, Kind.STRONG).sizes()).containsExactly(whole.people());
        }
        // Along its direction a path leads back nowhere, a ring to everybody.
        assertThat(of(GraphText.graph("0>1 1>2 2>3"), Kind.STRONG).count()).isEqualTo(4);
        assertThat(of(GraphText.graph("0>1 1>2 2>3 3>0"), Kind.STRONG).count()).isEqualTo(1);
    }

    @Test
    void emptyAloneSelfAndParallelTies_asDocumented() {
        for (Kind kind : Kind.values()) {
            assertThat(of(GraphText.graph(""), kind).count()).isZero();
            assertThat(of(GraphText.graph(""), kind).largest()).isEqualTo(-1);
            assertThat(of(GraphText.graph("ann"), kind).sizes()).containsExactly(1);
            assertThat(of(GraphText.graph("a>a a>b a>b c"), kind).sizes())
                    .containsExactly(kind == Kind.WEAK ? new int[] {2, 1} : new int[] {1, 1, 1});
        }
    }

    @Test
    void largest_equalSizes_theFirst() {
        assertThat(of(GraphText.graph("0 1-2 3-4"), Kind.WEAK).largest()).isEqualTo(1);
    }

    @Test
    void chainOfManyPeople_noOverflow() {
        int people = 200_000;
        int[] from = new int[people];
        int[] to = new int[people];
        Arrays.setAll(from, tie -> tie);
        Arrays.setAll(to, tie -> (tie + 1) % people);
        TieGraph ring = SharedData.simple(people, from, to, Orientation.DIRECTED);
        assertThat(of(ring, Kind.STRONG).count()).isEqualTo(1);
        assertThat(of(ring, Kind.WEAK).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_sameAsJGraphT(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            // Around one tie a person there are components of every size.
            int people = 2 + (int) (seed % 60);
            TieGraph graph = GraphText.random(seed, people, (.2 + seed % 11 * .2) / people, orientation, 1);
            same(seed, of(graph, Kind.WEAK), new ConnectivityInspector<>(graph.asJGraphT(Length.STEP)).connectedSets());
            same(
                    seed,
                    of(graph, Kind.STRONG),
                    orientation == Orientation.DIRECTED
                            ? new KosarajuStrongConnectivityInspector<>(graph.asJGraphT(Length.STEP))
                                    .stronglyConnectedSets()
                            : new ConnectivityInspector<>(graph.asJGraphT(Length.STEP)).connectedSets());
        }
    }

    private static void same(long seed, Components.Result result, List<Set<Integer>> sets) {
        List<Set<Integer>> byLowest = sets.stream()
                .sorted(Comparator.comparing(
                        set -> set.stream().min(Integer::compare).orElseThrow()))
                .toList();
        assertThat(result.sizes())
                .as("seed %d", seed)
                .isEqualTo(byLowest.stream().mapToInt(Set::size).toArray());
        for (int component = 0; component < byLowest.size(); component++) {
            for (int vertex : byLowest.get(component)) {
                assertThat(result.components()[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isEqualTo(component);
            }
        }
    }

    @Test
    void relabelled_sameSets() {
        TieGraph graph = GraphText.random(8, 200, .006, Orientation.DIRECTED, 1);
        int[] names = GraphText.permutation(9, 200);
        for (Kind kind : Kind.values()) {
            int[] components = of(graph, kind).components();
            int[] renamed = of(GraphText.relabelled(graph, names), kind).components();
            for (int one = 0; one < 200; one++) {
                for (int other = 0; other < one; other++) {
                    assertThat(renamed[names[one]] == renamed[names[other]])
                            .isEqualTo(components[one] == components[other]);
                }
            }
        }
    }

    private static Components.Result of(TieGraph graph, Kind kind) {
        return Components.compute(graph, Components.Parameters.defaults().withKind(kind));
    }
}
