package org.passerelle.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.network.SharedAcquaintances;

/** Who shares which acquaintances, in nodes of their own that no load touches. */
final class KeptSharedAcquaintances implements SharedAcquaintances {
    private final Store store;
    private final Remembered<Map<String, SharingExtent>> extents;

    KeptSharedAcquaintances(Store store, Clock clock) {
        this.store = store;
        this.extents = new Remembered<>(this::read, clock);
    }

    private Map<String, SharingExtent> read() {
        return store
                .read(
                        "read/shared-acquaintances",
                        Map.of(),
                        row -> Map.entry(
                                row.get("person").asString(),
                                SharingExtent.valueOf(row.get("extent").asString())))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, SharingExtent> extents() {
        return extents.value();
    }

    @Override
    public String record(String personId, SharingExtent extent, Instant at) {
        Map<String, Object> decision = Map.of(
                "person",
                personId,
                "id",
                UUID.randomUUID().toString(),
                "extent",
                extent.name(),
                "at",
                at.toEpochMilli());
        String id = store.write("write/share-acquaintances", decision)
                .getFirst()
                .get("id")
                .asString();
        extents.forget();
        return id;
    }
}
