package org.passerelle.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.passerelle.need.Marking;
import org.passerelle.network.ContributionMark;

/**
 * Looks texts through for needs, thanks and what became of needs, each once: what was looked through by the present
 * patterns is left alone.
 */
final class MarkSettlement {
    private static final int ROWS_A_WRITE = 5_000;

    private final Store store;

    MarkSettlement(Store store) {
        this.store = store;
    }

    /** Marks what was not looked through yet. */
    void settle() {
        List<Columns> ready = new ArrayList<>(List.of(rows()));
        store.stream("read/unmarked", Map.of("version", Marking.VERSION), row -> {
            Columns last = ready.getLast();
            last.add(row.get("key").asString(), marks(row));
            if (last.rows() == ROWS_A_WRITE) {
                ready.add(rows());
            }
        });
        if (ready.getFirst().rows() == 0) {
            return;
        }
        for (Columns rows : ready) {
            store.write(transaction -> {
                transaction.run("load/marks", rows);
                return true;
            });
        }
        store.write("load/mark-state", Map.of());
    }

    private static Columns rows() {
        return Columns.of("keys", "marks").with("version", Marking.VERSION);
    }

    private static List<String> marks(Record row) {
        String subject = row.get("subject").asString();
        boolean repeated = row.get("reply").asBoolean() || Text.saysReply(subject);
        Set<ContributionMark> marks =
                Marking.of(repeated ? null : subject, row.get("text").asString());
        return marks.stream().map(Enum::name).toList();
    }
}
