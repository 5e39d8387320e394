package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.AdaptiveBetweenness.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class AdaptiveBetweennessTest {
    /** Everybody within this; the tests' graphs are small, so a few thousand samples do. */
    private static final double EPSILON = .03;

    /** Estimate plus bound minus estimate. */
    private static final double ROUNDING = 1e-12;

    private static final Parameters EVERYBODY =
            Parameters.defaults().withTopK(0).withEpsilon(EPSILON).withThreads(2);

    @Test
    void shortPath_itsArithmetic() {
        // One of the three pairs of a-b-c passes b: chance 1/3, and all of b's pairs of others: share 1.
        AdaptiveBetweenness.Result result = AdaptiveBetweenness.compute(Shapes.path(3), EVERYBODY);
        assertThat(result.shares()[1]).isCloseTo(1, within(EPSILON));
        assertThat(result.lower()[1]).isGreaterThan(1 - 2 * EPSILON);
        assertThat(result.upper()[1]).isEqualTo(1);
        assertThat(result.shares()[0]).isZero();
        assertThat(result.lower()[0]).isZero();
        // L / t * 2 for a person whom no sample met, three people and at most 100 checks.
        double logarithm = Math.log(4 * 100 * 6 / .05);
        assertThat(result.upper()[0]).isBetween(0.0, 3 * 2 * logarithm / result.samples());
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void everybody_randomGraphs_boundsHoldTheExactShares(Orientation orientation) {
        int wrong = 0;
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 5 + (int) (seed % 25), .03 + .001 * seed, orientation, 1);
            double[] exact = Betweenness.compute(graph, Betweenness.Parameters.defaults())
                    .shares();
            AdaptiveBetweenness.Result result =
                    AdaptiveBetweenness.compute(graph, EVERYBODY.withSeed(seed).withEpsilon(.1));
            boolean holds = true;
            for (int vertex = 0; vertex < graph.people(); vertex++) {
                assertThat(result.upper()[vertex] - result.shares()[vertex])
                        .as("seed %d", seed)
                        .isBetween(0.0, .1 + ROUNDING);
                assertThat(result.shares()[vertex] - result.lower()[vertex]).isBetween(0.0, .1 + ROUNDING);
                holds &= exact[vertex] >= result.lower()[vertex] - ROUNDING
                        && exact[vertex] <= result.upper()[vertex] + ROUNDING;
            }
            wrong += holds ? 0 : 1;
        }
        // Each answer may be wrong with a chance of 5 in 100: more than 20 of 200 has a chance of 1 in 600.
        assertThat(wrong).isLessThanOrEqualTo(20);
    }

    /** The estimate is unbiased path by path: each of several equally short paths is drawn as often. */
    @Test
    void manySamples_ladderOfEqualPaths_closeToExact() {
        // Two and three equal ways in a row, and a direct tie that bounds nothing.
        TieGraph graph = GraphText.graph("0-1 0-2 1-3 2-3 3-4 3-5 3-6 4-7 5-7 6-7 7-8");
        double[] exact =
                Betweenness.compute(graph, Betweenness.Parameters.defaults()).shares();
        AdaptiveBetweenness.Result result = AdaptiveBetweenness.compute(graph, EVERYBODY.withEpsilon(.008));
        for (int vertex = 0; vertex < 9; vertex++) {
            // Far inside the bounds, which hold for all at once: 5 standard deviations of one estimate.
            double chance = exact[vertex] * 7 / 9;
            double deviation = Math.sqrt(chance * (1 - chance) / result.samples()) * 9 / 7;
            assertThat(result.shares()[vertex]).isCloseTo(exact[vertex], within(5 * deviation + ROUNDING));
        }
    }

    @Test
    void top_florentineMarriages_mediciCertain() {
        TieGraph graph = SharedData.classic("flo_marriage", Orientation.UNDIRECTED);
        AdaptiveBetweenness.Result result = AdaptiveBetweenness.compute(
                graph, Parameters.defaults().withTopK(1).withEpsilon(.001));
        // The Medici's .522 is twice the next family's .255: a few hundred samples show it.
        assertThat(result.top()).containsExactly(8);
        assertThat(result.topCertain()).isTrue();
        assertThat(result.samples()).isLessThan(10_000);
    }

    @Test
    void top_karate_firstThreeAsPublished() {
        TieGraph graph = SharedData.classic("igraph_karate", Orientation.UNDIRECTED);
        AdaptiveBetweenness.Result result = AdaptiveBetweenness.compute(
                graph, Parameters.defaults().withTopK(2).withEpsilon(.001));
        assertThat(result.top()).containsExactly(0, 33);
        assertThat(result.topCertain()).isTrue();
        assertThat(.437635).isBetween(result.lower()[0], result.upper()[0]);
        assertThat(.304075).isBetween(result.lower()[33], result.upper()[33]);
    }

    @Test
    void top_randomGraphs_certainTopsAreRight() {
        int certain = 0;
        int wrong = 0;
        for (long seed = 1; seed <= 30; seed++) {
            TieGraph graph = GraphText.random(seed, 40, .06);
            double[] exact = Betweenness.compute(graph, Betweenness.Parameters.defaults())
                    .shares();
            AdaptiveBetweenness.Result result = AdaptiveBetweenness.compute(
                    graph, Parameters.defaults().withTopK(2).withSeed(seed).withEpsilon(.008));
            List<Integer> top = Arrays.stream(result.top()).boxed().toList();
            double least =
                    top.stream().mapToDouble(vertex -> exact[vertex]).min().orElseThrow();
            List<Double> others = new ArrayList<>();
            for (int vertex = 0; vertex < 40; vertex++) {
                if (!top.contains(vertex)) {
                    others.add(exact[vertex]);
                }
            }
            double most = others.stream().mapToDouble(share -> share).max().orElseThrow();
            certain += result.topCertain() ? 1 : 0;
            wrong += most > least + (result.topCertain() ? 0 : .008) ? 1 : 0;
        }
        // 5 in 100 may be wrong: of 30, more than 6 has a chance of 1 in 1,000. And certainty does occur.
        assertThat(wrong).isLessThanOrEqualTo(6);
        assertThat(certain).isGreaterThan(5);
    }

    @Test
    void equalScores_neverCertainButEnds() {
        AdaptiveBetweenness.Result result = AdaptiveBetweenness.compute(
                Shapes.cycle(9), Parameters.defaults().withTopK(3).withEpsilon(.05));
        assertThat(result.topCertain()).isFalse();
        assertThat(result.top()).hasSize(3);
    }

    @Test
    void starCliqueBarbellAndBrokered_closedForms() {
        AdaptiveBetweenness.Result star = AdaptiveBetweenness.compute(Shapes.star(10), EVERYBODY);
        assertThat(star.shares()[0]).isCloseTo(1, within(EPSILON));
        assertThat(Arrays.stream(star.shares()).skip(1)).containsOnly(0.0);
        assertThat(AdaptiveBetweenness.compute(Shapes.clique(6), EVERYBODY).shares())
                .containsOnly(0);
        // Gates of a barbell of two cliques of 4: 3 * 4 of 7 * 6 / 2 pairs.
        assertThat(AdaptiveBetweenness.compute(Shapes.barbell(4), EVERYBODY).shares()[3])
                .isCloseTo(12 / 21.0, within(EPSILON));
        // The broker of two cliques of 4: 16 of 8 * 7 / 2 pairs.
        assertThat(AdaptiveBetweenness.compute(Shapes.brokered(4), EVERYBODY).shares()[8])
                .isCloseTo(16 / 28.0, within(EPSILON));
    }

    @Test
    void longPath_samplesThatCrossIt() {
        // Vertex v of a path of n: v (n - 1 - v) of (n - 1)(n - 2) / 2 pairs.
        double[] shares =
                AdaptiveBetweenness.compute(Shapes.path(200), EVERYBODY).shares();
        for (int vertex = 0; vertex < 200; vertex++) {
            assertThat(shares[vertex]).isCloseTo(vertex * (199.0 - vertex) / (199 * 198 / 2.0), within(EPSILON));
        }
    }

    @Test
    void anyNumberOfThreads_sameBits_otherSeedOtherSamples() {
        TieGraph graph = GraphText.random(17, 150, .03);
        AdaptiveBetweenness.Result alone = AdaptiveBetweenness.compute(graph, EVERYBODY.withThreads(1));
        for (int threads : new int[] {2, 3, 8}) {
            AdaptiveBetweenness.Result together = AdaptiveBetweenness.compute(graph, EVERYBODY.withThreads(threads));
            assertThat(together.shares()).isEqualTo(alone.shares());
            assertThat(together.lower()).isEqualTo(alone.lower());
            assertThat(together.upper()).isEqualTo(alone.upper());
            assertThat(together.samples()).isEqualTo(alone.samples());
        }
        assertThat(AdaptiveBetweenness.compute(graph, EVERYBODY.withSeed(2)).shares())
                .isNotEqualTo(alone.shares());
    }

    @Test
    void relabelled_boundsOverlap() {
        // Other names, other samples: only the truth that both bound is the same.
        TieGraph graph = GraphText.random(23, 60, .08);
        int[] names = GraphText.permutation(24, 60);
        AdaptiveBetweenness.Result given = AdaptiveBetweenness.compute(graph, EVERYBODY);
        AdaptiveBetweenness.Result renamed = AdaptiveBetweenness.compute(GraphText.relabelled(graph, names), EVERYBODY);
        for (int vertex = 0; vertex < 60; vertex++) {
            assertThat(renamed.lower()[names[vertex]]).isLessThanOrEqualTo(given.upper()[vertex]);
            assertThat(renamed.upper()[names[vertex]]).isGreaterThanOrEqualTo(given.lower()[vertex]);
        }
    }

    @Test
    void emptyOneTwoIslandsSelfAndParallelTies_asDefined() {
        assertThat(AdaptiveBetweenness.compute(GraphText.graph(""), EVERYBODY).shares())
                .isEmpty();
        AdaptiveBetweenness.Result one = AdaptiveBetweenness.compute(GraphText.graph("ann"), Parameters.defaults());
        assertThat(one.shares()).containsExactly(0);
        assertThat(one.top()).containsExactly(0);
        assertThat(one.samples()).isZero();
        // b and e each carry 1 of 10 pairs of others; a pair across the islands counts for nobody.
        double[] islands = AdaptiveBetweenness.compute(GraphText.graph("a-b b-c d-e e-f"), EVERYBODY)
                .shares();
        assertThat(islands[1]).isCloseTo(.1, within(EPSILON));
        assertThat(islands[4]).isCloseTo(.1, within(EPSILON));
        TieGraph parallel = TieGraph.undirected(
                3, new int[] {0, 0, 1, 1}, new int[] {1, 1, 1, 2}, new double[] {1, 1, 1, 1}, new int[] {1, 1, 1, 1});
        assertThat(AdaptiveBetweenness.compute(parallel, EVERYBODY).shares())
                .isEqualTo(
                        AdaptiveBetweenness.compute(Shapes.path(3), EVERYBODY).shares());
    }

    @Test
    void interrupted_stops() {
        TieGraph graph = GraphText.random(3, 100, .05);
        assertThatThrownBy(() -> AdaptiveBetweenness.compute(
                        graph, EVERYBODY, _ -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void progress_risesToOne() {
        List<Double> heard = new ArrayList<>();
        AdaptiveBetweenness.compute(GraphText.random(3, 100, .05), EVERYBODY, heard::add);
        assertThat(heard).isSorted().allMatch(share -> share > 0 && share <= 1);
        assertThat(heard.getLast()).isEqualTo(1);
    }

    @Test
    void parameters_wrong_refused() {
        assertThatThrownBy(() -> Parameters.defaults().withEpsilon(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> Parameters.defaults().withDelta(1)).hasMessageContaining("not 1");
        assertThatThrownBy(() -> Parameters.defaults().withTopK(-1)).hasMessageContaining("not -1");
        assertThatThrownBy(() -> Parameters.defaults().withThreads(0)).hasMessageContaining("not 0");
    }
}
