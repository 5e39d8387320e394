package org.passerelle.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.neo4j.driver.Value;
import org.passerelle.store.Identity.Decision;
import org.passerelle.store.Identity.Known;

/** Brings the graph in line with what {@link Identity} decides; every move can be undone. */
final class IdentitySettlement {
    private static final int NAMES_A_WRITE = 5_000;
    private static final int MOVES_A_WRITE = 500;

    private final Store store;

    IdentitySettlement(Store store) {
        this.store = store;
    }

    /** Moves what accounts did to the people they are; says whether anything moved. */
    boolean settle() {
        List<Known> accounts = store.read(
                "read/accounts",
                Map.of(),
                row -> new Known(
                        row.get("key").asString(),
                        row.get("source").asString(),
                        row.get("address").asString(),
                        row.get("names").asList(Value::asString),
                        row.get("owner").asString(null),
                        row.get("person").asString()));
        Map<String, String> organisation = store
                .read(
                        "read/organisation-names",
                        Map.of(),
                        row -> Map.entry(
                                row.get("id").asString(), row.get("name").asString()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Decision> decisions = Identity.decide(accounts, organisation);
        List<Decision> changes = Identity.changes(decisions);
        for (int start = 0; start < changes.size(); start += MOVES_A_WRITE) {
            move(changes.subList(start, Math.min(start + MOVES_A_WRITE, changes.size())));
        }
        rename(decisions);
        return !changes.isEmpty();
    }

    private void move(List<Decision> decisions) {
        Columns moves = Columns.of("keys", "before", "people", "displayNames", "by", "confidences");
        decisions.forEach(decision -> moves.add(
                decision.account().key(),
                decision.account().person(),
                decision.person(),
                decision.displayName(),
                decision.by(),
                decision.confidence()));
        store.write(transaction -> {
            Map<String, TreeSet<String>> days = new TreeMap<>();
            transaction.run("load/move-accounts", moves.parameters()).forEach(row -> days.computeIfAbsent(
                            row.get("source").asString(), _ -> new TreeSet<>())
                    .add(row.get("day").asString()));
            days.forEach((source, some) ->
                    transaction.run("load/dirty-days", Map.of("source", source, "days", List.copyOf(some))));
            transaction.run("load/follow-people", moves);
            SnapshotChange change = new SnapshotChange();
            decisions.forEach(decision -> change.person(decision.person()));
            change.record(transaction);
            return days.size();
        });
    }

    private void rename(List<Decision> decisions) {
        Map<String, String> names = new TreeMap<>();
        decisions.forEach(decision -> names.put(decision.person(), decision.displayName()));
        List<Map.Entry<String, String>> entries = List.copyOf(names.entrySet());
        for (int start = 0; start < entries.size(); start += NAMES_A_WRITE) {
            Columns rows = Columns.of("ids", "names");
            entries.subList(start, Math.min(start + NAMES_A_WRITE, entries.size()))
                    .forEach(entry -> rows.add(entry.getKey(), entry.getValue()));
            store.write(transaction -> {
                SnapshotChange change = new SnapshotChange();
                transaction
                        .run("load/display-names", rows.parameters())
                        .forEach(row -> change.person(row.get("id").asString()));
                change.record(transaction);
                return rows.rows();
            });
        }
    }
}
