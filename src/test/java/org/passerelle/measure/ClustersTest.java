package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

/** Modularity, Leiden and the agreement of partitions. */
class ClustersTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    /** A heuristic may lose against another by luck: here in 4 of 200 small graphs, by at most .0075. */
    private static final double LUCK = .01;

    private static final Offset<Double> FIVE_DIGITS = within(6e-6);

    @Test
    void modularity_twoTriangles_itsArithmetic() {
        // 7 ties: 3 + 3 inside; each side has 7 of 14 ends: 6/7 - 2 (7/14)² = .357143.
        assertThat(modularity(Shapes.barbell(3), new int[] {0, 0, 0, 1, 1, 1}, 1))
                .isCloseTo(6 / 7.0 - .5, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({".5, .702381", "1, .452381", "1.5, .202381"})
    void modularity_twoCliquesAtResolutions_published(double resolution, double published) {
        int[] sides = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        assertThat(modularity(Shapes.barbell(5), sides, resolution)).isCloseTo(published, within(5e-7));
    }

    @Test
    void modularity_karatesSplit_published() {
        TieGraph graph = SharedData.classic("igraph_karate", Orientation.UNDIRECTED);
        int[] split = SharedData.labels("classic/igraph_karate.nodes.csv", "Faction");
        assertThat(modularity(graph, split, 1)).isCloseTo(.371466, within(5e-7));
        // Member 9 stood with the other faction but stayed in the club for his examination.
        split[8] = split[0];
        assertThat(modularity(graph, split, 1)).isCloseTo(.358235, within(5e-7));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void modularity_randomGraphs_sameAsSumOverPairs(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 15), .3, orientation, 5);
            int[] groups = BetweennessTest.groups(seed, graph.people());
            double[][] a = Oracles.matrix(graph);
            double total = Arrays.stream(a).flatMapToDouble(Arrays::stream).sum();
            double sum = 0;
            for (int from = 0; from < a.length; from++) {
                for (int to = 0; to < a.length; to++) {
                    boolean together = from == to || (groups[from] >= 0 && groups[from] == groups[to]);
                    int column = to;
                    double out = Arrays.stream(a[from]).sum();
                    double in = Arrays.stream(a).mapToDouble(row -> row[column]).sum();
                    sum += together ? a[from][to] - 1.3 * out * in / total : 0;
                }
            }
            double quality = modularity(graph, groups, 1.3);
            if (total == 0) {
                assertThat(quality).isNaN();
            } else {
                assertThat(quality).as("seed %d", seed).isCloseTo(sum / total, ROUNDING);
            }
        }
    }

    @Test
    void modularity_wrongParameters_refused() {
        assertThatThrownBy(() -> modularity(Shapes.path(3), new int[2], 1)).hasMessageContaining("not 2");
        assertThatThrownBy(() -> modularity(Shapes.path(3), new int[3], -1)).hasMessageContaining("-1");
    }

    @ParameterizedTest
    @CsvSource({"1, .4197896120973046", "2, .16452991452991447", ".5, .6217948717948718"})
    void leiden_karate_theOptimum(double resolution, double optimum) {
        TieGraph graph = SharedData.gml("karate.gml");
        Leiden.Result result =
                Leiden.compute(graph, Leiden.Parameters.defaults().withResolution(resolution));
        assertThat(result.quality()).isCloseTo(optimum, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"dolphins, .528519, 5", "polbooks, .527237, 5", "football, .604570, 10"})
    void leiden_networksWithProvenOptimum_reachIt(String name, double optimum, int groups) {
        // Optima proven by Aloise et al., Column generation algorithms for exact modularity maximization, 2010.
        Leiden.Result result = Leiden.compute(SharedData.gml(name + ".gml"), Leiden.Parameters.defaults());
        assertThat(result.quality()).isCloseTo(optimum, within(1e-6));
        assertThat(result.count()).isEqualTo(groups);
    }

    @Test
    void leiden_cliquesInARow_eachACluster() {
        Leiden.Result result = Leiden.compute(Shapes.barbell(5), Leiden.Parameters.defaults());
        assertThat(result.clusters()).containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 1, 1);
        assertThat(result.quality()).isCloseTo(.452381, within(5e-7));
        assertThat(result.stability()).isEqualTo(1);
    }

    @Test
    void leiden_sameSeed_sameClusters() {
        TieGraph graph = GraphText.random(31, 200, .04);
        Leiden.Result result = Leiden.compute(graph, Leiden.Parameters.defaults());
        Leiden.Result again = Leiden.compute(graph, Leiden.Parameters.defaults());
        assertThat(again.clusters()).isEqualTo(result.clusters());
        assertThat(again.quality()).isEqualTo(result.quality());
        // A random graph has no clusters, so another seed finds others, and the stability says so.
        assertThat(Leiden.compute(graph, Leiden.Parameters.defaults().withSeed(2))
                        .clusters())
                .isNotEqualTo(result.clusters());
        assertThat(result.stability()).isLessThan(.9);
    }

    @Test
    void leiden_randomGraphs_connectedNumberedBySizeAndNoWorseThanAPeer() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 2 + (int) (seed % 40), .1, Orientation.UNDIRECTED, 3);
            Leiden.Result result = Leiden.compute(graph, new Leiden.Parameters(1, 10, 20, seed));
            int[] sizes = Groups.sizes(result.clusters(), result.count());
            for (int cluster = 0; cluster < result.count(); cluster++) {
                assertThat(sizes[cluster]).isPositive();
                assertThat(cluster == 0 || sizes[cluster - 1] >= sizes[cluster]).isTrue();
                assertThat(new ConnectivityInspector<>(graph.induced(members(result.clusters(), cluster))
                                        .asJGraphT(Length.STEP))
                                .isConnected())
                        .as("seed %d cluster %d", seed, cluster)
                        .isTrue();
            }
            if (graph.ties() > 0) {
                assertThat(result.quality())
                        .as("seed %d", seed)
                        .isEqualTo(modularity(graph, result.clusters(), 1))
                        .isGreaterThanOrEqualTo(greedy(graph) - LUCK);
            }
        }
    }

    @Test
    void leiden_emptyAloneIslandsAndStrengths_asDocumented() {
        assertThat(Leiden.compute(GraphText.graph(""), Leiden.Parameters.defaults())
                        .count())
                .isZero();
        Leiden.Result alone = Leiden.compute(GraphText.graph("a b"), Leiden.Parameters.defaults());
        assertThat(alone.clusters()).containsExactly(0, 1);
        assertThat(alone.quality()).isNaN();
        assertThat(Leiden.compute(GraphText.graph("a-b c-d"), Leiden.Parameters.defaults())
                        .clusters())
                .containsExactly(0, 0, 1, 1);
        // A square falls apart along its weak ties.
        assertThat(Leiden.compute(GraphText.graph("a-b:9 b-c:1 c-d:9 d-a:1"), Leiden.Parameters.defaults())
                        .clusters())
                .containsExactly(0, 0, 1, 1);
    }

    @Test
    void agreement_publishedExample_sameAsScikitLearn() {
        int[] first = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};
        int[] second = {1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2};
        assertThat(agreement(first, second).ami()).isCloseTo(.27821, FIVE_DIGITS);
        assertThat(agreement(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}).ari())
                .isCloseTo(-.5, ROUNDING);
        assertThat(agreement(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}).ari())
                .isCloseTo(4 / 7.0, ROUNDING);
    }

    @Test
    void agreement_sameGroupsOtherNumbers_one() {
        PartitionAgreement.Result result = agreement(new int[] {0, 0, 1, 1, 2}, new int[] {2, 2, 0, 0, 1});
        assertThat(result.ami()).isCloseTo(1, ROUNDING);
        assertThat(result.nmi()).isCloseTo(1, ROUNDING);
        assertThat(result.ari()).isCloseTo(1, ROUNDING);
        assertThat(result.matches().getFirst()).isEqualTo(new PartitionAgreement.Match(0, 2, 2, 1));
    }

    @Test
    void agreement_allDealsOfSmallGroups_expectationIsTheirMean() {
        // Over every order of the second cut AMI and ARI are 0 on average, by their definition.
        int[] first = {0, 0, 0, 1, 1, 2, 2};
        int[] second = {0, 0, 1, 1, 1, 2, 2};
        double ami = 0;
        double ari = 0;
        List<int[]> orders = new ArrayList<>();
        permute(second, 0, orders);
        for (int[] order : orders) {
            PartitionAgreement.Result result = agreement(first, order);
            ami += result.ami();
            ari += result.ari();
        }
        assertThat(orders).hasSize(5040);
        assertThat(ami / orders.size()).isCloseTo(0, ROUNDING);
        assertThat(ari / orders.size()).isCloseTo(0, ROUNDING);
    }

    @Test
    void agreement_randomCuts_sameAsPairCountsAndSymmetric() {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 2 + (int) (seed % 20);
            int[] first = cut(seed, people);
            int[] second = cut(seed + 1000, people);
            PartitionAgreement.Result result = agreement(first, second);
            PartitionAgreement.Result turned = agreement(second, first);
            assertThat(turned.ami()).isCloseTo(result.ami(), ROUNDING);
            assertThat(turned.nmi()).isCloseTo(result.nmi(), ROUNDING);
            double together = 0;
            double one = 0;
            double other = 0;
            double pairs = 0;
            for (int left = 0; left < people; left++) {
                for (int right = 0; right < left; right++) {
                    boolean inFirst = first[left] == first[right];
                    boolean inSecond = second[left] == second[right];
                    together += inFirst && inSecond ? 1 : 0;
                    one += inFirst ? 1 : 0;
                    other += inSecond ? 1 : 0;
                    pairs++;
                }
            }
            double expected = one * other / pairs;
            double mean = (one + other) / 2;
            if (mean != expected) {
                assertThat(result.ari())
                        .as("seed %d", seed)
                        .isCloseTo((together - expected) / (mean - expected), ROUNDING);
            }
        }
    }

    @Test
    void agreement_edgeCases_asDocumented() {
        assertThat(agreement(new int[0], new int[0]).ami()).isNaN();
        assertThat(agreement(new int[] {0}, new int[] {4}).ami()).isEqualTo(1);
        assertThat(agreement(new int[] {0, 0, 0}, new int[] {0, 0, 0}).ari()).isEqualTo(1);
        assertThat(agreement(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}).ami())
                .isCloseTo(0, ROUNDING);
        PartitionAgreement.Result part = agreement(new int[] {0, 0, 1, -1}, new int[] {0, 0, -1, 1});
        assertThat(part.people()).isEqualTo(2);
        assertThat(part.matches().get(1).best()).isEqualTo(-1);
        assertThatThrownBy(() -> agreement(new int[1], new int[2])).hasMessageContaining("1 and 2");
    }

    private static double modularity(TieGraph graph, int[] groups, double resolution) {
        return Modularity.compute(graph, new Modularity.Parameters(groups, resolution))
                .quality();
    }

    private static PartitionAgreement.Result agreement(int[] first, int[] second) {
        return PartitionAgreement.compute(new PartitionAgreement.Parameters(first, second));
    }

    private static int[] members(int[] clusters, int cluster) {
        return IntStream.range(0, clusters.length)
                .filter(vertex -> clusters[vertex] == cluster)
                .toArray();
    }

    private static int[] cut(long seed, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, people).map(_ -> random.nextInt(4)).toArray();
    }

    private static void permute(int[] values, int from, List<int[]> orders) {
        if (from == values.length) {
            orders.add(values.clone());
        }
        for (int other = from; other < values.length; other++) {
            swap(values, from, other);
            permute(values, from + 1, orders);
            swap(values, from, other);
        }
    }

    private static void swap(int[] values, int one, int other) {
        int value = values[one];
        values[one] = values[other];
        values[other] = value;
    }

    /** Merges the two groups that gain most until none do: slow, obvious and weaker. */
    private static double greedy(TieGraph graph) {
        int[] groups = IntStream.range(0, graph.people()).toArray();
        double best = modularity(graph, groups, 1);
        boolean better = true;
        while (better) {
            better = false;
            int[] merged = groups;
            for (int one = 0; one < graph.people(); one++) {
                for (int slot = graph.rowStart(one); slot < graph.rowEnd(one); slot++) {
                    int from = groups[one];
                    int into = groups[graph.neighbour(slot)];
                    if (from < into) {
                        int[] tried = Arrays.stream(groups)
                                .map(group -> group == from ? into : group)
                                .toArray();
                        double quality = modularity(graph, tried, 1);
                        if (quality > best + 1e-12) {
                            best = quality;
                            merged = tried;
                            better = true;
                        }
                    }
                }
            }
            groups = merged;
        }
        return best;
    }
}
