package org.passerelle.ingest;

import java.util.HexFormat;

/**
 * How often each row was seen, so that equal rows without an id stay several contributions. Open
 * addressing over 64 bits of the row's hash: at most 24 bytes a distinct row, no objects.
 */
final class Occurrences {
    private static final int FIRST = 1 << 10;

    private long[] keys = new long[FIRST];
    private int[] counts = new int[FIRST];
    private int size;

    /** How many rows with this hash came before. */
    int next(String hash) {
        if (size * 2 >= keys.length) {
            grow();
        }
        long key = HexFormat.fromHexDigitsToLong(hash, 0, 16);
        int slot = slot(keys, counts, key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        return counts[slot]++;
    }

    private void grow() {
        long[] moreKeys = new long[keys.length * 2];
        int[] moreCounts = new int[keys.length * 2];
        for (int slot = 0; slot < keys.length; slot++) {
            if (counts[slot] > 0) {
                int place = slot(moreKeys, moreCounts, keys[slot]);
                moreKeys[place] = keys[slot];
                moreCounts[place] = counts[slot];
            }
        }
        keys = moreKeys;
        counts = moreCounts;
    }

    private static int slot(long[] keys, int[] counts, long key) {
        int slot = (int) key & (keys.length - 1);
        while (counts[slot] > 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
