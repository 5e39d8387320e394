package org.passerelle.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.passerelle.network.LoadSink;
import org.passerelle.network.Tie;
import org.passerelle.store.Store.Transaction;
import org.passerelle.topic.TopicName;

/**
 * Writes checked batches into the graph, each with its ledger row in the same transaction, so that a load
 * may be killed, run again, run over overlapping or shuffled files, and gives the same graph.
 */
public final class GraphWriter implements LoadSink {
    private final Store store;
    private final FactWriter facts = new FactWriter();
    private final AccountBook accounts = new AccountBook();
    private final TopicSettlement topics;
    private final Runnable afterwards;
    private boolean wrote;

    /** Writes into this store; topics are named as this glossary says. */
    public GraphWriter(Store store, Glossary glossary) {
        this(store, glossary, () -> {});
    }

    /** The same; something else is done when a load has ended. */
    GraphWriter(Store store, Glossary glossary, Runnable afterwards) {
        this.store = store;
        this.topics = new TopicSettlement(store, glossary);
        this.afterwards = afterwards;
    }

    /** Writes into this store, without words of the company's own. */
    public GraphWriter(Store store) {
        this(store, Glossary.none());
    }

    @Override
    public Written write(Batch batch) {
        String ledgerKey = batch.source() + " " + batch.digest() + " " + batch.number();
        AtomicReference<AccountBook.@Nullable Seen> seen = new AtomicReference<>();
        Written written = store.write(transaction -> {
            seen.set(null);
            if (!transaction.run("read/ledger", Map.of("key", ledgerKey)).isEmpty()) {
                return new Written(0, batch.rows(), 0);
            }
            SnapshotChange change = new SnapshotChange();
            facts.write(transaction, batch.facts());
            change.facts(batch.facts());
            AccountBook.Seen met = accounts.write(transaction, batch);
            seen.set(met);
            met.newPeople().forEach(change::person);
            Written contributions = new ContributionWriter(transaction, batch, met).write();
            if (batch.contributions().stream().anyMatch(contribution -> contribution.community() != null)) {
                change.groups();
            }
            long ties = ties(transaction, batch, met, change);
            transaction.run(
                    "load/ledger",
                    Map.of(
                            "key", ledgerKey,
                            "source", batch.source(),
                            "digest", batch.digest(),
                            "batch", batch.number(),
                            "rows", batch.rows()));
            change.record(transaction);
            return contributions.plus(new Written(ties + FactWriter.size(batch.facts()), 0, 0));
        });
        AccountBook.Seen met = seen.get();
        if (met != null) {
            accounts.commit(met);
        }
        wrote |= !batch.contributions().isEmpty() && written.loaded() + written.replaced() > 0;
        return written;
    }

    @Override
    public boolean knowsPerson(String personId) {
        return knows("read/knows-person", personId);
    }

    @Override
    public boolean knowsGroup(String groupId) {
        return knows("read/knows-group", groupId);
    }

    @Override
    public boolean isTopic(String skill) {
        return !TopicName.key(skill).isEmpty();
    }

    private boolean knows(String statement, String id) {
        return store.read(statement, Map.of("id", id), row -> row.get("known").asBoolean())
                .getFirst();
    }

    @Override
    public void finish(String source) {
        accounts.forget();
        boolean moved = new IdentitySettlement(store).settle();
        boolean changed = new TieAggregation(store).aggregate();
        deleteEmptyPeople();
        new MarkSettlement(store).settle();
        new SnapshotWriter(store).publish();
        topics.settle(wrote || moved);
        wrote = false;
        if (moved || changed) {
            store.schema(Statements.text("read/await-indexes"));
        }
        afterwards.run();
    }

    private void deleteEmptyPeople() {
        store.write(transaction -> {
            SnapshotChange change = new SnapshotChange();
            transaction
                    .run("read/ties-of-empty-people", Map.of())
                    .forEach(row -> change.gone(
                            TieRow.of(row, row.get("source").asString()).key()));
            transaction
                    .run("load/delete-empty-people", Map.of())
                    .forEach(row -> change.person(row.get("id").asString()));
            change.record(transaction);
            return true;
        });
    }

    private static long ties(Transaction transaction, Batch batch, AccountBook.Seen accounts, SnapshotChange change) {
        Map<TieRow.Key, TieRow> ties = new LinkedHashMap<>();
        for (Tie tie : batch.ties()) {
            String from = accounts.person(AccountBook.account(tie.fromId()));
            String to = accounts.person(AccountBook.account(tie.toId()));
            if (!from.equals(to)) {
                TieRow row = TieRow.of(tie, from, to);
                ties.merge(row.key(), row, TieRow::plus);
            }
        }
        List<String> keys = ties.keySet().stream().map(TieRow.Key::text).toList();
        for (Record row : transaction.run("read/ties-by-key", Map.of("keys", keys))) {
            TieRow kept = TieRow.of(row, batch.source());
            // What a survey says again replaces what it said; sums of interactions are added up.
            ties.merge(kept.key(), kept, kept.isDeclared() ? TieRow::over : TieRow::plus);
        }
        Columns rows = Columns.of("keys", "from", "to", "kinds", "channels", "visibilities", "days", "counts", "shares")
                .with("source", batch.source())
                .with("kept", true);
        ties.values().forEach(tie -> tie.addTo(rows));
        transaction.run("load/ties", rows);
        change.ties(ties.values());
        return ties.size();
    }
}
