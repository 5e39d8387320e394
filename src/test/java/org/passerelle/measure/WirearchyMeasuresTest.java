package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.WirearchyIndex.Part;
import org.passerelle.measure.WirearchyIndex.Week;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/** Line reliance, freedom and fluidity, managers who animate, and the wirearchy index. */
class WirearchyMeasuresTest {
    /** Shares of small whole numbers: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void reliance_twoUnits_itsArithmetic() {
        // 0 leads 1 and 2, the managers of the units {1, 3} and {2, 4}; 0 has a unit alone.
        int[] superior = {-1, 0, 0, 1, 2};
        int[] units = {2, 0, 1, 0, 1};
        TieGraph graph = GraphText.graph("1-2:6 3-4:2 3-2:1 0-3:3 1-3:50");
        LineReliance.Result result = LineReliance.compute(graph, LineReliance.Parameters.defaults(units, superior));
        assertThat(result.across()).isEqualTo(12);
        assertThat(result.betweenManagers()).isCloseTo(6 / 12.0, ROUNDING);
        assertThat(result.oneManager()).isCloseTo(4 / 12.0, ROUNDING);
        assertThat(result.direct()).isCloseTo(2 / 12.0, ROUNDING);
        // 0 is the manager of 3's manager.
        assertThat(result.alongTheLine()).isCloseTo(3 / 12.0, ROUNDING);
        // 16 of the 24 ends are managers'.
        assertThat(result.expected()).isCloseTo(16 / 24.0 * 16 / 24, ROUNDING);
        assertThat(result.managers()).isCloseTo(3 / 5.0, ROUNDING);
        assertThat(LineReliance.compute(
                                graph,
                                LineReliance.Parameters.defaults(units, superior)
                                        .withAmount(Amount.TIES))
                        .betweenManagers())
                .isCloseTo(1 / 4.0, ROUNDING);
    }

    @Test
    void reliance_randomCharts_sameAsWalkingTheLine() {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 2 + (int) (seed % 18);
            SplittableRandom random = new SplittableRandom(seed);
            int[] superior = new int[people];
            Arrays.setAll(superior, vertex -> vertex == 0 || random.nextInt(6) == 0 ? -1 : random.nextInt(vertex));
            int[] units = BetweennessTest.groups(seed, people);
            Orientation orientation = seed % 2 == 0 ? Orientation.DIRECTED : Orientation.UNDIRECTED;
            TieGraph graph = GraphText.random(seed, people, .3, orientation, 4);
            double[] found = new double[5];
            for (int from = 0; from < people; from++) {
                for (int to = orientation == Orientation.DIRECTED ? 0 : from + 1; to < people; to++) {
                    int slot = graph.slot(from, to);
                    if (slot >= 0 && units[from] >= 0 && units[to] >= 0 && units[from] != units[to]) {
                        int managers = (leads(superior, from) ? 1 : 0) + (leads(superior, to) ? 1 : 0);
                        found[managers] += graph.strength(slot);
                        found[3] += graph.strength(slot);
                        found[4] += line(superior, from).contains(to)
                                        || line(superior, to).contains(from)
                                ? graph.strength(slot)
                                : 0;
                    }
                }
            }
            LineReliance.Result result = LineReliance.compute(
                    graph, LineReliance.Parameters.defaults(units, superior).withAmount(Amount.STRENGTH));
            assertThat(result.across()).as("seed %d", seed).isCloseTo(found[3], ROUNDING);
            if (found[3] > 0) {
                assertThat(result.direct()).as("seed %d", seed).isCloseTo(found[0] / found[3], ROUNDING);
                assertThat(result.oneManager()).as("seed %d", seed).isCloseTo(found[1] / found[3], ROUNDING);
                assertThat(result.betweenManagers()).as("seed %d", seed).isCloseTo(found[2] / found[3], ROUNDING);
                assertThat(result.alongTheLine()).as("seed %d", seed).isCloseTo(found[4] / found[3], ROUNDING);
            }
        }
    }

    private static boolean leads(int[] superior, int person) {
        return Arrays.stream(superior).anyMatch(up -> up == person);
    }

    private static Set<Integer> line(int[] superior, int person) {
        Set<Integer> line = new HashSet<>();
        for (int up = superior[person]; up >= 0; up = superior[up]) {
            line.add(up);
        }
        return line;
    }

    @Test
    void reliance_edgeCases_asDocumented() {
        LineReliance.Result empty =
                LineReliance.compute(GraphText.graph(""), LineReliance.Parameters.defaults(new int[0], new int[0]));
        assertThat(empty.across()).isZero();
        assertThat(empty.direct()).isNaN();
        // A circle of managers ends, and whoever reports to oneself leads nobody.
        LineReliance.Result circle = LineReliance.compute(
                GraphText.graph("a-b b-c"), LineReliance.Parameters.defaults(new int[] {0, 1, 2}, new int[] {1, 0, 2}));
        assertThat(circle.alongTheLine()).isCloseTo(.5, ROUNDING);
        assertThat(circle.managers()).isCloseTo(2 / 3.0, ROUNDING);
        assertThatThrownBy(() -> LineReliance.Parameters.defaults(new int[1], new int[2]))
                .hasMessageContaining("not 2");
        assertThatThrownBy(() -> LineReliance.Parameters.defaults(new int[1], new int[] {4}))
                .hasMessageContaining("not 4");
        assertThatThrownBy(() -> LineReliance.compute(
                        GraphText.graph("a-b"), LineReliance.Parameters.defaults(new int[1], new int[1])))
                .hasMessageContaining("not 1");
    }

    @Test
    void fluidity_fourPeople_itsArithmetic() {
        int[] units = {0, 0, 1, 1};
        int[] inside = {0, 0, 1, 1};
        int[] crossed = {0, 1, 0, 1};
        GroupFluidity.Result result =
                GroupFluidity.compute(GroupFluidity.Parameters.defaults(units, List.of(inside, crossed, crossed)));
        // 4 of the 6 pairs are of different units.
        assertThat(result.windows().get(0).expected()).isCloseTo(4 / 6.0, ROUNDING);
        assertThat(result.windows().get(0).freedom()).isZero();
        assertThat(result.windows().get(1).across()).isEqualTo(1);
        assertThat(result.windows().get(1).groups()).containsExactly(new double[] {1.5, 1.5}, ROUNDING);
        // Everybody's one colleague is another one: none of the two is in both.
        assertThat(result.steps().get(0)).isEqualTo(new GroupFluidity.Step(4, 1, Double.NaN));
        assertThat(result.steps().get(1).fluidity()).isZero();
    }

    @Test
    void fluidity_oneMoves_closedForm() {
        // Groups of 4 and 3; the last of the 4 moves over.
        int[] before = {0, 0, 0, 0, 1, 1, 1};
        int[] after = {0, 0, 0, 1, 1, 1, 1};
        double fluidity = (3 * (1 - 2 / 3.0) + 1 + 3 * (1 - 2 / 3.0)) / 7;
        GroupFluidity.Result result =
                GroupFluidity.compute(GroupFluidity.Parameters.defaults(new int[7], List.of(before, after))
                        .withAgain(List.of(before, before)));
        assertThat(result.steps().getFirst().fluidity()).isCloseTo(fluidity, ROUNDING);
        // The first window's second clustering is the same, the second's is not.
        assertThat(result.steps().getFirst().noise()).isCloseTo(fluidity / 2, ROUNDING);
    }

    @Test
    void fluidity_randomGroups_sameAsSets() {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 2 + (int) (seed % 20);
            int[] units = BetweennessTest.groups(seed, people);
            SplittableRandom random = new SplittableRandom(seed);
            int[] before =
                    IntStream.range(0, people).map(_ -> random.nextInt(5) - 1).toArray();
            int[] after =
                    IntStream.range(0, people).map(_ -> random.nextInt(5) - 1).toArray();
            GroupFluidity.Result result =
                    GroupFluidity.compute(GroupFluidity.Parameters.defaults(units, List.of(before, after)));
            double changed = 0;
            int both = 0;
            for (int person = 0; person < people; person++) {
                if (before[person] >= 0 && after[person] >= 0) {
                    Set<Integer> first = colleagues(before, after, person);
                    Set<Integer> second = colleagues(after, before, person);
                    Set<Integer> either = new HashSet<>(first);
                    either.addAll(second);
                    first.retainAll(second);
                    changed += either.isEmpty() ? 0 : 1 - (double) first.size() / either.size();
                    both++;
                }
            }
            GroupFluidity.Step step = result.steps().getFirst();
            assertThat(step.people()).isEqualTo(both);
            if (both > 0) {
                assertThat(step.fluidity()).as("seed %d", seed).isCloseTo(changed / both, ROUNDING);
            }
            double pairs = 0;
            double across = 0;
            for (int one = 0; one < people; one++) {
                for (int other = 0; other < one; other++) {
                    if (before[one] >= 0 && before[one] == before[other] && units[one] >= 0 && units[other] >= 0) {
                        pairs++;
                        across += units[one] == units[other] ? 0 : 1;
                    }
                }
            }
            if (pairs > 0) {
                assertThat(result.windows().getFirst().across())
                        .as("seed %d", seed)
                        .isCloseTo(across / pairs, ROUNDING);
            }
        }
    }

    private static Set<Integer> colleagues(int[] groups, int[] other, int person) {
        Set<Integer> colleagues = new HashSet<>();
        for (int one = 0; one < groups.length; one++) {
            if (one != person && other[one] >= 0 && groups[one] == groups[person]) {
                colleagues.add(one);
            }
        }
        return colleagues;
    }

    @Test
    void fluidity_edgeCases_asDocumented() {
        assertThat(GroupFluidity.compute(GroupFluidity.Parameters.defaults(new int[0], List.of())))
                .isEqualTo(new GroupFluidity.Result(List.of(), List.of()));
        GroupFluidity.Result alone = GroupFluidity.compute(
                GroupFluidity.Parameters.defaults(new int[1], List.of(new int[1], new int[1], new int[] {-1})));
        assertThat(alone.windows().getFirst().freedom()).isNaN();
        assertThat(alone.steps().get(0).fluidity()).isZero();
        assertThat(alone.steps().get(1).fluidity()).isNaN();
        assertThatThrownBy(() -> GroupFluidity.Parameters.defaults(new int[1], List.of(new int[2])))
                .hasMessageContaining("not 2");
        assertThatThrownBy(() -> GroupFluidity.Parameters.defaults(new int[1], List.of(new int[1]))
                        .withAgain(List.of(new int[1], new int[1])))
                .hasMessageContaining("not of 2");
    }

    @Test
    void animating_countsByGroup() {
        boolean[] managers = {true, true, false, false, false};
        boolean[] animators = {true, false, true, false, false};
        int[] groups = {0, 0, 0, 1, -1};
        ManagersWhoAnimate.Result result =
                ManagersWhoAnimate.compute(new ManagersWhoAnimate.Parameters(managers, animators, groups));
        assertThat(result.whole().managers()).isEqualTo(Proportion.of(1, 2));
        assertThat(result.whole().others()).isEqualTo(Proportion.of(1, 3));
        assertThat(result.groups().get(0).others()).isEqualTo(Proportion.of(1, 1));
        assertThat(result.groups().get(1).managers().share()).isNaN();
        assertThat(ManagersWhoAnimate.compute(
                                new ManagersWhoAnimate.Parameters(new boolean[0], new boolean[0], new int[0]))
                        .groups())
                .isEmpty();
        assertThatThrownBy(() -> new ManagersWhoAnimate.Parameters(managers, animators, new int[1]))
                .hasMessageContaining("and 1");
    }

    @Test
    void index_twoWeeks_itsArithmetic() {
        List<Week> weeks = List.of(new Week(10, 3, 4, 1, 2, 1), new Week(10, 2, 2, 1, 2, 2));
        WirearchyIndex.Result result = WirearchyIndex.compute(WirearchyIndex.Parameters.defaults(weeks, .5));
        // 5 of 20 across where half is expected; 6 along the line; 2 of 5 with a manager; 3 of 4 threads.
        assertThat(result.parts()).extracting(value -> value.value().value()).containsExactly(.5, .7, .6, .75);
        assertThat(result.parts()).extracting(WirearchyIndex.Value::part).containsExactly(Part.values());
        assertThat(result.index().value()).isCloseTo(100 * (.5 + .7 + .6 + .75) / 4, ROUNDING);
        // Two weeks are one block.
        assertThat(result.index().low()).isNaN();
        assertThat(WirearchyIndex.compute(WirearchyIndex.Parameters.defaults(weeks, .5)
                                .withDraws(Weeks.Parameters.defaults().withBlock(1)))
                        .index()
                        .low())
                .isLessThan(result.index().value());
    }

    @Test
    void index_partsWithoutData_leftOut() {
        WirearchyIndex.Result result =
                WirearchyIndex.compute(WirearchyIndex.Parameters.defaults(List.of(new Week(4, 0, 1, 0, 0, 0)), .2));
        assertThat(result.parts().get(2).value().value()).isNaN();
        assertThat(result.parts().get(3).value().value()).isNaN();
        assertThat(result.index().value()).isCloseTo(100 * (0 + .75) / 2, ROUNDING);
        assertThat(WirearchyIndex.compute(WirearchyIndex.Parameters.defaults(List.of(), .2))
                        .index()
                        .value())
                .isNaN();
        assertThatThrownBy(() -> new Week(1, 2, 0, 0, 0, 0)).hasMessageContaining("2.0 and 0.0 of 1.0");
        assertThatThrownBy(() -> WirearchyIndex.Parameters.defaults(List.of(), 0))
                .hasMessageContaining("not 0.0");
    }

    @Test
    void index_changedWay_foundAndOnlyThen() {
        SplittableRandom random = new SplittableRandom(3);
        List<Week> before = weeks(random, .3);
        List<Week> same = weeks(random, .3);
        List<Week> after = weeks(random, .5);
        WirearchyIndex.Parameters start = WirearchyIndex.Parameters.defaults(before, .8);
        assertThat(WirearchyIndex.change(start, WirearchyIndex.Parameters.defaults(after, .8))
                        .p())
                .isLessThan(.01);
        assertThat(WirearchyIndex.change(start, WirearchyIndex.Parameters.defaults(same, .8))
                        .p())
                .isGreaterThan(.05);
        assertThatThrownBy(() -> WirearchyIndex.change(start, WirearchyIndex.Parameters.defaults(after, .7)))
                .hasMessageContaining("0.8 and 0.7");
    }

    private static List<Week> weeks(SplittableRandom random, double across) {
        List<Week> weeks = new ArrayList<>();
        for (int week = 0; week < 26; week++) {
            int crossing =
                    (int) random.doubles(200).filter(value -> value < across).count();
            weeks.add(new Week(200, crossing, 40, Math.floorDiv(crossing, 4), 10, 5));
        }
        return weeks;
    }
}
