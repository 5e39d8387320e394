package org.passerelle.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What follows from sums that are known: rows of whole numbers, reduced modulo a prime. */
public final class SolvedSums {
    private static final long PRIME = 2_147_483_647L;

    private final List<long[]> reduced = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    /** A sum that is known: how often each variable counts. */
    public void know(long[] row) {
        long[] left = remainder(row);
        int pivot = pivot(left);
        if (pivot == left.length) {
            return;
        }
        long inverse = BigInteger.valueOf(left[pivot])
                .modInverse(BigInteger.valueOf(PRIME))
                .longValueExact();
        for (int place = 0; place < left.length; place++) {
            left[place] = left[place] * inverse % PRIME;
        }
        for (long[] earlier : reduced) {
            subtract(earlier, left, pivot);
        }
        reduced.add(left);
        pivots.add(pivot);
    }

    /** Whether a sum can be computed. */
    public boolean knows(long[] row) {
        return pivot(remainder(row)) == row.length;
    }

    private long[] remainder(long[] row) {
        long[] left = row.clone();
        for (int number = 0; number < pivots.size(); number++) {
            subtract(left, reduced.get(number), pivots.get(number));
        }
        return left;
    }

    private static int pivot(long[] row) {
        int pivot = 0;
        while (pivot < row.length && row[pivot] == 0) {
            pivot++;
        }
        return pivot;
    }

    private static void subtract(long[] row, long[] other, int pivot) {
        long times = row[pivot];
        for (int place = 0; place < row.length && times != 0; place++) {
            row[place] = Math.floorMod(row[place] - times * other[place], PRIME);
        }
    }
}
