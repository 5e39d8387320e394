package org.passerelle.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An invented organisation as its files tell it, read without any class that wrote them. */
final class WrittenFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<Row> people;
    final List<Row> groups;
    final List<Row> memberships;
    final List<Row> reporting;
    final List<Row> appointments;
    final List<Said> said = new ArrayList<>();
    private final Map<String, Said> saidById = new HashMap<>();
    final JsonNode truth;
    private final Map<String, List<Said>> saidByCommunity = new HashMap<>();
    private final Map<String, String> personByAddress = new HashMap<>();
    private final Map<String, List<Row>> unitRows = new HashMap<>();

    /** A row of a table. */
    record Row(Map<String, String> cells) {
        String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }
    }

    /** A reaction, by whom and when. */
    record Applause(String by, Instant at) {}

    /** One line of the contributions; people by id, the text in lower case. */
    record Said(
            String id,
            Instant at,
            String kind,
            String channel,
            String visibility,
            String text,
            String thread,
            String community,
            String by,
            List<String> recipients,
            List<String> mentions,
            @Nullable String repliesTo,
            @Nullable String resolves,
            List<Applause> applause,
            String process) {
        LocalDate day() {
            return at.atZone(ZoneOffset.UTC).toLocalDate();
        }

        boolean mail() {
            return channel.equals("mail");
        }

        boolean root() {
            return thread.substring(1).equals(id.substring(1));
        }
    }

    WrittenFiles(Path directory) {
        Path chart = directory.resolve("organisation");
        people = table(chart.resolve("people.csv"));
        groups = table(chart.resolve("groups.csv"));
        memberships = table(chart.resolve("memberships.csv"));
        reporting = table(chart.resolve("reporting.csv"));
        appointments = table(chart.resolve("appointments.csv"));
        for (Row person : people) {
            for (String address : person.get("addresses").split(";", -1)) {
                personByAddress.put(address, person.get("id"));
            }
        }
        for (Row row : memberships) {
            if (row.get("group").startsWith("unit:") && row.get("primary").equals("true")) {
                unitRows.computeIfAbsent(row.get("person"), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        try (BufferedReader reader = Files.newBufferedReader(directory.resolve("contributions.jsonl"))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Said one = said(JSON.readTree(line));
                said.add(one);
                saidById.put(one.id(), one);
                saidByCommunity
                        .computeIfAbsent(one.community(), _ -> new ArrayList<>())
                        .add(one);
            }
            truth = JSON.readTree(Files.readString(directory.resolve("truth.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contribution of that id. */
    Said get(String id) {
        return Objects.requireNonNull(saidById.get(id), id);
    }

    /** The contributions of a community. */
    List<Said> in(String community) {
        return saidByCommunity.getOrDefault(community, List.of());
    }

    /** The person's unit that day, empty outside the company. */
    String unit(String person, LocalDate day) {
        for (Row row : unitRows.getOrDefault(person, List.of())) {
            boolean begun = row.get("from").isEmpty() || !day.isBefore(LocalDate.parse(row.get("from")));
            boolean over = !row.get("until").isEmpty() && day.isAfter(LocalDate.parse(row.get("until")));
            if (begun && !over) {
                return row.get("group");
            }
        }
        return "";
    }

    private Said said(JsonNode node) {
        List<Applause> applause = new ArrayList<>();
        node.path("reactions")
                .forEach(one -> applause.add(new Applause(
                        person(one.get("by").asString()),
                        Instant.parse(one.get("at").asString()))));
        return new Said(
                node.get("id").asString(),
                Instant.parse(node.get("at").asString()),
                node.get("kind").asString(),
                node.get("channel").asString(),
                node.get("visibility").asString(),
                node.path("text").asString("").toLowerCase(Locale.ROOT),
                node.get("thread").asString(),
                node.path("community").asString(""),
                person(node.get("by").asString()),
                people(node.path("recipients")),
                people(node.path("mentions")),
                node.has("replies_to") ? node.get("replies_to").asString() : null,
                node.has("resolves") ? node.get("resolves").asString() : null,
                applause,
                node.path("process").asString(""));
    }

    private List<String> people(JsonNode addresses) {
        List<String> found = new ArrayList<>();
        addresses.forEach(address -> found.add(person(address.asString())));
        return found;
    }

    private String person(String address) {
        String person = personByAddress.get(address);
        if (person == null) {
            throw new IllegalStateException("Nobody has the address " + address);
        }
        return person;
    }

    private static List<Row> table(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> names = cells(lines.getFirst());
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                if (cells.size() != names.size()) {
                    throw new IllegalStateException(file + ": " + line);
                }
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), cells.get(i));
                }
                rows.add(new Row(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
