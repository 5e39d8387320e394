package org.passerelle.packing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.network.TieOrigin;

/**
 * What became of some ties, by people's ids: each tie with all its days, or without days when it is gone. Kept as bytes
 * beside the change itself until it is folded into the blocks.
 */
public final class TieChanges {
    private final List<Change> changes = new ArrayList<>();

    /** One tie as it is now. */
    public record Change(String fromId, String toId, TieOrigin origin, DayRecords days) {}

    /** Adds a tie as it is now. */
    public void add(Change change) {
        changes.add(change);
    }

    /** The changes, in their order. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** As bytes. */
    public byte[] bytes() {
        Map<String, Integer> people = new HashMap<>();
        ByteSink names = new ByteSink();
        List<TieOrigin> origins =
                OriginTable.of(changes.stream().map(Change::origin).toList());
        Map<TieOrigin, Integer> numbers = new HashMap<>();
        origins.forEach(origin -> numbers.put(origin, numbers.size()));
        ByteSink rows = new ByteSink();
        for (Change change : changes) {
            rows.number(person(change.fromId(), people, names));
            rows.number(person(change.toId(), people, names));
            rows.number(numbers.getOrDefault(change.origin(), 0));
            change.days().write(rows);
        }
        ByteSink sink = new ByteSink();
        sink.number(people.size());
        sink.raw(names.toBytes());
        OriginTable.write(sink, origins);
        sink.number(changes.size());
        sink.raw(rows.toBytes());
        return sink.toBytes();
    }

    private static int person(String id, Map<String, Integer> people, ByteSink names) {
        Integer known = people.putIfAbsent(id, people.size());
        if (known == null) {
            names.text(id);
            return people.size() - 1;
        }
        return known;
    }

    /** The changes of these bytes. */
    public static TieChanges of(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        String[] people = new String[source.count()];
        for (int number = 0; number < people.length; number++) {
            people[number] = source.text();
        }
        List<TieOrigin> origins = OriginTable.read(source);
        TieChanges read = new TieChanges();
        for (int left = source.count(); left > 0; left--) {
            String from = people[source.count()];
            String to = people[source.count()];
            read.add(new Change(from, to, origins.get(source.count()), DayRecords.read(source)));
        }
        return read;
    }
}
