package org.passerelle.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

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
 * 2 n) and s some twenty standard deviations of the number of people two groups share; memory O(n). People without a group in either are left out. Both one group,
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

    /**
     * How many people are in each group of the one and each of the other, as a list of the cells that are not 0,
     * row by row. Sorted, so that sums are added in one order whatever the order of people.
     */
    private record Table(
            int[] rows, int[] columns, int[] cellRows, int[] cellColumns, int[] shared, int cells, int people) {
        /** A chance so many times smaller than the greatest adds nothing to a sum of doubles. */
        private static final double NEGLIGIBLE = 1e-25;

        static Table of(int[] first, int[] second) {
            int rowCount = Groups.count(first);
            int columnCount = Groups.count(second);
            int[] both = IntStream.range(0, first.length)
                    .filter(person -> first[person] >= 0 && second[person] >= 0)
                    .toArray();
            // Two counting sorts, by column and then by row, bring the people of a cell together.
            int[] byColumn = sorted(both, second, columnCount);
            int[] byCell = sorted(byColumn, first, rowCount);
            int[] rows = new int[rowCount];
            int[] columns = new int[columnCount];
            int[] cellRows = new int[both.length];
            int[] cellColumns = new int[both.length];
            int[] shared = new int[both.length];
            int cells = 0;
            for (int person : byCell) {
                int row = first[person];
                int column = second[person];
                rows[row]++;
                columns[column]++;
                if (cells == 0 || cellRows[cells - 1] != row || cellColumns[cells - 1] != column) {
                    cellRows[cells] = row;
                    cellColumns[cells++] = column;
                }
                shared[cells - 1]++;
            }
            return new Table(rows, columns, cellRows, cellColumns, shared, cells, both.length);
        }

        private static int[] sorted(int[] people, int[] groups, int count) {
            int[] keys = new int[people.length];
            Arrays.setAll(keys, index -> groups[people[index]]);
            int[] order = ClusterNetwork.sorted(keys, new int[count + 1]);
            Arrays.setAll(order, index -> people[order[index]]);
            return order;
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
            for (int cell = 0; cell < cells; cell++) {
                double row = rows[cellRows[cell]];
                double column = columns[cellColumns[cell]];
                information +=
                        (double) shared[cell] / people * Math.log(shared[cell] * (double) people / (row * column));
            }
            return Math.max(0, information);
        }

        double adjustedRand() {
            double together = Arrays.stream(shared).mapToDouble(Table::pairs).sum();
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
            Map<Integer, Integer> rowSizes = sizes(rows);
            Map<Integer, Integer> columnSizes = sizes(columns);
            double[] logs = new double[people + 1];
            rowSizes.keySet().forEach(size -> logs[size] = Math.log(size));
            columnSizes.keySet().forEach(size -> logs[size] = Math.log(size));
            double expected = 0;
            for (Map.Entry<Integer, Integer> row : rowSizes.entrySet()) {
                for (Map.Entry<Integer, Integer> column : columnSizes.entrySet()) {
                    double pairsOfGroups = (double) row.getValue() * column.getValue();
                    expected += pairsOfGroups * expectedInformation(row.getKey(), column.getKey(), logs);
                }
            }
            return expected;
        }

        /*
         * The chance of k shared people relative to that of the likeliest k follows from its neighbour's by one
         * product, so we walk from there both ways until chances vanish, and divide by their sum: a few dozen
         * steps instead of one for every k, no logarithms of factorials, and no digits lost in their differences.
         */
        private double expectedInformation(double row, double column, double[] logs) {
            double others = people - row - column;
            double likeliest = Math.floor((row + 1) * (column + 1) / (people + 2.0));
            double logPeople = Math.log(people) - logs[(int) row] - logs[(int) column];
            double chances = 0;
            double information = 0;
            double chance = 1;
            for (double k = likeliest; chance > NEGLIGIBLE; k++) {
                chances += chance;
                information += chance * part(k, logPeople, logs);
                chance *= (row - k) * (column - k) / ((k + 1) * (others + k + 1));
            }
            chance = likeliest * (others + likeliest) / ((row - likeliest + 1) * (column - likeliest + 1));
            for (double k = likeliest - 1; chance > NEGLIGIBLE; k--) {
                chances += chance;
                information += chance * part(k, logPeople, logs);
                chance *= k * (others + k) / ((row - k + 1) * (column - k + 1));
            }
            return information / chances;
        }

        /** What k shared people add to the information: k / n log(k n / (row column)). */
        private double part(double k, double logPeople, double[] logs) {
            if (k == 0) {
                return 0;
            }
            int shared = (int) k;
            if (logs[shared] == 0) {
                logs[shared] = Math.log(k);
            }
            return k / people * (logs[shared] + logPeople);
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
            Match[] best = new Match[rows.length];
            Arrays.setAll(best, group -> new Match(group, -1, 0, 0));
            for (int cell = 0; cell < cells; cell++) {
                int group = cellRows[cell];
                int other = cellColumns[cell];
                double jaccard = (double) shared[cell] / (rows[group] + columns[other] - shared[cell]);
                if (jaccard > best[group].jaccard()) {
                    best[group] = new Match(group, other, shared[cell], jaccard);
                }
            }
            return List.of(best);
        }
    }
}
