package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.measure.ShortenedPaths.Parameters;
import org.passerelle.measure.ShortenedPaths.Ways;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;

class ShortenedPathsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @Test
    void compute_nobody_noPairs() {
        TieGraph nobody = GraphText.random(1, 0, 0);
        assertThat(ShortenedPaths.compute(nobody, nobody, Parameters.defaults(new int[0]))
                        .whole()
                        .pairs())
                .isZero();
    }

    @Test
    void compute_pathWithAChord_theArithmetic() {
        // A path 0-1-2-3 and a chord 0-3: 0 to 3 is one step instead of three, all others stay.
        TieGraph path = ties(4, new int[] {0, 1, 2}, new int[] {1, 2, 3});
        TieGraph both = path.plus(ties(4, new int[] {0}, new int[] {3}));
        ShortenedPaths.Result result = ShortenedPaths.compute(path, both, Parameters.defaults(new int[] {0, 0, 1, 1}));
        // Ordered pairs: 2 (1+2+3 + 1+2 + 1) = 20 steps along the path, 16 with the chord.
        assertThat(result.exact()).isTrue();
        assertThat(result.whole().pairs()).isEqualTo(12);
        assertThat(result.whole().sparseSteps()).isCloseTo(20 / 12.0, within(1e-12));
        assertThat(result.whole().steps()).isCloseTo(16 / 12.0, within(1e-12));
        assertThat(result.whole().shortened().value()).isCloseTo(0.2, within(1e-12));
        Ways across = Objects.requireNonNull(result.cell(1, 0));
        // 0-2, 0-3, 1-2, 1-3: 2 + 3 + 1 + 2 along the path, 2 + 1 + 1 + 2 with the chord.
        assertThat(across.sparseSteps()).isEqualTo(2);
        assertThat(across.steps()).isEqualTo(1.5);
        assertThat(Objects.requireNonNull(result.cell(0, 0)).shortened().value())
                .isZero();
    }

    private static TieGraph ties(int people, int[] from, int[] to) {
        double[] strengths = new double[from.length];
        java.util.Arrays.fill(strengths, 1);
        return TieGraph.undirected(people, from, to, strengths, new int[from.length]);
    }

    /** Some trees: everybody hangs on somebody before, or begins a tree of their own. */
    private static TieGraph forest(long seed, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] lower =
                IntStream.range(1, people).filter(_ -> random.nextInt(10) > 0).toArray();
        return ties(
                people,
                lower,
                IntStream.of(lower)
                        .map(vertex -> Math.max(0, vertex - 1 - random.nextInt(Math.min(vertex, 4))))
                        .toArray());
    }

    /** All lengths, by asking every third vertex whether the way over it is shorter: slow and obvious. */
    private static double[][] lengths(TieGraph graph) {
        int people = graph.people();
        double[][] lengths = new double[people][people];
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < people; other++) {
                lengths[one][other] = one == other ? 0 : graph.slot(one, other) >= 0 ? 1 : Double.POSITIVE_INFINITY;
            }
        }
        for (int over = 0; over < people; over++) {
            for (int one = 0; one < people; one++) {
                for (int other = 0; other < people; other++) {
                    lengths[one][other] = Math.min(lengths[one][other], lengths[one][over] + lengths[over][other]);
                }
            }
        }
        return lengths;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_anyTreesAndTies_asCountedPairByPair(long seed) {
        int people = 4 + (int) (seed % 20);
        TieGraph tree = forest(seed, people);
        TieGraph both = tree.plus(GraphText.random(seed, people, 0.1));
        int[] groups = new SplittableRandom(seed).ints(people, -1, 3).toArray();
        double[][] along = lengths(tree);
        double[][] over = lengths(both);
        double[] sums = new double[4];
        for (int one = 0; one < people; one++) {
            for (int other = 0; other < people; other++) {
                boolean asked = one != other
                        && Math.min(groups[one], groups[other]) == 0
                        && Math.max(groups[one], groups[other]) == 1;
                if (asked && along[one][other] < Double.POSITIVE_INFINITY) {
                    sums[0]++;
                    sums[1] += along[one][other];
                    sums[2] += over[one][other];
                } else if (asked && over[one][other] < Double.POSITIVE_INFINITY) {
                    sums[3]++;
                }
            }
        }
        ShortenedPaths.Result result = ShortenedPaths.compute(tree, both, Parameters.defaults(groups));
        assertThat(ShortenedPaths.compute(
                                tree, both, Parameters.defaults(groups).withThreads(1))
                        .whole())
                .isEqualTo(result.whole());
        Ways ways = result.groups() > 1 ? result.cell(0, 1) : null;
        assertThat(ways == null ? 0 : ways.pairs() + ways.onlyByTies()).isEqualTo((long) (sums[0] + sums[3]));
        if (ways != null && ways.pairs() > 0) {
            assertThat(ways.sparseSteps()).isCloseTo(sums[1] / sums[0], within(1e-12));
            assertThat(ways.steps()).isCloseTo(sums[2] / sums[0], within(1e-12));
            assertThat(ways.onlyByTies()).isEqualTo((long) sums[3]);
        }
    }

    @Test
    void compute_drawnSources_intervalsMostlyHoldTheTruth() {
        TieGraph tree = forest(7, 400);
        TieGraph both = tree.plus(GraphText.random(7, 400, 0.005));
        int[] groups = IntStream.range(0, 400).map(vertex -> vertex % 3).toArray();
        ShortenedPaths.Result exact = ShortenedPaths.compute(tree, both, Parameters.defaults(groups));
        int held = 0;
        int cellsHeld = 0;
        for (long seed = 1; seed <= 100; seed++) {
            ShortenedPaths.Result drawn = ShortenedPaths.compute(
                    tree,
                    both,
                    Parameters.defaults(groups)
                            .withExactStepsMax(0)
                            .withSources(80)
                            .withSeed(seed));
            assertThat(drawn.exact()).isFalse();
            held += holds(drawn.whole(), exact.whole()) ? 1 : 0;
            cellsHeld +=
                    holds(Objects.requireNonNull(drawn.cell(0, 1)), Objects.requireNonNull(exact.cell(0, 1))) ? 1 : 0;
        }
        System.out.printf("REPORT shortened ways: of 100 drawn intervals %d and %d hold the truth%n", held, cellsHeld);
        assertThat(held).isGreaterThanOrEqualTo(88);
        assertThat(cellsHeld).isGreaterThanOrEqualTo(85);
    }

    private static boolean holds(Ways drawn, Ways exact) {
        double truth = exact.shortened().value();
        return drawn.shortened().low() <= truth && truth <= drawn.shortened().high();
    }
}
