package org.passerelle.ingest;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a mailbox, one after the other, in bounded memory. A message starts at a line
 * {@code From somebody … 10:00:16 2016} after an empty line and before a header; a file that starts with a
 * header is one message.
 */
final class MboxReader implements Closeable {
    static final int HEADER_BYTES_MAX = 64 << 10;
    static final int BODY_BYTES_MAX = 1 << 20;

    private static final Pattern SEPARATOR = Pattern.compile("From .*\\d{1,2}:\\d{2}.*\\d{4}.*|From \\S+.*\\d{4}\\s*");
    private static final Pattern HEADER = Pattern.compile("[!-9;-~]{1,80}:.*|>?From .*");

    private final LineReader lines;
    private String envelope = "";
    private long start;
    private boolean begun;

    MboxReader(InputStream input) {
        this.lines = new LineReader(input, BODY_BYTES_MAX);
    }

    /**
     * One message as it lies in the file.
     *
     * @param line the line on which it starts
     * @param envelope the line that separates it from the one before; empty where there is none
     * @param header its header, or the start of it where it is too long
     * @param body its body, as far as the limit
     */
    record Message(long line, String envelope, byte[] header, boolean headerTooLong, byte[] body) {}

    /** The line that was read last. */
    long line() {
        return lines.number();
    }

    /** The next message, null after the last; text before the first message is a bad row. */
    @Nullable
    Message next() throws IOException, BadRow {
        if (!begun) {
            begun = true;
            if (!findFirst()) {
                return null;
            }
        }
        if (start == 0) {
            return null;
        }
        return message();
    }

    private boolean findFirst() throws IOException, BadRow {
        LineReader.Line line = lines.next();
        while (line != null && line.bytes().length == 0) {
            line = lines.next();
        }
        if (line == null) {
            return false;
        }
        start = line.number();
        if (isSeparator(line)) {
            envelope = text(line);
            return true;
        }
        if (HEADER.matcher(text(line)).matches()) {
            lines.pushBack(List.of(line));
            return true;
        }
        long first = line.number();
        boolean blank = false;
        while (line != null && !(blank && isSeparator(line))) {
            blank = line.bytes().length == 0;
            line = lines.next();
        }
        start = line == null ? 0 : line.number();
        envelope = line == null ? "" : text(line);
        throw new BadRow(QuarantineCode.BAD_MESSAGE, "text from line " + first + " on that belongs to no message");
    }

    private Message message() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long first = start;
        String separator = envelope;
        start = 0;
        boolean inHeader = true;
        boolean headerTooLong = false;
        boolean blank = false;
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            if (blank && isSeparator(line)) {
                start = line.number();
                envelope = text(line);
                break;
            }
            blank = line.bytes().length == 0;
            if (inHeader && blank) {
                inHeader = false;
            } else if (inHeader) {
                headerTooLong |= !append(header, line.bytes(), HEADER_BYTES_MAX);
            } else {
                append(body, unescaped(line.bytes()), BODY_BYTES_MAX);
            }
        }
        return new Message(first, separator, header.toByteArray(), headerTooLong, body.toByteArray());
    }

    /** Whether this line starts a message: it looks so, and a header follows. */
    private boolean isSeparator(LineReader.Line line) throws IOException {
        byte[] bytes = line.bytes();
        if (bytes.length < 5 || bytes[0] != 'F' || bytes[4] != ' ' || bytes.length > 1_000) {
            return false;
        }
        if (!SEPARATOR.matcher(text(line)).matches()) {
            return false;
        }
        LineReader.Line following = lines.next();
        if (following == null) {
            return true;
        }
        lines.pushBack(List.of(following));
        return HEADER.matcher(text(following)).matches();
    }

    private static String text(LineReader.Line line) {
        return new String(line.bytes(), 0, Math.min(line.bytes().length, 1_000), StandardCharsets.ISO_8859_1);
    }

    private static byte[] unescaped(byte[] line) {
        int marks = 0;
        while (marks < line.length && line[marks] == '>') {
            marks++;
        }
        boolean escaped = marks > 0
                && line.length - marks >= 5
                && new String(line, marks, 5, StandardCharsets.ISO_8859_1).equals("From ");
        return escaped ? Arrays.copyOfRange(line, 1, line.length) : line;
    }

    private static boolean append(ByteArrayOutputStream target, byte[] line, int max) {
        int room = max - target.size();
        if (room <= 0) {
            return false;
        }
        target.write(line, 0, Math.min(line.length, room));
        target.write('\n');
        return line.length <= room;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
