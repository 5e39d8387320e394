package org.passerelle.packing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes being written: small numbers take one byte, larger ones up to five or ten. */
final class ByteSink {
    private byte[] bytes = new byte[256];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }

    /** A number of 0 or more, seven bits a byte, the lowest first. */
    void number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("A number is 0 or more, not " + value);
        }
        room(10);
        long rest = value;
        while (rest > 0x7F) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number of either sign; those near 0 are short. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void flag(boolean value) {
        number(value ? 1 : 0);
    }

    void four(int value) {
        room(4);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    void real(double value) {
        long bits = Double.doubleToLongBits(value);
        four((int) bits);
        four((int) (bits >>> 32));
    }

    void raw(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    /** A text; null is told from an empty one. */
    void text(@Nullable String value) {
        if (value == null) {
            number(0);
            return;
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        number(encoded.length + 1L);
        raw(encoded);
    }

    void date(@Nullable LocalDate value) {
        flag(value != null);
        if (value != null) {
            signed(value.toEpochDay());
        }
    }
}
