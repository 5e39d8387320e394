package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;

class TieDrawsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @Test
    void twoGroups_theArithmetic() {
        // 0 and 1 in the first group, 2 in the second; the first draw holds 0-1 and 1-2, the second 0-1 only.
        TieDraws ties = new TieDraws(new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 0, 1}, 2);
        TieDraws.Draw[] draws = ties.of(2, tie -> tie == 0 ? 0b11 : 0b01);
        assertThat(draws[0].ties()).containsExactly(1, 1, 0);
        assertThat(draws[1].ties()).containsExactly(1, 0, 0);
        // Ends 1, 2 | 1: pairs of others' ends (16 - 6) / 2; inside (9 - 5) / 2, across 3 * 1; two ties.
        assertThat(draws[0].expected()).containsExactly(2 / 5.0 * 2, 3 / 5.0 * 2, 0);
        assertThat(draws[1].expected()).containsExactly(1, 0, 0);
    }

    @Test
    void noTiesAndNobody_nothingIsExpected() {
        TieDraws.Draw[] draws = new TieDraws(new int[0], new int[0], new int[] {0, 1}, 2).of(3, _ -> -1);
        assertThat(draws).hasSize(3);
        assertThat(draws[2].ties()).containsOnly(0);
        assertThat(draws[2].expected()).containsOnly(0.0);
        assertThat(new TieDraws(new int[0], new int[0], new int[0], 0).of(1, _ -> 1)[0].ties())
                .isEmpty();
    }

    @Test
    void moreThanANumberHolds_refused() {
        TieDraws ties = new TieDraws(new int[0], new int[0], new int[0], 0);
        assertThatThrownBy(() -> ties.of(65, _ -> 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ties.of(0, _ -> 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What each draw holds, counted one by one and expected by the mixing matrix. */
    @ParameterizedTest
    @MethodSource("seeds")
    void randomTies_everyDrawIsCountedAsByItself(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int people = 40;
        TieGraph graph = GraphText.random(seed, people, 0.3);
        int[] groups = IntStream.range(0, people).map(_ -> random.nextInt(4)).toArray();
        int[][] ends = ends(graph);
        long[] holding = random.longs(ends[0].length).toArray();
        int draws = 1 + random.nextInt(64);
        TieDraws.Draw[] found = new TieDraws(ends[0], ends[1], groups, 4).of(draws, tie -> holding[tie]);
        for (int draw = 0; draw < draws; draw++) {
            int[] ties = new int[TieDraws.cells(4)];
            for (int tie = 0; tie < holding.length; tie++) {
                if ((holding[tie] >>> draw & 1) == 1) {
                    ties[TieDraws.cell(4, groups[ends[0][tie]], groups[ends[1][tie]])]++;
                }
            }
            assertThat(found[draw].ties()).as("seed " + seed + ", draw " + draw).isEqualTo(ties);
            int[] degrees = new int[people];
            for (int tie = 0; tie < holding.length; tie++) {
                if ((holding[tie] >>> draw & 1) == 1) {
                    degrees[ends[0][tie]]++;
                    degrees[ends[1][tie]]++;
                }
            }
            double[] expected = expected(degrees, groups);
            for (int cell = 0; cell < expected.length; cell++) {
                assertThat(found[draw].expected()[cell])
                        .as("seed " + seed + ", draw " + draw)
                        .isCloseTo(expected[cell], within(1e-9));
            }
        }
    }

    /** All ties there are, in one draw: what the mixing matrix expects of the same graph. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyTie_expectedIsThatOfTheMixingMatrix(long seed) {
        TieGraph graph = GraphText.random(seed, 30, 0.15);
        int[] groups = IntStream.range(0, 30).map(vertex -> vertex % 4).toArray();
        int[][] ends = ends(graph);
        double[] expected = new TieDraws(ends[0], ends[1], groups, 4).of(1, _ -> 1)[0].expected();
        MixingMatrix.Result matrix = MixingMatrix.compute(graph, MixingMatrix.Parameters.defaults(groups));
        for (int from = 0; from < 4; from++) {
            for (int to = from; to < 4; to++) {
                assertThat(expected[TieDraws.cell(4, from, to)])
                        .isCloseTo(matrix.cell(from, to).expected(), within(1e-9));
            }
        }
    }

    private static int[][] ends(TieGraph graph) {
        IntStream.Builder from = IntStream.builder();
        IntStream.Builder to = IntStream.builder();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                if (vertex < graph.neighbour(slot)) {
                    from.add(vertex);
                    to.add(graph.neighbour(slot));
                }
            }
        }
        return new int[][] {from.build().toArray(), to.build().toArray()};
    }

    /** Pair by pair of different people: the chance that a tie joins them, times all ties. */
    private static double[] expected(int[] degrees, int[] groups) {
        double[] expected = new double[TieDraws.cells(4)];
        double pairings = 0;
        for (int one = 0; one < degrees.length; one++) {
            for (int other = one + 1; other < degrees.length; other++) {
                double product = (double) degrees[one] * degrees[other];
                expected[TieDraws.cell(4, groups[one], groups[other])] += product;
                pairings += product;
            }
        }
        int ties = IntStream.of(degrees).sum() / 2;
        for (int cell = 0; cell < expected.length; cell++) {
            expected[cell] = pairings > 0 ? expected[cell] / pairings * ties : 0;
        }
        return expected;
    }
}
