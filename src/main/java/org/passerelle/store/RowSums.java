package org.passerelle.store;

import java.util.Arrays;

/** Sums by row, of the few rows that have one. */
final class RowSums {
    private final IntNumbers rows = new IntNumbers();
    private double[] sums = new double[1_024];

    /** Adds to the sum of a row. */
    void add(int row, double value) {
        int number = rows.of(row);
        if (number == sums.length) {
            sums = Arrays.copyOf(sums, 2 * number);
        }
        sums[number] += value;
    }

    /** The rows, in the order in which they came. */
    int[] rows() {
        return rows.values();
    }

    /** The sum of a row that has one. */
    double sum(int row) {
        return sums[rows.of(row)];
    }

    /** The largest sum; 0 without any. */
    double most() {
        return Arrays.stream(sums, 0, rows.size()).max().orElse(0);
    }
}
