package org.passerelle.store;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.NetworkSource;
import org.passerelle.packing.Manifest;
import org.passerelle.packing.Unpacking;

/**
 * Reads the network into memory, whenever the version of the graph moved, and keeps the last few
 * versions so that a question may be asked again about the same data.
 */
public final class SnapshotReader implements NetworkSource {
    private static final int VERSIONS_HELD = 3;
    private static final long CHECK_EVERY_MILLIS = 1_000;
    private static final byte[] NOTHING = {};

    private final Store store;
    private final Clock clock;
    // Bytes of the newest snapshot's blocks, so that the next one reads only those that changed.
    private final Map<String, byte[]> blocks = new HashMap<>();
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

    /** Reads the blocks of one manifest; starts again when a load took one away meanwhile. */
    private NetworkSnapshot read() {
        SnapshotBlocks kept = new SnapshotBlocks(store);
        while (true) {
            Optional<Manifest> manifest = Manifest.of(kept.current().manifest());
            if (manifest.isEmpty()) {
                new SnapshotWriter(store).repair();
                continue;
            }
            Set<String> names = manifest.get().blocks();
            blocks.keySet().retainAll(names);
            blocks.putAll(kept.read(
                    names.stream().filter(name -> !blocks.containsKey(name)).toList()));
            if (blocks.keySet().containsAll(names)) {
                return Unpacking.snapshot(manifest.get(), clock.instant(), name -> blocks.getOrDefault(name, NOTHING));
            }
        }
    }
}
