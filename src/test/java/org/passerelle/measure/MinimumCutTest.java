package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.matching.HopcroftKarpMaximumCardinalityBipartiteMatching;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.measure.MinimumCut.CutTie;
import org.passerelle.measure.MinimumCut.Ways;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class MinimumCutTest {
    /** Sums of the same strengths in another order. */
    private static final double ROUNDING = 1e-9;

    private static MinimumCut.Result cut(TieGraph graph, Ways ways, int... groups) {
        return MinimumCut.compute(
                graph, MinimumCut.Parameters.defaults(groups, 0, 1).withWays(ways));
    }

    /** The first so many vertices are one group, the last so many the other. */
    private static int[] ends(int people, int first, int last) {
        return IntStream.range(0, people)
                .map(vertex -> vertex < first ? 0 : vertex >= people - last ? 1 : -1)
                .toArray();
    }

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    @Test
    void twoUnitsAndALiaison_theArithmetic() {
        // Unit {0,1,2} and unit {3,4,5}; 0 knows 3, 4 and 5; 1 and 6 know each other, and 6 knows 4 and 5.
        TieGraph graph = GraphText.graph("0-1 1-2 3-4 4-5 0-3:1 0-4:2 0-5:3 1-6:4 6-4:5 6-5:6");
        int[] groups = {0, 0, 0, 1, 1, 1, -1};
        // 0 is an end of all three direct ties: 1 + 2 + 3.
        MinimumCut.Result direct = cut(graph, Ways.DIRECT, groups);
        assertThat(direct.people()).containsExactly(0);
        assertThat(direct.ties()).containsExactly(new CutTie(0, 3), new CutTie(0, 4), new CutTie(0, 5));
        assertThat(direct.strength()).isEqualTo(6);
        // Chains 0-3 and 1-6-4 share nobody, and {0, 1} meets all: nearer to the first unit than {0, 6}. Tie 1-6
        // of 4 is less than 6-4 and 6-5 of 11: 6 + 4.
        MinimumCut.Result any = cut(graph, Ways.ANY, groups);
        assertThat(any.people()).containsExactly(0, 1);
        assertThat(any.ties()).containsExactly(new CutTie(0, 3), new CutTie(0, 4), new CutTie(0, 5), new CutTie(1, 6));
        assertThat(any.strength()).isEqualTo(10);
    }

    @Test
    void sameCutFromTheOtherSide_asManyPeopleNearerToThatSide() {
        TieGraph chain = Shapes.path(4);
        int[] groups = {0, -1, -1, 1};
        assertThat(cut(chain, Ways.ANY, groups).people()).containsExactly(0);
        MinimumCut.Result back = MinimumCut.compute(chain, MinimumCut.Parameters.defaults(groups, 1, 0));
        assertThat(back.people()).containsExactly(3);
        assertThat(back.ties()).containsExactly(new CutTie(2, 3));
    }

    @Test
    void closedForms_pathCycleStarCliqueBarbellBroker_asKnown() {
        // Two chains round a cycle; everybody over the middle of a star.
        assertThat(cut(Shapes.cycle(8), Ways.ANY, ends(8, 2, 2)).people()).hasSize(2);
        assertThat(cut(Shapes.star(7), Ways.ANY, -1, 0, 0, 0, 1, 1, 1).people()).containsExactly(0);
        // All of the smaller part of a clique, since everybody in it knows everybody in the other.
        for (Ways ways : Ways.values()) {
            assertThat(cut(Shapes.clique(7), ways, ends(7, 3, 4)).people()).containsExactly(0, 1, 2);
            assertThat(cut(Shapes.clique(7), ways, ends(7, 4, 3)).people()).containsExactly(4, 5, 6);
            assertThat(cut(Shapes.clique(7), ways, ends(7, 4, 3)).strength()).isEqualTo(12);
            assertThat(cut(Shapes.barbell(4), ways, ends(8, 4, 4)).people()).containsExactly(3);
            assertThat(cut(Shapes.barbell(4), ways, ends(8, 4, 4)).ties()).containsExactly(new CutTie(3, 4));
        }
        // Nobody knows anybody directly; the broker's own contact is as good a cut, and nearer.
        int[] brokered = {0, 0, 0, 0, 1, 1, 1, 1, -1};
        assertThat(cut(Shapes.brokered(4), Ways.DIRECT, brokered).people()).isEmpty();
        assertThat(cut(Shapes.brokered(4), Ways.ANY, brokered).people()).containsExactly(3);
    }

    @Test
    void icosahedron_contactsOfOppositeCorners_fivefoldConnected() {
        // The icosahedron's graph is 5-connected, so nothing smaller parts the five contacts of 0 from those of 11.
        TieGraph graph =
                GraphText.graph("0-1 0-2 0-3 0-4 0-5 1-2 2-3 3-4 4-5 5-1 1-6 1-7 2-7 2-8 3-8 3-9 4-9 4-10 5-10 5-6"
                        + " 6-7 7-8 8-9 9-10 10-6 11-6 11-7 11-8 11-9 11-10");
        MinimumCut.Result result = cut(graph, Ways.ANY, -1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, -1);
        assertThat(result.people()).containsExactly(1, 2, 3, 4, 5);
        assertThat(result.ties()).hasSize(10);
    }

    @Test
    void karate_cutBetweenTheLeaders_isZacharysPrediction() {
        // Wayne Zachary, An information flow model, 1977, doi:10.1086/jar.33.4.3629752: the minimum cut between 1 and
        // 34
        // puts everybody on the side they later took, but for member 9.
        Map<String, List<String>> columns = SharedData.columns("classic/igraph_karate.edges.csv");
        int[] from = SharedData.wholeNumbers(columns, "from");
        int[] to = SharedData.wholeNumbers(columns, "to");
        double[] strength = SharedData.numbers("classic/igraph_karate.edges.csv", "weight");
        TieGraph graph = TieGraph.undirected(35, from, to, strength, new int[from.length]);
        int[] groups = new int[35];
        Arrays.fill(groups, -1);
        groups[1] = 0;
        groups[34] = 1;
        Set<CutTie> ties = Set.copyOf(cut(graph, Ways.ANY, groups).ties());
        BitSet side = side(graph, groups, new BitSet(), ties);
        assertThat(side.stream().toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 17, 18, 20, 22);
    }

    @Test
    void emptyAloneIslandsSelfAndParallelTies_asDocumented() {
        for (Ways ways : Ways.values()) {
            assertNothing(cut(GraphText.graph(""), ways));
            assertNothing(cut(GraphText.graph("ann"), ways, 0));
            assertNothing(cut(GraphText.graph("a-b c-d"), ways, 0, 0, 1, 1));
            assertNothing(cut(GraphText.graph("a-b c"), ways, 0, -1, 1));
            assertThat(cut(GraphText.graph("a-a a-b:1 b-a:2 b-b"), ways, 0, 1).strength())
                    .isEqualTo(3);
            assertThat(cut(GraphText.graph("a>b:1 b>a:2"), ways, 0, 1).people()).containsExactly(0);
        }
        // A detour through a group's own members is no chain of its own.
        assertThat(cut(GraphText.graph("0-1 1-2 2-3 0-2"), Ways.ANY, 0, 0, 1, 1).ties())
                .containsExactly(new CutTie(0, 2), new CutTie(1, 2));
    }

    private static void assertNothing(MinimumCut.Result result) {
        assertThat(result.people()).isEmpty();
        assertThat(result.ties()).isEmpty();
        assertThat(result.strength()).isZero();
    }

    @Test
    void groupAgainstItself_refused() {
        assertThatThrownBy(() -> MinimumCut.Parameters.defaults(new int[] {0, 1}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two different groups");
    }

    @Test
    void chainOfManyPeople_noOverflow() {
        int people = 20_000;
        MinimumCut.Result result = cut(path(people), Ways.ANY, ends(people, 1, 1));
        assertThat(result.people()).containsExactly(0);
        assertThat(result.ties()).containsExactly(new CutTie(0, 1));
    }

    private static TieGraph path(int people) {
        return SharedData.simple(
                people,
                IntStream.range(0, people - 1).toArray(),
                IntStream.range(1, people).toArray(),
                Orientation.UNDIRECTED);
    }

    @Test
    void interruptedThread_stops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> cut(Shapes.clique(6), Ways.ANY, ends(6, 2, 2)))
                .isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void interruptedInAFlow_stops(double after) {
        // In the people's flow, and in that of the ties.
        assertThatThrownBy(() -> MinimumCut.compute(
                        Shapes.cycle(8), MinimumCut.Parameters.defaults(ends(8, 2, 2), 0, 1), share -> {
                            if (share > after && share < 1) {
                                Thread.currentThread().interrupt();
                            }
                        }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void progress_neverFallsAndEndsAtOne() {
        List<Double> heard = new ArrayList<>();
        MinimumCut.compute(Shapes.clique(6), MinimumCut.Parameters.defaults(ends(6, 2, 2), 0, 1), heard::add);
        assertThat(heard).isSorted().endsWith(1.0);
    }

    @ParameterizedTest
    @EnumSource
    void randomGraphs_sameAsTryingEverySet(Ways ways) {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int people = 2 + random.nextInt(9);
            TieGraph graph = GraphText.random(seed, people, 0.1 + random.nextDouble() * 0.6, Orientation.UNDIRECTED, 3);
            int[] groups =
                    IntStream.range(0, people).map(_ -> random.nextInt(4) - 1).toArray();
            MinimumCut.Result result = cut(graph, ways, groups);
            // Over direct ties alone nobody else is there.
            TieGraph searched = ways == Ways.ANY ? graph : between(graph, groups);
            assertThat(bits(result.people())).as("people, seed %d", seed).isEqualTo(fewest(searched, groups));
            assertThat(result.ties()).as("ties, seed %d", seed).isEqualTo(weakest(searched, groups));
            assertThat(result.strength())
                    .as("strength, seed %d", seed)
                    .isEqualTo(result.ties().stream()
                            .mapToDouble(tie -> graph.strength(graph.slot(tie.from(), tie.to())))
                            .sum());
        }
    }

    @Test
    void largerRandomGraphs_sameAsJGraphTsFlow() {
        int both = 0;
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int people = 20 + random.nextInt(80);
            TieGraph graph =
                    GraphText.random(seed, people, (1 + 5 * random.nextDouble()) / people, Orientation.UNDIRECTED, 9);
            int share = 2 + random.nextInt(6);
            int[] groups = IntStream.range(0, people)
                    .map(_ -> random.nextInt(share) < 2 ? random.nextInt(2) : -1)
                    .toArray();
            MinimumCut.Result result = cut(graph, Ways.ANY, groups);
            assertThat(result.people()).as("people, seed %d", seed).isEqualTo(FlowOracle.people(graph, groups));
            assertThat(result.ties()).as("ties, seed %d", seed).isEqualTo(FlowOracle.ties(graph, groups));
            assertThat(side(graph, groups, bits(result.people()), Set.of()).stream())
                    .as("nobody of the other group in contact, seed %d", seed)
                    .noneMatch(vertex -> groups[vertex] == 1);
            assertThat(side(graph, groups, new BitSet(), Set.copyOf(result.ties())).stream())
                    .as("nobody of the other group in contact, seed %d", seed)
                    .noneMatch(vertex -> groups[vertex] == 1);
            int smaller = (int) Math.min(
                    Arrays.stream(groups).filter(group -> group == 0).count(),
                    Arrays.stream(groups).filter(group -> group == 1).count());
            both += result.people().length > 1 && result.people().length < smaller ? 1 : 0;
        }
        // Cuts that are a whole group or one person would be found by less.
        assertThat(both).isGreaterThan(50);
    }

    @Test
    void latticeOfManyRows_chainsThatMustBeLedAnew() {
        // A grid of 60 columns and 40 rows, whose left and right edges are the groups; a wall in the middle leaves 7.
        List<int[]> ties = new ArrayList<>();
        int[] groups = new int[2400];
        for (int column = 0; column < 60; column++) {
            for (int row = 0; row < 40; row++) {
                groups[40 * column + row] = column == 0 ? 0 : column == 59 ? 1 : -1;
                if (column < 59 && (column != 30 || row % 6 == 0)) {
                    ties.add(new int[] {40 * column + row, 40 * column + 40 + row});
                }
                if (row < 39) {
                    ties.add(new int[] {40 * column + row, 40 * column + row + 1});
                }
            }
        }
        TieGraph grid = SharedData.simple(
                2400,
                ties.stream().mapToInt(tie -> tie[0]).toArray(),
                ties.stream().mapToInt(tie -> tie[1]).toArray(),
                Orientation.UNDIRECTED);
        MinimumCut.Result result = cut(grid, Ways.ANY, groups);
        assertThat(result.people())
                .isEqualTo(IntStream.range(0, 7).map(gap -> 1200 + 6 * gap).toArray());
        assertThat(result.ties()).hasSize(7);
        assertThat(result.people()).isEqualTo(FlowOracle.people(grid, groups));
    }

    @Test
    void randomGraphs_directPeopleAreAsManyAsPairsThatShareNobody() {
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.random(seed, 40, 0.05 + seed % 5 * 0.03);
            int[] groups = ends(40, 15, 20);
            Graph<Integer, DefaultEdge> pairs = new SimpleGraph<>(DefaultEdge.class);
            IntStream.range(0, 40).forEach(pairs::addVertex);
            for (int vertex = 0; vertex < 15; vertex++) {
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    if (graph.neighbour(slot) >= 20) {
                        pairs.addEdge(vertex, graph.neighbour(slot));
                    }
                }
            }
            int matched = new HopcroftKarpMaximumCardinalityBipartiteMatching<>(
                            pairs,
                            IntStream.range(0, 15).boxed().collect(Collectors.toSet()),
                            IntStream.range(15, 40).boxed().collect(Collectors.toSet()))
                    .getMatching()
                    .getEdges()
                    .size();
            assertThat(cut(graph, Ways.DIRECT, groups).people())
                    .as("seed %d", seed)
                    .hasSize(matched);
        }
    }

    @Test
    void relabelledVertices_sameCut() {
        for (long seed = 1; seed <= 50; seed++) {
            TieGraph graph = GraphText.random(seed, 30, 0.12, Orientation.UNDIRECTED, 4);
            int[] groups = ends(30, 6, 8);
            int[] names = GraphText.permutation(seed, 30);
            int[] renamed = new int[30];
            Arrays.setAll(renamed, vertex -> 0);
            for (int vertex = 0; vertex < 30; vertex++) {
                renamed[names[vertex]] = groups[vertex];
            }
            MinimumCut.Result one = cut(graph, Ways.ANY, groups);
            MinimumCut.Result other = cut(GraphText.relabelled(graph, names), Ways.ANY, renamed);
            assertThat(bits(other.people()))
                    .as("seed %d", seed)
                    .isEqualTo(bits(Arrays.stream(one.people())
                            .map(vertex -> names[vertex])
                            .toArray()));
            assertThat(other.ties()).hasSameSizeAs(one.ties());
            assertThat(other.strength()).isCloseTo(one.strength(), within(ROUNDING));
        }
    }

    @Test
    void strengthsThatDoNotAddUpExactly_equalCutsStillTheNearest() {
        // 0.1 + 0.2 is not 0.3: both cuts are equal to the rounding, so the nearer one is given.
        TieGraph graph = GraphText.graph("0-1:0.1 0-2:0.2 1-3:0.5 2-3:0.5 3-4:0.3");
        assertThat(cut(graph, Ways.ANY, 0, -1, -1, -1, 1).ties()).containsExactly(new CutTie(0, 1), new CutTie(0, 2));
    }

    private static BitSet bits(int[] vertices) {
        BitSet bits = new BitSet();
        Arrays.stream(vertices).forEach(bits::set);
        return bits;
    }

    /** The graph with nobody but the two groups. */
    private static TieGraph between(TieGraph graph, int[] groups) {
        List<int[]> kept = new ArrayList<>();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int next = graph.neighbour(slot);
                if (vertex < next && groups[vertex] + groups[next] == 1 && groups[vertex] * groups[next] == 0) {
                    kept.add(new int[] {vertex, next, (int) graph.strength(slot)});
                }
            }
        }
        return TieGraph.undirected(
                graph.people(),
                kept.stream().mapToInt(tie -> tie[0]).toArray(),
                kept.stream().mapToInt(tie -> tie[1]).toArray(),
                kept.stream().mapToDouble(tie -> tie[2]).toArray(),
                new int[kept.size()]);
    }

    /** Everybody still in contact with group 0 when some people and ties are gone. */
    private static BitSet side(TieGraph graph, int[] groups, BitSet absent, Set<CutTie> gone) {
        BitSet side = new BitSet();
        for (int vertex = 0; vertex < groups.length; vertex++) {
            side.set(vertex, groups[vertex] == 0 && !absent.get(vertex));
        }
        for (int grown = -1; grown != side.cardinality(); ) {
            grown = side.cardinality();
            for (int vertex = 0; vertex < groups.length; vertex++) {
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    int next = graph.neighbour(slot);
                    if (side.get(vertex)
                            && !absent.get(next)
                            && !gone.contains(new CutTie(Math.min(vertex, next), Math.max(vertex, next)))) {
                        side.set(next);
                    }
                }
            }
        }
        return side;
    }

    /** Of all sets of people that leave no chain the smallest, and of those the one with the fewest still in contact. */
    private static BitSet fewest(TieGraph graph, int[] groups) {
        BitSet best = new BitSet();
        int size = Integer.MAX_VALUE;
        int contact = Integer.MAX_VALUE;
        for (long set = 0; set < 1L << groups.length; set++) {
            BitSet absent = BitSet.valueOf(new long[] {set});
            BitSet side = side(graph, groups, absent, Set.of());
            boolean apart = side.stream().noneMatch(vertex -> groups[vertex] == 1);
            int absentees = absent.cardinality();
            if (apart && (absentees < size || (absentees == size && side.cardinality() < contact))) {
                best = absent;
                size = absentees;
                contact = side.cardinality();
            }
        }
        return best;
    }

    /** Of all sides that hold group 0 and not group 1 the one that the least strength leaves, and of those the smallest. */
    private static List<CutTie> weakest(TieGraph graph, int[] groups) {
        List<CutTie> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        int smallest = Integer.MAX_VALUE;
        for (long set = 0; set < 1L << groups.length; set++) {
            BitSet side = BitSet.valueOf(new long[] {set});
            if (!IntStream.range(0, groups.length)
                    .allMatch(vertex ->
                            groups[vertex] == 0 ? side.get(vertex) : groups[vertex] != 1 || !side.get(vertex))) {
                continue;
            }
            List<CutTie> leaving = new ArrayList<>();
            double strength = 0;
            for (int vertex = 0; vertex < groups.length; vertex++) {
                for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                    int next = graph.neighbour(slot);
                    if (vertex < next && side.get(vertex) != side.get(next)) {
                        leaving.add(new CutTie(vertex, next));
                        strength += graph.strength(slot);
                    }
                }
            }
            if (strength < least || (strength == least && side.cardinality() < smallest)) {
                best = leaving;
                least = strength;
                smallest = side.cardinality();
            }
        }
        return best;
    }
}
