package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.MixingMatrix.Cell;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/** The E-I index and the mixing matrix. */
class GroupTiesTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void externalInternal_barbell_itsArithmetic() {
        // Seven ties, one across: (1 - 6) / 7; a side has three inside and one out.
        ExternalInternal.Result result = index(Shapes.barbell(3), 0, 0, 0, 1, 1, 1);
        assertThat(result.whole().observed()).isEqualTo(new ExternalInternal.Index(1, 6, -5 / 7.0));
        assertThat(result.groups().get(0).observed()).isEqualTo(new ExternalInternal.Index(1, 3, -.5));
        assertThat(result.people()[0]).isEqualTo(-1);
        assertThat(result.people()[2]).isCloseTo((1 - 2) / 3.0, ROUNDING);
    }

    @Test
    void externalInternal_karatesSplit_published() {
        TieGraph graph = SharedData.classic("igraph_karate", Orientation.UNDIRECTED);
        int[] split = SharedData.labels("classic/igraph_karate.nodes.csv", "Faction");
        split[8] = split[0];
        ExternalInternal.Score whole = index(graph, split).whole();
        assertThat(whole.observed().external()).isEqualTo(11);
        assertThat(whole.observed().internal()).isEqualTo(67);
        assertThat(whole.observed().index()).isCloseTo(-.717949, within(5e-7));
        assertThat(whole.expected().p()).isCloseTo(1 / 1001.0, ROUNDING);
        assertThat(whole.expected().z()).isLessThan(-5);
    }

    @Test
    void externalInternal_cliqueAndStar_closedForms() {
        // Clique of 6 in two halves: 9 across, 6 inside; every shuffle gives the same, so there is no z.
        ExternalInternal.Score clique =
                index(Shapes.clique(6), 0, 0, 0, 1, 1, 1).whole();
        assertThat(clique.observed().index()).isCloseTo(3 / 15.0, ROUNDING);
        assertThat(clique.expected().mean()).isCloseTo(3 / 15.0, ROUNDING);
        assertThat(clique.expected().z()).isNaN();
        assertThat(clique.expected().p()).isEqualTo(1);
        assertThat(index(Shapes.star(4), 0, 1, 1, 1).whole().observed().index()).isEqualTo(1);
    }

    @Test
    void externalInternal_amounts_countWhatTheySay() {
        TieGraph graph =
                TieGraph.undirected(3, new int[] {0, 1}, new int[] {1, 2}, new double[] {.5, 1.5}, new int[] {7, 2});
        int[] groups = {0, 0, 1};
        assertThat(ExternalInternal.compute(
                                graph,
                                ExternalInternal.Parameters.defaults(groups)
                                        .withAmount(Amount.STRENGTH)
                                        .withPermutations(0))
                        .whole()
                        .observed()
                        .index())
                .isEqualTo(.5);
        assertThat(ExternalInternal.compute(
                                graph,
                                ExternalInternal.Parameters.defaults(groups)
                                        .withAmount(Amount.INTERACTIONS)
                                        .withPermutations(0))
                        .whole()
                        .observed())
                .isEqualTo(new ExternalInternal.Index(2, 7, -5 / 9.0));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void externalInternal_randomGraphs_sameAsCountingAndClosedFormMean(Orientation orientation) {
        double away = 0;
        for (long seed = 1; seed <= 200; seed++) {
            int people = 6 + (int) (seed % 20);
            TieGraph graph = GraphText.random(seed, people, .3, orientation, 5);
            int[] groups = BetweennessTest.groups(seed, people);
            ExternalInternal.Result result = ExternalInternal.compute(
                    graph,
                    ExternalInternal.Parameters.defaults(groups)
                            .withPermutations(200)
                            .withSeed(seed));
            double[][] a = Oracles.matrix(graph);
            double external = 0;
            double internal = 0;
            for (int from = 0; from < people; from++) {
                double out = 0;
                double in = 0;
                for (int to = 0; to < people; to++) {
                    if (groups[from] < 0 || groups[to] < 0) {
                        continue;
                    }
                    int ties = (a[from][to] > 0 ? 1 : 0)
                            + (orientation == Orientation.DIRECTED && a[to][from] > 0 ? 1 : 0);
                    out += groups[from] == groups[to] ? 0 : ties;
                    in += groups[from] == groups[to] ? ties : 0;
                }
                same(result.people()[from], (out - in) / (out + in), seed);
                external += out / 2;
                internal += in / 2;
            }
            same(result.whole().observed().index(), (external - internal) / (external + internal), seed);
            // A pair is in one group with chance sum s (s - 1) / (N (N - 1)).
            int[] sizes = Groups.sizes(groups, 3);
            double n = Arrays.stream(sizes).sum();
            double inside = Arrays.stream(sizes)
                            .mapToDouble(size -> size * (size - 1.0))
                            .sum()
                    / (n * (n - 1));
            if (external + internal > 0) {
                away += result.whole().expected().mean() - (1 - 2 * inside);
            }
        }
        // 200 means of 200 shuffles each, with a deviation of about .3: their mean is within .3 / 200 or so.
        assertThat(away / 200).isCloseTo(0, within(.006));
    }

    @Test
    void externalInternal_groupsByChance_fewFalseAlarms() {
        int alarms = 0;
        int outside = 0;
        for (long seed = 1; seed <= 300; seed++) {
            TieGraph graph = GraphText.random(seed, 40, .15);
            int[] groups = deal(seed, 40, 4);
            Expectation expected = ExternalInternal.compute(
                            graph,
                            ExternalInternal.Parameters.defaults(groups)
                                    .withPermutations(199)
                                    .withSeed(seed))
                    .whole()
                    .expected();
            double observed = index(graph, groups).whole().observed().index();
            alarms += expected.p() <= .05 ? 1 : 0;
            outside += observed < expected.low() || observed > expected.high() ? 1 : 0;
        }
        // 15 of 300 are expected; 28 or more would come by chance once in a thousand.
        assertThat(alarms).isBetween(3, 28);
        assertThat(outside).isBetween(2, 28);
    }

    @Test
    void externalInternal_sameSeed_sameNull() {
        TieGraph graph = GraphText.random(3, 40, .15);
        int[] groups = deal(3, 40, 4);
        assertThat(index(graph, groups).whole()).isEqualTo(index(graph, groups).whole());
    }

    @Test
    void externalInternal_edgeCases_asDocumented() {
        assertThat(index(GraphText.graph("")).whole().observed().index()).isNaN();
        assertThat(index(GraphText.graph("ann"), 0)
                        .groups()
                        .getFirst()
                        .expected()
                        .p())
                .isNaN();
        // dan belongs to no group: his tie does not count.
        ExternalInternal.Result result = index(GraphText.graph("ann-bob bob-cid cid-dan"), 0, 0, 1, -1);
        assertThat(result.whole().observed()).isEqualTo(new ExternalInternal.Index(1, 1, 0));
        assertThat(result.people()[3]).isNaN();
        assertThatThrownBy(() -> index(GraphText.graph("a-b"), 0)).hasMessageContaining("not 1");
        assertThatThrownBy(
                        () -> ExternalInternal.Parameters.defaults(new int[0]).withPermutations(-1))
                .hasMessageContaining("not -1");
    }

    @Test
    void mixing_barbell_itsArithmetic() {
        TieGraph graph = GraphText.graph("0-1:2 1-2:2 2-0:2 2-3:5 3-4:1 4-5:1 5-3:1");
        MixingMatrix.Result result = mixing(graph, 0, 0, 0, 1, 1, 1);
        Cell inside = result.cell(0, 0);
        assertThat(inside.ties()).isEqualTo(3);
        assertThat(inside.strength()).isEqualTo(6);
        assertThat(inside.interactions()).isEqualTo(6);
        assertThat(inside.possible()).isEqualTo(3);
        assertThat(inside.density()).isEqualTo(1);
        Cell across = result.cell(1, 0);
        assertThat(across.ties()).isEqualTo(1);
        assertThat(across.strength()).isEqualTo(5);
        assertThat(across.density()).isCloseTo(1 / 9.0, ROUNDING);
        // Ties 2, 2, 3 a side. Products across 7 * 7 = 49; inside 2*2 + 2*3 + 2*3 = 16 a side; of 81 in all.
        assertThat(across.expected()).isCloseTo(7 * 49 / 81.0, ROUNDING);
        assertThat(inside.expected()).isCloseTo(7 * 16 / 81.0, ROUNDING);
        assertThat(across.ratio()).isCloseTo(81 / (7 * 49.0), ROUNDING);
        assertThat(result.permeability()).containsExactly(.25, .25);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void mixing_randomGraphs_sameAsSumOverPairs(Orientation orientation) {
        boolean directed = orientation == Orientation.DIRECTED;
        for (long seed = 1; seed <= 200; seed++) {
            int people = 5 + (int) (seed % 20);
            TieGraph graph = GraphText.random(seed, people, .3, orientation, 5);
            int[] groups = deal(seed, people, 3);
            MixingMatrix.Result result = mixing(graph, groups);
            double[][] a = Oracles.matrix(graph);
            double[][] observed = new double[3][3];
            double[][] products = new double[3][3];
            double ties = 0;
            double all = 0;
            for (int from = 0; from < people; from++) {
                for (int to = 0; to < people; to++) {
                    if (from == to || (!directed && from > to)) {
                        continue;
                    }
                    int column = to;
                    double out =
                            Arrays.stream(a[from]).filter(value -> value > 0).count();
                    double in = Arrays.stream(a).filter(row -> row[column] > 0).count();
                    int tie = a[from][to] > 0 ? 1 : 0;
                    ties += tie;
                    all += out * in;
                    observed[groups[from]][groups[to]] += tie;
                    products[groups[from]][groups[to]] += out * in;
                    if (!directed && groups[from] != groups[to]) {
                        observed[groups[to]][groups[from]] += tie;
                        products[groups[to]][groups[from]] += out * in;
                    }
                }
            }
            for (int from = 0; from < result.groups(); from++) {
                for (int to = 0; to < result.groups(); to++) {
                    Cell cell = result.cell(from, to);
                    assertThat((double) cell.ties()).as("seed %d", seed).isEqualTo(observed[from][to]);
                    same(cell.expected(), ties * products[from][to] / all, seed);
                }
            }
        }
    }

    @Test
    void mixing_groupsByChance_intervalHoldsOneMostly() {
        int held = 0;
        int cells = 0;
        for (long seed = 1; seed <= 60; seed++) {
            MixingMatrix.Result result = mixing(GraphText.random(seed, 60, .15), deal(seed, 60, 3));
            for (Cell cell : result.cells()) {
                if (cell.from() <= cell.to()) {
                    held += cell.low() <= 1 && 1 <= cell.high() ? 1 : 0;
                    cells++;
                }
            }
        }
        // Nominally 95 %; the vertex bootstrap is known to be a little wide or narrow in small graphs.
        assertThat((double) held / cells).isBetween(.88, 1.0);
    }

    @Test
    void mixing_plantedSilo_intervalBelowOne() {
        SplittableRandom random = new SplittableRandom(4);
        int[] groups = IntStream.range(0, 60).map(vertex -> vertex / 30).toArray();
        int[][] ties = IntStream.range(0, 60)
                .boxed()
                .flatMap(from -> IntStream.range(from + 1, 60)
                        .filter(to -> random.nextDouble() < (groups[from] == groups[to] ? .3 : .06))
                        .mapToObj(to -> new int[] {from, to}))
                .toArray(int[][]::new);
        TieGraph graph = SharedData.simple(
                60,
                Arrays.stream(ties).mapToInt(tie -> tie[0]).toArray(),
                Arrays.stream(ties).mapToInt(tie -> tie[1]).toArray(),
                Orientation.UNDIRECTED);
        Cell across = mixing(graph, groups).cell(0, 1);
        assertThat(across.high()).isLessThan(.7);
        assertThat(across.low()).isLessThan(across.ratio());
        assertThat(across.high()).isGreaterThan(across.ratio());
    }

    @Test
    void mixing_nothingAcross_upperEndIsPoissons() {
        MixingMatrix.Result result = mixing(GraphText.graph("a-b b-c c-a d-e e-f f-d"), 0, 0, 0, 1, 1, 1);
        Cell across = result.cell(0, 1);
        // 36 products of 60 lie across: 6 * 36 / 60 = 3.6 expected.
        assertThat(across.expected()).isCloseTo(3.6, ROUNDING);
        assertThat(across.ratio()).isZero();
        assertThat(across.low()).isZero();
        assertThat(across.high()).isCloseTo(3.6888794541139363 / 3.6, ROUNDING);
        assertThat(result.permeability()).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void mixing_intervals_sameAsCountedPersonByPerson(Orientation orientation) {
        boolean directed = orientation == Orientation.DIRECTED;
        for (long seed = 1; seed <= 100; seed++) {
            TieGraph graph = GraphText.random(seed, 24, .2, orientation, 2);
            int[] groups = BetweennessTest.groups(seed, 24);
            double[][] a = Oracles.matrix(graph);
            for (Cell cell : mixing(graph, groups).cells()) {
                double variance = 0;
                for (int person = 0; person < groups.length; person++) {
                    double share = 0;
                    double expected = 0;
                    if (groups[person] == cell.from()) {
                        share += between(a, groups, person, cell.to(), true) / cell.ties();
                        expected += all(a, groups, person, true) / ofGroup(a, groups, cell.from(), true);
                    }
                    if (groups[person] == cell.to()) {
                        boolean again = !directed && cell.from() == cell.to();
                        share += again ? 0 : between(a, groups, person, cell.from(), false) / cell.ties();
                        expected += all(a, groups, person, false) / ofGroup(a, groups, cell.to(), false);
                    }
                    int people = groups[person] == cell.from()
                            ? size(groups, cell.from())
                            : groups[person] == cell.to() ? size(groups, cell.to()) : 0;
                    double corrected = people < 2 ? 1 : people / (people - 1.0);
                    variance += people == 0 ? 0 : corrected * (share - expected) * (share - expected);
                }
                double[] factors = CellSpread.factors(
                        Math.toIntExact(cell.ties()),
                        variance,
                        Math.min(size(groups, cell.from()), size(groups, cell.to())),
                        noise(a, groups, cell));
                same(cell.low(), cell.ratio() * factors[0], seed);
                same(cell.high(), cell.ratio() * factors[1], seed);
            }
        }
    }

    private static double noise(double[][] a, int[] groups, Cell cell) {
        double all = IntStream.range(0, 3)
                .mapToDouble(group -> ofGroup(a, groups, group, true))
                .sum();
        double left = (1 - ofGroup(a, groups, cell.from(), true) / all)
                * (1 - ofGroup(a, groups, cell.to(), false) / all)
                * (1 - cell.density());
        return Math.max(.05, left);
    }

    private static int size(int[] groups, int group) {
        return (int) IntStream.of(groups).filter(own -> own == group).count();
    }

    /** Ties of a person to, or from, people of a group. */
    private static double between(double[][] a, int[] groups, int person, int group, boolean out) {
        return IntStream.range(0, groups.length)
                .filter(other -> groups[other] == group && (out ? a[person][other] : a[other][person]) > 0)
                .count();
    }

    private static double all(double[][] a, int[] groups, int person, boolean out) {
        return IntStream.range(0, groups.length)
                .filter(other -> groups[other] >= 0 && (out ? a[person][other] : a[other][person]) > 0)
                .count();
    }

    private static double ofGroup(double[][] a, int[] groups, int group, boolean out) {
        return IntStream.range(0, groups.length)
                .filter(person -> groups[person] == group)
                .mapToDouble(person -> all(a, groups, person, out))
                .sum();
    }

    @Test
    void mixing_edgeCases_asDocumented() {
        assertThat(mixing(GraphText.graph("")).cells()).isEmpty();
        MixingMatrix.Result alone = mixing(GraphText.graph("ann"), 0);
        assertThat(alone.cell(0, 0).ratio()).isNaN();
        assertThat(alone.cell(0, 0).density()).isNaN();
        assertThat(alone.permeability()[0]).isNaN();
        MixingMatrix.Result directed = mixing(GraphText.graph("a>b c>a"), 0, 1, 1);
        assertThat(directed.cell(0, 1).ties()).isEqualTo(1);
        assertThat(directed.cell(1, 0).ties()).isEqualTo(1);
        assertThat(directed.cell(1, 1).possible()).isEqualTo(2);
        assertThat(directed.permeability()).containsExactly(1, 1);
        // Without a group one's ties count nowhere.
        assertThat(mixing(GraphText.graph("a-b b-c"), 0, 1, -1).cells().stream()
                        .mapToLong(Cell::ties)
                        .sum())
                .isEqualTo(2);
        int[] apart = IntStream.range(0, 26_000).toArray();
        TieGraph many = SharedData.simple(26_000, new int[] {0}, new int[] {1}, Orientation.UNDIRECTED);
        MixingMatrix.Result counted = mixing(many, apart);
        assertThat(counted.cells()).hasSize(2);
        assertThat(counted.cell(0, 1).ties()).isEqualTo(1);
        assertThat(counted.cell(0, 1).low()).isPositive();
        assertThat(counted.cell(0, 2).ties()).isZero();
        assertThatThrownBy(() -> counted.cell(0, 26_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void bothMeasures_relabelled_same() {
        TieGraph graph = GraphText.random(8, 50, .1);
        int[] groups = deal(8, 50, 3);
        int[] names = GraphText.permutation(9, 50);
        int[] renamed = new int[50];
        for (int vertex = 0; vertex < 50; vertex++) {
            renamed[names[vertex]] = groups[vertex];
        }
        TieGraph other = GraphText.relabelled(graph, names);
        assertThat(index(other, renamed).whole().observed())
                .isEqualTo(index(graph, groups).whole().observed());
        for (int place = 0; place < 9; place++) {
            assertThat(mixing(other, renamed).cell(place / 3, place % 3).ratio())
                    .isCloseTo(mixing(graph, groups).cell(place / 3, place % 3).ratio(), ROUNDING);
        }
    }

    private static void same(double value, double expected, long seed) {
        if (Double.isNaN(expected)) {
            assertThat(value).as("seed %d", seed).isNaN();
        } else {
            assertThat(value).as("seed %d", seed).isCloseTo(expected, ROUNDING);
        }
    }

    private static int[] deal(long seed, int people, int groups) {
        int[] order = GraphText.permutation(seed + 77, people);
        return Arrays.stream(order).map(place -> place % groups).toArray();
    }

    private static ExternalInternal.Result index(TieGraph graph, int... groups) {
        return ExternalInternal.compute(graph, ExternalInternal.Parameters.defaults(groups));
    }

    private static MixingMatrix.Result mixing(TieGraph graph, int... groups) {
        return MixingMatrix.compute(graph, MixingMatrix.Parameters.defaults(groups));
    }
}
