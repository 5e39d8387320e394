package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;

class CrossGroupEfficiencyTest {
    /** Sums of some hundred fractions in another order. */
    private static final double ROUNDING = 1e-12;

    private static CrossGroupEfficiency.Result of(TieGraph graph, int... groups) {
        return CrossGroupEfficiency.compute(graph, CrossGroupEfficiency.Parameters.defaults(groups));
    }

    /** By the definition, from all lengths at once. */
    static double oracle(TieGraph graph, int[] groups) {
        double[][] lengths = Oracles.lengths(graph, PathLength.STEPS);
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < groups.length; one++) {
            for (int other = one + 1; other < groups.length; other++) {
                if (groups[one] >= 0 && groups[other] >= 0 && groups[one] != groups[other]) {
                    sum += 1 / lengths[one][other];
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    /** Groups drawn by a seed, some people in none. */
    static int[] groups(long seed, int people, int groups) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.ints(people, -1, groups).toArray();
    }

    @Test
    void efficiency_pathOfTwoGroups_byHand() {
        // a-b-c-d with {a, b} and {c, d}: a-c 1/2, a-d 1/3, b-c 1, b-d 1/2.
        CrossGroupEfficiency.Result result = of(GraphText.graph("a-b b-c c-d"), 0, 0, 1, 1);
        assertThat(result.efficiency()).isCloseTo((1.0 / 2 + 1.0 / 3 + 1 + 1.0 / 2) / 4, within(ROUNDING));
        assertThat(result.pairs()).isEqualTo(4);
        assertThat(result.interval()).isNull();
    }

    @Test
    void efficiency_closedForms_areMet() {
        // A clique is 1 whoever belongs where; over the hub of a star everybody else is two steps away.
        assertThat(of(GraphText.graph("a-b a-c a-d b-c b-d c-d"), 0, 0, 1, 1).efficiency())
                .isEqualTo(1);
        assertThat(of(GraphText.graph("a-b a-c a-d a-e"), -1, 0, 0, 1, 1).efficiency())
                .isEqualTo(0.5);
        assertThat(of(GraphText.graph("a-b c-d"), 0, 0, 1, 1).efficiency()).isZero();
    }

    @Test
    void efficiency_fewerThanTwoGroups_isZeroOfNone() {
        assertThat(of(GraphText.graph("a-b"), 0, 0)).isEqualTo(new CrossGroupEfficiency.Result(0, 0, null));
        assertThat(of(GraphText.graph("a-b"), -1, 0).pairs()).isZero();
        assertThat(of(GraphText.graph("")).pairs()).isZero();
    }

    @Test
    void efficiency_randomGraphs_asTheDefinition() {
        for (long seed = 0; seed < 200; seed++) {
            int people = 2 + (int) (seed % 30);
            TieGraph graph = GraphText.random(seed, people, 0.02 + seed % 7 * 0.05);
            int[] groups = groups(seed, people, 1 + (int) (seed % 5));
            assertThat(of(graph, groups).efficiency())
                    .as("seed %d", seed)
                    .isCloseTo(oracle(graph, groups), within(ROUNDING));
        }
    }

    @Test
    void efficiency_relabelled_isTheSame() {
        TieGraph graph = GraphText.random(7, 30, 0.1);
        int[] groups = groups(7, 30, 3);
        int[] names = GraphText.permutation(3, 30);
        int[] renamed = new int[30];
        for (int vertex = 0; vertex < 30; vertex++) {
            renamed[names[vertex]] = groups[vertex];
        }
        assertThat(of(GraphText.relabelled(graph, names), renamed).efficiency())
                .isCloseTo(of(graph, groups).efficiency(), within(ROUNDING));
    }

    @Test
    void estimate_overManySeeds_intervalsHoldTheFigure() {
        TieGraph graph = GraphText.random(11, 400, 0.01);
        int[] groups = groups(11, 400, 6);
        double truth = of(graph, groups).efficiency();
        int held = 0;
        double sum = 0;
        for (long seed = 0; seed < 200; seed++) {
            CrossGroupEfficiency.Result drawn = CrossGroupEfficiency.compute(
                    graph,
                    CrossGroupEfficiency.Parameters.defaults(groups)
                            .withSourcesMax(60)
                            .withSeed(seed));
            Estimate interval = Objects.requireNonNull(drawn.interval());
            held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
            sum += drawn.efficiency();
        }
        // Two standard errors hold 95 % of draws: of 200, fewer than 178 happen once in 100,000 times.
        assertThat(held).isBetween(178, 200);
        assertThat(sum / 200).isCloseTo(truth, within(0.01 * truth));
    }

    @Test
    void drawn_fewerThanThere_areDistinctAndFromThem() {
        int[] from = {3, 5, 7, 11, 13, 17};
        int[] drawn = CrossGroupEfficiency.drawn(from, 4, 9);
        assertThat(drawn).hasSize(4).doesNotHaveDuplicates().isSorted();
        assertThat(Arrays.stream(drawn).boxed().toList()).isSubsetOf(3, 5, 7, 11, 13, 17);
        assertThat(CrossGroupEfficiency.drawn(from, 6, 9)).isSameAs(from);
    }

    @Test
    void parameters_outOfRange_areRefused() {
        TieGraph graph = GraphText.graph("a-b");
        assertThatThrownBy(() -> of(graph, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(graph, 0, -2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        CrossGroupEfficiency.Parameters.defaults(new int[2]).withSourcesMax(1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
