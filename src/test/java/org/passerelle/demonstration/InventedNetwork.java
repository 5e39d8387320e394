package org.passerelle.demonstration;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.WrittenFiles.Applause;
import org.passerelle.demonstration.WrittenFiles.Row;
import org.passerelle.demonstration.WrittenFiles.Said;
import org.passerelle.network.Appointment;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.DatedContributions.Place;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import tools.jackson.databind.JsonNode;

/** An invented organisation in memory, from its files, without a database: chart, reactions as ties, contributions. */
public record InventedNetwork(NetworkSnapshot snapshot, DatedContributions said, JsonNode truth) {
    /** Generates into the directory and reads it back; private contributions are left out. */
    public static InventedNetwork of(Parameters parameters, Path directory) throws IOException {
        InventedOrganisation.generate(parameters, directory);
        WrittenFiles files = new WrittenFiles(directory);
        NetworkSnapshot snapshot = new NetworkSnapshot("invented", Instant.EPOCH, chart(files), ties(files));
        DatedContributions.Builder said = new DatedContributions.Builder();
        Map<String, Integer> authors = new HashMap<>();
        files.said.forEach(
                one -> authors.put(one.id(), snapshot.vertex(one.by()).orElseThrow()));
        files.said.stream()
                .filter(one -> !one.visibility().equals("PRIVATE"))
                .sorted(Comparator.comparing(Said::id))
                .forEach(one -> said.add(
                        authors.getOrDefault(one.id(), DatedContributions.NONE),
                        one.at(),
                        ContributionKind.valueOf(one.kind()),
                        new Place(one.channel(), text(one.community()), one.thread()),
                        one.repliesTo() == null
                                ? DatedContributions.NONE
                                : authors.getOrDefault(one.repliesTo(), DatedContributions.NONE)));
        return new InventedNetwork(snapshot, said.build(), files.truth);
    }

    private static @Nullable String text(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }

    private static Chart chart(WrittenFiles files) {
        List<Person> people = files.people.stream()
                .map(row -> new Person(
                        row.get("id"),
                        row.get("name"),
                        text(row.get("title")),
                        text(row.get("grade")),
                        date(row.get("joined")),
                        date(row.get("left")),
                        Boolean.parseBoolean(row.get("discoverable"))))
                .toList();
        Map<String, Group> groups = new TreeMap<>();
        List<GroupPart> parts = new ArrayList<>();
        for (Row row : files.groups) {
            groups.put(
                    row.get("id"),
                    new Group(
                            row.get("id"),
                            row.get("name"),
                            Dimension.valueOf(row.get("dimension")),
                            null,
                            !row.get("own").equals("false")));
            if (!row.get("part_of").isEmpty()) {
                parts.add(new GroupPart(
                        row.get("id"), row.get("part_of"), date(row.get("from")), date(row.get("until"))));
            }
        }
        return new Chart(
                people, List.copyOf(groups.values()), memberships(files), parts, lines(files), appointments(files));
    }

    private static List<Appointment> appointments(WrittenFiles files) {
        return files.appointments.stream()
                .map(row -> new Appointment(
                        row.get("person"),
                        row.get("community"),
                        date(row.get("from")),
                        date(row.get("until")),
                        row.get("hours_per_week").isEmpty() ? null : Double.valueOf(row.get("hours_per_week"))))
                .toList();
    }

    private static List<Membership> memberships(WrittenFiles files) {
        return files.memberships.stream()
                .map(row -> new Membership(
                        row.get("person"),
                        row.get("group"),
                        date(row.get("from")),
                        date(row.get("until")),
                        Double.parseDouble(row.get("share")),
                        Boolean.parseBoolean(row.get("primary")),
                        text(row.get("role"))))
                .toList();
    }

    private static List<ReportingLine> lines(WrittenFiles files) {
        return files.reporting.stream()
                .map(row -> new ReportingLine(
                        row.get("person"),
                        row.get("manager"),
                        date(row.get("from")),
                        date(row.get("until")),
                        ReportingLine.Kind.valueOf(row.get("kind"))))
                .toList();
    }

    private static List<Tie> ties(WrittenFiles files) {
        Map<List<String>, TreeMap<Integer, Integer>> pairs = new HashMap<>();
        for (Said one : files.said) {
            for (Applause reaction : one.applause()) {
                if (!one.visibility().equals("PRIVATE") && !reaction.by().equals(one.by())) {
                    int day = Math.toIntExact(reaction.at().getEpochSecond() / 86_400);
                    pairs.computeIfAbsent(List.of(reaction.by(), one.by()), _ -> new TreeMap<>())
                            .merge(day, 1, Integer::sum);
                }
            }
        }
        List<Tie> ties = new ArrayList<>();
        pairs.forEach((pair, days) -> {
            float[] shares = new float[days.size()];
            Arrays.fill(shares, 1);
            ties.add(new Tie(
                    pair.get(0),
                    pair.get(1),
                    TieKind.REACTED,
                    "network",
                    Visibility.COMPANY,
                    "invented",
                    days.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    days.values().stream().mapToInt(Integer::intValue).toArray(),
                    shares));
        });
        return ties;
    }
}
