package org.passerelle.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.DatedTies;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Tie;
import org.passerelle.packing.DayRecords;
import org.passerelle.packing.PeopleBlock;
import org.passerelle.packing.TieChanges;

/** Checks that the packed snapshot says what the graph says: the same people, the same ties with the same days. */
final class SnapshotVerification {
    private static final int PEOPLE_A_READ = 1_000;

    private final Store store;
    private final SnapshotRows rows;

    SnapshotVerification(Store store) {
        this.store = store;
        this.rows = new SnapshotRows(store);
    }

    /** What is wrong, one sentence a fault. */
    List<String> faults() {
        long waiting = store.read("read/verify-changes", Map.of(), row -> row.get("faults")
                        .asLong())
                .getFirst();
        if (waiting > 0) {
            return List.of(waiting
                    + " changes wait for the snapshot: a load was stopped; run the same load again to finish it");
        }
        NetworkSnapshot snapshot = new SnapshotReader(store, Clock.systemUTC()).snapshot();
        List<String> ids = rows.personIds();
        long people = Math.abs(ids.size() - (long) snapshot.people().size());
        long ties = 0;
        long found = 0;
        for (int start = 0; start < ids.size(); start += PEOPLE_A_READ) {
            List<String> some = ids.subList(start, Math.min(start + PEOPLE_A_READ, ids.size()));
            people += differing(rows.people(some), snapshot);
            Set<TieChanges.Change> packed = packed(some, snapshot);
            List<TieChanges.Change> kept = new ArrayList<>();
            rows.ties(some, kept::add);
            found += kept.size();
            ties += kept.stream().filter(tie -> !packed.contains(tie)).count();
        }
        ties += Math.max(0, snapshot.ties().size() - found);
        List<String> faults = new ArrayList<>();
        if (people > 0) {
            faults.add(people + " people differ between the graph and its snapshot; report this");
        }
        if (ties > 0) {
            faults.add(ties + " ties differ between the graph and its snapshot; report this");
        }
        return faults;
    }

    private static long differing(Map<String, PeopleBlock.Entry> kept, NetworkSnapshot snapshot) {
        return kept.values().stream()
                .filter(entry -> !snapshot.chart()
                                .person(entry.person().id())
                                .filter(entry.person()::equals)
                                .isPresent()
                        || !new HashSet<>(entry.memberships())
                                .equals(new HashSet<>(snapshot.chart()
                                        .membershipsEver(entry.person().id())))
                        || !new HashSet<>(entry.lines())
                                .equals(new HashSet<>(snapshot.chart()
                                        .linesEver(entry.person().id()))))
                .count();
    }

    private static Set<TieChanges.Change> packed(List<String> ids, NetworkSnapshot snapshot) {
        Set<TieChanges.Change> packed = new HashSet<>();
        DatedTies ties = snapshot.ties();
        for (String id : ids) {
            int from = snapshot.vertex(id).orElse(-1);
            if (from < 0) {
                continue;
            }
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                Tie read = snapshot.tie(from, tie);
                packed.add(new TieChanges.Change(
                        read.fromId(),
                        read.toId(),
                        read.origin(),
                        DayRecords.of(read.days(), read.counts(), read.shares())));
            }
        }
        return packed;
    }
}
