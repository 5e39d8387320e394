package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.CrossGroupNearness.Parameters;
import org.passerelle.measure.CrossGroupNearness.Result;
import org.passerelle.network.TieGraph;

/** Beside {@link CrossGroupNearness} on the network that every draw makes: the same to the last digit. */
class DrawnNearnessTest {
    /** Ties to oneself, parallel ties and both orders among them. */
    private record Ties(int people, int[] from, int[] to, long[] held) {
        static Ties random(long seed, int people, int number) {
            SplittableRandom random = new SplittableRandom(seed);
            return new Ties(
                    people,
                    random.ints(number, 0, people).toArray(),
                    random.ints(number, 0, people).toArray(),
                    random.longs(number).toArray());
        }

        /** The network of a draw, built. */
        TieGraph drawn(int draw) {
            int[] held = IntStream.range(0, from.length)
                    .filter(tie -> (this.held[tie] >>> draw & 1) == 1)
                    .toArray();
            double[] strengths = new double[held.length];
            int[] counts = new int[held.length];
            Arrays.fill(strengths, 1);
            Arrays.fill(counts, 1);
            return TieGraph.undirected(
                    people,
                    Arrays.stream(held).map(tie -> from[tie]).toArray(),
                    Arrays.stream(held).map(tie -> to[tie]).toArray(),
                    strengths,
                    counts);
        }
    }

    private static void assertSame(Ties ties, Parameters parameters, int draws, int threads) {
        Result[] results = new DrawnNearness(ties.from, ties.to, parameters).of(draws, tie -> ties.held[tie], threads);
        assertThat(results).hasSize(draws);
        for (int draw = 0; draw < draws; draw++) {
            Result built = CrossGroupNearness.compute(ties.drawn(draw), parameters);
            // Bit by bit, NaN as well.
            assertThat(bits(results[draw])).isEqualTo(bits(built));
            assertThat(results[draw].sources()).isEqualTo(built.sources());
            assertThat(results[draw].candidates()).isEqualTo(built.candidates());
            assertThat(results[draw].pairs()).isEqualTo(built.pairs());
        }
    }

    private static long[] bits(Result result) {
        double[] own = {result.value(), result.standardError()};
        return Stream.of(own, result.nearness(), result.others())
                .flatMapToDouble(Arrays::stream)
                .mapToLong(Double::doubleToLongBits)
                .toArray();
    }

    @Test
    void random_everyDraw_isThatOfTheNetworkBuilt() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int people = random.nextInt(1, 120);
            // From islands to networks that two steps cross.
            Ties ties = Ties.random(seed, people, random.nextInt(0, 6 * people));
            int[] groups = CrossGroupNearnessTest.dealt(seed, people, random.nextInt(1, 6));
            Parameters parameters = Parameters.defaults(groups).withSources(random.nextInt(2, 150));
            assertSame(ties, parameters, random.nextInt(1, 8), 1 + (int) (seed % 2));
        }
    }

    @Test
    void moreSourcesThanOneSearchHolds_everyDraw_isThatOfTheNetworkBuilt() {
        for (int people : new int[] {256, 257, 700}) {
            Ties ties = Ties.random(people, people, 3 * people);
            Parameters everybody = Parameters.defaults(CrossGroupNearnessTest.dealt(people, people, 5));
            assertSame(ties, everybody, 3, 2);
            assertSame(ties, everybody.withSources(256), 3, 2);
        }
    }

    @Test
    void longChain_manySteps_isThatOfTheNetworkBuilt() {
        int people = 600;
        int[] from = new int[people - 1];
        int[] to = new int[people - 1];
        long[] held = new long[people - 1];
        Arrays.setAll(from, tie -> tie);
        Arrays.setAll(to, tie -> tie + 1);
        // The second draw breaks it in the middle.
        Arrays.setAll(held, tie -> tie == 300 ? 1 : 3);
        assertSame(
                new Ties(people, from, to, held),
                Parameters.defaults(CrossGroupNearnessTest.dealt(1, people, 3)),
                2,
                1);
    }

    @Test
    void sixtyFourDraws_everyDraw_isThatOfTheNetworkBuilt() {
        Ties ties = Ties.random(5, 60, 200);
        assertSame(ties, Parameters.defaults(CrossGroupNearnessTest.dealt(5, 60, 4)), 64, 2);
    }

    @Test
    void tooManyDraws_areRefused() {
        DrawnNearness drawn = new DrawnNearness(new int[0], new int[0], Parameters.defaults(new int[] {0, 1}));
        assertThatThrownBy(() -> drawn.of(65, tie -> 0, 1)).hasMessageContaining("not 65");
        assertThatThrownBy(() -> drawn.of(0, tie -> 0, 1)).hasMessageContaining("not 0");
    }
}
