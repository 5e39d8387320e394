package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class ConstraintTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);
    /** Borgatti and Burt print two or three digits. */
    private static final Offset<Double> THREE_DIGITS = within(6e-4);

    private static final Offset<Double> TWO_DIGITS = within(6e-3);

    @Test
    void constraint_triangleWithTail_itsArithmetic() {
        // cid: p = 1/3 each; ann and bob (1/3 + 1/3 * 1/2)², dan (1/3)².
        Constraint.Result result = of(GraphText.graph("ann-bob bob-cid cid-ann cid-dan"));
        assertThat(result.constraint()[2]).isCloseTo(2 * .25 + 1 / 9.0, ROUNDING);
        // Three contacts, of whom two are tied: 3 - 2 * 1 / 3.
        assertThat(result.effectiveSize()[2]).isCloseTo(3 - 2 / 3.0, ROUNDING);
        assertThat(result.efficiency()[2]).isCloseTo((3 - 2 / 3.0) / 3, ROUNDING);
    }

    @Test
    void constraint_closedForms_asKnown() {
        for (double constraint : of(Shapes.clique(4)).constraint()) {
            assertThat(constraint).isCloseTo(.925926, within(1e-6));
        }
        assertThat(of(Shapes.path(4)).constraint()).containsExactly(1, .5, .5, 1);
        for (int clique = 3; clique <= 6; clique++) {
            assertThat(of(Shapes.brokered(clique)).constraint()[2 * clique]).isCloseTo(.5, ROUNDING);
        }
        // In a star the centre's contacts do not know each other.
        assertThat(of(Shapes.star(5)).effectiveSize()[0]).isEqualTo(4);
        assertThat(of(Shapes.star(5)).constraint()[0]).isCloseTo(.25, ROUNDING);
        // In a clique of n everybody repeats everybody: one effective contact.
        assertThat(of(Shapes.clique(6)).effectiveSize()[3]).isCloseTo(1, ROUNDING);
    }

    @Test
    void constraint_borgattisExample_published() {
        GraphText text = GraphText.parse("A-B A-F A-G A-E E-G F-G B-G B-D D-G G-C");
        Constraint.Result result = of(text.graph());
        assertThat(result.effectiveSize()[text.vertex("A")]).isCloseTo(2.50, ROUNDING);
        assertThat(result.effectiveSize()[text.vertex("G")]).isCloseTo(4.67, TWO_DIGITS);
        assertThat(result.constraint()[text.vertex("A")]).isCloseTo(.595, THREE_DIGITS);
        assertThat(result.constraint()[text.vertex("G")]).isCloseTo(.400, THREE_DIGITS);
        assertThat(result.constraint()[text.vertex("C")]).isEqualTo(1);
    }

    @Test
    void constraint_borgattisExampleWithStrengths_published() {
        GraphText text = GraphText.parse("A-B:2 A-F:3 A-G:5 A-E:2 E-G:8 F-G:3 B-G:4 B-D:1 D-G:3 G-C:10");
        Constraint.Result result = of(text.graph());
        assertThat(result.constraint()[text.vertex("G")]).isCloseTo(.299, THREE_DIGITS);
        assertThat(result.constraint()[text.vertex("A")]).isCloseTo(.795, THREE_DIGITS);
        assertThat(result.effectiveSize()[text.vertex("G")]).isCloseTo(5.47, TWO_DIGITS);
        assertThat(result.effectiveSize()[text.vertex("A")]).isCloseTo(2.47, TWO_DIGITS);
        // Borgatti's formula does not see the strengths.
        assertThat(result.effectiveSizeBorgatti()[text.vertex("A")]).isEqualTo(2.5);
    }

    @Test
    void constraint_florentineMarriages_published() {
        Constraint.Result result = of(SharedData.classic("flo_marriage", Orientation.UNDIRECTED));
        assertThat(result.constraint()[8]).isCloseTo(.2099, within(6e-5));
        assertThat(result.effectiveSize()[8]).isCloseTo(5.6667, within(6e-5));
        assertThat(result.constraint()[6]).isCloseTo(.25, within(6e-5));
        assertThat(result.effectiveSize()[6]).isCloseTo(4, within(6e-5));
        assertThat(result.constraint()[11]).as("the family without ties").isNaN();
    }

    @Test
    void networksWithReference_sameAsNetworkX() {
        reference("karate", SharedData.classic("igraph_karate", Orientation.UNDIRECTED));
        reference("kite", SharedData.classic("igraph_kite", Orientation.UNDIRECTED));
        reference("jazz", SharedData.metis("networkit_jazz.graph"));
        reference("ht_advice", SharedData.classic("ht_advice", Orientation.DIRECTED));
    }

    private static void reference(String name, TieGraph graph) {
        String file = "reference/networkx_" + name + ".csv";
        double[] constraint = SharedData.numbers(file, "burt_constraint");
        double[] effectiveSize = SharedData.numbers(file, "burt_effective_size");
        Constraint.Result result = of(graph);
        for (int vertex = 0; vertex < constraint.length; vertex++) {
            assertThat(result.constraint()[vertex]).as("%s %d", name, vertex).isCloseTo(constraint[vertex], ROUNDING);
            assertThat(result.effectiveSize()[vertex])
                    .as("%s %d", name, vertex)
                    .isCloseTo(effectiveSize[vertex], ROUNDING);
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_sameAsTheFormulas(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 15), .05 + .003 * seed, orientation, 5);
            Constraint.Result result = of(graph);
            double[][] a = Oracles.matrix(graph);
            for (int ego = 0; ego < graph.people(); ego++) {
                assertThat(result.constraint()[ego])
                        .as("seed %d ego %d", seed, ego)
                        .isCloseTo(constraint(a, ego), ROUNDING);
                assertThat(result.effectiveSize()[ego])
                        .as("seed %d ego %d", seed, ego)
                        .isCloseTo(effectiveSize(a, ego), ROUNDING);
            }
        }
    }

    @Test
    void equalStrengthsUndirected_randomGraphs_borgattisIsBurts() {
        for (long seed = 1; seed <= 200; seed++) {
            Constraint.Result result = of(GraphText.random(seed, 12, .3));
            for (int vertex = 0; vertex < 12; vertex++) {
                assertThat(result.effectiveSizeBorgatti()[vertex])
                        .as("seed %d", seed)
                        .isCloseTo(result.effectiveSize()[vertex], ROUNDING);
            }
        }
    }

    @Test
    void anyNumberOfThreads_sameBits() {
        TieGraph graph = GraphText.random(7, 600, .1, Orientation.DIRECTED, 5);
        Constraint.Result alone =
                Constraint.compute(graph, Constraint.Parameters.defaults().withThreads(1));
        Constraint.Result several =
                Constraint.compute(graph, Constraint.Parameters.defaults().withThreads(3));
        assertThat(several.constraint()).isEqualTo(alone.constraint());
        assertThat(several.effectiveSize()).isEqualTo(alone.effectiveSize());
        assertThat(several.hierarchy()).isEqualTo(alone.hierarchy());
    }

    @Test
    void relabelledOrScaled_same() {
        TieGraph graph = GraphText.random(5, 40, .2, Orientation.DIRECTED, 5);
        int[] names = GraphText.permutation(6, 40);
        double[] constraint = of(graph).constraint();
        double[] renamed = of(GraphText.relabelled(graph, names)).constraint();
        for (int vertex = 0; vertex < 40; vertex++) {
            assertThat(renamed[names[vertex]]).isCloseTo(constraint[vertex], ROUNDING);
        }
    }

    @Test
    void hierarchy_equalContactsAndOneContact_zeroAndOne() {
        assertThat(of(Shapes.star(5)).hierarchy()[0]).isCloseTo(0, ROUNDING);
        assertThat(of(Shapes.star(5)).hierarchy()[1]).isEqualTo(1);
        // cid's parts of constraint are 1/4, 1/4 and 1/9, of 11/18 in all: r = 27/22, 27/22, 12/22.
        double r = 27 / 22.0;
        double s = 12 / 22.0;
        double expected = (2 * r * Math.log(r) + s * Math.log(s)) / (3 * Math.log(3));
        assertThat(of(GraphText.graph("ann-bob bob-cid cid-ann cid-dan")).hierarchy()[2])
                .isCloseTo(expected, ROUNDING);
    }

    @Test
    void emptyOneIslandsAndParallelTies_asDocumented() {
        assertThat(of(GraphText.graph("")).constraint()).isEmpty();
        Constraint.Result alone = of(GraphText.graph("ann"));
        assertThat(alone.constraint()[0]).isNaN();
        assertThat(alone.effectiveSize()[0]).isNaN();
        assertThat(alone.effectiveSizeBorgatti()[0]).isNaN();
        assertThat(alone.hierarchy()[0]).isNaN();
        assertThat(of(GraphText.graph("a-b c-d")).constraint()).containsOnly(1);
        assertThat(of(GraphText.graph("a-b a-b b-c b-b")).constraint())
                .isEqualTo(of(GraphText.graph("a-b:2 b-c:1")).constraint());
    }

    private static Constraint.Result of(TieGraph graph) {
        return Constraint.compute(graph, Constraint.Parameters.defaults());
    }

    private static double proportion(double[][] a, int i, int j) {
        double all = 0;
        for (int k = 0; k < a.length; k++) {
            all += a[i][k] + a[k][i];
        }
        return (a[i][j] + a[j][i]) / all;
    }

    private static double marginal(double[][] a, int j, int q) {
        double most = 0;
        for (int k = 0; k < a.length; k++) {
            most = Math.max(most, a[j][k] + a[k][j]);
        }
        return (a[j][q] + a[q][j]) / most;
    }

    private static double constraint(double[][] a, int ego) {
        double sum = 0;
        boolean alone = true;
        for (int j = 0; j < a.length; j++) {
            if (a[ego][j] + a[j][ego] > 0) {
                alone = false;
                double invested = proportion(a, ego, j);
                for (int q = 0; q < a.length; q++) {
                    if (a[ego][q] + a[q][ego] > 0) {
                        invested += proportion(a, ego, q) * proportion(a, q, j);
                    }
                }
                sum += invested * invested;
            }
        }
        return alone ? Double.NaN : sum;
    }

    private static double effectiveSize(double[][] a, int ego) {
        double sum = 0;
        boolean alone = true;
        for (int j = 0; j < a.length; j++) {
            if (a[ego][j] + a[j][ego] > 0) {
                alone = false;
                sum += 1;
                for (int q = 0; q < a.length; q++) {
                    sum -= q == ego ? 0 : proportion(a, ego, q) * marginal(a, j, q);
                }
            }
        }
        return alone ? Double.NaN : sum;
    }
}
