package org.passerelle.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows under named columns. A value is text, a number, a yes or no, or null where there is none: a figure that is withheld
 * is null, and the column {@code state} says why.
 *
 * @param source how the answer was computed
 */
record Table(List<String> columns, List<List<@Nullable Object>> rows, Source source) {
    /** Copies the columns; a row may hold null, so rows are wrapped. */
    Table {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
    }

    /** How an answer was computed: version of the data, days, method. */
    record Source(String snapshot, String from, String to, String method) {
        /** As the API's provenance says it. */
        static Source of(Map<?, ?> provenance) {
            return new Source(
                    said(provenance, "snapshot"),
                    said(provenance, "window.from"),
                    said(provenance, "window.to"),
                    said(provenance, "method"));
        }

        private static String said(Map<?, ?> provenance, String path) {
            return Objects.toString(at(provenance, path), "");
        }
    }

    /** The elements of an answer as rows. */
    static Table of(Exported exported, List<?> elements, Source source) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object element : eachOf(exported.each(), elements)) {
            List<@Nullable Object> row = new ArrayList<>();
            for (Exported.Column column : exported.columns()) {
                row.add(at(element, column.path()));
            }
            rows.add(row);
        }
        return new Table(exported.columns().stream().map(Exported.Column::name).toList(), rows, source);
    }

    /** Each element as often as its list of that name has entries, with one of them in the list's place. */
    private static List<?> eachOf(@Nullable String list, List<?> elements) {
        if (list == null) {
            return elements;
        }
        List<Object> rows = new ArrayList<>();
        for (Object element : elements) {
            for (Object entry : (List<?>) Objects.requireNonNull(at(element, list))) {
                Map<Object, @Nullable Object> row = new LinkedHashMap<>((Map<?, ?>) element);
                row.put(list, entry);
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * What lies at a path of names and places between dots; {@code *} takes all elements of a list and puts them into one
     * text, with semicolons between. Null where there is nothing.
     */
    static @Nullable Object at(@Nullable Object value, String path) {
        if (value == null || path.isEmpty()) {
            return value;
        }
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        if (value instanceof Map<?, ?> fields) {
            return at(fields.get(first), rest);
        }
        if (value instanceof List<?> elements) {
            if (first.equals("*")) {
                return elements.stream()
                        .map(element -> at(element, rest))
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.joining("; "));
            }
            int place = Integer.parseInt(first);
            return place < elements.size() ? at(elements.get(place), rest) : null;
        }
        throw new IllegalArgumentException("There is no '" + first + "' in " + value.getClass());
    }

    /** The place of a column, -1 where there is none of that name. */
    int column(String name) {
        return columns.indexOf(name);
    }
}
