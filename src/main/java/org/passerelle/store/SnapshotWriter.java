package org.passerelle.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.passerelle.packing.GroupBlock;
import org.passerelle.packing.Manifest;
import org.passerelle.packing.PeopleBlock;
import org.passerelle.packing.TieBlock;
import org.passerelle.packing.TieChanges;
import org.passerelle.store.SnapshotBlocks.Current;

/**
 * Keeps the packed snapshot in step with the graph: folds what changed into the blocks it touches and leaves the
 * others as they are. Without a snapshot, or with one that this program cannot read, everything is packed from the
 * rows. Two writers at once do not spoil each other's work: the slower one starts again.
 */
final class SnapshotWriter {
    private static final int CHANGES_A_READ = 100;
    private static final int PEOPLE_A_READ = 5_000;
    private static final int ATTEMPTS_MAX = 20;

    private final Store store;
    private final SnapshotBlocks blocks;
    private final SnapshotRows rows;

    SnapshotWriter(Store store) {
        this.store = store;
        this.blocks = new SnapshotBlocks(store);
        this.rows = new SnapshotRows(store);
    }

    /** Packs what changed and moves the version. */
    void publish() {
        attempt(1);
    }

    /** Makes the snapshot where there is none, of the version that the graph has. */
    void repair() {
        attempt(0);
    }

    /** Packs everything from the rows, whatever there is, and moves the version. */
    void rebuild() {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Current current = blocks.current();
            if (fromRows(current, current.version() + 1)) {
                return;
            }
        }
        throw crowded();
    }

    private void attempt(int step) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Current current = blocks.current();
            Optional<Manifest> manifest = Manifest.of(current.manifest());
            long version = current.version() + step;
            boolean done = manifest.isEmpty()
                    ? fromRows(current, version)
                    : new Fold(current, manifest.get()).publish(version);
            if (done) {
                return;
            }
        }
        throw crowded();
    }

    private static IllegalStateException crowded() {
        return new IllegalStateException("Other loads changed the snapshot all the time; run the load again");
    }

    private boolean fromRows(Current current, long version) {
        List<String> ids = rows.personIds();
        Map<String, Integer> numbers = new HashMap<>();
        ids.forEach(id -> numbers.put(id, numbers.size()));
        List<String> people = new ArrayList<>();
        List<String> ties = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += TieBlock.PEOPLE) {
            List<String> some = ids.subList(start, Math.min(start + TieBlock.PEOPLE, ids.size()));
            Map<String, PeopleBlock.Entry> found = rows.people(some);
            people.add(written(PeopleBlock.bytes(
                    new ArrayList<>(some.stream().map(found::get).toList()))));
            TieBlock block = new TieBlock();
            rows.ties(some, tie -> {
                Integer to = numbers.get(tie.toId());
                if (to != null) {
                    block.put(new TieBlock.Key(numbers.getOrDefault(tie.fromId(), 0), to, tie.origin()), tie.days());
                }
            });
            ties.add(block.isEmpty() ? Manifest.NONE : written(block.bytes()));
        }
        String groups = written(rows.groups().bytes());
        return blocks.publish(current, new Manifest(version, people, groups, ties), current.changes());
    }

    private String written(byte[] bytes) {
        String name = Manifest.name(bytes);
        blocks.write(Map.of(name, bytes));
        return name;
    }

    /** One turn of folding changes into a manifest. */
    private final class Fold {
        private final Current current;
        private final Manifest manifest;
        private final List<PeopleBlock.@Nullable Entry> entries = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final TreeSet<Integer> changedPeopleBlocks = new TreeSet<>();
        private final TreeMap<Integer, TieBlock> changedTieBlocks = new TreeMap<>();
        private boolean groupsChanged;
        private long folded;

        Fold(Current current, Manifest manifest) {
            this.current = current;
            this.manifest = manifest;
        }

        boolean publish(long version) {
            Map<String, byte[]> people = blocks.read(manifest.people());
            if (people.size() < new TreeSet<>(manifest.people()).size()) {
                return false;
            }
            for (String name : manifest.people()) {
                for (PeopleBlock.Entry entry : PeopleBlock.of(people.getOrDefault(name, new byte[] {0}))) {
                    if (entry != null) {
                        numbers.put(entry.person().id(), entries.size());
                    }
                    entries.add(entry);
                }
            }
            while (foldSome()) {
                // Each turn reads the next changes.
            }
            Map<String, byte[]> fresh = new LinkedHashMap<>();
            List<String> peopleNames = peopleNames(fresh);
            List<String> tieNames = tieNames(fresh);
            String groups = manifest.groups();
            if (groupsChanged) {
                GroupBlock block = rows.groups();
                groups = named(block.bytes(), fresh);
            }
            blocks.write(fresh);
            return blocks.publish(current, new Manifest(version, peopleNames, groups, tieNames), folded);
        }

        /** Folds some more changes; says whether there were any. */
        private boolean foldSome() {
            List<Record> changes =
                    store.read("read/changes", Map.of("after", folded, "limit", CHANGES_A_READ), row -> row);
            TreeSet<String> people = new TreeSet<>();
            List<TieChanges.Change> ties = new ArrayList<>();
            for (Record change : changes) {
                folded = change.get("number").asLong();
                groupsChanged |= change.get("groups").asBoolean();
                people.addAll(change.get("people").asList(id -> id.asString()));
                byte[] bytes = change.get("ties").asByteArray();
                if (bytes.length > 0) {
                    ties.addAll(TieChanges.of(bytes).changes());
                }
            }
            for (TieChanges.Change tie : ties) {
                for (String end : List.of(tie.fromId(), tie.toId())) {
                    if (!numbers.containsKey(end)) {
                        people.add(end);
                    }
                }
            }
            people(people);
            ties(ties);
            return !changes.isEmpty();
        }

        private void people(Collection<String> ids) {
            List<String> list = List.copyOf(ids);
            for (int start = 0; start < list.size(); start += PEOPLE_A_READ) {
                List<String> some = list.subList(start, Math.min(start + PEOPLE_A_READ, list.size()));
                Map<String, PeopleBlock.Entry> found = rows.people(some);
                for (String id : some) {
                    PeopleBlock.Entry entry = found.get(id);
                    Integer number = numbers.get(id);
                    if (number != null) {
                        entries.set(number, entry);
                    } else if (entry != null) {
                        number = entries.size();
                        numbers.put(id, number);
                        entries.add(entry);
                    }
                    if (number != null) {
                        changedPeopleBlocks.add(TieBlock.of(number));
                    }
                }
            }
        }

        private void ties(List<TieChanges.Change> changes) {
            TreeSet<Integer> touched = new TreeSet<>();
            for (TieChanges.Change change : changes) {
                Integer from = numbers.get(change.fromId());
                if (from != null && !changedTieBlocks.containsKey(TieBlock.of(from))) {
                    touched.add(TieBlock.of(from));
                }
            }
            List<String> names = touched.stream()
                    .map(this::tieName)
                    .filter(name -> !name.equals(Manifest.NONE))
                    .toList();
            Map<String, byte[]> bytes = blocks.read(names);
            for (Integer block : touched) {
                byte[] kept = bytes.get(tieName(block));
                changedTieBlocks.put(block, kept == null ? new TieBlock() : TieBlock.of(kept));
            }
            for (TieChanges.Change change : changes) {
                Integer from = numbers.get(change.fromId());
                Integer to = numbers.get(change.toId());
                // Whoever came and went between two snapshots never had a number, and no tie is left.
                if (from != null && to != null) {
                    changedTieBlocks
                            .computeIfAbsent(TieBlock.of(from), _ -> new TieBlock())
                            .put(new TieBlock.Key(from, to, change.origin()), change.days());
                }
            }
        }

        private String tieName(int block) {
            return block < manifest.ties().size() ? manifest.ties().get(block) : Manifest.NONE;
        }

        private List<String> peopleNames(Map<String, byte[]> fresh) {
            List<String> names = new ArrayList<>(manifest.people());
            for (int block : changedPeopleBlocks) {
                int start = block * TieBlock.PEOPLE;
                String name = named(
                        PeopleBlock.bytes(entries.subList(start, Math.min(start + TieBlock.PEOPLE, entries.size()))),
                        fresh);
                if (block < names.size()) {
                    names.set(block, name);
                } else {
                    names.add(name);
                }
            }
            return names;
        }

        private List<String> tieNames(Map<String, byte[]> fresh) {
            List<String> names = new ArrayList<>(manifest.ties());
            int blockCount = (entries.size() + TieBlock.PEOPLE - 1) / TieBlock.PEOPLE;
            while (names.size() < blockCount) {
                names.add(Manifest.NONE);
            }
            changedTieBlocks.forEach((number, block) ->
                    names.set(number, block.isEmpty() ? Manifest.NONE : named(block.bytes(), fresh)));
            return names;
        }

        private static String named(byte[] bytes, Map<String, byte[]> fresh) {
            String name = Manifest.name(bytes);
            fresh.put(name, bytes);
            return name;
        }
    }
}
