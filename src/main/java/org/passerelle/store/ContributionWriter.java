package org.passerelle.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Written;
import org.passerelle.network.Reaction;
import org.passerelle.store.Store.Transaction;

/** Writes the contributions of one batch in one transaction, with all that hangs on them. */
final class ContributionWriter {
    /** A contribution as the graph holds it. */
    private record Held(long at, String digest, String day, Set<String> recipients, Set<String> mentions) {}

    private final Transaction transaction;
    private final Batch batch;
    private final AccountBook.Seen accounts;
    private final Map<String, Held> held = new HashMap<>();
    private final Set<String> dirty = new TreeSet<>();

    ContributionWriter(Transaction transaction, Batch batch, AccountBook.Seen accounts) {
        this.transaction = transaction;
        this.batch = batch;
        this.accounts = accounts;
    }

    /** Writes what is new or wins, and marks the days whose ties changed. */
    Written write() {
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
                        "tags",
                        "digests",
                        "links")
                .with("source", batch.source());
        for (Contribution contribution : contributions) {
            rows.add(
                    contribution.key(),
                    accounts.person(contribution.by()),
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
                    contribution.topics().isEmpty() ? null : contribution.topics(),
                    contribution.digest(),
                    contribution.link());
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

    /** What hangs on the new contributions: threads, replies, resolutions, reactions, processes. */
    private void connect(List<Contribution> contributions) {
        threads(contributions);
        Columns reactions =
                Columns.of("keys", "people", "accounts", "kinds", "ats", "days").with("source", batch.source());
        Columns processes = Columns.of("keys", "processes");
        for (Contribution contribution : contributions) {
            for (Reaction reaction : contribution.reactions()) {
                String day =
                        Contributions.day(reaction.at().atZone(ZoneOffset.UTC).toLocalDate());
                reactions.add(
                        contribution.key(),
                        accounts.person(reaction.by()),
                        reaction.by().key(),
                        reaction.kind(),
                        reaction.at().toEpochMilli(),
                        day);
                dirty.add(day);
            }
            if (contribution.process() != null) {
                processes.add(contribution.key(), contribution.process());
            }
        }
        transaction.run("load/reactions", reactions);
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
                earliest.merge(thread, contribution, (one, other) -> EARLIER.compare(one, other) <= 0 ? one : other);
                inThreads.add(contribution.key(), thread);
            } else if (contribution.community() != null) {
                inCommunities.add(contribution.key(), contribution.community());
            }
        }
        Columns threads = Columns.of("keys", "subjects", "ats", "communities").with("source", batch.source());
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
            columns.add(contribution.key(), accounts.person(account), account.key());
        }
    }

    private static List<Account> distinct(List<Account> people) {
        Map<String, Account> byKey = new TreeMap<>();
        people.forEach(account -> byKey.putIfAbsent(account.key(), account));
        return List.copyOf(byKey.values());
    }
}
