package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/** Segregation indices, and the E-I index beside networks of the same numbers of ties. */
class SegregationTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    /** Everybody names one: of 60, 45 inside; of 40, 20 inside. */
    private static TieGraph hundred() {
        int[] to = new int[100];
        Arrays.setAll(
                to,
                from -> from < 60
                        ? (from < 45 ? (from + 1) % 60 : 60 + from % 40)
                        : (from < 80 ? 60 + (from - 59) % 40 : from % 60));
        return SharedData.simple(100, IntStream.range(0, 100).toArray(), to, Orientation.DIRECTED);
    }

    @Test
    void homophily_sixtyAndForty_published() {
        int[] groups =
                IntStream.range(0, 100).map(vertex -> vertex < 60 ? 0 : 1).toArray();
        Segregation.Result result = of(hundred(), groups);
        // (.75 - 59 / 99) / (1 - 59 / 99) and (.5 - 39 / 99) / (1 - 39 / 99).
        assertThat(result.homophily().get(0).observed()).isCloseTo(.38125, ROUNDING);
        assertThat(result.homophily().get(1).observed()).isCloseTo(.175, ROUNDING);
        // 35 of 100 ties across, 4800 of 9900 pairs.
        assertThat(result.segregation().observed()).isCloseTo(1 - .35 / (4800 / 9900.0), ROUNDING);
        // e: .45 .15 / .20 .20, a: .6 .4, b: .65 .35; sum of a b = .39 + .14.
        assertThat(result.assortativity().observed()).isCloseTo((.65 - .53) / (1 - .53), ROUNDING);
    }

    @Test
    void bipartiteApartAndClique_closedForms() {
        Segregation.Result star = of(Shapes.star(5), 0, 1, 1, 1, 1);
        assertThat(star.assortativity().observed()).isCloseTo(-1, ROUNDING);
        assertThat(star.homophily().get(1).observed()).isEqualTo(-1);
        // All ties across, 4 of 10 pairs are.
        assertThat(star.segregation().observed()).isCloseTo(1 - 1 / .4, ROUNDING);
        Segregation.Result apart = of(GraphText.graph("a-b b-c c-a d-e e-f f-d"), 0, 0, 0, 1, 1, 1);
        assertThat(apart.assortativity().observed()).isEqualTo(1);
        assertThat(apart.segregation().observed()).isEqualTo(1);
        assertThat(apart.homophily())
                .allSatisfy(score -> assertThat(score.observed()).isEqualTo(1));
        // A clique has what chance gives, whatever the deal: nothing varies.
        Segregation.Result clique = of(Shapes.clique(6), 0, 0, 0, 1, 1, 1);
        assertThat(clique.segregation().observed()).isCloseTo(0, ROUNDING);
        assertThat(clique.segregation().expected().p()).isEqualTo(1);
        assertThat(clique.homophily().getFirst().observed()).isCloseTo(0, ROUNDING);
    }

    @Test
    void karatesSplit_strong() {
        TieGraph graph = SharedData.classic("igraph_karate", Orientation.UNDIRECTED);
        int[] split = SharedData.labels("classic/igraph_karate.nodes.csv", "Faction");
        split[8] = split[0];
        Segregation.Result result = of(graph, split);
        // For two groups assortativity is modularity over its largest value: Q = .358235 of 1 - sum of a².
        double q =
                Modularity.compute(graph, Modularity.Parameters.defaults(split)).quality();
        double[] ends = new double[2];
        for (int vertex = 0; vertex < 34; vertex++) {
            ends[split[vertex]] += graph.degree(vertex) / 156.0;
        }
        assertThat(result.assortativity().observed())
                .isCloseTo(q / (1 - ends[0] * ends[0] - ends[1] * ends[1]), ROUNDING);
        assertThat(result.assortativity().expected().p()).isCloseTo(1 / 1001.0, ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(Amount.class)
    void randomGraphs_sameAsDefinitions(Amount amount) {
        for (long seed = 1; seed <= 200; seed++) {
            boolean directed = seed % 2 == 0;
            int people = 6 + (int) (seed % 20);
            TieGraph graph =
                    GraphText.random(seed, people, .3, directed ? Orientation.DIRECTED : Orientation.UNDIRECTED, 5);
            int[] groups = BetweennessTest.groups(seed, people);
            double[][] e = new double[3][3];
            double[][] a = Oracles.matrix(graph);
            double all = 0;
            double pairs = 0;
            double across = 0;
            int[] sizes = new int[3];
            for (int from = 0; from < people; from++) {
                sizes[Math.max(0, groups[from])] += groups[from] >= 0 ? 1 : 0;
                for (int to = 0; to < people; to++) {
                    if (from != to && groups[from] >= 0 && groups[to] >= 0) {
                        double much = a[from][to] == 0 ? 0 : amount.of(graph, graph.slot(from, to));
                        e[groups[from]][groups[to]] += much;
                        all += much;
                        pairs++;
                        across += groups[from] == groups[to] ? 0 : 1;
                    }
                }
            }
            check(of(graph, amount, groups), e, all, across / pairs, sizes, seed);
        }
    }

    private static void check(
            Segregation.Result result, double[][] e, double all, double across, int[] sizes, long seed) {
        double inside = 0;
        double products = 0;
        int people = Arrays.stream(sizes).sum();
        for (int group = 0; group < result.homophily().size(); group++) {
            double out = Arrays.stream(e[group]).sum();
            double in = e[0][group] + e[1][group] + e[2][group];
            inside += e[group][group] / all;
            products += out * in / (all * all);
            double w = e[group][group] / out;
            double q = (sizes[group] - 1.0) / (people - 1);
            double homophily = w > q ? (w - q) / (1 - q) : q > 0 ? (w - q) / q : Double.NaN;
            same(result.homophily().get(group).observed(), homophily, seed);
        }
        same(result.segregation().observed(), across > 0 ? 1 - (1 - inside) / across : Double.NaN, seed);
        same(result.assortativity().observed(), products < 1 ? (inside - products) / (1 - products) : Double.NaN, seed);
    }

    @Test
    void groupsByChance_fewFalseAlarms() {
        int[] alarms = new int[3];
        for (long seed = 1; seed <= 300; seed++) {
            TieGraph graph = GraphText.random(seed, 40, .15);
            int[] order = GraphText.permutation(seed + 77, 40);
            int[] groups = Arrays.stream(order).map(place -> place % 4).toArray();
            Segregation.Result result = Segregation.compute(
                    graph,
                    ExternalInternal.Parameters.defaults(groups)
                            .withPermutations(199)
                            .withSeed(seed));
            alarms[0] += result.homophily().getFirst().expected().p() <= .05 ? 1 : 0;
            alarms[1] += result.segregation().expected().p() <= .05 ? 1 : 0;
            alarms[2] += result.assortativity().expected().p() <= .05 ? 1 : 0;
        }
        // 15 of 300 are expected; 28 or more would come by chance once in a thousand.
        assertThat(alarms).satisfies(found -> assertThat(Arrays.stream(found).boxed())
                .allMatch(alarm -> alarm >= 3 && alarm <= 28));
    }

    @Test
    void edgeCases_asDocumented() {
        Segregation.Result empty = of(GraphText.graph(""));
        assertThat(empty.homophily()).isEmpty();
        assertThat(empty.segregation().observed()).isNaN();
        assertThat(empty.assortativity().expected().p()).isNaN();
        Segregation.Result alone = of(GraphText.graph("ann"), 0);
        assertThat(alone.homophily().getFirst().observed()).isNaN();
        // One group of everybody: nobody else to keep from.
        Segregation.Result one = of(GraphText.graph("a-b b-c d-e"), 0, 0, 0, 0, 0);
        assertThat(one.homophily().getFirst().observed()).isNaN();
        assertThat(one.segregation().observed()).isNaN();
        assertThat(one.assortativity().observed()).isNaN();
        // Parallel ties and ties to oneself are the graph's business: one pair, one tie.
        TieGraph parallel = TieGraph.undirected(
                3, new int[] {0, 1, 0, 1}, new int[] {1, 0, 0, 2}, new double[] {1, 1, 1, 1}, new int[] {1, 1, 1, 1});
        assertThat(of(parallel, 0, 0, 1).segregation().observed())
                .isEqualTo(of(GraphText.graph("0-1 1-2"), 0, 0, 1).segregation().observed());
        assertThatThrownBy(() -> of(GraphText.graph("a-b"), 0)).hasMessageContaining("not 1");
        assertThatThrownBy(
                        () -> ExternalInternal.Parameters.defaults(new int[0]).withPermutations(-1))
                .hasMessageContaining("not -1");
        assertThatThrownBy(
                        () -> ExternalInternal.Parameters.defaults(new int[0]).withThreads(0))
                .hasMessageContaining("not 0");
    }

    @Test
    void relabelledOrOtherThreads_same() {
        TieGraph graph = GraphText.random(8, 50, .1, Orientation.DIRECTED, 3);
        int[] groups = BetweennessTest.groups(8, 50);
        int[] names = GraphText.permutation(9, 50);
        int[] renamed = new int[50];
        for (int vertex = 0; vertex < 50; vertex++) {
            renamed[names[vertex]] = groups[vertex];
        }
        Segregation.Result here = of(graph, groups);
        Segregation.Result there = of(GraphText.relabelled(graph, names), renamed);
        assertThat(there.assortativity().observed())
                .isCloseTo(here.assortativity().observed(), ROUNDING);
        assertThat(there.segregation().observed()).isCloseTo(here.segregation().observed(), ROUNDING);
        assertThat(Segregation.compute(
                        graph, ExternalInternal.Parameters.defaults(groups).withThreads(1)))
                .isEqualTo(here);
    }

    @Test
    void rewired_everybodyKeepsTheirTies() {
        for (long seed = 1; seed <= 200; seed++) {
            boolean directed = seed % 2 == 0;
            int people = 2 + (int) (seed % 25);
            TieGraph graph =
                    GraphText.random(seed, people, .3, directed ? Orientation.DIRECTED : Orientation.UNDIRECTED, 1);
            Rewiring rewiring = new Rewiring(graph, seed);
            List<int[]> ties = new ArrayList<>();
            for (int tie = 0; tie < rewiring.ties(); tie++) {
                ties.add(new int[] {rewiring.from(tie), rewiring.to(tie)});
            }
            assertThat(graph(people, ties, graph.orientation()).neighbours()).isEqualTo(graph.neighbours());
            rewiring.sweep();
            rewiring.sweep();
            ties.clear();
            for (int tie = 0; tie < rewiring.ties(); tie++) {
                ties.add(new int[] {rewiring.from(tie), rewiring.to(tie)});
            }
            // A tie to oneself or a second one would be lost in the graph.
            TieGraph rewired = graph(people, ties, graph.orientation());
            assertThat(rewired.ties()).as("seed %d", seed).isEqualTo(graph.ties());
            assertThat(rewired.offsets()).as("seed %d", seed).isEqualTo(graph.offsets());
            assertThat(rewired.reversed().offsets())
                    .as("seed %d", seed)
                    .isEqualTo(graph.reversed().offsets());
        }
    }

    private static TieGraph graph(int people, List<int[]> ties, Orientation orientation) {
        return SharedData.simple(
                people,
                ties.stream().mapToInt(tie -> tie[0]).toArray(),
                ties.stream().mapToInt(tie -> tie[1]).toArray(),
                orientation);
    }

    @Test
    void rewired_fourPeopleOneTieEach_everyMatchingAsOften() {
        // Three ways to pair four people; after a sweep each is as likely as the others.
        int[] found = new int[4];
        for (long seed = 0; seed < 3_000; seed++) {
            Rewiring rewiring = new Rewiring(GraphText.graph("0-1 2-3"), Seeds.of(1, seed));
            for (int sweep = 0; sweep < 6; sweep++) {
                rewiring.sweep();
            }
            int tie = rewiring.from(0) == 0 || rewiring.to(0) == 0 ? 0 : 1;
            found[rewiring.from(tie) + rewiring.to(tie)]++;
        }
        // 1,000 each, give or take four standard deviations of 26.
        assertThat(found)
                .satisfies(counts -> assertThat(IntStream.of(counts).skip(1).boxed())
                        .allMatch(count -> Math.abs(count - 1_000) < 104));
    }

    @Test
    void configuration_barbell_closedFormsArithmetic() {
        ConfigurationModel.Result result = ConfigurationModel.compute(
                Shapes.barbell(3), ConfigurationModel.Parameters.defaults(new int[] {0, 0, 0, 1, 1, 1}));
        assertThat(result.whole().observed()).isCloseTo(-5 / 7.0, ROUNDING);
        // Products inside 16 a side of 81: 7 * 32 / 81 ties inside.
        assertThat(result.whole().approximate()).isCloseTo(1 - 2 * 32 / 81.0, ROUNDING);
        assertThat(result.groups().getFirst().observed()).isCloseTo(-.5, ROUNDING);
        assertThat(result.whole().expected().mean()).isBetween(-.2, .6);
    }

    @Test
    void configuration_agreesWithMixingMatrix() {
        for (long seed = 1; seed <= 200; seed++) {
            Orientation orientation = seed % 2 == 0 ? Orientation.DIRECTED : Orientation.UNDIRECTED;
            TieGraph graph = GraphText.random(seed, 12, .3, orientation, 1);
            int[] groups = BetweennessTest.groups(seed, 12);
            ConfigurationModel.Result result = ConfigurationModel.compute(
                    graph, ConfigurationModel.Parameters.defaults(groups).withSamples(0));
            MixingMatrix.Result mixing = MixingMatrix.compute(graph, MixingMatrix.Parameters.defaults(groups));
            double inside = 0;
            double ties = 0;
            for (int group = 0; group < 3; group++) {
                inside += mixing.cell(group, group).expected();
                for (int other = orientation == Orientation.DIRECTED ? 0 : group; other < 3; other++) {
                    ties += mixing.cell(group, other).ties();
                }
            }
            same(result.whole().approximate(), (ties - 2 * inside) / ties, seed);
            assertThat(result.whole().expected().p()).isNaN();
        }
    }

    @Test
    void configuration_randomNetworks_fewFalseAlarmsAndNearTheClosedForm() {
        int alarms = 0;
        double away = 0;
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 40, .12);
            int[] groups = IntStream.range(0, 40).map(vertex -> vertex % 4).toArray();
            ConfigurationModel.Score whole = ConfigurationModel.compute(
                            graph,
                            ConfigurationModel.Parameters.defaults(groups).withSeed(seed))
                    .whole();
            alarms += whole.expected().p() <= .05 ? 1 : 0;
            away += whole.expected().mean() - whole.approximate();
        }
        // 10 of 200 are expected; 21 or more would come by chance once in a thousand.
        assertThat(alarms).isBetween(1, 20);
        assertThat(away / 200).isCloseTo(0, within(.01));
    }

    @Test
    void configuration_plantedGroups_alarm() {
        int[] groups = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1};
        ConfigurationModel.Score whole = ConfigurationModel.compute(
                        Shapes.barbell(8), ConfigurationModel.Parameters.defaults(groups))
                .whole();
        assertThat(whole.expected().p()).isCloseTo(1 / 101.0, ROUNDING);
        assertThat(whole.observed()).isLessThan(whole.expected().low());
    }

    @Test
    void configuration_edgeCasesThreadsAndInterrupt_asDocumented() {
        int[] groups = BetweennessTest.groups(2, 30);
        TieGraph graph = GraphText.random(2, 30, .2);
        ConfigurationModel.Parameters parameters = ConfigurationModel.Parameters.defaults(groups);
        assertThat(ConfigurationModel.compute(graph, parameters.withThreads(3)))
                .isEqualTo(ConfigurationModel.compute(graph, parameters.withThreads(1)));
        assertThat(ConfigurationModel.compute(GraphText.graph(""), ConfigurationModel.Parameters.defaults(new int[0]))
                        .whole()
                        .observed())
                .isNaN();
        assertThat(ConfigurationModel.compute(
                                GraphText.graph("ann"), ConfigurationModel.Parameters.defaults(new int[] {0}))
                        .groups()
                        .getFirst()
                        .expected()
                        .p())
                .isNaN();
        assertThatThrownBy(() -> parameters.withSamples(-1)).hasMessageContaining("not -1");
        assertThatThrownBy(() -> parameters.withThreads(0)).hasMessageContaining("not 0");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ConfigurationModel.compute(graph, parameters))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void same(double value, double expected, long seed) {
        if (Double.isNaN(expected)) {
            assertThat(value).as("seed %d", seed).isNaN();
        } else {
            assertThat(value).as("seed %d", seed).isCloseTo(expected, ROUNDING);
        }
    }

    private static Segregation.Result of(TieGraph graph, int... groups) {
        return of(graph, Amount.TIES, groups);
    }

    private static Segregation.Result of(TieGraph graph, Amount amount, int... groups) {
        return Segregation.compute(
                graph, ExternalInternal.Parameters.defaults(groups).withAmount(amount));
    }
}
