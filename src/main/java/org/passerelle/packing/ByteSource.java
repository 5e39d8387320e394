package org.passerelle.packing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes being read, in the order in which a {@link ByteSink} wrote them. */
final class ByteSource {
    private final byte[] bytes;
    private int position;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, position);
    }

    long number() {
        // Nearly all numbers are below 128.
        byte first = bytes[position++];
        if (first >= 0) {
            return first;
        }
        long value = first & 0x7F;
        for (int shift = 7; ; shift += 7) {
            byte next = bytes[position++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int count() {
        return (int) number();
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    boolean flag() {
        return number() != 0;
    }

    int four() {
        int value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (bytes[position++] & 0xFF) << shift;
        }
        return value;
    }

    double real() {
        long low = four() & 0xFFFF_FFFFL;
        return Double.longBitsToDouble(low | (long) four() << 32);
    }

    @Nullable
    String optionalText() {
        int length = count() - 1;
        if (length < 0) {
            return null;
        }
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }

    String text() {
        String text = optionalText();
        if (text == null) {
            throw new IllegalStateException("A block lacks a text it must have");
        }
        return text;
    }

    @Nullable
    LocalDate date() {
        return flag() ? LocalDate.ofEpochDay(signed()) : null;
    }
}
