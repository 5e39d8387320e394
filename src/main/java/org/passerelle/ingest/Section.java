package org.passerelle.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of record is made of.
 *
 * @param fields the record's fields by name
 * @param where only rows with one of these values in these columns; "*" is any value
 * @param key columns whose rows make one contribution
 */
record Section(Kind kind, Map<String, Field> fields, Map<String, Set<String>> where, List<String> key) {
    /** A kind of record, the fields it needs and those it may have. */
    enum Kind {
        CONTRIBUTION(
                "at by channel",
                "id name kind visibility text subject thread community language recipients mentions replies_to"
                        + " resolves reactions topics process anonymous_reactions link"),
        TIES("from to at channel", "value visibility"),
        PEOPLE("id", "name title grade joined left discoverable addresses"),
        ADDRESSES("person address", "name"),
        GROUPS("id dimension", "name kind own part_of from until"),
        MEMBERSHIPS("person group", "from until share primary role"),
        REPORTING("person manager", "from until kind self"),
        APPOINTMENTS("person community", "from until hours_per_week"),
        SKILLS("person skill", "from until");

        private final String required;
        private final String optional;

        Kind(String required, String optional) {
            this.required = required;
            this.optional = optional;
        }

        Set<String> required() {
            return Set.of(required.split(" "));
        }

        boolean knows(String field) {
            return List.of((required + " " + optional).split(" ")).contains(field);
        }

        /** Its name in a mapping. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Set<String> WORDS = Set.of("text", "subject", "name", "title", "skill");

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    boolean admits(Row row) {
        return admits(where, row);
    }

    static boolean admits(Map<String, Set<String>> where, Row row) {
        return where.entrySet().stream().allMatch(condition -> {
            List<String> values = row.values(condition.getKey());
            return condition.getValue().contains("*")
                    ? !values.isEmpty()
                    : (values.isEmpty() && condition.getValue().contains(""))
                            || values.stream().anyMatch(condition.getValue()::contains);
        });
    }

    Set<String> columns(boolean optionalToo) {
        Set<String> columns = new LinkedHashSet<>(where.keySet());
        columns.addAll(key);
        fields.values().stream()
                .filter(field -> optionalToo || !field.optional())
                .forEach(field -> columns.addAll(field.columns()));
        return columns;
    }

    boolean readsWords() {
        return fields.entrySet().stream()
                .anyMatch(entry -> WORDS.contains(entry.getKey())
                        && !entry.getValue().columns().isEmpty());
    }
}
