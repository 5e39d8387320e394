package org.passerelle.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The records of a file with one JSON object a line. Names of nested objects are joined by a dot
 * ({@code author.mail}); an array of plain values is a column with several values.
 */
final class JsonlReader implements RowReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEPTH_MAX = 20;

    private final LineReader lines;
    private final Charset encoding;
    private byte[] raw = new byte[0];
    private long line;

    JsonlReader(InputStream input, Charset encoding) {
        this.lines = new LineReader(input);
        this.encoding = encoding;
    }

    /** One object, its nested names joined. */
    record JsonRow(Map<String, JsonNode> fields) implements Row {
        @Override
        public List<String> values(String column) {
            JsonNode node = fields.get(column);
            if (node == null || node.isNull()) {
                return List.of();
            }
            List<String> values = new ArrayList<>();
            for (JsonNode value : node.isArray() ? node : List.of(node)) {
                String text = value.isContainer() || value.isNull()
                        ? ""
                        : value.asString().strip();
                if (!text.isEmpty()) {
                    values.add(text);
                }
            }
            return values;
        }

        @Override
        public @Nullable JsonNode node(String column) {
            return fields.get(column);
        }

        Set<String> names() {
            return fields.keySet();
        }
    }

    @Override
    public @Nullable JsonRow next() throws IOException, BadRow {
        LineReader.Line next = lines.next();
        while (next != null && next.bytes().length == 0) {
            next = lines.next();
        }
        if (next == null) {
            line = lines.number();
            return null;
        }
        line = next.number();
        raw = next.tooLong() ? new byte[0] : next.bytes();
        if (next.tooLong()) {
            throw new BadRow(QuarantineCode.LINE_TOO_LONG, "a line over the limit");
        }
        JsonNode object = parse(CsvReader.decode(raw, encoding));
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        flatten("", object, fields, 0);
        return new JsonRow(fields);
    }

    private static JsonNode parse(String text) throws BadRow {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException _) {
            // Its message would quote the row's content.
        }
        throw new BadRow(QuarantineCode.NOT_JSON, "no JSON object");
    }

    private static void flatten(String prefix, JsonNode object, Map<String, JsonNode> fields, int depth) throws BadRow {
        if (depth > DEPTH_MAX) {
            throw new BadRow(QuarantineCode.NOT_JSON, "objects nested deeper than " + DEPTH_MAX);
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getValue().isObject()) {
                flatten(prefix + entry.getKey() + ".", entry.getValue(), fields, depth + 1);
            } else {
                fields.put(prefix + entry.getKey(), entry.getValue());
            }
        }
    }

    @Override
    public @Nullable List<String> columns() {
        return null;
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
        return new byte[0];
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
