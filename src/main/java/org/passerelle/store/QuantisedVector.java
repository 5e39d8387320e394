package org.passerelle.store;

import java.nio.ByteBuffer;

/**
 * Vectors in a byte a number: each number over the largest of its vector, in 127 steps. Four bytes more hold the size of a
 * step. The cosine of two differs by less than .01 from that of the vectors themselves.
 */
final class QuantisedVector {
    private static final int STEPS = 127;
    /** The bytes of a vector that stand before its numbers. */
    static final int HEAD = Float.BYTES;

    private QuantisedVector() {}

    /** The bytes of a vector. */
    static byte[] of(float[] vector) {
        float step = step(vector);
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + vector.length).putFloat(step);
        for (float number : vector) {
            bytes.put((byte) steps(number, step));
        }
        return bytes.array();
    }

    private static float step(float[] vector) {
        float largest = 0;
        for (float number : vector) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest / STEPS;
    }

    private static int steps(float number, float step) {
        return step == 0 ? 0 : Math.round(number / step);
    }

    /** Cosine of two vectors by their bytes. */
    static double similarity(byte[] one, byte[] other) {
        int sum = 0;
        for (int at = HEAD; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum
                * ByteBuffer.wrap(one).getFloat()
                * (double) ByteBuffer.wrap(other).getFloat();
    }

    /** A vector to compare many with. */
    static final class Probe {
        private final int[] numbers;
        private final float step;

        Probe(float[] vector) {
            step = QuantisedVector.step(vector);
            numbers = new int[vector.length];
            for (int at = 0; at < numbers.length; at++) {
                numbers[at] = steps(vector[at], step);
            }
        }

        /** Cosine with the vector whose bytes begin at a place. */
        float similarity(byte[] bytes, int start) {
            int sum = 0;
            int first = start + HEAD;
            for (int at = 0; at < numbers.length; at++) {
                sum += numbers[at] * bytes[first + at];
            }
            return sum * step * ByteBuffer.wrap(bytes, start, HEAD).getFloat();
        }
    }
}
