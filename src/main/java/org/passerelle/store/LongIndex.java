package org.passerelle.store;

import java.util.Arrays;

/** Finds positions of numbers in an array: open addressing in an array of twice to four times the size. */
final class LongIndex {
    private static final int EMPTY = -1;

    private LongIndex() {}

    /** The table of these numbers, each there once. */
    static int[] of(long[] numbers) {
        int[] table = new int[Math.max(4, Integer.highestOneBit(Math.max(1, numbers.length)) << 2)];
        Arrays.fill(table, EMPTY);
        for (int position = 0; position < numbers.length; position++) {
            int slot = slot(numbers[position], table.length);
            while (table[slot] != EMPTY) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = position;
        }
        return table;
    }

    /** The position of a number; negative where it is not there. */
    static int find(int[] table, long[] numbers, long number) {
        int slot = slot(number, table.length);
        while (table[slot] != EMPTY && numbers[table[slot]] != number) {
            slot = (slot + 1) & (table.length - 1);
        }
        return table[slot];
    }

    private static int slot(long number, int size) {
        return (int) ((number * 0x9E3779B97F4A7C15L) >>> 33) & (size - 1);
    }
}
