package org.passerelle.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.HelpfulMarks;

/**
 * What people said helped them, in nodes of their own that no load touches. All of it is held in memory: one number for
 * each mark, so that a search looks it up without asking the database for each of its hits.
 */
final class KeptHelpfulMarks implements HelpfulMarks {
    private final Store store;
    private final Remembered<Map<String, List<Instant>>> marks;

    KeptHelpfulMarks(Store store, Clock clock) {
        this.store = store;
        this.marks = new Remembered<>(this::read, clock);
    }

    private Map<String, List<Instant>> read() {
        Map<String, List<Instant>> read = new HashMap<>();
        store.read(
                        "read/helpful-marks",
                        Map.of(),
                        row -> Map.entry(
                                row.get("contribution").asString(),
                                Instant.ofEpochMilli(row.get("at").asLong())))
                .forEach(entry -> read.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>(1))
                        .add(entry.getValue()));
        return read;
    }

    @Override
    public void mark(String byId, String contribution, String about, Instant at) {
        store.write(
                "write/helpful-mark",
                Map.of("by", byId, "contribution", contribution, "about", about, "at", at.toEpochMilli()));
        marks.forget();
    }

    @Override
    public boolean withdraw(String byId, String contribution) {
        boolean withdrawn = !store.write(
                        "write/helpful-mark-withdrawn", Map.of("by", byId, "contribution", contribution))
                .isEmpty();
        marks.forget();
        return withdrawn;
    }

    @Override
    public Map<String, Integer> counts(List<String> contributions, @Nullable Instant before) {
        Map<String, List<Instant>> all = marks.value();
        Map<String, Integer> counts = new HashMap<>();
        if (all.isEmpty()) {
            return counts;
        }
        for (String contribution : contributions) {
            long count = all.getOrDefault(contribution, List.of()).stream()
                    .filter(at -> before == null || at.isBefore(before))
                    .count();
            if (count > 0) {
                counts.put(contribution, Math.toIntExact(count));
            }
        }
        return counts;
    }
}
