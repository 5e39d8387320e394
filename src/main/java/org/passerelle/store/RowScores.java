package org.passerelle.store;

import java.util.Arrays;

/** The score of each row that was found so far, none below 0. */
final class RowScores {
    private static final int EMPTY = -1;

    private int[] rows = filled(4_096);
    private double[] scores = new double[4_096];
    private int size;

    private static int[] filled(int length) {
        int[] rows = new int[length];
        Arrays.fill(rows, EMPTY);
        return rows;
    }

    /** The row scores at least this. */
    void atLeast(int row, double score) {
        int slot = taken(row);
        scores[slot] = Math.max(scores[slot], score);
    }

    /** The row scores so much more. */
    void add(int row, double score) {
        scores[taken(row)] += score;
    }

    /** The slot of a row, which is at 0 where it is new. */
    private int taken(int row) {
        int slot = slot(row);
        if (rows[slot] != EMPTY) {
            return slot;
        }
        rows[slot] = row;
        if (++size * 2 <= rows.length) {
            return slot;
        }
        grow();
        return slot(row);
    }

    private int slot(int row) {
        int slot = ((row * 0x9E3779B1) >>> 7) & (rows.length - 1);
        while (rows[slot] != EMPTY && rows[slot] != row) {
            slot = (slot + 1) & (rows.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] formerRows = rows;
        double[] formerScores = scores;
        rows = filled(2 * formerRows.length);
        scores = new double[rows.length];
        for (int at = 0; at < formerRows.length; at++) {
            if (formerRows[at] != EMPTY) {
                int slot = slot(formerRows[at]);
                rows[slot] = formerRows[at];
                scores[slot] = formerScores[at];
            }
        }
    }

    /** The rows found, in order. */
    int[] rows() {
        int[] found = new int[size];
        int at = 0;
        for (int row : rows) {
            if (row != EMPTY) {
                found[at++] = row;
            }
        }
        Arrays.sort(found);
        return found;
    }

    /** The score of a row that was found. */
    double score(int row) {
        return scores[slot(row)];
    }

    /** The largest score; 0 without any. */
    double most() {
        return Arrays.stream(scores).max().orElse(0);
    }
}
