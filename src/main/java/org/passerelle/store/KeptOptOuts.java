package org.passerelle.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.OptOuts;

/** Who asked to be left out, in nodes of their own that no load touches. */
final class KeptOptOuts implements OptOuts {
    private final Store store;
    private final Remembered<Set<String>> people;

    KeptOptOuts(Store store, Clock clock) {
        this.store = store;
        this.people = new Remembered<>(this::read, clock);
    }

    private Set<String> read() {
        return store
                .read(
                        "read/opt-outs",
                        Map.of(),
                        row -> Map.entry(
                                row.get("person").asString(), row.get("grade").asString()))
                .stream()
                .filter(entry -> Grade.valueOf(entry.getValue()) != Grade.NONE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> notSuggested() {
        return people.value();
    }

    @Override
    public void record(String personId, Grade grade, Instant at) {
        if (grade == Grade.NONE) {
            store.write("write/opt-in", Map.of("person", personId));
        } else {
            store.write("write/opt-out", Map.of("person", personId, "grade", grade.name(), "at", at.toEpochMilli()));
        }
        people.forget();
    }
}
