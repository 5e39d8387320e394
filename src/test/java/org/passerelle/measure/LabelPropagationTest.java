package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.LabelPropagation.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class LabelPropagationTest {
    @Test
    void twoTrianglesAndATie_iterationByIteration() {
        TieGraph graph = Shapes.barbell(3);
        // Everybody sees distinct labels first and takes the smallest: 0 sees 1 2, 1 and 2 see 0, 3 sees 2, 4 and 5 see
        // 3.
        assertThat(labels(graph, 1)).containsExactly(1, 0, 0, 2, 3, 3);
        // 0 sees 0 twice; 1 sees 1 0; 2 sees 1 0 2; 3 sees 0 and 3 twice; 4 and 5 see 2 and 3.
        assertThat(labels(graph, 2)).containsExactly(0, 0, 0, 3, 2, 2);
    }

    @Test
    void twoCliques_settleOnTheirLowest() {
        LabelPropagation.Result result = LabelPropagation.compute(Shapes.barbell(6), Parameters.defaults());
        assertThat(result.settled()).isTrue();
        assertThat(result.groups()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
        assertThat(result.groupCount()).isEqualTo(2);
        assertThat(result.labels()[0]).isZero();
        assertThat(result.labels()[11]).isEqualTo(6);
        assertThat(result.iterations()).isLessThan(10);
    }

    @Test
    void closedForms_pathStarCliqueAndTie_asKnown() {
        assertThat(labels(Shapes.clique(5), 1)).containsExactly(1, 0, 0, 0, 0);
        assertThat(labels(Shapes.clique(5), 2)).containsOnly(0);
        // The two ends of a tie, or a centre and its leaves, take each other's label in turns.
        LabelPropagation.Result tie = LabelPropagation.compute(Shapes.path(2), Parameters.defaults());
        assertThat(tie.settled()).isFalse();
        assertThat(tie.labels()).containsExactly(0, 1);
        assertThat(labels(Shapes.path(2), 9)).containsExactly(1, 0);
        assertThat(labels(Shapes.star(5), 1)).containsExactly(1, 0, 0, 0, 0);
        assertThat(labels(Shapes.star(5), 2)).containsExactly(0, 1, 1, 1, 1);
        assertThat(labels(Shapes.path(5), 1)).containsExactly(1, 0, 1, 2, 3);
    }

    @Test
    void directedBothWays_countsTwice() {
        // 2 is tied to 0 once and with 1 both ways.
        assertThat(labels(GraphText.graph("0>2 1>2 2>1"), 1)[2]).isEqualTo(1);
        assertThat(labels(GraphText.graph("0>2 1>2"), 1)[2]).isZero();
    }

    @Test
    void emptyAloneIslandsSelfAndParallelTies_asDocumented() {
        LabelPropagation.Result empty = LabelPropagation.compute(GraphText.graph(""), Parameters.defaults());
        assertThat(empty.labels()).isEmpty();
        assertThat(empty.groupCount()).isZero();
        assertThat(empty.settled()).isTrue();
        assertThat(labels(GraphText.graph("0 1-2 2-3 3-1"), 10)).containsExactly(0, 1, 1, 1);
        assertThat(labels(GraphText.graph("0-0 0-1 0-1 0-2"), 1)).containsExactly(1, 0, 0);
        assertThatThrownBy(() -> Parameters.defaults().withIterationsMax(0)).hasMessageContaining("not 0");
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_sameAsTheDefinition(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 2 + (int) (seed % 40), .02 + .001 * seed, orientation, 3);
            int iterations = 1 + (int) (seed % 7);
            LabelPropagation.Result result =
                    LabelPropagation.compute(graph, Parameters.defaults().withIterationsMax(iterations));
            int[] expected = definition(graph, iterations);
            assertThat(result.labels()).as("seed %d", seed).isEqualTo(expected);
            assertThat(result.settled())
                    .as("seed %d", seed)
                    .isEqualTo(Arrays.equals(
                            definition(graph, result.iterations()), definition(graph, result.iterations() - 1)));
        }
    }

    private static int[] definition(TieGraph graph, int iterations) {
        double[][] ties = Oracles.matrix(graph);
        int[] labels = new int[graph.people()];
        Arrays.setAll(labels, vertex -> vertex);
        for (int iteration = 0; iteration < iterations; iteration++) {
            int[] next = labels.clone();
            for (int vertex = 0; vertex < labels.length; vertex++) {
                Map<Integer, Integer> votes = new TreeMap<>();
                for (int other = 0; other < labels.length; other++) {
                    int count = (ties[vertex][other] > 0 ? 1 : 0)
                            + (graph.orientation() == Orientation.DIRECTED && ties[other][vertex] > 0 ? 1 : 0);
                    if (count > 0) {
                        votes.merge(labels[other], count, Integer::sum);
                    }
                }
                int most = 0;
                for (Map.Entry<Integer, Integer> vote : votes.entrySet()) {
                    if (vote.getValue() > most) {
                        most = vote.getValue();
                        next[vertex] = vote.getKey();
                    }
                }
            }
            labels = next;
        }
        return labels;
    }

    @Test
    void anyNumberOfThreads_sameLabels() {
        TieGraph graph = GraphText.random(13, 700, .06, Orientation.DIRECTED, 1);
        int[] alone = LabelPropagation.compute(graph, Parameters.defaults().withThreads(1))
                .labels();
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(LabelPropagation.compute(graph, Parameters.defaults().withThreads(threads))
                            .labels())
                    .isEqualTo(alone);
        }
    }

    @Test
    void relabelled_inTheSameOrder_sameGroups() {
        // Other people in between change the numbers, not the order: ties among labels fall out alike.
        TieGraph graph = GraphText.random(14, 60, .1);
        int[] names = new int[60];
        Arrays.setAll(names, vertex -> 2 * vertex);
        int[] from = graph.sources();
        int[] to = graph.neighbours().clone();
        Arrays.setAll(from, slot -> names[from[slot]]);
        Arrays.setAll(to, slot -> names[to[slot]]);
        TieGraph spread = TieGraph.undirected(120, from, to, graph.strengths(), graph.interactionCounts());
        int[] labels = labels(graph, 10);
        int[] renamed = labels(spread, 10);
        for (int vertex = 0; vertex < 60; vertex++) {
            assertThat(renamed[names[vertex]]).isEqualTo(names[labels[vertex]]);
        }
    }

    private static int[] labels(TieGraph graph, int iterations) {
        return LabelPropagation.compute(graph, Parameters.defaults().withIterationsMax(iterations))
                .labels();
    }
}
