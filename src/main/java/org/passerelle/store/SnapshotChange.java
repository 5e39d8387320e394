package org.passerelle.store;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.packing.TieChanges;
import org.passerelle.store.Store.Transaction;

/**
 * What a transaction changes of what the snapshot shows. It is recorded in the same transaction, so that the packed
 * snapshot can follow without reading everything again, whatever is killed when. Records are numbered in the order
 * in which their transactions end, because the number is taken last, under a lock.
 */
final class SnapshotChange {
    private final TieChanges ties = new TieChanges();
    private final SortedSet<String> people = new TreeSet<>();
    private boolean groups;

    /** These ties are now so. */
    void ties(Iterable<TieRow> rows) {
        rows.forEach(row -> ties.add(row.change()));
    }

    /** This tie is gone. */
    void gone(TieRow.Key key) {
        ties.add(new TieRow(key).change());
    }

    /** Somebody came, changed or went. */
    void person(String id) {
        people.add(id);
    }

    /** Groups, their parts or appointments changed. */
    void groups() {
        groups = true;
    }

    /** All that these facts say. */
    void facts(Facts facts) {
        facts.people().forEach(person -> people.add(person.id()));
        facts.memberships().forEach(membership -> people.add(membership.personId()));
        facts.lines().forEach(line -> people.add(line.personId()));
        groups |= !facts.groups().isEmpty()
                || !facts.parts().isEmpty()
                || !facts.appointments().isEmpty();
    }

    /** Records the change as the last thing of its transaction. */
    void record(Transaction transaction) {
        boolean anyTie = !ties.changes().isEmpty();
        if (anyTie || groups || !people.isEmpty()) {
            transaction.run(
                    "load/change",
                    Map.of(
                            "ties",
                            anyTie ? ties.bytes() : new byte[0],
                            "people",
                            List.copyOf(people),
                            "groups",
                            groups));
        }
    }
}
