package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.passerelle.network.GraphText;

/** The agreement of partitions. */
class PartitionAgreementTest {
    /** Sums of a few hundred fractions: rounding stays below. */
    private static final Offset<Double> ROUNDING = within(1e-9);

    /** Logarithms of factorials of 100,000 are about a million: their differences keep nine digits. */
    private static final Offset<Double> FACTORIALS = within(1e-8);

    private static final Offset<Double> FIVE_DIGITS = within(6e-6);

    @Test
    void agreement_publishedExample_sameAsScikitLearn() {
        int[] first = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3};
        int[] second = {1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2};
        assertThat(agreement(first, second).ami()).isCloseTo(.27821, FIVE_DIGITS);
        assertThat(agreement(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}).ari())
                .isCloseTo(-.5, ROUNDING);
        assertThat(agreement(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}).ari())
                .isCloseTo(4 / 7.0, ROUNDING);
    }

    @Test
    void agreement_sameGroupsOtherNumbers_one() {
        PartitionAgreement.Result result = agreement(new int[] {0, 0, 1, 1, 2}, new int[] {2, 2, 0, 0, 1});
        assertThat(result.ami()).isCloseTo(1, ROUNDING);
        assertThat(result.nmi()).isCloseTo(1, ROUNDING);
        assertThat(result.ari()).isCloseTo(1, ROUNDING);
        assertThat(result.matches().getFirst()).isEqualTo(new PartitionAgreement.Match(0, 2, 2, 1));
    }

    @Test
    void agreement_allDealsOfSmallGroups_expectationIsTheirMean() {
        // Over every order of the second cut AMI and ARI are 0 on average, by their definition.
        int[] first = {0, 0, 0, 1, 1, 2, 2};
        int[] second = {0, 0, 1, 1, 1, 2, 2};
        double ami = 0;
        double ari = 0;
        List<int[]> orders = new ArrayList<>();
        permute(second, 0, orders);
        for (int[] order : orders) {
            PartitionAgreement.Result result = agreement(first, order);
            ami += result.ami();
            ari += result.ari();
        }
        assertThat(orders).hasSize(5040);
        assertThat(ami / orders.size()).isCloseTo(0, ROUNDING);
        assertThat(ari / orders.size()).isCloseTo(0, ROUNDING);
    }

    @Test
    void agreement_randomCuts_sameAsPairCountsAndSymmetric() {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 2 + (int) (seed % 20);
            int[] first = cut(seed, people);
            int[] second = cut(seed + 1000, people);
            PartitionAgreement.Result result = agreement(first, second);
            PartitionAgreement.Result turned = agreement(second, first);
            assertThat(turned.ami()).isCloseTo(result.ami(), ROUNDING);
            assertThat(turned.nmi()).isCloseTo(result.nmi(), ROUNDING);
            double together = 0;
            double one = 0;
            double other = 0;
            double pairs = 0;
            for (int left = 0; left < people; left++) {
                for (int right = 0; right < left; right++) {
                    boolean inFirst = first[left] == first[right];
                    boolean inSecond = second[left] == second[right];
                    together += inFirst && inSecond ? 1 : 0;
                    one += inFirst ? 1 : 0;
                    other += inSecond ? 1 : 0;
                    pairs++;
                }
            }
            double expected = one * other / pairs;
            double mean = (one + other) / 2;
            if (mean != expected) {
                assertThat(result.ari())
                        .as("seed %d", seed)
                        .isCloseTo((together - expected) / (mean - expected), ROUNDING);
            }
        }
    }

    @Test
    void agreement_edgeCases_asDocumented() {
        assertThat(agreement(new int[0], new int[0]).ami()).isNaN();
        assertThat(agreement(new int[] {0}, new int[] {4}).ami()).isEqualTo(1);
        assertThat(agreement(new int[] {0, 0, 0}, new int[] {0, 0, 0}).ari()).isEqualTo(1);
        assertThat(agreement(new int[] {0, 0, 0, 0}, new int[] {0, 1, 2, 3}).ami())
                .isCloseTo(0, ROUNDING);
        PartitionAgreement.Result part = agreement(new int[] {0, 0, 1, -1}, new int[] {0, 0, -1, 1});
        assertThat(part.people()).isEqualTo(2);
        assertThat(part.matches().get(1).best()).isEqualTo(-1);
        assertThatThrownBy(() -> agreement(new int[1], new int[2])).hasMessageContaining("1 and 2");
    }

    @Test
    void agreement_randomCuts_expectationIsTheExactOne() {
        for (long seed = 1; seed <= 200; seed++) {
            int people = 2 + (int) (seed % 40);
            int[] first = cut(seed, people);
            int[] second = cut(seed + 1000, people);
            int[] rows = Groups.sizes(first, 4);
            int[] columns = Groups.sizes(second, 4);
            double exact = 0;
            for (int row : rows) {
                for (int column : columns) {
                    exact += expected(row, column, people);
                }
            }
            assertThat(amiWith(first, second, exact))
                    .as("seed %d", seed)
                    .satisfiesAnyOf(
                            ami -> assertThat(ami).isNaN(),
                            ami -> assertThat(agreement(first, second).ami()).isCloseTo(ami, ROUNDING));
        }
    }

    @Test
    void agreement_manyPeopleInManyGroups_sameAsByFactorials() {
        int people = 100_000;
        int[] first = skewed(1, people, 1000);
        int[] second = skewed(2, people, 1000);
        // Half the people are where they were, so that the index is far from 0.
        for (int person = 0; person < people; person += 2) {
            second[person] = first[person];
        }
        double[] logFactorials = new double[people + 1];
        for (int number = 2; number <= people; number++) {
            logFactorials[number] = logFactorials[number - 1] + Math.log(number);
        }
        double expected = 0;
        for (int row : Groups.sizes(first, 1000)) {
            for (int column : Groups.sizes(second, 1000)) {
                expected += expected(row, column, people, logFactorials);
            }
        }
        double ami = agreement(first, second).ami();
        assertThat(ami).isCloseTo(amiWith(first, second, expected), FACTORIALS).isBetween(.2, .5);
    }

    @Test
    void agreement_peopleAndGroupsRenumbered_same() {
        for (long seed = 1; seed <= 50; seed++) {
            int[] first = cut(seed, 30);
            int[] second = cut(seed + 1000, 30);
            int[] names = GraphText.permutation(seed, 30);
            int[] firstRenamed = new int[30];
            int[] secondRenamed = new int[30];
            for (int person = 0; person < 30; person++) {
                firstRenamed[names[person]] = first[person];
                secondRenamed[names[person]] = (second[person] + 1) % 4;
            }
            PartitionAgreement.Result result = agreement(first, second);
            PartitionAgreement.Result renamed = agreement(firstRenamed, secondRenamed);
            assertThat(renamed.ami()).as("seed %d", seed).isCloseTo(result.ami(), ROUNDING);
            assertThat(renamed.ari()).isCloseTo(result.ari(), ROUNDING);
        }
    }

    @Test
    void agreement_matches_sameAsTryingAllGroups() {
        for (long seed = 1; seed <= 200; seed++) {
            int[] first = cut(seed, 25);
            int[] second = cut(seed + 1000, 25);
            for (PartitionAgreement.Match match : agreement(first, second).matches()) {
                int best = -1;
                double highest = 0;
                int sharedBest = 0;
                for (int other = 0; other < 4; other++) {
                    int shared = 0;
                    int either = 0;
                    for (int person = 0; person < 25; person++) {
                        boolean here = first[person] == match.group();
                        boolean there = second[person] == other;
                        shared += here && there ? 1 : 0;
                        either += here || there ? 1 : 0;
                    }
                    if (shared > 0 && (double) shared / either > highest) {
                        highest = (double) shared / either;
                        best = other;
                        sharedBest = shared;
                    }
                }
                assertThat(match)
                        .as("seed %d", seed)
                        .isEqualTo(new PartitionAgreement.Match(match.group(), best, sharedBest, highest));
            }
        }
    }

    /** AMI by its definition with a given expectation; NaN where both cuts are trivial. */
    private static double amiWith(int[] first, int[] second, double expected) {
        int people = first.length;
        int[] rows = Groups.sizes(first, Groups.count(first));
        int[] columns = Groups.sizes(second, Groups.count(second));
        int[] cells = new int[rows.length * columns.length];
        for (int person = 0; person < people; person++) {
            cells[first[person] * columns.length + second[person]]++;
        }
        double entropies = entropy(rows, people) + entropy(columns, people);
        double information = entropies - entropy(cells, people);
        return (information - expected) / (entropies / 2 - expected);
    }

    private static double entropy(int[] sizes, int people) {
        double entropy = 0;
        for (int size : sizes) {
            entropy -= size == 0 ? 0 : (double) size / people * Math.log((double) size / people);
        }
        return entropy;
    }

    /** What two groups of these sizes add to E[I], with chances as fractions of whole numbers. */
    private static double expected(int row, int column, int people) {
        double expected = 0;
        for (int shared = Math.max(1, row + column - people); shared <= Math.min(row, column); shared++) {
            BigInteger deals = choose(row, shared).multiply(choose(people - row, column - shared));
            double chance = new BigDecimal(deals)
                    .divide(new BigDecimal(choose(people, column)), MathContext.DECIMAL64)
                    .doubleValue();
            expected += chance * shared / people * Math.log((double) shared * people / (row * column));
        }
        return expected;
    }

    private static BigInteger choose(int from, int number) {
        BigInteger ways = BigInteger.ONE;
        for (int taken = 0; taken < number; taken++) {
            ways = ways.multiply(BigInteger.valueOf(from - taken)).divide(BigInteger.valueOf(taken + 1));
        }
        return ways;
    }

    /** The same with chances by logarithms of factorials, term by term. */
    private static double expected(int row, int column, int people, double[] logFactorials) {
        double fixed = logFactorials[row]
                + logFactorials[column]
                + logFactorials[people - row]
                + logFactorials[people - column]
                - logFactorials[people];
        double expected = 0;
        for (int shared = Math.max(1, row + column - people); shared <= Math.min(row, column); shared++) {
            double logChance = fixed
                    - logFactorials[shared]
                    - logFactorials[row - shared]
                    - logFactorials[column - shared]
                    - logFactorials[people - row - column + shared];
            // Chances below e^-50 add less than the tolerance however many they are.
            expected += logChance < -50
                    ? 0
                    : Math.exp(logChance)
                            * shared
                            / people
                            * Math.log((double) shared * people / ((double) row * column));
        }
        return expected;
    }

    /** Many small groups and a few large ones. */
    private static int[] skewed(long seed, int people, int groups) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, people)
                .map(_ -> (int) (groups * Math.pow(random.nextDouble(), 2)))
                .toArray();
    }

    private static PartitionAgreement.Result agreement(int[] first, int[] second) {
        return PartitionAgreement.compute(new PartitionAgreement.Parameters(first, second));
    }

    private static int[] cut(long seed, int people) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, people).map(_ -> random.nextInt(4)).toArray();
    }

    private static void permute(int[] values, int from, List<int[]> orders) {
        if (from == values.length) {
            orders.add(values.clone());
        }
        for (int other = from; other < values.length; other++) {
            swap(values, from, other);
            permute(values, from + 1, orders);
            swap(values, from, other);
        }
    }

    private static void swap(int[] values, int one, int other) {
        int value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
