package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far two ways of cutting the same people into groups agree: a chart and the clusters in which people
 * work, two runs of a clustering, two windows. 1 is the same groups; 0 is what chance gives.
 *
 * <p>With H the entropies and I the mutual information of the two: NMI = I / mean(H); AMI = (I - E[I]) / (mean(H) - E[I]),
 * where E[I] is over all ways of dealing people into groups of the same sizes: Vinh, Epps and Bailey, 2010, Journal of
 * Machine Learning Research 11:2837-2854. ARI likewise over pairs of people: Hubert and Arabie, 1985,
 * doi:10.1007/BF01908075. NMI rises with the number of groups; lead with AMI.
 *
 * <p>Time O(n + a b s), with a and b the numbers of different group sizes of the two (at most the root of
 * 2 n) and s the size of groups; memory O(n). People without a group in either are left out. Both one group,
 * or both all alone: 1, as nothing differs. Nobody: NaN.
 */
public final class PartitionAgreement {
    private PartitionAgreement() {}

    /**
     * What to compare.
     *
     * @param first group of every person, -1 for none
     * @param second the same people's groups in the other cut
     */
    public record Parameters(int[] first, int[] second) {
        /** Copies both; refuses different lengths. */
        public Parameters {
            if (first.length != second.length) {
                throw new IllegalArgumentException(
                        "Two cuts of the same people, not of " + first.length + " and " + second.length);
            }
            first = first.clone();
            second = second.clone();
        }
    }

    /**
     * The group of the second cut that a group of the first is most like.
     *
     * @param group number in the first
     * @param best number in the second, the lower of equals; -1 for a group of nobody
     * @param shared people in both
     * @param jaccard shared over people in either, 0 to 1
     */
    public record Match(int group, int best, int shared, double jaccard) {}

    /**
     * The answer.
     *
     * @param ami adjusted mutual information, at most 1, about 0 for chance
     * @param nmi normalised mutual information, 0 to 1
     * @param ari adjusted Rand index, at most 1, about 0 for chance
     * @param people how many have a group in both
     * @param matches for every group of the first cut
     */
    public record Result(double ami, double nmi, double ari, int people, List<Match> matches) {}

    /** How far the two agree. */
    public static Result compute(Parameters parameters) {
        Table table = Table.of(parameters.first(), parameters.second());
        if (table.people == 0) {
            return new Result(Double.NaN, Double.NaN, Double.NaN, 0, table.matches());
        }
        boolean trivial = (table.filled(table.rows) == 1 && table.filled(table.columns) == 1)
                || (table.filled(table.rows) == table.people && table.filled(table.columns) == table.people);
        if (trivial) {
            return new Result(1, 1, 1, table.people, table.matches());
        }
        double information = table.information();
        double mean = (table.entropy(table.rows) + table.entropy(table.columns)) / 2;
        double expected = table.expectedInformation();
        // Equal cuts may come out above 1 by rounding.
        return new Result(
                Math.min(1, (information - expected) / (mean - expected)),
                Math.min(1, information / mean),
                table.adjustedRand(),
                table.people,
                table.matches());
    }

    /** How many people are in each group of the one and each of the other. */
    private record Table(int[] rows, int[] columns, Map<Long, Integer> cells, int people) {
        static Table of(int[] first, int[] second) {
            int[] rows = new int[Groups.count(first)];
            int[] columns = new int[Groups.count(second)];
            // Sorted, so that sums are added in one order whatever the order of people.
            Map<Long, Integer> cells = new TreeMap<>();
            int people = 0;
            for (int person = 0; person < first.length; person++) {
                if (first[person] >= 0 && second[person] >= 0) {
                    rows[first[person]]++;
                    columns[second[person]]++;
                    cells.merge((long) first[person] << 32 | second[person], 1, Integer::sum);
                    people++;
                }
            }
            return new Table(rows, columns, cells, people);
        }

        int filled(int[] sizes) {
            return (int) Arrays.stream(sizes).filter(size -> size > 0).count();
        }

        double entropy(int[] sizes) {
            return Arrays.stream(sizes)
                    .filter(size -> size > 0)
                    .mapToDouble(size -> -(double) size / people * Math.log((double) size / people))
                    .sum();
        }

        double information() {
            double information = 0;
            for (Map.Entry<Long, Integer> cell : cells.entrySet()) {
                double shared = cell.getValue();
                double row = rows[(int) (cell.getKey() >> 32)];
                double column = columns[(int) (long) cell.getKey()];
                information += shared / people * Math.log(shared * people / (row * column));
            }
            return Math.max(0, information);
        }

        double adjustedRand() {
            double together = cells.values().stream().mapToDouble(Table::pairs).sum();
            double inRows = Arrays.stream(rows).mapToDouble(Table::pairs).sum();
            double inColumns = Arrays.stream(columns).mapToDouble(Table::pairs).sum();
            double expected = inRows * inColumns / pairs(people);
            return (together - expected) / ((inRows + inColumns) / 2 - expected);
        }

        private static double pairs(int size) {
            return size * (size - 1.0) / 2;
        }

        /** E[I]: each pair of group sizes shares k people with hypergeometric chance. */
        double expectedInformation() {
            double[] logFactorials = new double[people + 1];
            for (int number = 2; number <= people; number++) {
                logFactorials[number] = logFactorials[number - 1] + Math.log(number);
            }
            double expected = 0;
            for (Map.Entry<Integer, Integer> row : sizes(rows).entrySet()) {
                for (Map.Entry<Integer, Integer> column : sizes(columns).entrySet()) {
                    double pairsOfGroups = (double) row.getValue() * column.getValue();
                    expected += pairsOfGroups * expectedInformation(row.getKey(), column.getKey(), logFactorials);
                }
            }
            return expected;
        }

        private double expectedInformation(int row, int column, double[] logFactorials) {
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
                expected += (double) shared
                        / people
                        * Math.log((double) shared * people / ((double) row * column))
                        * Math.exp(logChance);
            }
            return expected;
        }

        private static Map<Integer, Integer> sizes(int[] groups) {
            Map<Integer, Integer> sizes = new TreeMap<>();
            for (int size : groups) {
                if (size > 0) {
                    sizes.merge(size, 1, Integer::sum);
                }
            }
            return sizes;
        }

        List<Match> matches() {
            Map<Integer, Match> best = new HashMap<>();
            cells.forEach((cell, shared) -> {
                int group = (int) (cell >> 32);
                int other = (int) (long) cell;
                double jaccard = (double) shared / (rows[group] + columns[other] - shared);
                Match before = best.get(group);
                if (before == null || jaccard > before.jaccard()) {
                    best.put(group, new Match(group, other, shared, jaccard));
                }
            });
            List<Match> matches = new ArrayList<>();
            for (int group = 0; group < rows.length; group++) {
                matches.add(best.getOrDefault(group, new Match(group, -1, 0, 0)));
            }
            return List.copyOf(matches);
        }
    }
}
