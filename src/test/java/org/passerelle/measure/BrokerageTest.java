package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
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

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void moments_randomGraphs_sameAsAllDealsOfTheOthers(Orientation orientation) {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 3 + (int) (seed % 4);
            TieGraph graph = GraphText.random(seed, people, .2 + .002 * seed, orientation, 1);
            int[] groups = BetweennessTest.groups(seed, people);
            int broker = (int) (seed % people);
            if (groups[broker] < 0
                    || Arrays.stream(groups).filter(group -> group >= 0).count() < 3) {
                continue;
            }
            double[] sums = new double[5];
            double[] squares = new double[5];
            int[] deals = {0};
            deal(groups.clone(), broker, 0, deal -> {
                long[] counts = of(graph, deal).counts()[broker];
                Arrays.setAll(sums, role -> sums[role] + counts[role]);
                Arrays.setAll(squares, role -> squares[role] + (double) counts[role] * counts[role]);
                deals[0]++;
            });
            Brokerage.Result result = of(graph, groups);
            for (Role role : Role.values()) {
                double mean = sums[role.place] / deals[0];
                double variance = squares[role.place] / deals[0] - mean * mean;
                assertThat(result.expected(broker, role))
                        .as("seed %d %s", seed, role)
                        .isCloseTo(mean, ROUNDING);
                assertThat(result.deviations()[broker][role.place])
                        .as("seed %d %s", seed, role)
                        .isCloseTo(Math.sqrt(Math.max(0, variance)), within(1e-6));
            }
        }
    }

    private static void deal(int[] labels, int fixed, int place, Consumer<int[]> dealt) {
        if (place == labels.length) {
            dealt.accept(labels.clone());
        } else if (place == fixed || labels[place] < 0) {
            deal(labels, fixed, place + 1, dealt);
        } else {
            for (int other = place; other < labels.length; other++) {
                if (other != fixed && labels[other] >= 0) {
                    swap(labels, place, other);
                    deal(labels, fixed, place + 1, dealt);
                    swap(labels, place, other);
                }
            }
        }
    }

    private static void swap(int[] labels, int one, int other) {
        int label = labels[one];
        labels[one] = labels[other];
        labels[other] = label;
    }

    /** Output of R's sna 2.7: brokerage(advice, dept), exp.nli, sd.nli and z.nli of the first and third manager. */
    @Test
    void randomGraph_managersAdvice_sameAsSna() {
        Brokerage.Result result = of(
                SharedData.classic("ht_advice", Orientation.DIRECTED),
                SharedData.labels("classic/ht_advice.nodes.csv", "dept"));
        randomGraph(
                result,
                0,
                new double[] {.6724165857, 9.189693338, 5.715540978, 5.715540978, 21.29319188, 42.58638376},
                new double[] {.8828948623, 4.514816063, 4.362565406, 4.362565406, 8.966076981, 15.67801077},
                new double[] {.3710333227, -1.5924665007, -.85168716862, 1.21131915061, -1.4826096082, -1.185506505});
        randomGraph(
                result,
                2,
                new double[] {4.7069160998, 4.258638376, 10.198318216, 10.198318216, 13.22419285, 42.58638376},
                new double[] {3.2503781412, 2.553044583, 5.827436627, 5.827436627, 6.421627051, 15.67801077},
                new double[] {-1.1404568757, -1.668062675, -.720439961, -1.23524607424, -.5020834792, -1.440640914});
    }

    private static void randomGraph(
            Brokerage.Result result, int vertex, double[] expected, double[] deviation, double[] z) {
        // R printed ten digits.
        Offset<Double> printed = within(1e-7);
        for (Role role : Role.values()) {
            Brokerage.Moments moments = result.randomGraph(vertex, role);
            assertThat(moments.expected()).as("%s", role).isCloseTo(expected[role.place], printed);
            assertThat(moments.deviation()).as("%s", role).isCloseTo(deviation[role.place], printed);
            assertThat(moments.z((double) result.count(vertex, role)))
                    .as("%s", role)
                    .isCloseTo(z[role.place], printed);
        }
        Brokerage.Moments total = result.randomGraphTotal(vertex);
        assertThat(total.expected()).isCloseTo(expected[5], printed);
        assertThat(total.deviation()).isCloseTo(deviation[5], printed);
        assertThat(total.z((double) result.totals()[vertex])).isCloseTo(z[5], printed);
    }

    @Test
    void anyThreads_same_andAnInterruptStops() {
        TieGraph graph = GraphText.randomDirected(3, 200, .1);
        Brokerage.Parameters parameters = Brokerage.Parameters.defaults(BetweennessTest.groups(3, 200));
        Brokerage.Result one = Brokerage.compute(graph, parameters.withThreads(1));
        Brokerage.Result four = Brokerage.compute(graph, parameters.withThreads(4));
        assertThat(four.counts()).isDeepEqualTo(one.counts());
        assertThat(four.deviations()).isDeepEqualTo(one.deviations());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Brokerage.compute(graph, parameters)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
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
