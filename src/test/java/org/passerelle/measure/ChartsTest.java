package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.ReportingDistance.Row;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/** Ties by reporting distance, and Krackhardt's dimensions of hierarchy. */
class ChartsTest {
    /** Shares of small whole numbers: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void reporting_twoManagersUnderABoss_itsArithmetic() {
        // 0 leads 1 and 2; 3 and 4 report to 1, 5 to 2; 6 is on their own.
        int[] superior = {-1, 0, 0, 1, 1, 2, -1};
        TieGraph graph = GraphText.graph("1-3:2 1-4:1 3-4:5 3-5:1 0-3:1 5-6:4 2");
        ReportingDistance.Result result = reporting(graph, superior);
        // Distance 1: five lines. 2: 1-2, 3-4, 0-3, 0-4, 0-5. 3: 1-5, 2-3, 2-4. 4: 3-5, 4-5.
        assertThat(result.rows()).extracting(Row::possible).containsExactly(5L, 5L, 3L, 2L);
        assertThat(result.rows()).extracting(Row::ties).containsExactly(2L, 2L, 0L, 1L);
        assertThat(result.rows()).extracting(Row::interactions).containsExactly(3L, 6L, 0L, 1L);
        assertThat(result.rows()).extracting(Row::share).containsExactly(.4, .4, 0.0, .2);
        assertThat(result.rows()).extracting(Row::rate).containsExactly(.4, .4, 0.0, .5);
        assertThat(result.apart()).isEqualTo(new Row(-1, 6, 1, 4, 1 / 6.0, 1 / 6.0));
        assertThat(result.trees()).isEqualTo(2);
    }

    @Test
    void reporting_lineAndStar_closedForms() {
        int[] line = {-1, 0, 1, 2, 3};
        assertThat(reporting(Shapes.path(5), line).rows())
                .extracting(Row::possible)
                .containsExactly(4L, 3L, 2L, 1L);
        assertThat(reporting(Shapes.path(5), line).rows().getFirst().rate()).isEqualTo(1);
        int[] star = {-1, 0, 0, 0, 0, 0};
        assertThat(reporting(Shapes.clique(6), star).rows())
                .extracting(Row::possible)
                .containsExactly(5L, 10L);
    }

    @Test
    void reporting_directedTies_countPairs() {
        ReportingDistance.Result result = reporting(GraphText.graph("0>1 1>0 1>2"), new int[] {-1, 0, 0});
        assertThat(result.rows()).extracting(Row::ties).containsExactly(1L, 1L);
        assertThat(result.rows()).extracting(Row::interactions).containsExactly(2L, 1L);
    }

    @Test
    void reporting_rootReportsToOneselfAndCircles_cutAndCounted() {
        ReportingDistance.Result own = reporting(Shapes.path(3), new int[] {0, 0, 1});
        assertThat(own.circlesCut()).isZero();
        assertThat(own.trees()).isEqualTo(1);
        // 1 and 2 report to each other: cut above 1.
        int[] circle = {1, 2, 1, 2};
        ReportingDistance.Result cut = reporting(Shapes.path(4), circle);
        assertThat(cut.circlesCut()).isEqualTo(1);
        assertThat(cut.trees()).isEqualTo(1);
        assertThat(cut.rows()).extracting(Row::possible).containsExactly(3L, 2L, 1L);
        assertThat(circle).containsExactly(1, 2, 1, 2);
    }

    @Test
    void reporting_randomForests_sameAsWalkingTheTree() {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 2 + (int) (seed % 25);
            SplittableRandom random = new SplittableRandom(seed);
            int[] names = GraphText.permutation(seed, people);
            int[] superior = new int[people];
            StringBuilder chart = new StringBuilder("0");
            for (int place = 0; place < people; place++) {
                boolean top = place == 0 || random.nextInt(8) == 0;
                superior[names[place]] = top ? -1 : names[random.nextInt(place)];
                chart.append(' ').append(names[place]);
                chart.append(top ? "" : "-" + superior[names[place]]);
            }
            double[][] lengths = Oracles.lengths(GraphText.graph(chart.toString()), PathLength.STEPS);
            TieGraph graph = GraphText.random(seed, people, .3, Orientation.UNDIRECTED, 4);
            ReportingDistance.Result result = reporting(graph, superior);
            for (int distance = 0; distance <= result.rows().size() + 1; distance++) {
                double wanted = distance == 0 ? Double.POSITIVE_INFINITY : distance;
                long possible = 0;
                long ties = 0;
                for (int one = 0; one < people; one++) {
                    for (int other = 0; other < one; other++) {
                        boolean there = lengths[one][other] == wanted;
                        possible += there ? 1 : 0;
                        ties += there && graph.slot(one, other) >= 0 ? 1 : 0;
                    }
                }
                if (distance > result.rows().size()) {
                    assertThat(possible).isZero();
                    continue;
                }
                Row row = distance == 0 ? result.apart() : result.rows().get(distance - 1);
                assertThat(row.possible())
                        .as("seed %d distance %d", seed, distance)
                        .isEqualTo(possible);
                assertThat(row.ties()).as("seed %d distance %d", seed, distance).isEqualTo(ties);
            }
        }
    }

    @Test
    void reporting_managersCompany_everyPairCountedOnce() {
        TieGraph lines = SharedData.classic("ht_reports", Orientation.DIRECTED);
        int[] superior = new int[lines.people()];
        Arrays.setAll(superior, vertex -> lines.degree(vertex) == 0 ? -1 : lines.neighbour(lines.rowStart(vertex)));
        ReportingDistance.Result result = reporting(SharedData.classic("ht_advice", Orientation.DIRECTED), superior);
        // 21 managers, four vice-presidents, one president: 20 lines, 210 pairs.
        assertThat(result.rows().getFirst().possible()).isEqualTo(20);
        assertThat(result.rows().stream().mapToLong(Row::possible).sum()).isEqualTo(210);
        assertThat(result.rows()).hasSize(4);
        assertThat(result.rows().stream().mapToDouble(Row::share).sum()).isCloseTo(1, ROUNDING);
    }

    @Test
    void reporting_emptyOneAndLongLine_noOverflow() {
        assertThat(reporting(GraphText.graph(""), new int[0]).rows()).isEmpty();
        assertThat(reporting(GraphText.graph("ann"), new int[] {-1}).apart().rate())
                .isNaN();
        int people = 5_000;
        int[] line = new int[people];
        Arrays.setAll(line, vertex -> vertex - 1);
        TieGraph graph = SharedData.simple(people, new int[] {0}, new int[] {people - 1}, Orientation.UNDIRECTED);
        assertThat(reporting(graph, line).rows().getLast().ties()).isEqualTo(1);
        assertThatThrownBy(() -> reporting(Shapes.path(2), new int[] {-1})).hasMessageContaining("not 1");
        assertThatThrownBy(() -> reporting(Shapes.path(2), new int[] {-1, 2})).hasMessageContaining("not 2");
    }

    @Test
    void hierarchy_outTreeAndCycle_published() {
        assertThat(hierarchy(GraphText.graph("0>1 0>2 1>3 1>4 2>5"))).isEqualTo(dimensions(1, 1, 1, 1));
        KrackhardtHierarchy.Result cycle = hierarchy(GraphText.graph("0>1 1>2 2>3 3>0"));
        assertThat(cycle.connectedness()).isEqualTo(1);
        assertThat(cycle.hierarchy()).isZero();
        assertThat(cycle.efficiency()).isCloseTo(8 / 9.0, ROUNDING);
    }

    @Test
    void hierarchy_twoBosses_onePairOfThreeWithoutCommonOne() {
        // 2 has two bosses, 0 and 1, who have none above: pair 0,1 of (3-1)(3-2)/2 = 1.
        KrackhardtHierarchy.Result result = hierarchy(GraphText.graph("0>2 1>2"));
        assertThat(result.leastUpperBound()).isZero();
        assertThat(result.efficiency()).isEqualTo(1);
        assertThat(result.hierarchy()).isEqualTo(1);
        // Two islands of two of four: 2 of 6 pairs joined.
        assertThat(hierarchy(GraphText.graph("0>1 2>3")).connectedness()).isCloseTo(1 / 3.0, ROUNDING);
    }

    @Test
    void hierarchy_realChart_isATree() {
        assertThat(hierarchy(
                        SharedData.classic("ht_reports", Orientation.DIRECTED).reversed()))
                .isEqualTo(dimensions(1, 1, 1, 1));
    }

    @Test
    void hierarchy_cliqueEmptyAndOne_asDocumented() {
        assertThat(hierarchy(Shapes.clique(4))).isEqualTo(dimensions(1, 0, 0, 1));
        assertThat(hierarchy(GraphText.graph(""))).isEqualTo(dimensions(1, 1, 1, 1));
        assertThat(hierarchy(GraphText.graph("ann"))).isEqualTo(dimensions(1, 1, 1, 1));
        assertThatThrownBy(() -> KrackhardtHierarchy.Parameters.defaults().withExactKnots(-1))
                .hasMessageContaining("not -1");
        assertThatThrownBy(() -> KrackhardtHierarchy.Parameters.defaults().withPairs(0))
                .hasMessageContaining("not 0");
        assertThatThrownBy(() -> KrackhardtHierarchy.Parameters.defaults().withThreads(0))
                .hasMessageContaining("not 0");
    }

    @Test
    void hierarchy_randomGraphs_sameAsDefinition() {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 2 + (int) (seed % 12);
            TieGraph graph = GraphText.randomDirected(seed, people, .02 + .0015 * seed);
            double[][] down = Oracles.lengths(graph, PathLength.STEPS);
            double[][] any = Oracles.lengths(graph.undirected(), PathLength.STEPS);
            double joined = 0;
            double oneWay = 0;
            double path = 0;
            double without = 0;
            for (int one = 0; one < people; one++) {
                for (int other = 0; other < one; other++) {
                    boolean forth = Double.isFinite(down[one][other]);
                    boolean back = Double.isFinite(down[other][one]);
                    joined += Double.isFinite(any[one][other]) ? 1 : 0;
                    path += forth || back ? 1 : 0;
                    oneWay += forth != back ? 1 : 0;
                    without += Double.isFinite(any[one][other]) && !least(down, one, other) ? 1 : 0;
                }
            }
            double needed = 0;
            double most = 0;
            double triples = 0;
            for (int vertex = 0; vertex < people; vertex++) {
                // Summed over members, each component of n gives n times (n - 1) / n.
                double size =
                        Arrays.stream(any[vertex]).filter(Double::isFinite).count();
                needed += (size - 1) / size;
                most += (size - 1) * (size - 1) / size;
                triples += (size - 1) * (size - 2) / 2 / size;
            }
            KrackhardtHierarchy.Result result = hierarchy(graph);
            assertThat(result.connectedness())
                    .as("seed %d", seed)
                    .isCloseTo(joined / (people * (people - 1) / 2.0), ROUNDING);
            assertThat(result.hierarchy()).as("seed %d", seed).isCloseTo(path == 0 ? 1 : oneWay / path, ROUNDING);
            assertThat(result.efficiency())
                    .as("seed %d", seed)
                    .isCloseTo(most == 0 ? 1 : 1 - (graph.ties() - needed) / most, ROUNDING);
            assertThat(result.leastUpperBound())
                    .as("seed %d", seed)
                    .isCloseTo(triples < ROUNDING.value ? 1 : 1 - without / triples, ROUNDING);
        }
    }

    /** Sparse enough for many knots, some of several people: the words of one size and the bit sets are needed. */
    @Test
    void hierarchy_manyPeople_sameAsDefinition() {
        for (long seed = 1; seed <= 3; seed++) {
            int people = 110;
            TieGraph graph = GraphText.randomDirected(seed, people, .007 + .003 * seed);
            double[][] down = Oracles.lengths(graph, PathLength.STEPS);
            double[][] any = Oracles.lengths(graph.undirected(), PathLength.STEPS);
            double path = 0;
            double oneWay = 0;
            double without = 0;
            for (int one = 0; one < people; one++) {
                for (int other = 0; other < one; other++) {
                    boolean forth = Double.isFinite(down[one][other]);
                    boolean back = Double.isFinite(down[other][one]);
                    path += forth || back ? 1 : 0;
                    oneWay += forth != back ? 1 : 0;
                    without += Double.isFinite(any[one][other]) && !least(down, one, other) ? 1 : 0;
                }
            }
            double most = 0;
            for (double[] row : any) {
                double size = Arrays.stream(row).filter(Double::isFinite).count();
                most += (size - 1) * (size - 2) / 2 / size;
            }
            KrackhardtHierarchy.Result exact = hierarchy(graph);
            assertThat(exact.hierarchy()).as("seed %d", seed).isCloseTo(oneWay / path, ROUNDING);
            assertThat(exact.leastUpperBound()).as("seed %d", seed).isCloseTo(1 - without / most, ROUNDING);
            KrackhardtHierarchy.Result drawn = KrackhardtHierarchy.compute(
                    graph,
                    KrackhardtHierarchy.Parameters.defaults().withExactKnots(0).withPairs(20_001));
            // Four standard errors of 20,001 draws are at most .0142 of pairs.
            assertThat(drawn.leastUpperBound()).isCloseTo(exact.leastUpperBound(), within(.015));
            assertThat(drawn.pairsDrawn()).isEqualTo(20_001);
            assertThat(drawn.low()).isLessThan(drawn.leastUpperBound());
            assertThat(drawn.high()).isGreaterThan(drawn.leastUpperBound());
        }
    }

    @Test
    void hierarchy_drawnPairs_intervalHoldsTheExactValueMostly() {
        int held = 0;
        for (long seed = 1; seed <= 200; seed++) {
            TieGraph graph = GraphText.randomDirected(seed, 40, .03);
            KrackhardtHierarchy.Result drawn = KrackhardtHierarchy.compute(
                    graph,
                    KrackhardtHierarchy.Parameters.defaults()
                            .withExactKnots(0)
                            .withPairs(200)
                            .withSeed(seed));
            double exact = hierarchy(graph).leastUpperBound();
            held += drawn.low() <= exact && exact <= drawn.high() ? 1 : 0;
        }
        // 190 of 200 are expected; fewer than 178 would come by chance once in a thousand.
        assertThat(held).isGreaterThanOrEqualTo(178);
    }

    @Test
    void hierarchy_anyThreads_sameAndAnInterruptStops() {
        TieGraph graph = GraphText.randomDirected(1, 300, .005);
        KrackhardtHierarchy.Parameters parameters =
                KrackhardtHierarchy.Parameters.defaults().withExactKnots(10);
        assertThat(KrackhardtHierarchy.compute(graph, parameters.withThreads(3)))
                .isEqualTo(KrackhardtHierarchy.compute(graph, parameters.withThreads(1)));
        assertThat(KrackhardtHierarchy.compute(
                        graph, parameters.withExactKnots(1_000).withThreads(3)))
                .isEqualTo(hierarchy(graph));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> KrackhardtHierarchy.compute(graph, parameters))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void hierarchy_relabelled_same() {
        TieGraph graph = GraphText.randomDirected(4, 60, .03);
        KrackhardtHierarchy.Result here = hierarchy(graph);
        KrackhardtHierarchy.Result there = hierarchy(GraphText.relabelled(graph, GraphText.permutation(5, 60)));
        assertThat(there.hierarchy()).isCloseTo(here.hierarchy(), ROUNDING);
        assertThat(there.leastUpperBound()).isCloseTo(here.leastUpperBound(), ROUNDING);
        assertThat(there.efficiency()).isCloseTo(here.efficiency(), ROUNDING);
    }

    @Test
    void hierarchy_longLine_noOverflow() {
        int people = 30_000;
        int[] from = IntStream.range(0, people - 1).toArray();
        int[] to = IntStream.range(1, people).toArray();
        KrackhardtHierarchy.Result line = KrackhardtHierarchy.compute(
                SharedData.simple(people, from, to, Orientation.DIRECTED),
                KrackhardtHierarchy.Parameters.defaults().withPairs(640));
        assertThat(line).isEqualTo(new KrackhardtHierarchy.Result(1, 1, 1, 1, line.low(), 1, 640));
        // A line that closes is one knot.
        to[people - 2] = 0;
        assertThat(hierarchy(SharedData.simple(people - 1, from, to, Orientation.DIRECTED))
                        .hierarchy())
                .isZero();
    }

    @Test
    void proportion_wilsonsInterval_published() {
        // 81 of 263: Newcombe 1998, Statistics in Medicine 17, table I, score method .2553 to .3662.
        Proportion share = Proportion.of(81, 263);
        assertThat(share.low()).isCloseTo(.2553, within(5e-5));
        assertThat(share.high()).isCloseTo(.3662, within(5e-5));
        // The same table: 0 of 20 gives 0 to .1611, 15 of 148 .0624 to .1605.
        assertThat(Proportion.of(0, 20).low()).isZero();
        assertThat(Proportion.of(0, 20).high()).isCloseTo(.1611, within(5e-5));
        assertThat(Proportion.of(15, 148).low()).isCloseTo(.0624, within(5e-5));
        assertThat(Proportion.of(15, 148).high()).isCloseTo(.1605, within(5e-5));
        assertThat(Proportion.of(20, 20).high()).isEqualTo(1);
        assertThat(Proportion.of(0, 0).share()).isNaN();
        assertThat(Proportion.of(0, 0).high()).isNaN();
        assertThatThrownBy(() -> Proportion.of(3, 2)).hasMessageContaining("not 3");
    }

    private static boolean least(double[][] down, int one, int other) {
        for (int candidate = 0; candidate < down.length; candidate++) {
            boolean least = Double.isFinite(down[candidate][one]) && Double.isFinite(down[candidate][other]);
            for (int bound = 0; bound < down.length; bound++) {
                least &= !Double.isFinite(down[bound][one])
                        || !Double.isFinite(down[bound][other])
                        || Double.isFinite(down[bound][candidate]);
            }
            if (least) {
                return true;
            }
        }
        return false;
    }

    private static ReportingDistance.Result reporting(TieGraph graph, int[] superior) {
        return ReportingDistance.compute(graph, ReportingDistance.Parameters.defaults(superior));
    }

    private static KrackhardtHierarchy.Result hierarchy(TieGraph graph) {
        return KrackhardtHierarchy.compute(graph, KrackhardtHierarchy.Parameters.defaults());
    }

    private static KrackhardtHierarchy.Result dimensions(
            double connectedness, double hierarchy, double efficiency, double bound) {
        return new KrackhardtHierarchy.Result(connectedness, hierarchy, efficiency, bound, bound, bound, 0);
    }
}
