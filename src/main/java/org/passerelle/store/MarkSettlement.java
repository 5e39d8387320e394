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

    /** A text still to be looked through. */
    private record Unmarked(String key, String subject, String text, boolean reply) {
        static Unmarked of(Record row) {
            return new Unmarked(
                    row.get("key").asString(),
                    row.get("subject").asString(),
                    row.get("text").asString(),
                    row.get("reply").asBoolean());
        }

        List<String> marks() {
            Set<ContributionMark> marks = Marking.of(reply || Text.saysReply(subject) ? null : subject, text);
            return marks.stream().map(Enum::name).toList();
        }
    }

    /** Marks what was not looked through yet. */
    void settle() {
        List<Columns> ready = new ArrayList<>();
        List<Unmarked> texts = new ArrayList<>(ROWS_A_WRITE);
        store.stream("read/unmarked", Map.of("version", Marking.VERSION), row -> {
            texts.add(Unmarked.of(row));
            if (texts.size() == ROWS_A_WRITE) {
                ready.add(marked(texts));
                texts.clear();
            }
        });
        if (!texts.isEmpty()) {
            ready.add(marked(texts));
        }
        if (ready.isEmpty()) {
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

    /** Looked through on all processors: a text knows nothing of the others. */
    private static Columns marked(List<Unmarked> texts) {
        Columns rows = Columns.of("keys", "marks").with("version", Marking.VERSION);
        List<List<String>> marks = texts.parallelStream().map(Unmarked::marks).toList();
        for (int place = 0; place < texts.size(); place++) {
            rows.add(texts.get(place).key(), marks.get(place));
        }
        return rows;
    }
}
