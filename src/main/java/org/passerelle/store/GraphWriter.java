package org.passerelle.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.LoadSink;
import org.passerelle.network.Reaction;
import org.passerelle.network.Tie;
import org.passerelle.store.Store.Transaction;

/**
 * Writes checked batches into the graph, each with its ledger row in the same transaction, so that a load
 * may be killed, run again, run over overlapping or shuffled files, and gives the same graph.
 */
public final class GraphWriter implements LoadSink {
    private final Store store;
    private final FactWriter facts = new FactWriter();
    /** Accounts of batches that were committed; a cache of what the graph holds. */
    private final Map<String, KnownAccount> accounts = new HashMap<>();

    /** Writes into this store. */
    public GraphWriter(Store store) {
        this.store = store;
    }

    private record KnownAccount(Set<String> names, @Nullable String owner, String person) {}

    /** A contribution as the graph holds it. */
    private record Held(long at, String digest, String day, Set<String> recipients, Set<String> mentions) {}

    @Override
    public Written write(Batch batch) {
        String ledgerKey = batch.source() + " " + batch.digest() + " " + batch.number();
        Map<String, KnownAccount> seen = new HashMap<>();
        Written written = store.write(transaction -> {
            seen.clear();
            if (!transaction.run("read/ledger", Map.of("key", ledgerKey)).isEmpty()) {
                return new Written(0, batch.rows(), 0);
            }
            facts.write(transaction, batch.facts());
            seen.putAll(accounts(transaction, batch));
            Written contributions = new Work(transaction, batch, seen).contributions();
            long ties = ties(transaction, batch, seen);
            transaction.run(
                    "load/ledger",
                    Map.of(
                            "key", ledgerKey,
                            "source", batch.source(),
                            "digest", batch.digest(),
                            "batch", batch.number(),
                            "rows", batch.rows()));
            return contributions.plus(new Written(ties + FactWriter.size(batch.facts()), 0, 0));
        });
        accounts.putAll(seen);
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

    private boolean knows(String statement, String id) {
        return store.read(statement, Map.of("id", id), row -> row.get("known").asBoolean())
                .getFirst();
    }

    @Override
    public void finish(String source) {
        accounts.clear();
        boolean moved = new IdentitySettlement(store).settle();
        boolean changed = new TieAggregation(store).aggregate();
        store.write("load/delete-empty-people", Map.of());
        store.write("load/version", Map.of());
        if (moved || changed) {
            store.schema(Statements.text("read/await-indexes"));
        }
    }

    private Map<String, KnownAccount> accounts(Transaction transaction, Batch batch) {
        Map<String, Account> addresses = new TreeMap<>();
        Map<String, TreeSet<String>> names = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        for (Account account : accountsOf(batch)) {
            addresses.putIfAbsent(account.key(), account);
            names.computeIfAbsent(account.key(), _ -> new TreeSet<>());
            if (account.name() != null && !account.name().isBlank()) {
                names.getOrDefault(account.key(), new TreeSet<>()).add(account.name());
            }
        }
        for (Ownership ownership : batch.facts().addresses()) {
            owners.merge(
                    ownership.account().key(),
                    ownership.personId(),
                    (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        Map<String, KnownAccount> known = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String key : addresses.keySet()) {
            KnownAccount cached = accounts.get(key);
            if (cached == null) {
                unknown.add(key);
            } else {
                known.put(key, cached);
            }
        }
        for (Record row : transaction.run("read/accounts-by-key", Map.of("keys", unknown))) {
            known.put(
                    row.get("key").asString(),
                    new KnownAccount(
                            new TreeSet<>(row.get("names").asList(Value::asString)),
                            row.get("owner").asString(null),
                            row.get("person").asString()));
        }
        Columns fresh = Columns.of("keys", "sources", "addresses", "names", "owners", "people", "displayNames", "by");
        Columns renamed = Columns.of("keys", "names", "owners");
        Map<String, KnownAccount> result = new HashMap<>();
        addresses.forEach((key, account) -> {
            Set<String> spellings = names.getOrDefault(key, new TreeSet<>());
            String owner = owners.get(key);
            KnownAccount before = known.get(key);
            if (before == null) {
                String person = owner != null ? owner : Identity.ownPerson(key);
                String by = owner != null ? "ORGANISATION" : "ACCOUNT";
                String shown = Identity.displayName(spellings, account.address());
                fresh.add(key, account.source(), account.address(), List.copyOf(spellings), owner, person, shown, by);
                result.put(key, new KnownAccount(spellings, owner, person));
                return;
            }
            Set<String> all = new TreeSet<>(before.names());
            all.addAll(spellings);
            String least = least(before.owner(), owner);
            KnownAccount after = new KnownAccount(all, least, before.person());
            if (!after.equals(before)) {
                renamed.add(key, List.copyOf(all), least);
            }
            result.put(key, after);
        });
        transaction.run("load/accounts", fresh);
        transaction.run("load/account-names", renamed);
        return result;
    }

    private static @Nullable String least(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Collection<Account> accountsOf(Batch batch) {
        List<Account> all = new ArrayList<>();
        for (Contribution contribution : batch.contributions()) {
            all.add(contribution.by());
            all.addAll(contribution.recipients());
            all.addAll(contribution.mentions());
            contribution.reactions().forEach(reaction -> all.add(reaction.by()));
        }
        for (Tie tie : batch.ties()) {
            all.add(account(tie.fromId()));
            all.add(account(tie.toId()));
        }
        batch.facts().addresses().forEach(ownership -> all.add(ownership.account()));
        return all;
    }

    private static long ties(Transaction transaction, Batch batch, Map<String, KnownAccount> accounts) {
        Map<TieRow.Key, TieRow> ties = new LinkedHashMap<>();
        for (Tie tie : batch.ties()) {
            String from = person(accounts, account(tie.fromId()));
            String to = person(accounts, account(tie.toId()));
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
        return ties.size();
    }

    /** The account a tie's end names by its key. */
    private static Account account(String key) {
        int space = key.indexOf(' ');
        return new Account(key.substring(0, space), key.substring(space + 1), null);
    }

    private static String person(Map<String, KnownAccount> accounts, Account account) {
        KnownAccount known = accounts.get(account.key());
        if (known == null) {
            throw new IllegalStateException("An account of the batch was not made");
        }
        return known.person();
    }

    /** The contributions of one batch, in one transaction. */
    private static final class Work {
        private final Transaction transaction;
        private final Batch batch;
        private final Map<String, KnownAccount> accounts;
        private final Map<String, Held> held = new HashMap<>();
        private final Set<String> dirty = new TreeSet<>();

        Work(Transaction transaction, Batch batch, Map<String, KnownAccount> accounts) {
            this.transaction = transaction;
            this.batch = batch;
            this.accounts = accounts;
        }

        Written contributions() {
            if (batch.contributions().isEmpty()) {
                return new Written(0, 0, 0);
            }
            Map<String, Contribution> incoming = new LinkedHashMap<>();
            long lost = 0;
            long same = 0;
            for (Contribution contribution : batch.contributions()) {
                Contribution earlier = incoming.get(contribution.key());
                if (earlier == null) {
                    incoming.put(contribution.key(), contribution);
                    continue;
                }
                incoming.put(contribution.key(), batch.combine().apply(earlier, contribution));
                if (batch.combine() == Combine.LATEST) {
                    if (earlier.equals(contribution)) {
                        same++;
                    } else {
                        lost++;
                    }
                }
            }
            readHeld(incoming.keySet());
            List<Contribution> fresh = new ArrayList<>();
            List<Contribution> winners = new ArrayList<>();
            List<Contribution> grown = new ArrayList<>();
            for (Contribution contribution : incoming.values()) {
                Held before = held.get(contribution.key());
                if (before == null) {
                    fresh.add(contribution);
                } else if (batch.combine() == Combine.UNION) {
                    if (grows(before, contribution)) {
                        grown.add(contribution);
                    } else {
                        same++;
                    }
                } else if (before.digest().equals(contribution.digest())) {
                    same++;
                } else {
                    lost++;
                    if (wins(contribution, before)) {
                        winners.add(contribution);
                        dirty.add(before.day());
                    }
                }
            }
            if (!winners.isEmpty()) {
                transaction.run(
                        "load/delete-contributions",
                        Map.of("keys", winners.stream().map(Contribution::key).toList()));
            }
            List<Contribution> made = new ArrayList<>(fresh);
            made.addAll(winners);
            create(made);
            grow(grown);
            connect(made);
            dirty.addAll(made.stream().map(Contributions::day).toList());
            if (!dirty.isEmpty()) {
                transaction.run("load/dirty-days", Map.of("source", batch.source(), "days", List.copyOf(dirty)));
            }
            return new Written(fresh.size() + (long) grown.size(), same, lost);
        }

        private void readHeld(Set<String> keys) {
            for (Record row : transaction.run("read/contributions-by-key", Map.of("keys", List.copyOf(keys)))) {
                held.put(
                        row.get("key").asString(),
                        new Held(
                                row.get("at").asLong(),
                                row.get("digest").asString(),
                                row.get("day").asString(),
                                new HashSet<>(row.get("recipients").asList(Value::asString)),
                                new HashSet<>(row.get("mentions").asList(Value::asString))));
            }
        }

        private static boolean grows(Held before, Contribution contribution) {
            return contribution.recipients().stream()
                            .anyMatch(account -> !before.recipients().contains(account.key()))
                    || contribution.mentions().stream()
                            .anyMatch(account -> !before.mentions().contains(account.key()));
        }

        private static boolean wins(Contribution contribution, Held before) {
            long at = contribution.at().toEpochMilli();
            return at != before.at() ? at > before.at() : contribution.digest().compareTo(before.digest()) > 0;
        }

        private void create(List<Contribution> contributions) {
            communities();
            Columns rows = Columns.of(
                            "keys",
                            "people",
                            "accounts",
                            "nativeIds",
                            "ats",
                            "days",
                            "kinds",
                            "channels",
                            "visibilities",
                            "texts",
                            "subjects",
                            "folded",
                            "languages",
                            "audiences",
                            "places",
                            "communities",
                            "threads",
                            "repliesTo",
                            "resolves",
                            "recipientCounts",
                            "anonymousReactions",
                            "digests")
                    .with("source", batch.source());
            for (Contribution contribution : contributions) {
                rows.add(
                        contribution.key(),
                        person(accounts, contribution.by()),
                        contribution.by().key(),
                        contribution.nativeId(),
                        contribution.at().toEpochMilli(),
                        Contributions.day(contribution),
                        contribution.kind().name(),
                        contribution.channel(),
                        contribution.visibility().name(),
                        contribution.text(),
                        contribution.subject(),
                        Contributions.folded(contribution),
                        contribution.language(),
                        Contributions.audience(contribution),
                        Contributions.place(contribution),
                        contribution.community(),
                        threadKey(contribution),
                        inSource(contribution.repliesTo()),
                        inSource(contribution.resolves()),
                        distinct(contribution.recipients()).size(),
                        contribution.anonymousReactions(),
                        contribution.digest());
            }
            transaction.run("load/contributions", rows);
            Columns recipients = Columns.of("keys", "people", "accounts");
            Columns mentions = Columns.of("keys", "people", "accounts");
            for (Contribution contribution : contributions) {
                add(recipients, contribution, distinct(contribution.recipients()));
                add(mentions, contribution, distinct(contribution.mentions()));
            }
            transaction.run("load/recipients", recipients);
            transaction.run("load/mentions", mentions);
        }

        private void grow(List<Contribution> contributions) {
            Columns recipients = Columns.of("keys", "people", "accounts");
            Columns mentions = Columns.of("keys", "people", "accounts");
            Columns counts = Columns.of("keys", "counts");
            for (Contribution contribution : contributions) {
                Held before = Objects.requireNonNull(held.get(contribution.key()));
                List<Account> more = distinct(contribution.recipients()).stream()
                        .filter(account -> !before.recipients().contains(account.key()))
                        .toList();
                add(recipients, contribution, more);
                add(
                        mentions,
                        contribution,
                        distinct(contribution.mentions()).stream()
                                .filter(account -> !before.mentions().contains(account.key()))
                                .toList());
                counts.add(contribution.key(), before.recipients().size() + more.size());
                dirty.add(before.day());
            }
            transaction.run("load/recipients", recipients);
            transaction.run("load/mentions", mentions);
            transaction.run("load/recipient-counts", counts);
        }

        // Also for versions that lost: which communities there are must not depend on the order of loading.
        private void communities() {
            Columns rows = Columns.of("ids", "names");
            batch.contributions().stream()
                    .map(contribution -> Optional.ofNullable(contribution.community()))
                    .flatMap(Optional::stream)
                    .distinct()
                    .sorted()
                    .forEach(id -> rows.add(id, id.substring(id.indexOf(':') + 1)));
            transaction.run("load/communities", rows);
        }

        /** What hangs on the new contributions: threads, replies, resolutions, reactions, topics, processes. */
        private void connect(List<Contribution> contributions) {
            threads(contributions);
            Columns reactions = Columns.of("keys", "people", "accounts", "kinds", "ats", "days")
                    .with("source", batch.source());
            Columns topics = Columns.of("keys", "topics");
            Columns processes = Columns.of("keys", "processes");
            for (Contribution contribution : contributions) {
                for (Reaction reaction : contribution.reactions()) {
                    String day = Contributions.day(
                            reaction.at().atZone(ZoneOffset.UTC).toLocalDate());
                    reactions.add(
                            contribution.key(),
                            person(accounts, reaction.by()),
                            reaction.by().key(),
                            reaction.kind(),
                            reaction.at().toEpochMilli(),
                            day);
                    dirty.add(day);
                }
                contribution.topics().forEach(topic -> topics.add(contribution.key(), topic));
                if (contribution.process() != null) {
                    processes.add(contribution.key(), contribution.process());
                }
            }
            transaction.run("load/reactions", reactions);
            transaction.run("load/topics", topics);
            transaction.run("load/processes", processes);
            List<String> keys = contributions.stream().map(Contribution::key).toList();
            if (!keys.isEmpty()) {
                transaction
                        .run("load/replies", Map.of("keys", keys))
                        .forEach(row -> dirty.add(row.get("day").asString()));
                transaction.run("load/resolutions", Map.of("keys", keys));
            }
        }

        private void threads(List<Contribution> contributions) {
            Map<String, Contribution> earliest = new TreeMap<>();
            Columns inThreads = Columns.of("keys", "threads");
            Columns inCommunities = Columns.of("keys", "communities");
            for (Contribution contribution : contributions) {
                String thread = threadKey(contribution);
                if (thread != null) {
                    earliest.merge(
                            thread, contribution, (one, other) -> EARLIER.compare(one, other) <= 0 ? one : other);
                    inThreads.add(contribution.key(), thread);
                } else if (contribution.community() != null) {
                    inCommunities.add(contribution.key(), contribution.community());
                }
            }
            Columns threads =
                    Columns.of("keys", "subjects", "ats", "communities").with("source", batch.source());
            earliest.forEach((key, contribution) -> threads.add(
                    key,
                    contribution.subject() == null ? "" : contribution.subject(),
                    contribution.at().toEpochMilli(),
                    contribution.community()));
            transaction.run("load/threads", threads);
            transaction.run("load/in-threads", inThreads);
            transaction.run("load/in-communities", inCommunities);
        }

        private static final Comparator<Contribution> EARLIER =
                Comparator.comparing(Contribution::at).thenComparing(Contribution::key);

        private @Nullable String threadKey(Contribution contribution) {
            return inSource(contribution.thread());
        }

        private @Nullable String inSource(@Nullable String nativeKey) {
            return nativeKey == null ? null : batch.source() + " " + nativeKey;
        }

        private void add(Columns columns, Contribution contribution, List<Account> people) {
            for (Account account : people) {
                columns.add(contribution.key(), person(accounts, account), account.key());
            }
        }

        private static List<Account> distinct(List<Account> people) {
            Map<String, Account> byKey = new TreeMap<>();
            people.forEach(account -> byKey.putIfAbsent(account.key(), account));
            return List.copyOf(byKey.values());
        }
    }
}
