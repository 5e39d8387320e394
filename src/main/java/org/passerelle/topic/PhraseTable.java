package org.passerelle.topic;

import java.util.Arrays;

/** Phrases and how many discussions hold each, in open addressing: tens of millions of phrases fit into memory. */
final class PhraseTable {
    private static final int FILL_NUMERATOR = 3;
    private static final int FILL_DENOMINATOR = 5;

    private long[] keys = new long[1 << 16];
    private int[] counts = new int[1 << 16];
    private int[] last = new int[1 << 16];
    private int size;

    /** Counts a phrase once for each discussion; discussions come one after another, numbered from 0. */
    void count(long key, int discussion) {
        if (size * (long) FILL_DENOMINATOR > keys.length * (long) FILL_NUMERATOR) {
            grow();
        }
        int slot = slot(keys, key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            last[slot] = -1;
            size++;
        }
        if (last[slot] != discussion) {
            last[slot] = discussion;
            counts[slot]++;
        }
    }

    /** How many discussions hold it. */
    int discussions(long key) {
        return counts[slot(keys, key)];
    }

    /** The phrases that at least so many discussions hold, in order of key. */
    long[] atLeast(int discussions) {
        long[] found = new long[size];
        int length = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && counts[slot] >= discussions) {
                found[length++] = keys[slot];
            }
        }
        long[] sorted = Arrays.copyOf(found, length);
        Arrays.sort(sorted);
        return sorted;
    }

    private void grow() {
        long[] widerKeys = new long[keys.length * 2];
        int[] widerCounts = new int[keys.length * 2];
        int[] widerLast = new int[keys.length * 2];
        for (int old = 0; old < keys.length; old++) {
            if (keys[old] != 0) {
                int slot = slot(widerKeys, keys[old]);
                widerKeys[slot] = keys[old];
                widerCounts[slot] = counts[old];
                widerLast[slot] = last[old];
            }
        }
        keys = widerKeys;
        counts = widerCounts;
        last = widerLast;
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
