package org.passerelle.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are one person. The answer depends on the accounts, their spellings and their owners
 * only, never on the order in which they were seen: an owned account is its owner; mail accounts that
 * share a full name (two words or more) are one person, who is the organisation's when exactly one person
 * there has that name; every other account is a person of its own.
 */
final class Identity {
    /** Source of the accounts that all mail-like sources share. */
    static final String ADDRESS_SOURCE = "address";

    private static final double SAME_NAME_CONFIDENCE = 0.8;

    private Identity() {}

    /** An account as the graph knows it. */
    record Known(
            String key,
            String source,
            String address,
            List<String> names,
            @Nullable String owner,
            String person) {}

    /** What an account was found to be. */
    record Decision(Known account, String person, String displayName, String by, double confidence) {}

    /** The person made for an account that nobody owns; shows nothing of the account. */
    static String ownPerson(String accountKey) {
        return "p-" + Digests.sha256(accountKey).substring(0, 16);
    }

    /** The name to show: the fullest spelling, or the address. */
    static String displayName(Collection<String> names, String address) {
        return names.stream()
                .max(Comparator.comparingInt((String name) -> name.split(" ").length)
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(address);
    }

    /**
     * Decides every account.
     *
     * @param organisation names of the people the organisation listed, by id
     */
    static List<Decision> decide(List<Known> accounts, Map<String, String> organisation) {
        Map<String, SortedSet<String>> peopleByName = new TreeMap<>();
        organisation.forEach((id, name) -> add(peopleByName, Text.nameKey(name), id));
        Map<String, String> leaders = leaders(accounts);
        Map<String, SortedSet<String>> namesByLeader = new TreeMap<>();
        Map<String, SortedSet<String>> spellingsByLeader = new TreeMap<>();
        Map<String, SortedSet<String>> ownersByLeader = new TreeMap<>();
        for (Known account : accounts) {
            String leader = leader(leaders, account.key());
            for (String name : account.names()) {
                add(spellingsByLeader, leader, name);
                if (isFull(Text.nameKey(name))) {
                    add(namesByLeader, leader, Text.nameKey(name));
                }
            }
            if (account.owner() != null) {
                add(ownersByLeader, leader, account.owner());
            }
        }
        return accounts.stream()
                .map(account -> {
                    String leader = leader(leaders, account.key());
                    String shown =
                            displayName(spellingsByLeader.getOrDefault(leader, new TreeSet<>()), account.address());
                    if (account.owner() != null) {
                        return new Decision(account, account.owner(), shown, "ORGANISATION", 1);
                    }
                    SortedSet<String> candidates = new TreeSet<>(ownersByLeader.getOrDefault(leader, new TreeSet<>()));
                    if (account.source().equals(ADDRESS_SOURCE)) {
                        namesByLeader
                                .getOrDefault(leader, new TreeSet<>())
                                .forEach(name -> candidates.addAll(peopleByName.getOrDefault(name, new TreeSet<>())));
                    }
                    if (candidates.size() == 1) {
                        return new Decision(account, candidates.first(), shown, "NAME", SAME_NAME_CONFIDENCE);
                    }
                    boolean alone = leader.equals(account.key());
                    return new Decision(
                            account,
                            ownPerson(leader),
                            shown,
                            alone ? "ACCOUNT" : "NAME",
                            alone ? 1 : SAME_NAME_CONFIDENCE);
                })
                .toList();
    }

    /** For each account the smallest key of those that share a full name with it, through any chain. */
    private static Map<String, String> leaders(List<Known> accounts) {
        Map<String, String> leaders = new TreeMap<>();
        Map<String, String> byName = new TreeMap<>();
        for (Known account : accounts) {
            leaders.putIfAbsent(account.key(), account.key());
            if (!account.source().equals(ADDRESS_SOURCE)) {
                continue;
            }
            for (String name : account.names()) {
                String key = Text.nameKey(name);
                if (isFull(key)) {
                    String other = byName.putIfAbsent(key, account.key());
                    if (other != null) {
                        join(leaders, account.key(), other);
                    }
                }
            }
        }
        return leaders;
    }

    private static boolean isFull(String nameKey) {
        return nameKey.indexOf(' ') > 0;
    }

    private static void join(Map<String, String> leaders, String one, String other) {
        String first = leader(leaders, one);
        String second = leader(leaders, other);
        if (first.compareTo(second) < 0) {
            leaders.put(second, first);
        } else {
            leaders.put(first, second);
        }
    }

    private static String leader(Map<String, String> leaders, String key) {
        String current = key;
        while (true) {
            String next = leaders.getOrDefault(current, current);
            if (next.equals(current)) {
                return current;
            }
            current = next;
        }
    }

    private static void add(Map<String, SortedSet<String>> index, String key, String value) {
        index.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
    }

    /** Decisions that change who an account is. */
    static List<Decision> changes(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> !decision.person().equals(decision.account().person()))
                .collect(Collectors.toList());
    }
}
