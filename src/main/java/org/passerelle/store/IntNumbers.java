package org.passerelle.store;

import java.util.Arrays;

/** Numbers given to numbers in the order in which they come, from 0: what few rows use of a long column gets short arrays. */
final class IntNumbers {
    private static final int EMPTY = -1;

    private int[] values = new int[256];
    private int[] slots = filled(1_024);
    private int size;

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    /** The number of a value, which may be new. */
    int of(int value) {
        int slot = slot(value);
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = value;
        slots[slot] = size;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(int value) {
        int slot = ((value * 0x9E3779B1) >>> 7) & (slots.length - 1);
        while (slots[slot] != EMPTY && values[slots[slot]] != value) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        slots = filled(4 * slots.length);
        for (int number = 0; number < size; number++) {
            slots[slot(values[number])] = number;
        }
    }

    /** The value of a number. */
    int value(int number) {
        return values[number];
    }

    /** The values in order of their numbers. */
    int[] values() {
        return Arrays.copyOf(values, size);
    }

    int size() {
        return size;
    }
}
