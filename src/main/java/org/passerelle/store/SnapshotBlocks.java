package org.passerelle.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.packing.Manifest;

/** The blocks of the snapshot as the graph keeps them. */
final class SnapshotBlocks {
    private static final int BLOCKS_A_READ = 64;
    private static final int BYTES_A_WRITE = 4_000_000;

    private final Store store;

    SnapshotBlocks(Store store) {
        this.store = store;
    }

    /** What the graph says of its snapshot: the manifest's text, empty where there is none. */
    record Current(String manifest, long version, long changes) {}

    Current current() {
        return store.read(
                        "read/manifest",
                        Map.of(),
                        row -> new Current(
                                row.get("manifest").asString(""),
                                row.get("version").asLong(),
                                row.get("changes").asLong()))
                .getFirst();
    }

    /** The blocks of these names; one that was taken away since is missing. */
    Map<String, byte[]> read(Collection<String> names) {
        Map<String, byte[]> blocks = HashMap.newHashMap(names.size());
        List<String> list = List.copyOf(names);
        for (int start = 0; start < list.size(); start += BLOCKS_A_READ) {
            List<String> some = list.subList(start, Math.min(start + BLOCKS_A_READ, list.size()));
            store.stream("read/blocks", Map.of("names", some), row -> {
                String name = row.get("name").asString();
                byte[] bytes = row.get("bytes").asByteArray();
                if (!Manifest.name(bytes).equals(name)) {
                    throw new IllegalStateException(
                            "Block " + name
                                    + " of the snapshot is not what was written; run `verify`, then load again into a new home");
                }
                blocks.put(name, bytes);
            });
        }
        return blocks;
    }

    /** Writes blocks, a few megabytes a transaction; nothing names them yet. */
    void write(Map<String, byte[]> blocks) {
        Columns rows = Columns.of("names", "bytes");
        long size = 0;
        for (Map.Entry<String, byte[]> block : blocks.entrySet()) {
            rows.add(block.getKey(), block.getValue());
            size += block.getValue().length;
            if (size > BYTES_A_WRITE) {
                write(rows);
                rows = Columns.of("names", "bytes");
                size = 0;
            }
        }
        write(rows);
    }

    private void write(Columns rows) {
        store.write(transaction -> {
            transaction.run("load/blocks", rows);
            return rows.rows();
        });
    }

    /**
     * Makes a manifest the current one, takes away the changes it holds and the blocks nobody names; does nothing
     * and says so when the graph has another manifest than the one it was made from, or lacks a block.
     */
    boolean publish(Current before, Manifest manifest, long changesFolded) {
        try {
            store.write(transaction -> {
                if (transaction
                        .run(
                                "load/manifest",
                                Map.of(
                                        "before", before.manifest(),
                                        "manifest", manifest.text(),
                                        "version", manifest.version()))
                        .isEmpty()) {
                    throw new Superseded();
                }
                // The statement above holds the snapshot's lock, so nobody takes blocks away from here on.
                Set<String> there = transaction.run("read/block-names", Map.of()).stream()
                        .map(row -> row.get("name").asString())
                        .collect(Collectors.toSet());
                Set<String> named = manifest.blocks();
                if (!there.containsAll(named)) {
                    throw new Superseded();
                }
                there.removeAll(named);
                transaction.run("load/delete-blocks", Map.of("names", List.copyOf(there)));
                transaction.run("load/delete-changes", Map.of("upTo", changesFolded));
                return true;
            });
            return true;
        } catch (Superseded quicker) {
            return false;
        }
    }

    /** Ends a transaction whose work another writer made useless. */
    private static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded() {
            super("Another writer was quicker", null, false, false);
        }
    }
}
