package org.passerelle.loop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lists of labels made by hand beside the tests: columns between tabs, comments behind a hash. */
final class Labels {
    private Labels() {}

    /** The rows of a list. */
    static List<List<String>> rows(String name, int columns) {
        try (InputStream stream = Objects.requireNonNull(Labels.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<List<String>> rows = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
            for (List<String> row : rows) {
                if (row.size() != columns) {
                    throw new IllegalStateException(name + " has " + columns + " columns, not " + row);
                }
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void report(String line) {
        System.out.println("REPORT " + line);
    }
}
