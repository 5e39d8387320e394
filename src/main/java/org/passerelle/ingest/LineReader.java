package org.passerelle.ingest;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream as bytes, numbered from 1, in bounded memory: of a line over the limit only the
 * start is kept. LF and CRLF end a line; a byte order mark at the start is dropped.
 */
final class LineReader implements Closeable {
    static final int BYTES_MAX = 8 << 20;

    private final InputStream input;
    private final int bytesMax;
    private final byte[] buffer = new byte[1 << 16];
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private int position;
    private int limit;
    private long number;

    LineReader(InputStream input) {
        this(input, BYTES_MAX);
    }

    LineReader(InputStream input, int bytesMax) {
        this.input = input;
        this.bytesMax = bytesMax;
    }

    /** One line without its end; {@code tooLong} when bytes beyond the limit were dropped. */
    record Line(long number, byte[] bytes, boolean tooLong) {}

    /** The next line, null after the last. */
    @Nullable
    Line next() throws IOException {
        Line waiting = pushedBack.poll();
        if (waiting != null) {
            return waiting;
        }
        if (position == limit && !fill()) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && (position < limit || fill())) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            int room = bytesMax - line.size();
            line.write(buffer, position, Math.min(end - position, room));
            tooLong |= end - position > room;
            ended = end < limit;
            position = ended ? end + 1 : end;
        }
        number++;
        return new Line(number, trimmed(line.toByteArray()), tooLong);
    }

    /** Gives these lines again, first one first. */
    void pushBack(List<Line> lines) {
        for (int index = lines.size() - 1; index >= 0; index--) {
            pushedBack.push(lines.get(index));
        }
    }

    /** The number of the last line that was read from the stream. */
    long number() {
        return number;
    }

    private byte[] trimmed(byte[] bytes) {
        int from = number == 1 && startsWithMark(bytes) ? 3 : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    private boolean fill() throws IOException {
        int read = input.read(buffer);
        position = 0;
        limit = Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
