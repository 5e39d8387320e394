package org.passerelle.ingest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether a mapping and the columns of a file fit: none that is asked for is missing, none goes unmentioned. */
final class MappingCheck {
    private MappingCheck() {}

    static void check(Mapping mapping, Mapping.FileRule rule, String file, List<String> columns) {
        for (String column : rule.required()) {
            if (!columns.contains(column)) {
                throw noColumn(mapping.origin(), column, file, columns);
            }
        }
        Set<String> mentioned = rule.mentioned();
        List<String> unmentioned =
                columns.stream().filter(column -> !mentioned.contains(column)).toList();
        if (!unmentioned.isEmpty()) {
            throw unmentioned(mapping.origin(), file, unmentioned);
        }
    }

    static UnusableInput noColumn(String where, String column, String file, List<String> columns) {
        return new UnusableInput(
                where,
                "expected a column \"" + column + "\" in " + file + ", which has: " + String.join(", ", columns),
                "Correct the name in the mapping" + near(column, columns));
    }

    static UnusableInput unmentioned(String where, String file, List<String> columns) {
        String list = String.join(", ", new TreeSet<>(columns));
        return new UnusableInput(
                where,
                "expected every column of " + file + " to be mapped or ignored; not mentioned: " + list,
                "Map it, or write `ignore: [" + list + "]` if it shall not be loaded");
    }

    private static String near(String column, List<String> columns) {
        return columns.stream()
                .filter(other -> other.equalsIgnoreCase(column)
                        || other.startsWith(column)
                        || (!other.isEmpty() && column.startsWith(other)))
                .findFirst()
                .map(other -> "; perhaps \"" + other + "\" was meant")
                .orElse("");
    }
}
