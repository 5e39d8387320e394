package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

/** Modularity, the constant Potts model and Leiden. */
class ClustersTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    /** A heuristic may lose against another by luck: here in 4 of 200 small graphs, by at most .0075. */
    private static final double LUCK = .01;

    private static final Leiden.Parameters POTTS =
            Leiden.Parameters.defaults().withQuality(Leiden.Quality.CONSTANT_POTTS);

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

    @Test
    void constantPotts_twoTriangles_itsArithmetic() {
        // 6 of 7 ties inside, 3 + 3 pairs of members: (6 - .5 * 6) / 7.
        int[] sides = {0, 0, 0, 1, 1, 1};
        assertThat(potts(Shapes.barbell(3), sides, .5)).isCloseTo(3 / 7.0, ROUNDING);
        // Directed, 2 of 3 ties inside, 2 ordered pairs: (2 - .5 * 2) / 3.
        assertThat(potts(GraphText.graph("a>b b>a b>c"), new int[] {0, 0, -1}, .5))
                .isCloseTo(1 / 3.0, ROUNDING);
    }

    @Test
    void constantPotts_cliqueAtItsDensity_nothingGained() {
        for (int size = 2; size < 9; size++) {
            assertThat(potts(Shapes.clique(size), new int[size], 1)).isCloseTo(0, ROUNDING);
            assertThat(potts(Shapes.clique(size), new int[size], 0)).isCloseTo(1, ROUNDING);
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void constantPotts_randomGraphs_sameAsSumOverPairs(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 3 + (int) (seed % 15), .3, orientation, 5);
            int[] groups = BetweennessTest.groups(seed, graph.people());
            double[][] a = Oracles.matrix(graph);
            double total = Arrays.stream(a).flatMapToDouble(Arrays::stream).sum();
            double sum = 0;
            for (int from = 0; from < a.length; from++) {
                for (int to = 0; to < a.length; to++) {
                    boolean together = from != to && groups[from] >= 0 && groups[from] == groups[to];
                    sum += together ? a[from][to] - 1.3 : 0;
                }
            }
            double quality = potts(graph, groups, 1.3);
            if (total == 0) {
                assertThat(quality).isNaN();
            } else {
                assertThat(quality).as("seed %d", seed).isCloseTo(sum / total, ROUNDING);
            }
        }
    }

    @Test
    void constantPotts_wrongParameters_refused() {
        assertThatThrownBy(() -> potts(Shapes.path(3), new int[2], 1)).hasMessageContaining("not 2");
        assertThatThrownBy(() -> potts(Shapes.path(3), new int[3], Double.NaN)).hasMessageContaining("NaN");
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
    void leiden_ringOfCliques_resolutionLimitOfModularityOnly() {
        // Fortunato and Barthélemy, 2007: 30 cliques of 5 in a ring; two by two 15 * 21 / 330 - 15 (1 / 15)².
        TieGraph ring = ring(30, 5);
        Leiden.Result modularity = Leiden.compute(ring, Leiden.Parameters.defaults());
        assertThat(modularity.quality()).isGreaterThan(15 * 21 / 330.0 - 1 / 15.0 - 1e-3);
        assertThat(modularity.count()).isLessThan(20);
        Leiden.Result potts = Leiden.compute(ring, POTTS.withResolution(.5));
        assertThat(potts.count()).isEqualTo(30);
        // 300 of 330 ties and 30 * 10 pairs inside.
        assertThat(potts.quality()).isCloseTo((300 - .5 * 300) / 330, ROUNDING);
        assertThat(potts.stability()).isCloseTo(1, ROUNDING);
    }

    @ParameterizedTest
    @EnumSource(Leiden.Quality.class)
    void leiden_smallRandomGraphs_bestOfAllPartitions(Leiden.Quality quality) {
        int missed = 0;
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 2 + (int) (seed % 7), .5, Orientation.UNDIRECTED, 3);
            Leiden.Parameters parameters = Leiden.Parameters.defaults()
                    .withQuality(quality)
                    .withSeed(seed)
                    .withResolution(quality == Leiden.Quality.MODULARITY ? 1 : .7);
            double best = exhaustive(graph, parameters, new int[graph.people()], 0, 0);
            double found = Leiden.compute(graph, parameters).quality();
            if (graph.ties() > 0) {
                assertThat(found).as("seed %d", seed).isLessThan(best + 1e-9);
                missed += found < best - 1e-9 ? 1 : 0;
            }
        }
        // A local optimum may hold all ten runs.
        assertThat(missed).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void leiden_moreThreads_sameBitForBit(int threads) {
        TieGraph graph = fractions(GraphText.random(31, 300, .04), 1 / 3.0);
        Leiden.Result one = Leiden.compute(graph, Leiden.Parameters.defaults().withThreads(1));
        Leiden.Result more = Leiden.compute(graph, Leiden.Parameters.defaults().withThreads(threads));
        assertThat(more.clusters()).isEqualTo(one.clusters());
        assertThat(more.quality()).isEqualTo(one.quality());
        assertThat(more.stability()).isEqualTo(one.stability());
    }

    @Test
    void leiden_otherUnitOfStrength_sameClusters() {
        TieGraph graph = GraphText.random(5, 300, .04, Orientation.UNDIRECTED, 7);
        Leiden.Result result = Leiden.compute(graph, Leiden.Parameters.defaults());
        for (double unit : new double[] {1 / 1024.0, 1024}) {
            assertThat(Leiden.compute(fractions(graph, unit), Leiden.Parameters.defaults())
                            .clusters())
                    .isEqualTo(result.clusters());
        }
    }

    @Test
    void leiden_relabelledPeople_sameOptimum() {
        TieGraph graph = SharedData.gml("karate.gml");
        for (long seed = 1; seed <= 10; seed++) {
            TieGraph renamed = GraphText.relabelled(graph, GraphText.permutation(seed, graph.people()));
            assertThat(Leiden.compute(renamed, Leiden.Parameters.defaults()).quality())
                    .isCloseTo(.4197896120973046, ROUNDING);
        }
    }

    @ParameterizedTest
    @EnumSource(Leiden.Quality.class)
    void leiden_randomGraphs_noWorseThanItsAuthors(Leiden.Quality quality) {
        double sum = 0;
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 20 + (int) (seed % 60), .1, Orientation.UNDIRECTED, 3);
            Leiden.Parameters parameters = Leiden.Parameters.defaults()
                    .withQuality(quality)
                    .withSeed(seed)
                    .withResolution(quality == Leiden.Quality.MODULARITY ? 1 : .3);
            double ours = Leiden.compute(graph, parameters).quality();
            double theirs = Leiden.quality(graph, parameters, AuthorsLeiden.best(graph, parameters));
            assertThat(ours).as("seed %d", seed).isGreaterThan(theirs - LUCK);
            sum += ours - theirs;
        }
        // What luck gives on one graph it takes on another.
        assertThat(sum / 200).isGreaterThan(-LUCK / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"networkit_jazz.graph", "networkit_power.graph", "networkit_hep-th.graph"})
    void leiden_realNetworks_noWorseThanItsAuthors(String name) {
        TieGraph graph = SharedData.metis(name);
        Leiden.Parameters parameters = Leiden.Parameters.defaults().withRuns(3);
        assertThat(Leiden.compute(graph, parameters).quality())
                .isGreaterThan(Leiden.quality(graph, parameters, AuthorsLeiden.best(graph, parameters)) - .002);
    }

    @Test
    void leiden_wrongParameters_refused() {
        Leiden.Parameters defaults = Leiden.Parameters.defaults();
        assertThatThrownBy(() -> defaults.withResolution(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> defaults.withRuns(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> defaults.withThreads(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> new Leiden.Parameters(1, 1, 0, 1)).hasMessageContaining("and 0");
    }

    @Test
    void leiden_progress_risesToOne() {
        List<Double> heard = new ArrayList<>();
        Leiden.compute(GraphText.random(3, 100, .1), Leiden.Parameters.defaults(), heard::add);
        assertThat(heard).isSorted().hasSizeGreaterThan(10);
        assertThat(heard.getLast()).isEqualTo(1);
    }

    @Test
    void leiden_callerInterrupted_stops() {
        TieGraph graph = GraphText.random(3, 100, .1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Leiden.compute(graph, Leiden.Parameters.defaults()))
                .isInstanceOf(CancellationException.class);
        // The interruption was kept for the caller, and is taken back so that other tests go on.
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void moves_randomGraphs_gainWhatTheySayAndLeaveNothingToGain() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 2 + (int) (seed % 15), .3, Orientation.UNDIRECTED, 4);
            if (graph.ties() == 0) {
                continue;
            }
            int[] clusters = start(seed, graph.people());
            double before = modularity(graph, clusters, 1);
            ClusterNetwork network = network(graph);
            double total = Arrays.stream(network.masses()).sum();
            double gained = 0;
            double last = 1;
            while (last > 0) {
                // Who gains by leaving a cluster that a stranger joined is found by the next call only.
                last = new ClusterMoves(network, clusters, 1 / total, 1e-13 * total, new SplittableRandom(seed))
                        .run(GraphText.permutation(seed, graph.people()));
                gained += last;
            }
            double after = modularity(graph, clusters, 1);
            assertThat(after - before).as("seed %d", seed).isCloseTo(2 * gained / total, ROUNDING);
            for (int vertex = 0; vertex < graph.people(); vertex++) {
                for (int cluster = 0; cluster < graph.people(); cluster++) {
                    int[] moved = clusters.clone();
                    moved[vertex] = cluster;
                    assertThat(modularity(graph, moved, 1))
                            .as("seed %d, vertex %d to %d", seed, vertex, cluster)
                            .isLessThan(after + 1e-9);
                }
            }
        }
    }

    @Test
    void refinement_anyClusters_connectedPartsOfOneClusterEach() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 2 + (int) (seed % 40), .15, Orientation.UNDIRECTED, 3);
            int[] clusters = start(seed, graph.people());
            ClusterNetwork network = network(graph);
            double total = Arrays.stream(network.masses()).sum();
            ClusterRefinement.Parts parts = new ClusterRefinement(
                            network, clusters, 1 / Math.max(1, total), .01, new SplittableRandom(seed))
                    .run();
            assertThat(ClusterNumbers.bySize(ClusterNumbers.connected(graph, parts.partOf())))
                    .as("seed %d", seed)
                    .isEqualTo(ClusterNumbers.bySize(byFirst(parts.partOf())));
            int[] clusterOfPart = new int[parts.count()];
            Arrays.fill(clusterOfPart, -1);
            for (int vertex = 0; vertex < graph.people(); vertex++) {
                int part = parts.partOf()[vertex];
                assertThat(clusterOfPart[part]).isIn(-1, clusters[vertex]);
                clusterOfPart[part] = clusters[vertex];
            }
        }
    }

    @Test
    void aggregation_randomGraphs_sameStrengthBetweenParts() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 1 + (int) (seed % 20), .3, Orientation.UNDIRECTED, 4);
            int[] parts = byFirst(start(seed, graph.people()));
            int count = Groups.count(parts);
            ClusterNetwork aggregated = network(graph).aggregated(parts, count);
            double[][] expected = new double[count][count];
            for (int from = 0; from < graph.people(); from++) {
                for (int slot = graph.rowStart(from); slot < graph.rowEnd(from); slot++) {
                    int to = graph.neighbour(slot);
                    expected[parts[from]][parts[to]] += parts[from] == parts[to] ? 0 : graph.strength(slot);
                }
            }
            double[][] found = new double[count][count];
            for (int part = 0; part < count; part++) {
                for (int slot = aggregated.offsets()[part]; slot < aggregated.offsets()[part + 1]; slot++) {
                    // Each neighbour once: an assignment would hide a second.
                    found[part][aggregated.neighbours()[slot]] += aggregated.strengths()[slot];
                }
            }
            assertThat(found).as("seed %d", seed).isDeepEqualTo(expected);
        }
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

    private static double modularity(TieGraph graph, int[] groups, double resolution) {
        return Modularity.compute(graph, new Modularity.Parameters(groups, resolution))
                .quality();
    }

    private static double potts(TieGraph graph, int[] groups, double resolution) {
        return ConstantPotts.compute(graph, new ConstantPotts.Parameters(groups, resolution))
                .quality();
    }

    private static ClusterNetwork network(TieGraph graph) {
        double[] masses = new double[graph.people()];
        for (int vertex = 0; vertex < masses.length; vertex++) {
            masses[vertex] = Arrays.stream(graph.strengths(), graph.rowStart(vertex), graph.rowEnd(vertex))
                    .sum();
        }
        return ClusterNetwork.of(graph, masses);
    }

    /** Some clusters, among them empty ones. */
    private static int[] start(long seed, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, people)
                .map(_ -> random.nextInt(Math.max(1, people / 2)))
                .toArray();
    }

    /** Numbered in the order of first members. */
    private static int[] byFirst(int[] groups) {
        List<Integer> met = Arrays.stream(groups).distinct().boxed().toList();
        return Arrays.stream(groups).map(met::indexOf).toArray();
    }

    /** The same ties with every strength times a factor. */
    private static TieGraph fractions(TieGraph graph, double factor) {
        double[] strengths =
                Arrays.stream(graph.strengths()).map(value -> value * factor).toArray();
        return TieGraph.directed(
                        graph.people(), graph.sources(), graph.neighbours(), strengths, graph.interactionCounts())
                .undirected();
    }

    /** Cliques of which each has a tie to the next, the last to the first. */
    private static TieGraph ring(int cliques, int size) {
        StringBuilder text = new StringBuilder();
        for (int first = 0; first < cliques * size; first += size) {
            for (int one = first; one < first + size; one++) {
                for (int other = first; other < one; other++) {
                    text.append(one).append('-').append(other).append(' ');
                }
            }
            text.append(first + size - 1)
                    .append('-')
                    .append((first + size) % (cliques * size))
                    .append(' ');
        }
        return GraphText.graph(text.toString());
    }

    /** The highest quality of all partitions that continue this one from a vertex on. */
    private static double exhaustive(
            TieGraph graph, Leiden.Parameters parameters, int[] groups, int vertex, int groupCount) {
        if (vertex == groups.length) {
            return Leiden.quality(graph, parameters, groups);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int group = 0; group <= groupCount; group++) {
            groups[vertex] = group;
            best = Math.max(best, exhaustive(graph, parameters, groups, vertex + 1, Math.max(groupCount, group + 1)));
        }
        return best;
    }

    private static int[] members(int[] clusters, int cluster) {
        return IntStream.range(0, clusters.length)
                .filter(vertex -> clusters[vertex] == cluster)
                .toArray();
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
