package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class ExpectedModularityTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    private static ExpectedModularity.Result of(TieGraph graph, int... groups) {
        return ExpectedModularity.compute(graph, ExpectedModularity.Parameters.defaults(groups));
    }

    @Test
    void pathOfThree_theArithmetic() {
        ExpectedModularity.Result result = of(GraphText.graph("a-b b-c"), 0, 0, 1);
        // Ends 1 2 1 of 4: one tie of two inside; 1/2 - (3/4)^2 - (1/4)^2.
        assertThat(result.quality()).isCloseTo(1 / 2.0 - 9 / 16.0 - 1 / 16.0, ROUNDING);
        // The one alone is an end in 2 of 3 deals (-1/8), the middle in the third: 0 - (1/2)^2 - (1/2)^2.
        double mean = (2 * (-1 / 8.0) - 1 / 2.0) / 3;
        double deviation = 3 / 8.0 * Math.sqrt(2 / 9.0);
        // 1,000 draws: four standard errors of their mean.
        assertThat(result.expected().mean()).isCloseTo(mean, within(4 * deviation / Math.sqrt(1_000)));
        assertThat(result.expected().low()).isEqualTo(-.5);
        assertThat(result.expected().high()).isCloseTo(-.125, ROUNDING);
        assertThat(result.expected().z()).isCloseTo((-.125 - mean) / deviation, within(.15));
    }

    @Test
    void closedForms_cliqueNeverVaries_barbellIsFarAboveChance() {
        // Any halves of K6: 6 of 15 ties inside, each half of all ends.
        ExpectedModularity.Result clique = of(Shapes.clique(6), 0, 0, 0, 1, 1, 1);
        assertThat(clique.quality()).isCloseTo(6 / 15.0 - .5, ROUNDING);
        assertThat(clique.expected().mean()).isCloseTo(clique.quality(), ROUNDING);
        assertThat(clique.expected().p()).isEqualTo(1);
        assertThat(clique.expected().z()).isNaN();
        ExpectedModularity.Result barbell = of(Shapes.barbell(3), 0, 0, 0, 1, 1, 1);
        assertThat(barbell.quality()).isCloseTo(.357143, within(1e-6));
        assertThat(barbell.expected().high()).isLessThanOrEqualTo(barbell.quality());
        assertThat(barbell.expected().mean()).isNegative();
    }

    @Test
    void karatesSplit_publishedQuality_andNoDealComesNear() {
        TieGraph graph = SharedData.classic("igraph_karate", Orientation.UNDIRECTED);
        int[] split = SharedData.labels("classic/igraph_karate.nodes.csv", "Faction");
        split[8] = split[0];
        ExpectedModularity.Result result = of(graph, split);
        assertThat(result.quality()).isCloseTo(.358235, within(1e-6));
        assertThat(result.expected().p()).isEqualTo(1 / 1_001.0);
        assertThat(result.expected().z()).isGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomGraphs_qualityIsModularitys_andOneShuffleThatOfItsDeal(long seed) {
        for (Orientation orientation : Orientation.values()) {
            TieGraph graph = GraphText.random(seed, 25, .2, orientation, 5);
            int[] groups = IntStream.range(0, 25).map(vertex -> vertex % 4).toArray();
            ExpectedModularity.Result result = of(graph, groups);
            double quality = Modularity.compute(graph, Modularity.Parameters.defaults(groups))
                    .quality();
            assertThat(result.quality()).as("seed " + seed).isCloseTo(quality, ROUNDING);
            // Slow and obvious: deal 300 times by another generator; both means within four standard errors.
            double[] dealt = new double[300];
            for (int deal = 0; deal < dealt.length; deal++) {
                int[] order = GraphText.permutation(1_000 * seed + deal, 25);
                int[] shuffled =
                        Arrays.stream(order).map(vertex -> groups[vertex]).toArray();
                dealt[deal] = Modularity.compute(graph, Modularity.Parameters.defaults(shuffled))
                        .quality();
            }
            double mean = Arrays.stream(dealt).average().orElseThrow();
            double squares = Arrays.stream(dealt)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double error = Math.sqrt(squares / dealt.length * (1.0 / dealt.length + 1.0 / 1_000));
            assertThat(result.expected().mean()).as("seed " + seed).isCloseTo(mean, within(4.5 * error));
        }
    }

    @Test
    void emptyAloneIslandsLoopsParallel_defined() {
        assertThat(of(GraphText.graph("")).quality()).isNaN();
        assertThat(of(GraphText.graph("a"), 0).expected().mean()).isNaN();
        ExpectedModularity.Result islands = of(GraphText.graph("a-b b-c c-a d-e e-f f-d"), 0, 0, 0, 1, 1, 1);
        assertThat(islands.quality()).isCloseTo(.5, ROUNDING);
        TieGraph plain = GraphText.graph("a-b b-c c-d");
        TieGraph messy = GraphText.graph("a-a a-b b-c c-d");
        assertThat(of(messy, 0, 0, 1, 1)).isEqualTo(of(plain, 0, 0, 1, 1));
        // Somebody without a group, and their ties, are not there.
        assertThat(of(GraphText.graph("a-b b-c c-d d-x x-a"), 0, 0, 1, 1, -1).quality())
                .isCloseTo(of(plain, 0, 0, 1, 1).quality(), ROUNDING);
    }

    @Test
    void threadsAndNames_sameAnswer() {
        TieGraph graph = GraphText.random(3, 60, .1, Orientation.UNDIRECTED, 4);
        int[] groups = IntStream.range(0, 60).map(vertex -> vertex % 5).toArray();
        ExpectedModularity.Parameters parameters = ExpectedModularity.Parameters.defaults(groups);
        assertThat(ExpectedModularity.compute(graph, parameters.withThreads(3)))
                .isEqualTo(ExpectedModularity.compute(graph, parameters.withThreads(1)));
        int[] names = GraphText.permutation(3, 60);
        int[] renamed = new int[60];
        IntStream.range(0, 60).forEach(vertex -> renamed[names[vertex]] = groups[vertex]);
        assertThat(of(GraphText.relabelled(graph, names), renamed).quality())
                .isCloseTo(of(graph, groups).quality(), ROUNDING);
    }

    @Test
    void wrongParametersAndInterrupt_refusedAndStopped() {
        ExpectedModularity.Parameters parameters = ExpectedModularity.Parameters.defaults(new int[] {0, 1});
        assertThatThrownBy(() -> parameters.withPermutations(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parameters.withThreads(0)).isInstanceOf(IllegalArgumentException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> of(GraphText.graph("a-b"), 0, 1)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
