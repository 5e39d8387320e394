package org.passerelle.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as comma-separated values (RFC 4180): lines end with CR LF, and what holds a comma, a quote or a line break stands
 * in quotes. A text that a spreadsheet would take for a formula, because it begins with {@code = + - @}, a tab or a carriage
 * return, gets an apostrophe in front. What is not there is empty.
 */
final class CsvText {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CsvText() {}

    /** The whole text; the last three columns say which data and days it is of. */
    static String of(Table table) {
        List<@Nullable Object> head = new ArrayList<>(table.columns());
        head.addAll(List.of("snapshot", "window_from", "window_to"));
        StringBuilder text = new StringBuilder(line(head));
        Table.Source source = table.source();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> values = new ArrayList<>(row);
            values.addAll(List.of(source.snapshot(), source.from(), source.to()));
            text.append(line(values));
        }
        return text.toString();
    }

    private static String line(List<@Nullable Object> values) {
        return values.stream().map(CsvText::value).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String value(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String text = value.toString();
        if (!text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
