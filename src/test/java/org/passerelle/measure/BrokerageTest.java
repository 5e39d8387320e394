package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.measure.Brokerage.Role;
import org.passerelle.network.GraphText;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class BrokerageTest {
    /** Shares of small whole numbers: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void chainOfThree_eachRole_itsOwnGroups() {
        TieGraph chain = GraphText.graph("a>b b>c");
        assertThat(of(chain, 0, 0, 0).count(1, Role.COORDINATOR)).isEqualTo(1);
        assertThat(of(chain, 0, 1, 0).count(1, Role.ITINERANT)).isEqualTo(1);
        assertThat(of(chain, 0, 0, 1).count(1, Role.REPRESENTATIVE)).isEqualTo(1);
        assertThat(of(chain, 1, 0, 0).count(1, Role.GATEKEEPER)).isEqualTo(1);
        assertThat(of(chain, 0, 1, 2).count(1, Role.LIAISON)).isEqualTo(1);
        assertThat(of(chain, 0, 1, 2).totals()).containsExactly(0, 1, 0);
        assertThat(of(GraphText.graph("a>b b>c a>c"), 0, 1, 2).totals()).containsOnly(0);
    }

    @Test
    void star_undirected_bothWays() {
        // Four leaves, two of the centre's group: 12 ordered pairs, none tied.
        Brokerage.Result result = of(Shapes.star(5), 0, 0, 0, 1, 1);
        assertThat(result.counts()[0]).containsExactly(2, 2, 4, 4, 0);
        // Everything but the centre shuffled leaves the same here: N - 1 = 4 others are all leaves.
        assertThat(result.expected()[0]).containsExactly(2, 2, 4, 4, 0);
    }

    @Test
    void karateLowToHigh_published() {
        TieGraph graph = SharedData.classic("igraph_karate", Orientation.DIRECTED);
        int[] groups = IntStream.range(0, 34).map(vertex -> vertex < 17 ? 0 : 1).toArray();
        Map<Integer, long[]> published = Map.of(
                2, new long[] {0, 0, 1, 0, 0},
                3, new long[] {3, 0, 6, 0, 0},
                4, new long[] {2, 0, 0, 0, 0},
                9, new long[] {0, 0, 5, 0, 0},
                14, new long[] {0, 0, 4, 0, 0},
                20, new long[] {0, 0, 0, 2, 0},
                28, new long[] {1, 0, 0, 1, 0},
                32, new long[] {5, 0, 0, 2, 0},
                33, new long[] {0, 0, 0, 1, 0});
        Brokerage.Result result = of(graph, groups);
        published.forEach((member, counts) ->
                assertThat(result.counts()[member - 1]).as("member %d", member).containsExactly(counts));
    }

    @Test
    void managersAndLawyers_sameAsSna() {
        reference(
                "ht_advice_by_dept",
                SharedData.classic("ht_advice", Orientation.DIRECTED),
                SharedData.labels("classic/ht_advice.nodes.csv", "dept"));
        reference(
                "ht_friends_by_dept",
                SharedData.classic("ht_friends", Orientation.DIRECTED),
                SharedData.labels("classic/ht_friends.nodes.csv", "dept"));
        reference(
                "law_advice_by_office",
                SharedData.classic("law_advice", Orientation.DIRECTED),
                SharedData.labels("classic/law_advice.nodes.csv", "office"));
    }

    @Test
    void consultants_strongTiesOnly_sameAsSna() {
        Map<String, List<String>> edges = SharedData.columns("classic/crossparker_consulting_info.edges.csv");
        int[] from = SharedData.wholeNumbers(edges, "i");
        int[] to = SharedData.wholeNumbers(edges, "j");
        int[] answer = SharedData.wholeNumbers(edges, "w");
        int[] strong =
                IntStream.range(0, from.length).filter(tie -> answer[tie] >= 4).toArray();
        int[] groups = SharedData.labels("classic/crossparker_consulting.nodes.csv", "location");
        TieGraph graph = SharedData.simple(
                groups.length,
                Arrays.stream(strong).map(tie -> from[tie] - 1).toArray(),
                Arrays.stream(strong).map(tie -> to[tie] - 1).toArray(),
                Orientation.DIRECTED);
        reference("crossparker_consulting_info_ge4_by_location", graph, groups);
    }

    private static void reference(String name, TieGraph graph, int[] groups) {
        Brokerage.Result result = of(graph, groups);
        for (Role role : Role.values()) {
            double[] expected = SharedData.numbers(
                    "reference/gould_fernandez_" + name + ".csv", role.name().toLowerCase(Locale.ROOT));
            for (int vertex = 0; vertex < expected.length; vertex++) {
                assertThat(result.count(vertex, role))
                        .as("%s %s %d", name, role, vertex)
                        .isEqualTo((long) expected[vertex]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void randomGraphs_sameAsAllTriples(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 3 + (int) (seed % 15);
            TieGraph graph = GraphText.random(seed, people, .05 + .003 * seed, orientation, 1);
            int[] groups = BetweennessTest.groups(seed, people);
            long[][] counts = new long[people][5];
            double[][] a = Oracles.matrix(graph);
            for (int from = 0; from < people; from++) {
                for (int broker = 0; broker < people; broker++) {
                    for (int to = 0; to < people; to++) {
                        boolean open = from != to && a[from][broker] > 0 && a[broker][to] > 0 && a[from][to] == 0;
                        if (open && groups[from] >= 0 && groups[broker] >= 0 && groups[to] >= 0) {
                            counts[broker][role(groups[from], groups[broker], groups[to])]++;
                        }
                    }
                }
            }
            Brokerage.Result result = of(graph, groups);
            for (int vertex = 0; vertex < people; vertex++) {
                assertThat(result.counts()[vertex])
                        .as("seed %d vertex %d", seed, vertex)
                        .isEqualTo(counts[vertex]);
            }
        }
    }

    private static int role(int from, int broker, int to) {
        boolean[] equal = {from == broker && broker == to, from == to, from == broker, broker == to, true};
        int role = 0;
        while (!equal[role]) {
            role++;
        }
        return role;
    }

    @Test
    void expected_allShufflesOfTheOthers_theirMean() {
        TieGraph graph = GraphText.graph("a>c b>c c>d c>e d>a e>b");
        int[] groups = {0, 0, 0, 1, 1};
        double[] sums = new double[5];
        int[] others = {0, 1, 3, 4};
        int shuffles = 0;
        for (int one = 0; one < 4; one++) {
            for (int other = 0; other < one; other++) {
                // Two of the four others are in c's group.
                int[] shuffled = {1, 1, 0, 1, 1};
                shuffled[others[one]] = 0;
                shuffled[others[other]] = 0;
                long[] counts = of(graph, shuffled).counts()[2];
                Arrays.setAll(sums, role -> sums[role] + counts[role]);
                shuffles++;
            }
        }
        double[] expected = of(graph, groups).expected()[2];
        for (int role = 0; role < 5; role++) {
            assertThat(expected[role]).isCloseTo(sums[role] / shuffles, ROUNDING);
        }
    }

    @Test
    void expected_anyGraph_addsUpToTheTotal() {
        Brokerage.Result result = of(GraphText.randomDirected(3, 30, .2), BetweennessTest.groups(3, 30));
        for (int vertex = 0; vertex < 30; vertex++) {
            assertThat(Arrays.stream(result.expected()[vertex]).sum())
                    .isCloseTo((double) result.totals()[vertex], ROUNDING);
        }
    }

    @Test
    void emptyOneIslandsAndNoGroup_asDocumented() {
        assertThat(of(GraphText.graph("")).totals()).isEmpty();
        assertThat(of(GraphText.graph("ann"), 0).totals()).containsExactly(0);
        assertThat(of(GraphText.graph("ann"), 0).expected()[0][0]).isNaN();
        assertThat(of(GraphText.graph("a>b b>c"), 0, 0, -1).totals()).containsOnly(0);
        assertThat(of(GraphText.graph("a-b b-c d-e"), 0, 0, 0, 0, 0).totals()).containsExactly(0, 2, 0, 0, 0);
        assertThatThrownBy(() -> of(GraphText.graph("a>b"), 0)).hasMessageContaining("not 1");
    }

    private static Brokerage.Result of(TieGraph graph, int... groups) {
        return Brokerage.compute(graph, Brokerage.Parameters.defaults(groups));
    }
}
