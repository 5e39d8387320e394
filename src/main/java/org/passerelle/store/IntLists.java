package org.passerelle.store;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * Many short lists of numbers in two arrays: list {@code i} is the values from {@code start(i)} to before {@code end(i)}.
 *
 * @param ends end of each list, and start of the next
 * @param values those of list 0, then those of list 1, and so on
 */
record IntLists(int[] ends, int[] values) {
    /** Groups positions 0, 1, 2, … by what they belong to, negative for nothing; each list ascends. */
    static IntLists grouped(int[] belongsTo, int lists) {
        int[] ends = new int[lists];
        for (int list : belongsTo) {
            if (list >= 0) {
                ends[list]++;
            }
        }
        for (int list = 1; list < lists; list++) {
            ends[list] += ends[list - 1];
        }
        int[] values = new int[lists == 0 ? 0 : ends[lists - 1]];
        int[] next = new int[lists];
        for (int list = 1; list < lists; list++) {
            next[list] = ends[list - 1];
        }
        for (int position = 0; position < belongsTo.length; position++) {
            if (belongsTo[position] >= 0) {
                values[next[belongsTo[position]]++] = position;
            }
        }
        return new IntLists(ends, values);
    }

    /** The same lists, each position replaced by what stands there. */
    IntLists of(int[] others) {
        return new IntLists(
                ends, Arrays.stream(values).map(position -> others[position]).toArray());
    }

    int start(int list) {
        return list == 0 ? 0 : ends[list - 1];
    }

    int end(int list) {
        return ends[list];
    }

    int value(int at) {
        return values[at];
    }

    /** Puts each list in this order. */
    void sort(IntBinaryOperator order) {
        for (int list = 0; list < ends.length; list++) {
            int start = start(list);
            int[] sorted = Arrays.stream(values, start, end(list))
                    .boxed()
                    .sorted(order::applyAsInt)
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(sorted, 0, values, start, sorted.length);
        }
    }
}
