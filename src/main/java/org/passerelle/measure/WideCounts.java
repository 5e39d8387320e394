package org.passerelle.measure;

import java.util.Arrays;

/**
 * One number for each of the 256 lanes of a {@link WideSearch}, which go up by one together: first bits of all numbers side
 * by side, then second bits, and so on (vertical counters, as in Henry Warren, Hacker's Delight, 2013, chapter 5).
 */
final class WideCounts {
    private static final int WORDS = WideSearch.WORDS;

    private final long[] digits = new long[WORDS * Integer.SIZE];
    private final int[] numbers = new int[WideSearch.LANES];
    private int used;

    /** Adds one in the lanes set at a place of the first words and not set at a place of the others. */
    void add(long[] words, int place, long[] without, int other) {
        int from = WORDS * place;
        int off = WORDS * other;
        long first = words[from] & ~without[off];
        long second = words[from + 1] & ~without[off + 1];
        long third = words[from + 2] & ~without[off + 2];
        long fourth = words[from + 3] & ~without[off + 3];
        int digit = 0;
        while ((first | second | third | fourth) != 0) {
            long carried = digits[digit];
            digits[digit] = carried ^ first;
            first &= carried;
            carried = digits[digit + 1];
            digits[digit + 1] = carried ^ second;
            second &= carried;
            carried = digits[digit + 2];
            digits[digit + 2] = carried ^ third;
            third &= carried;
            carried = digits[digit + 3];
            digits[digit + 3] = carried ^ fourth;
            fourth &= carried;
            digit += WORDS;
        }
        used = Math.max(used, digit);
    }

    /** The number of every lane, all 0 again afterwards. Valid until asked for again. */
    int[] taken() {
        Arrays.fill(numbers, 0);
        for (int digit = 0; digit < used; digit++) {
            long plane = digits[digit];
            int value = digit / WORDS;
            int first = digit % WORDS * Long.SIZE;
            for (int lane = 0; lane < Long.SIZE; lane++) {
                numbers[first + lane] += (int) (plane >>> lane & 1) << value;
            }
        }
        Arrays.fill(digits, 0, used, 0);
        used = 0;
        return numbers;
    }
}
