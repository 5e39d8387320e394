package org.passerelle.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file of separated values, as RFC 4180 and its dialects write them: quoted cells may
 * hold separators, doubled quotes and line ends. An own reader, since messages need line numbers and a
 * quote that never closes must cost one row and not the rest of the file.
 */
final class CsvReader implements RowReader {
    private static final int LINES_MAX = 2_000;

    private final LineReader lines;
    private final FileOptions options;
    private final String name;
    private final List<String> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private byte[] header = new byte[0];
    private byte[] raw = new byte[0];
    private long line;

    CsvReader(InputStream input, FileOptions options, String name) throws IOException {
        this.lines = new LineReader(input);
        this.options = options;
        this.name = name;
        List<String> named = options.columns();
        this.columns = named != null ? named : readHeader();
        for (String column : columns) {
            if (positions.put(column, positions.size()) != null) {
                throw new UnusableInput(
                        name,
                        "every column needs a name of its own, \"" + column + "\" comes twice",
                        "Rename one of them");
            }
        }
    }

    private List<String> readHeader() throws IOException {
        try {
            List<String> cells = readCells();
            if (cells == null) {
                throw new UnusableInput(
                        name, "expected a first line with the names of the columns, found nothing", "Check the file");
            }
            header = raw;
            return cells.stream().map(String::strip).toList();
        } catch (BadRow bad) {
            throw new UnusableInput(
                    name + ", line 1",
                    "expected a first line with the names of the columns, found " + bad.found(),
                    "To do: " + bad.code().advice());
        }
    }

    @Override
    public @Nullable Row next() throws IOException, BadRow {
        List<String> cells = readCells();
        if (cells == null) {
            return null;
        }
        if (cells.size() != columns.size()) {
            throw new BadRow(
                    QuarantineCode.WRONG_COLUMN_COUNT, cells.size() + " cells under " + columns.size() + " columns");
        }
        return column -> {
            Integer position = positions.get(column);
            String cell = position == null ? "" : cells.get(position).strip();
            return cell.isEmpty() ? List.of() : List.of(cell);
        };
    }

    private @Nullable List<String> readCells() throws IOException, BadRow {
        LineReader.Line first = lines.next();
        while (first != null && skipped(first)) {
            first = lines.next();
        }
        if (first == null) {
            line = lines.number();
            return null;
        }
        line = first.number();
        raw = first.tooLong() ? new byte[0] : first.bytes();
        if (first.tooLong()) {
            throw new BadRow(QuarantineCode.LINE_TOO_LONG, "a line over the limit");
        }
        if (options.separator() == FileOptions.WHITESPACE) {
            return Arrays.asList(
                    decode(first.bytes(), options.encoding()).strip().split("[ \\t]+"));
        }
        Cells cells = new Cells(options.separator(), options.quote());
        cells.feed(decode(first.bytes(), options.encoding()));
        return cells.open() ? continued(first, cells) : cells.finished();
    }

    private boolean skipped(LineReader.Line candidate) {
        byte[] bytes = candidate.bytes();
        if (bytes.length == 0) {
            return true;
        }
        byte[] comment = options.comment().getBytes(options.encoding());
        return comment.length > 0
                && bytes.length >= comment.length
                && Arrays.equals(bytes, 0, comment.length, comment, 0, comment.length);
    }

    /** Adds lines until the quote closes; where it does not, the row is bad and the lines after it are read again. */
    private List<String> continued(LineReader.Line first, Cells cells) throws IOException, BadRow {
        List<LineReader.Line> following = new ArrayList<>();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(first.bytes());
        while (cells.open() && following.size() < LINES_MAX && record.size() < LineReader.BYTES_MAX) {
            LineReader.Line more = lines.next();
            if (more == null) {
                break;
            }
            following.add(more);
            record.write('\n');
            record.writeBytes(more.bytes());
            try {
                cells.feed("\n" + decode(more.bytes(), options.encoding()));
            } catch (BadRow _) {
                break;
            }
        }
        // A stray quote may find its end in another row; then the number of cells is wrong.
        if (cells.open() || cells.broken() || (!positions.isEmpty() && cells.count() != positions.size())) {
            lines.pushBack(following);
            throw new BadRow(QuarantineCode.UNCLOSED_QUOTE, "a quoted cell that does not end");
        }
        raw = record.toByteArray();
        return cells.finished();
    }

    /** The text of these bytes, or a bad row where they are not of that encoding. */
    static String decode(byte[] bytes, Charset encoding) throws BadRow {
        try {
            return encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new BadRow(QuarantineCode.BAD_ENCODING, "bytes that are not " + encoding.name());
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public byte[] raw() {
        return raw;
    }

    @Override
    public byte[] header() {
        return header;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    /** The cells of one record, fed line by line. */
    private static final class Cells {
        private final char separator;
        private final char quote;
        private final List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private boolean quoted;
        private boolean atStart = true;
        private boolean closed;
        private boolean broken;

        Cells(char separator, char quote) {
            this.separator = separator;
            this.quote = quote;
        }

        void feed(String text) {
            for (int index = 0; index < text.length(); index++) {
                char letter = text.charAt(index);
                if (quoted) {
                    if (letter != quote) {
                        cell.append(letter);
                    } else if (index + 1 < text.length() && text.charAt(index + 1) == quote) {
                        cell.append(letter);
                        index++;
                    } else {
                        quoted = false;
                        closed = true;
                    }
                } else if (letter == separator) {
                    end();
                } else if (atStart && letter == quote && quote != FileOptions.NO_QUOTE) {
                    quoted = true;
                    atStart = false;
                } else {
                    broken |= closed;
                    cell.append(letter);
                    atStart = false;
                }
            }
        }

        boolean open() {
            return quoted;
        }

        /** Whether something follows a closing quote, which then was none. */
        boolean broken() {
            return broken;
        }

        /** Cells of the record if it ended here. */
        int count() {
            return cells.size() + 1;
        }

        List<String> finished() {
            end();
            return cells;
        }

        private void end() {
            cells.add(cell.toString());
            cell.setLength(0);
            atStart = true;
            closed = false;
        }
    }
}
