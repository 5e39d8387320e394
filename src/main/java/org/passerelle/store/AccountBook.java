package org.passerelle.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Ownership;
import org.passerelle.network.Tie;
import org.passerelle.store.Store.Transaction;

/**
 * The accounts that a load meets, and the person each one is for now. What a transaction saw counts for
 * the next batches once it is committed, so that the graph is asked for each account once.
 */
final class AccountBook {
    private final Map<String, KnownAccount> committed = new HashMap<>();

    private record KnownAccount(Set<String> names, @Nullable String owner, String person) {}

    /** The accounts of one batch. */
    static final class Seen {
        private final Map<String, KnownAccount> accounts;
        private final Set<String> newPeople;

        private Seen(Map<String, KnownAccount> accounts, Set<String> newPeople) {
            this.accounts = accounts;
            this.newPeople = newPeople;
        }

        /** Ids of the people that new accounts were made for. */
        Set<String> newPeople() {
            return newPeople;
        }

        /** The person an account of the batch is for now. */
        String person(Account account) {
            KnownAccount known = accounts.get(account.key());
            if (known == null) {
                throw new IllegalStateException("An account of the batch was not made");
            }
            return known.person();
        }
    }

    /** What the committed transaction saw counts from now on. */
    void commit(Seen seen) {
        committed.putAll(seen.accounts);
    }

    /** Asks the graph again: identities may have been settled. */
    void forget() {
        committed.clear();
    }

    /** Makes the accounts of a batch that are new and gives them all. */
    Seen write(Transaction transaction, Batch batch) {
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
            KnownAccount cached = committed.get(key);
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
        Set<String> newPeople = new TreeSet<>();
        addresses.forEach((key, account) -> {
            Set<String> spellings = names.getOrDefault(key, new TreeSet<>());
            String owner = owners.get(key);
            KnownAccount before = known.get(key);
            if (before == null) {
                String person = owner != null ? owner : Identity.ownPerson(key);
                String by = owner != null ? "ORGANISATION" : "ACCOUNT";
                String shown = Identity.displayName(spellings, account.address());
                newPeople.add(person);
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
        return new Seen(result, newPeople);
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

    /** The account a tie's end names by its key. */
    static Account account(String key) {
        int space = key.indexOf(' ');
        return new Account(key.substring(0, space), key.substring(space + 1), null);
    }
}
