package org.passerelle.store;

import java.util.Arrays;

/** Many short ascending lists of moments in two arrays, laid out as {@link IntLists}. */
record LongLists(int[] ends, long[] values) {
    private int start(int list) {
        return list == 0 ? 0 : ends[list - 1];
    }

    int count(int list) {
        return ends[list] - start(list);
    }

    /** How many of a list lie before the moment. */
    int below(int list, long moment) {
        int found = Arrays.binarySearch(values, start(list), ends[list], moment);
        int at = found < 0 ? -found - 1 : found;
        while (at > start(list) && values[at - 1] >= moment) {
            at--;
        }
        return at - start(list);
    }
}
