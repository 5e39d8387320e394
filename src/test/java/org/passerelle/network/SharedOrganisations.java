package org.passerelle.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two real organisations beside the project as snapshots: a research institution with departments and a
 * manufacturing company with its reporting tree. A test that asks for one is skipped where it is absent.
 */
public final class SharedOrganisations {
    private static final int SECONDS_A_DAY = 86_400;

    private SharedOrganisations() {}

    /** 986 people in 42 departments over 803 days; distinct (from, to, second) rows, one interaction each. */
    public static NetworkSnapshot emailEuCore() {
        Map<String, List<String>> departments = SharedData.columns("email_eu_core/temporal_id_to_core_id.csv");
        Set<String> rows = new HashSet<>(SharedData.lines("email_eu_core/email-Eu-core-temporal.txt.gz"));
        List<String> ids = departments.getOrDefault("temporal_id", List.of());
        List<String> units = departments.getOrDefault("department", List.of());
        List<Group> groups = new TreeSet<>(units)
                .stream()
                        .map(unit -> new Group("unit:" + unit, "Department " + unit, Dimension.UNIT, null, true))
                        .toList();
        List<Membership> memberships = new ArrayList<>();
        TreeSet<String> people = new TreeSet<>(ids);
        for (int row = 0; row < ids.size(); row++) {
            memberships.add(new Membership(ids.get(row), "unit:" + units.get(row), null, null, 1, true, null));
        }
        Map<String, int[]> recipients = new HashMap<>();
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            recipients.computeIfAbsent(cells[0] + " " + cells[2], _ -> new int[1])[0]++;
        }
        Interactions interactions = new Interactions();
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            people.add(cells[0]);
            people.add(cells[1]);
            int several = recipients.getOrDefault(cells[0] + " " + cells[2], new int[] {1})[0];
            interactions.add(cells[0], cells[1], Integer.parseInt(cells[2]) / SECONDS_A_DAY, 1f / several);
        }
        Chart chart = new Chart(people(people), groups, memberships, List.of(), List.of(), List.of());
        return new NetworkSnapshot("email_eu_core", Instant.EPOCH, chart, interactions.ties());
    }

    /** 167 accounts over nine months; 154 have a line, and the top reports to itself. */
    public static NetworkSnapshot manufacturing() {
        List<String> lines = SharedData.lines("manufacturing/communication.csv");
        Set<String> people = new TreeSet<>();
        Interactions interactions = new Interactions();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.trim().split(";", -1);
            people.add(cells[0]);
            people.add(cells[1]);
            if (!cells[0].equals(cells[1])) {
                int day = Math.toIntExact(
                        LocalDate.parse(cells[2].substring(0, 10)).toEpochDay());
                interactions.add(cells[0], cells[1], day, 1);
            }
        }
        Map<String, List<String>> chart = SharedData.columns("manufacturing/reportsto.csv");
        List<String> reports = chart.getOrDefault("ID", List.of());
        List<String> managers = chart.getOrDefault("ReportsToID", List.of());
        List<ReportingLine> reporting = new ArrayList<>();
        for (int row = 0; row < reports.size(); row++) {
            people.add(reports.get(row));
            reporting.add(
                    new ReportingLine(reports.get(row), managers.get(row).trim(), null, null, ReportingLine.Kind.LINE));
        }
        return new NetworkSnapshot(
                "manufacturing",
                Instant.EPOCH,
                new Chart(people(people), List.of(), List.of(), List.of(), reporting, List.of()),
                interactions.ties());
    }

    private static List<Person> people(Set<String> ids) {
        return ids.stream()
                .map(id -> new Person(id, id, null, null, null, null, false))
                .toList();
    }

    /** Interactions by pair and day. */
    private static final class Interactions {
        private record Pair(String from, String to) {}

        private record Day(int count, float share) {}

        private final Map<Pair, TreeMap<Integer, Day>> byPair = new HashMap<>();

        private void add(String from, String to, int day, float share) {
            byPair.computeIfAbsent(new Pair(from, to), _ -> new TreeMap<>())
                    .merge(
                            day,
                            new Day(1, share),
                            (one, other) -> new Day(one.count() + other.count(), one.share() + other.share()));
        }

        private List<Tie> ties() {
            List<Tie> ties = new ArrayList<>();
            byPair.forEach((pair, days) -> {
                float[] shares = new float[days.size()];
                int position = 0;
                for (Day day : days.values()) {
                    shares[position++] = day.share();
                }
                ties.add(new Tie(
                        pair.from(),
                        pair.to(),
                        TieKind.ADDRESSED,
                        "mail",
                        Visibility.PRIVATE,
                        "test",
                        days.keySet().stream().mapToInt(Integer::intValue).toArray(),
                        days.values().stream().mapToInt(Day::count).toArray(),
                        shares));
            });
            return ties;
        }
    }
}
