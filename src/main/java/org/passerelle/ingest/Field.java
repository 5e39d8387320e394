package org.passerelle.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a record's field comes from.
 *
 * @param columns the column; several are joined by a slash
 * @param constant the value where it is the same for every row
 * @param prefix put before every value
 * @param separator between the values of one cell; null where a cell is one value
 * @param lookup name of the table that turns the value into others; null for none
 * @param words what to write instead of some values
 * @param optional whether the column may be absent
 * @param moments how it writes dates
 */
record Field(
        List<String> columns,
        @Nullable String constant,
        String prefix,
        @Nullable String separator,
        @Nullable String lookup,
        Map<String, String> words,
        boolean optional,
        Moments moments) {
    private static final int VALUES_MAX = 10_000;

    static Field of(List<String> columns, @Nullable String constant) {
        return new Field(List.copyOf(columns), constant, "", null, null, Map.of(), false, Moments.ISO);
    }

    /** The values of this row; without one where the cell is empty. */
    List<String> values(Row row, Lookups lookups) throws BadRow {
        List<String> found = constant != null ? List.of(constant) : columns.size() == 1 ? cell(row) : joined(row);
        List<String> values = new ArrayList<>(found.size());
        for (String value : found) {
            String word = words.getOrDefault(value, value);
            for (String result : lookup == null ? List.of(word) : lookups.values(lookup, word)) {
                values.add(prefix + result);
            }
        }
        if (values.size() > VALUES_MAX) {
            throw new BadRow(QuarantineCode.TOO_MANY_VALUES, values.size() + " values in column " + columns);
        }
        return values;
    }

    private List<String> cell(Row row) {
        List<String> values = row.values(columns.getFirst());
        if (separator == null || values.isEmpty()) {
            return values;
        }
        List<String> split = new ArrayList<>();
        for (String value : values) {
            for (String part : value.split(Pattern.quote(separator), -1)) {
                if (!part.isBlank()) {
                    split.add(part.strip());
                }
            }
        }
        return split;
    }

    private List<String> joined(Row row) {
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            parts.add(String.join(",", row.values(column)));
        }
        return parts.stream().allMatch(String::isEmpty) ? List.of() : List.of(String.join("/", parts));
    }

    /** How messages call it. */
    String spelled() {
        return constant != null ? "the constant \"" + constant + "\"" : "column " + String.join("/", columns);
    }
}
