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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/** The null that deals the groups anew: shuffled, and in closed form. */
class LabelShufflesTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    /** 3 labels lie in lanes of 8 bits, 300 in lanes of 16, 40,000 in lanes of 32. */
    @ParameterizedTest
    @CsvSource({"3,TIES", "300,TIES", "40000,TIES", "3,STRENGTH", "300,INTERACTIONS", "40000,STRENGTH"})
    void shuffles_anyLabelsAndAmount_sameAsDealingOneByOne(int labels, Amount amount) {
        for (long seed = 1; seed <= 40; seed++) {
            Orientation orientation = seed % 2 == 0 ? Orientation.DIRECTED : Orientation.UNDIRECTED;
            int people = 2 + (int) (seed % 13);
            TieGraph graph = GraphText.random(seed, people, .4, orientation, 5);
            SplittableRandom random = new SplittableRandom(seed);
            int[] groups = new int[people];
            Arrays.setAll(groups, _ -> random.nextInt(5) == 0 ? -1 : labels - 1 - random.nextInt(3));
            int shuffles = labels > 1_000 ? 3 : 11;
            double[][][] found = new double[shuffles][3][labels];
            LabelShuffles.bothSides(graph, groups, labels, amount, seed)
                    .run(
                            shuffles,
                            2,
                            (shuffle, internal, volumes) -> found[shuffle] =
                                    new double[][] {internal.clone(), volumes[0].clone(), volumes[1].clone()},
                            Progress.NONE);
            for (int shuffle = 0; shuffle < shuffles; shuffle++) {
                double[][] expected = tally(graph, dealt(groups, seed, shuffle), labels, amount);
                for (int part = 0; part < 3; part++) {
                    double away = 0;
                    for (int label = 0; label < labels; label++) {
                        away = Math.max(away, Math.abs(found[shuffle][part][label] - expected[part][label]));
                    }
                    assertThat(away)
                            .as("seed %d shuffle %d part %d", seed, shuffle, part)
                            .isCloseTo(0, ROUNDING);
                }
            }
        }
    }

    /** The deal as it is documented, one label after the other. */
    private static int[] dealt(int[] groups, long seed, int shuffle) {
        List<Integer> labels = new ArrayList<>();
        Arrays.stream(groups).filter(group -> group >= 0).forEach(labels::add);
        SplittableRandom random = new SplittableRandom(Seeds.of(seed, shuffle));
        int[] dealt = groups.clone();
        for (int vertex = groups.length - 1; vertex >= 0; vertex--) {
            if (groups[vertex] >= 0) {
                int last = labels.size() - 1;
                int drawn = (int) Math.unsignedMultiplyHigh(random.nextLong(), labels.size());
                dealt[vertex] = labels.set(drawn, labels.get(last));
                labels.removeLast();
            }
        }
        return dealt;
    }

    /** By group: amounts inside, going out and coming in. */
    private static double[][] tally(TieGraph graph, int[] groups, int labels, Amount amount) {
        double[][] tally = new double[3][labels];
        GroupedTies ties = GroupedTies.of(graph, groups);
        for (int tie = 0; tie < ties.size(); tie++) {
            int from = groups[ties.from()[tie]];
            int to = groups[ties.to()[tie]];
            double much = amount.of(graph, ties.slots()[tie]);
            tally[0][from] += from == to ? much : 0;
            tally[1][from] += much;
            tally[2][to] += much;
        }
        return tally;
    }

    @Test
    void shuffles_starOfManyLeaves_noLaneOverflows() {
        // 700 ties in one row: a lane of 8 bits must be emptied twice on the way.
        int leaves = 700;
        int[] groups =
                IntStream.rangeClosed(0, leaves).map(vertex -> vertex % 2).toArray();
        groups[0] = 0;
        double[] inside = new double[9];
        LabelShuffles.touching(Shapes.star(leaves + 1), groups, 2, Amount.TIES, 5)
                .run(9, 1, (shuffle, internal, _) -> inside[shuffle] = internal[0] + internal[1], Progress.NONE);
        // 350 of the 701 have label 1: the centre's own label is on 350 or 349 leaves.
        assertThat(Arrays.stream(inside).boxed()).allMatch(ties -> ties == 350 || ties == 349);
    }

    @Test
    void shuffles_anyThreads_bitForBit() {
        TieGraph graph = GraphText.random(5, 120, .1, Orientation.DIRECTED, 9);
        int[] groups = BetweennessTest.groups(5, 120);
        ExternalInternal.Parameters parameters =
                ExternalInternal.Parameters.defaults(groups).withAmount(Amount.STRENGTH);
        ExternalInternal.Result one = ExternalInternal.compute(graph, parameters.withThreads(1));
        ExternalInternal.Result five = ExternalInternal.compute(graph, parameters.withThreads(5));
        assertThat(five.groups()).isEqualTo(one.groups());
        assertThat(five.whole()).isEqualTo(one.whole());
        assertThatThrownBy(() -> parameters.withThreads(0)).hasMessageContaining("not 0");
    }

    @Test
    void shuffles_interrupted_stop() {
        TieGraph graph = GraphText.random(1, 50, .2);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ExternalInternal.compute(
                        graph, ExternalInternal.Parameters.defaults(BetweennessTest.groups(1, 50))))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void shuffles_progress_risesToOne() {
        List<Double> shares = new ArrayList<>();
        ExternalInternal.compute(
                GraphText.random(1, 50, .2),
                ExternalInternal.Parameters.defaults(BetweennessTest.groups(1, 50)),
                shares::add);
        assertThat(shares).isSorted().last().isEqualTo(1.0);
    }

    @ParameterizedTest
    @EnumSource(Amount.class)
    void exact_smallGraphs_sameAsAllDeals(Amount amount) {
        for (long seed = 1; seed <= 200; seed++) {
            Orientation orientation = seed % 2 == 0 ? Orientation.DIRECTED : Orientation.UNDIRECTED;
            int people = 1 + (int) (seed % 6);
            TieGraph graph = GraphText.random(seed, people, .5, orientation, 4);
            int[] groups = BetweennessTest.groups(seed, people);
            List<int[]> deals = new ArrayList<>();
            deal(groups, 0, deals);
            double[] inside = deals.stream()
                    .mapToDouble(deal ->
                            Arrays.stream(tally(graph, deal, 3, amount)[0]).sum())
                    .toArray();
            double mean = Arrays.stream(inside).average().orElseThrow();
            double variance = Arrays.stream(inside)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            JoinCounts joins = JoinCounts.of(graph, groups, 3, amount);
            if (joins.all() > 0) {
                assertThat(joins.mean()).as("seed %d", seed).isCloseTo(mean, ROUNDING);
                assertThat(joins.deviation()).as("seed %d", seed).isCloseTo(Math.sqrt(variance), within(1e-6));
            }
            people(graph, groups, deals, amount, seed);
        }
    }

    /** Everybody's exact moments are those over the deals that leave them their own group. */
    private static void people(TieGraph graph, int[] groups, List<int[]> deals, Amount amount, long seed) {
        ExternalInternal.Result result = ExternalInternal.compute(
                graph,
                ExternalInternal.Parameters.defaults(groups).withAmount(amount).withPermutations(0));
        for (int vertex = 0; vertex < groups.length; vertex++) {
            int person = vertex;
            double[] indices = deals.stream()
                    .filter(deal -> deal[person] == groups[person])
                    .mapToDouble(deal -> ExternalInternal.compute(
                                    graph,
                                    ExternalInternal.Parameters.defaults(deal)
                                            .withAmount(amount)
                                            .withPermutations(0))
                            .people()[person])
                    .toArray();
            double mean = Arrays.stream(indices).average().orElseThrow();
            ExternalInternal.Exact exact = result.peopleExact().get(vertex);
            if (Double.isNaN(result.people()[vertex])) {
                assertThat(exact.mean()).as("seed %d", seed).isNaN();
            } else {
                double variance = Arrays.stream(indices)
                        .map(index -> (index - mean) * (index - mean))
                        .average()
                        .orElseThrow();
                assertThat(exact.mean()).as("seed %d", seed).isCloseTo(mean, ROUNDING);
                assertThat(exact.deviation()).as("seed %d", seed).isCloseTo(Math.sqrt(variance), within(1e-6));
            }
        }
    }

    private static void deal(int[] labels, int place, List<int[]> deals) {
        if (place == labels.length) {
            deals.add(labels.clone());
            return;
        }
        if (labels[place] < 0) {
            deal(labels, place + 1, deals);
            return;
        }
        for (int other = place; other < labels.length; other++) {
            if (labels[other] >= 0) {
                swap(labels, place, other);
                deal(labels, place + 1, deals);
                swap(labels, place, other);
            }
        }
    }

    private static void swap(int[] labels, int one, int other) {
        int label = labels[one];
        labels[one] = labels[other];
        labels[other] = label;
    }

    @Test
    void exact_barbell_itsArithmetic() {
        // 7 ties; two halves of 3: two people in one with 2 * 6 / 30 = .4.
        ExternalInternal.Result result = ExternalInternal.compute(
                Shapes.barbell(3), ExternalInternal.Parameters.defaults(new int[] {0, 0, 0, 1, 1, 1}));
        assertThat(result.wholeExact().mean()).isCloseTo(1 - 2 * .4, ROUNDING);
        assertThat(result.peopleExact().getFirst().mean()).isCloseTo(1 - 2 * .4, ROUNDING);
        // Vertex 0 has 2 ties: variance of the internal ones 2 * .4 * .6 * (1 - 1 / 4) = .36, index halves times 2.
        assertThat(result.peopleExact().getFirst().deviation()).isCloseTo(.6, ROUNDING);
        assertThat(result.peopleExact().getFirst().z()).isCloseTo((-1 - .2) / .6, ROUNDING);
        // A thousand shuffles come within three standard errors of it.
        assertThat(result.whole().expected().mean())
                .isCloseTo(.2, within(3 * result.wholeExact().deviation() / Math.sqrt(1_000)));
    }

    @Test
    void exact_relabelled_same() {
        TieGraph graph = GraphText.random(8, 50, .1, Orientation.DIRECTED, 4);
        int[] groups = BetweennessTest.groups(8, 50);
        int[] names = GraphText.permutation(9, 50);
        int[] renamed = new int[50];
        for (int vertex = 0; vertex < 50; vertex++) {
            renamed[names[vertex]] = groups[vertex];
        }
        JoinCounts here = JoinCounts.of(graph, groups, 3, Amount.STRENGTH);
        JoinCounts there = JoinCounts.of(GraphText.relabelled(graph, names), renamed, 3, Amount.STRENGTH);
        assertThat(there.mean()).isCloseTo(here.mean(), ROUNDING);
        assertThat(there.deviation()).isCloseTo(here.deviation(), ROUNDING);
    }
}
