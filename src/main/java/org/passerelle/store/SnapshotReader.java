package org.passerelle.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.passerelle.network.Appointment;
import org.passerelle.network.Chart;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;

/**
 * Reads the network into memory, whenever the version of the graph moved, and keeps the last few
 * versions so that a question may be asked again about the same data.
 */
public final class SnapshotReader implements NetworkSource {
    private static final int VERSIONS_HELD = 3;
    private static final long CHECK_EVERY_MILLIS = 1_000;

    private final Store store;
    private final Clock clock;
    private final LinkedHashMap<String, NetworkSnapshot> held = new LinkedHashMap<>();
    private @Nullable NetworkSnapshot newest;
    private long checkedAt;

    /** Reads from this store. */
    public SnapshotReader(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public synchronized NetworkSnapshot snapshot() {
        NetworkSnapshot current = newest;
        long now = clock.millis();
        if (current != null && now - checkedAt < CHECK_EVERY_MILLIS) {
            return current;
        }
        String version = version();
        if (current == null || !current.version().equals(version)) {
            current = read();
            newest = current;
            held.put(current.version(), current);
            if (held.size() > VERSIONS_HELD) {
                held.remove(held.firstEntry().getKey());
            }
        }
        checkedAt = now;
        return current;
    }

    @Override
    public synchronized Optional<NetworkSnapshot> snapshot(String version) {
        NetworkSnapshot current = snapshot();
        return current.version().equals(version) ? Optional.of(current) : Optional.ofNullable(held.get(version));
    }

    /** Forgets when it last looked, so that the next question sees what was just loaded. */
    public synchronized void refresh() {
        checkedAt = 0;
    }

    private String version() {
        return "v"
                + store.read("read/version", Map.of(), row -> row.get("version").asLong())
                        .getFirst();
    }

    /** Reads until the version before and after agree: a load that ended meanwhile never mixes in. */
    private NetworkSnapshot read() {
        while (true) {
            String before = version();
            NetworkSnapshot snapshot = new NetworkSnapshot(before, clock.instant(), chart(), ties());
            if (version().equals(before)) {
                return snapshot;
            }
        }
    }

    private Chart chart() {
        List<Person> people = store.read(
                "read/people",
                Map.of(),
                row -> new Person(
                        row.get("id").asString(),
                        row.get("name").asString(),
                        row.get("title").asString(null),
                        row.get("grade").asString(null),
                        date(row.get("joined")),
                        date(row.get("left")),
                        row.get("discoverable").asBoolean(false)));
        List<Group> groups = store.read("read/groups", Map.of(), row -> {
            String kind = row.get("kind").asString(null);
            return new Group(
                    row.get("id").asString(),
                    row.get("name").asString(),
                    Dimension.valueOf(row.get("dimension").asString()),
                    kind == null ? null : CommunityKind.valueOf(kind),
                    row.get("own").asBoolean(true));
        });
        List<Membership> memberships = store.read(
                "read/memberships",
                Map.of(),
                row -> new Membership(
                        row.get("person").asString(),
                        row.get("group").asString(),
                        date(row.get("from")),
                        date(row.get("until")),
                        row.get("share").asDouble(1),
                        row.get("primary").asBoolean(true),
                        row.get("role").asString(null)));
        return new Chart(people, groups, memberships, parts(), lines(), appointments());
    }

    private List<GroupPart> parts() {
        return store.read(
                "read/parts",
                Map.of(),
                row -> new GroupPart(
                        row.get("group").asString(),
                        row.get("whole").asString(),
                        date(row.get("from")),
                        date(row.get("until"))));
    }

    private List<ReportingLine> lines() {
        return store.read(
                "read/lines",
                Map.of(),
                row -> new ReportingLine(
                        row.get("person").asString(),
                        row.get("manager").asString(),
                        date(row.get("from")),
                        date(row.get("until")),
                        ReportingLine.Kind.valueOf(row.get("kind").asString())));
    }

    private List<Appointment> appointments() {
        return store.read(
                "read/appointments",
                Map.of(),
                row -> new Appointment(
                        row.get("person").asString(),
                        row.get("community").asString(),
                        date(row.get("from")),
                        date(row.get("until")),
                        row.get("hours").isNull() ? null : row.get("hours").asDouble()));
    }

    private List<Tie> ties() {
        List<Tie> ties = new ArrayList<>();
        store.stream("read/ties", Map.of(), row -> {
            Value shares = row.get("shares");
            float[] sharesOfDays = new float[shares.size()];
            for (int record = 0; record < sharesOfDays.length; record++) {
                sharesOfDays[record] = shares.get(record).asNumber().floatValue();
            }
            ties.add(new Tie(
                    row.get("from").asString(),
                    row.get("to").asString(),
                    TieKind.valueOf(row.get("kind").asString()),
                    row.get("channel").asString(),
                    Visibility.valueOf(row.get("visibility").asString()),
                    row.get("source").asString(),
                    ints(row.get("days")),
                    ints(row.get("counts")),
                    sharesOfDays));
        });
        return ties;
    }

    private static int[] ints(Value list) {
        int[] ints = new int[list.size()];
        for (int position = 0; position < ints.length; position++) {
            ints[position] = list.get(position).asInt();
        }
        return ints;
    }

    private static java.time.@Nullable LocalDate date(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }
}
