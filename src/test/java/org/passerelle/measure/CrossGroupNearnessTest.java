package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.CrossGroupNearness.Parameters;
import org.passerelle.measure.CrossGroupNearness.Result;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;

class CrossGroupNearnessTest {
    /** Sums of some thousand fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    private static Result measure(TieGraph graph, int... groups) {
        return CrossGroupNearness.compute(graph, Parameters.defaults(groups));
    }

    /** By the definition, from all lengths at once; 0 without pairs. */
    static double oracle(TieGraph graph, int[] groups) {
        double mean = definition(graph, groups);
        return Double.isNaN(mean) ? 0 : mean;
    }

    /** Groups drawn by a seed, some people in none. */
    static int[] dealt(long seed, int people, int groups) {
        return new SplittableRandom(seed).ints(people, -1, groups).toArray();
    }

    @Test
    void relabelled_isTheSame() {
        TieGraph graph = GraphText.random(7, 30, 0.1);
        int[] groups = dealt(7, 30, 3);
        int[] names = GraphText.permutation(3, 30);
        int[] renamed = new int[30];
        for (int vertex = 0; vertex < 30; vertex++) {
            renamed[names[vertex]] = groups[vertex];
        }
        assertThat(measure(GraphText.relabelled(graph, names), renamed).value())
                .isCloseTo(measure(graph, groups).value(), ROUNDING);
    }

    @Test
    void interval_overManySeeds_holdsTheFigure() {
        TieGraph graph = GraphText.random(11, 400, 0.01);
        int[] groups = dealt(11, 400, 6);
        double truth = measure(graph, groups).value();
        assertThat(measure(graph, groups).interval()).isNull();
        int held = 0;
        for (long seed = 0; seed < 200; seed++) {
            Result drawn = CrossGroupNearness.compute(
                    graph, Parameters.defaults(groups).withSources(60).withSeed(seed));
            Estimate interval = Objects.requireNonNull(drawn.interval());
            held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        // Two standard errors hold 95 % of draws: of 200, fewer than 178 happen once in 100,000 times.
        assertThat(held).isBetween(178, 200);
    }

    @Test
    void drawn_fewerThanThere_areDistinctAndFromThem() {
        int[] from = {3, 5, 7, 11, 13, 17};
        int[] drawn = CrossGroupNearness.drawn(from, 4, 9);
        assertThat(drawn).hasSize(4).doesNotHaveDuplicates().isSorted();
        assertThat(Arrays.stream(drawn).boxed().toList()).isSubsetOf(3, 5, 7, 11, 13, 17);
        assertThat(CrossGroupNearness.drawn(from, 6, 9)).isSameAs(from);
    }

    @Test
    void pathOfFour_twoGroups_itsArithmetic() {
        // a-c 2 steps, a-d 3, b-c 1, b-d 2.
        Result result = measure(GraphText.graph("a-b b-c c-d"), 0, 0, 1, 1);
        assertThat(result.value()).isCloseTo((1 / 2.0 + 1 / 3.0 + 1 + 1 / 2.0) / 4, ROUNDING);
        assertThat(result.standardError()).isZero();
        assertThat(result.exact()).isTrue();
        assertThat(result.pairs()).isEqualTo(4);
    }

    @Test
    void emptyOneGroupIslands_closedForms() {
        assertThat(measure(GraphText.graph("a-b"), 0, 0).value()).isNaN();
        assertThat(measure(GraphText.graph("a-b"), 0, 0).efficiency()).isZero();
        assertThat(measure(GraphText.graph("a-b"), -1, 0).pairs()).isZero();
        assertThat(measure(GraphText.graph("a b"), 0, 1).value()).isZero();
        assertThat(measure(GraphText.graph("a-b c-d"), 0, 0, 1, 1).value()).isZero();
        assertThat(measure(Shapes.clique(6), 0, 1, 2, 0, 1, 2).value()).isEqualTo(1);
        assertThat(CrossGroupNearness.compute(GraphText.graph(""), Parameters.defaults(new int[0]))
                        .value())
                .isNaN();
    }

    @Test
    void peopleWithoutGroup_onlyPassedThrough() {
        // b belongs nowhere: a and c are 2 steps apart over b.
        assertThat(measure(GraphText.graph("a-b b-c"), 0, -1, 1).value()).isEqualTo(.5);
    }

    @Test
    void randomGraphs_everybodyAsked_asTheDefinition() {
        for (long seed = 0; seed < 200; seed++) {
            int people = 2 + (int) (seed % 150);
            TieGraph graph = GraphText.random(seed, people, 3.0 / people);
            int[] groups = groups(seed, people);
            double expected = definition(graph, groups);
            Result result = measure(graph, groups);
            if (Double.isNaN(expected)) {
                assertThat(result.value()).as("seed %d", seed).isNaN();
            } else {
                assertThat(result.value()).as("seed %d", seed).isCloseTo(expected, ROUNDING);
            }
        }
    }

    @Test
    void sampled_manySeeds_unbiasedAndErrorHonest() {
        TieGraph graph = GraphText.random(7, 400, 0.012);
        int[] groups = groups(7, 400);
        double truth = measure(graph, groups).value();
        int within = 0;
        double sum = 0;
        for (long seed = 0; seed < 200; seed++) {
            Result drawn = CrossGroupNearness.compute(
                    graph, Parameters.defaults(groups).withSources(80).withSeed(seed));
            assertThat(drawn.exact()).isFalse();
            sum += drawn.value();
            within += Math.abs(drawn.value() - truth) < 2 * drawn.standardError() ? 1 : 0;
        }
        assertThat(sum / 200).isCloseTo(truth, within(0.002));
        // Nominal 95 % of 200; the bounds are four deviations of chance away.
        assertThat(within).isBetween(176, 200);
    }

    @Test
    void difference_ofAlmostTheSameNetwork_farSurerThanEitherValue() {
        TieGraph before = GraphText.random(9, 400, 0.012);
        boolean[] leaves = new boolean[400];
        leaves[3] = true;
        TieGraph after = before.without(leaves);
        int[] groups = groups(9, 400);
        groups[3] = -1;
        Parameters all = Parameters.defaults(groups);
        double truth = CrossGroupNearness.compute(after, all).value()
                - CrossGroupNearness.compute(before, all).value();
        int within = 0;
        for (long seed = 0; seed < 100; seed++) {
            Parameters some = all.withSources(100).withSeed(seed);
            Result first = CrossGroupNearness.compute(before, some);
            CrossGroupNearness.Difference difference =
                    CrossGroupNearness.difference(first, CrossGroupNearness.compute(after, some));
            within += Math.abs(difference.value() - truth) < 2 * difference.standardError() ? 1 : 0;
            assertThat(difference.standardError()).isLessThan(first.standardError() / 3);
        }
        assertThat(truth).isNegative();
        // What one person's leaving does is skewed: a few neighbours lose much.
        assertThat(within).isBetween(80, 100);
    }

    @Test
    void threads_anyNumber_sameBits() {
        TieGraph graph = GraphText.random(5, 300, 0.02);
        int[] groups = groups(5, 300);
        Parameters parameters = Parameters.defaults(groups);
        assertThat(CrossGroupNearness.compute(graph, parameters.withThreads(1)).nearness())
                .isEqualTo(CrossGroupNearness.compute(graph, parameters.withThreads(5))
                        .nearness());
    }

    @Test
    void differentSources_refused() {
        TieGraph graph = GraphText.graph("a-b b-c c-d");
        Result one = measure(graph, 0, 0, 1, 1);
        Result other = measure(graph, 0, 0, 1, -1);
        assertThatThrownBy(() -> CrossGroupNearness.difference(one, other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] groups(long seed, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] groups = new int[people];
        Arrays.setAll(groups, _ -> random.nextInt(6) - 1);
        return groups;
    }

    private static double definition(TieGraph graph, int[] groups) {
        double[][] lengths = Oracles.lengths(graph, PathLength.STEPS);
        double sum = 0;
        int pairs = 0;
        for (int from = 0; from < groups.length; from++) {
            for (int to = 0; to < groups.length; to++) {
                if (groups[from] >= 0 && groups[to] >= 0 && groups[from] != groups[to]) {
                    sum += 1 / lengths[from][to];
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }
}
