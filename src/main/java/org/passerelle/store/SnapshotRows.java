package org.passerelle.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.passerelle.network.Appointment;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.Membership;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.packing.GroupBlock;
import org.passerelle.packing.PeopleBlock;
import org.passerelle.packing.TieChanges;

/** What the snapshot shows, read row by row from where it is kept: of some people, or of all groups. */
final class SnapshotRows {
    private final Store store;

    SnapshotRows(Store store) {
        this.store = store;
    }

    /** Ids of everybody, ascending. */
    List<String> personIds() {
        return store.read("read/person-ids", Map.of(), row -> row.get("id").asString());
    }

    /** These people with their memberships and lines, by id; whoever is gone is missing. */
    Map<String, PeopleBlock.Entry> people(Collection<String> ids) {
        Map<String, Object> parameters = Map.of("ids", List.copyOf(ids));
        Map<String, List<Membership>> memberships = new HashMap<>();
        store.stream("read/memberships-of-people", parameters, row -> {
            Membership membership = new Membership(
                    row.get("person").asString(),
                    row.get("group").asString(),
                    date(row.get("from")),
                    date(row.get("until")),
                    row.get("share").asDouble(1),
                    row.get("primary").asBoolean(true),
                    row.get("role").asString(null));
            memberships
                    .computeIfAbsent(membership.personId(), _ -> new ArrayList<>())
                    .add(membership);
        });
        Map<String, List<ReportingLine>> lines = new HashMap<>();
        store.stream("read/lines-of-people", parameters, row -> {
            ReportingLine line = new ReportingLine(
                    row.get("person").asString(),
                    row.get("manager").asString(),
                    date(row.get("from")),
                    date(row.get("until")),
                    ReportingLine.Kind.valueOf(row.get("kind").asString()));
            lines.computeIfAbsent(line.personId(), _ -> new ArrayList<>()).add(line);
        });
        Map<String, PeopleBlock.Entry> people = new HashMap<>();
        store.stream("read/people-by-id", parameters, row -> {
            Person person = new Person(
                    row.get("id").asString(),
                    row.get("name").asString(),
                    row.get("title").asString(null),
                    row.get("grade").asString(null),
                    date(row.get("joined")),
                    date(row.get("left")),
                    row.get("discoverable").asBoolean(false));
            people.put(
                    person.id(),
                    new PeopleBlock.Entry(
                            person,
                            memberships.getOrDefault(person.id(), List.of()),
                            lines.getOrDefault(person.id(), List.of())));
        });
        return people;
    }

    /** Every tie from these people. */
    void ties(Collection<String> ids, Consumer<TieChanges.Change> tie) {
        store.stream(
                "read/ties-of-people",
                Map.of("ids", List.copyOf(ids)),
                row -> tie.accept(TieRow.of(row, row.get("source").asString()).change()));
    }

    /** Every group, part and appointment. */
    GroupBlock groups() {
        List<Group> groups = store.read("read/groups", Map.of(), row -> {
            String kind = row.get("kind").asString(null);
            return new Group(
                    row.get("id").asString(),
                    row.get("name").asString(),
                    Dimension.valueOf(row.get("dimension").asString()),
                    kind == null ? null : CommunityKind.valueOf(kind),
                    row.get("own").asBoolean(true));
        });
        List<GroupPart> parts = store.read(
                "read/parts",
                Map.of(),
                row -> new GroupPart(
                        row.get("group").asString(),
                        row.get("whole").asString(),
                        date(row.get("from")),
                        date(row.get("until"))));
        List<Appointment> appointments = store.read(
                "read/appointments",
                Map.of(),
                row -> new Appointment(
                        row.get("person").asString(),
                        row.get("community").asString(),
                        date(row.get("from")),
                        date(row.get("until")),
                        row.get("hours").isNull() ? null : row.get("hours").asDouble()));
        return new GroupBlock(groups, parts, appointments);
    }

    private static @Nullable LocalDate date(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }
}
