package org.passerelle.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.HelpfulMarks;

/**
 * What people said helped them, in nodes of their own that no load touches. All of it is held in memory: who and when
 * for each mark, so that a search looks it up without asking the database for each of its hits.
 */
final class KeptHelpfulMarks implements HelpfulMarks {
    private final Store store;
    private final Remembered<Map<String, List<Mark>>> marks;

    KeptHelpfulMarks(Store store, Clock clock) {
        this.store = store;
        this.marks = new Remembered<>(this::read, clock);
    }

    private record Mark(String by, Instant at) {}

    private Map<String, List<Mark>> read() {
        Map<String, List<Mark>> read = new HashMap<>();
        store.read(
                        "read/helpful-marks",
                        Map.of(),
                        row -> Map.entry(
                                row.get("contribution").asString(),
                                new Mark(
                                        row.get("by").asString(),
                                        Instant.ofEpochMilli(row.get("at").asLong()))))
                .forEach(entry -> read.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>(1))
                        .add(entry.getValue()));
        return read;
    }

    @Override
    public void mark(String byId, String contribution, String about, Instant at) {
        Map<String, Object> mark =
                Map.of("by", byId, "contribution", contribution, "about", about, "at", at.toEpochMilli());
        store.write(transaction -> {
            transaction.run("write/helpful-mark", mark);
            return transaction.run("write/helpful-mark-of-asker", Map.of("by", byId, "contribution", contribution));
        });
        marks.forget();
    }

    @Override
    public boolean withdraw(String byId, String contribution) {
        Map<String, Object> mark = Map.of("by", byId, "contribution", contribution);
        boolean withdrawn = store.write(transaction -> {
            boolean known =
                    !transaction.run("write/helpful-mark-withdrawn", mark).isEmpty();
            if (known) {
                transaction.run("write/helpful-mark-of-asker", mark);
            }
            return known;
        });
        marks.forget();
        return withdrawn;
    }

    @Override
    public Map<String, Integer> counts(List<String> contributions, @Nullable Instant before) {
        Map<String, List<Mark>> all = marks.value();
        Map<String, Integer> counts = new HashMap<>();
        if (all.isEmpty()) {
            return counts;
        }
        for (String contribution : contributions) {
            long count = all.getOrDefault(contribution, List.of()).stream()
                    .filter(mark -> before == null || mark.at().isBefore(before))
                    .count();
            if (count > 0) {
                counts.put(contribution, Math.toIntExact(count));
            }
        }
        return counts;
    }

    @Override
    public Set<String> markedBy(String personId, List<String> contributions) {
        Map<String, List<Mark>> all = marks.value();
        return contributions.stream()
                .filter(contribution -> all.getOrDefault(contribution, List.of()).stream()
                        .anyMatch(mark -> mark.by().equals(personId)))
                .collect(Collectors.toSet());
    }
}
