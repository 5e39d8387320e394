package org.passerelle.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieGraph;

/**
 * How much of the contact between two groups rests on one person, every tie judged by the chart of its day.
 */
final class GroupContacts {
    private final GroupHistory history;
    private final TieGraph ties;
    private final ToldGroups told;
    private final Map<Long, Integer> pairs = new HashMap<>();
    private final Map<Integer, Map<Long, Integer>> pairsByPerson = new HashMap<>();

    GroupContacts(StintNetwork network, ToldGroups told) {
        this.history = network.history();
        this.told = told;
        this.ties = network.graph().undirected();
        for (int stint = 0; stint < ties.people(); stint++) {
            int own = history.groupOf(stint);
            Map<Long, Integer> ownPairs = pairsByPerson.computeIfAbsent(history.personOf(stint), _ -> new TreeMap<>());
            for (int slot = ties.rowStart(stint); slot < ties.rowEnd(stint); slot++) {
                int other = history.groupOf(ties.neighbour(slot));
                if (own != other) {
                    ownPairs.merge(key(own, other), 1, Integer::sum);
                    if (stint < ties.neighbour(slot)) {
                        pairs.merge(key(Math.min(own, other), Math.max(own, other)), 1, Integer::sum);
                    }
                }
            }
        }
    }

    private long key(int own, int other) {
        return (long) own * history.groups().size() + other;
    }

    /** Number of groups the person has ties with from another group. */
    int groupsReached(int vertex) {
        int groups = history.groups().size();
        return (int) pairsByPerson.getOrDefault(vertex, Map.of()).keySet().stream()
                .map(key -> key % groups)
                .distinct()
                .count();
    }

    /**
     * The two groups of which the person holds most, as pairs of people with a tie, counted by the share of all such
     * pairs times their number; none where the person has no tie between groups that may be told.
     */
    int[] mainPair(int vertex) {
        int groups = history.groups().size();
        long best = -1;
        double bestHold = 0;
        for (Map.Entry<Long, Integer> entry :
                pairsByPerson.getOrDefault(vertex, Map.of()).entrySet()) {
            double hold = (double) entry.getValue() * entry.getValue() / all(entry.getKey());
            if (hold > bestHold && told.all((int) (entry.getKey() / groups), (int) (entry.getKey() % groups))) {
                best = entry.getKey();
                bestHold = hold;
            }
        }
        return best < 0 ? new int[0] : new int[] {(int) (best / groups), (int) (best % groups)};
    }

    /** One sentence on what the person links: its {@link #mainPair}. */
    String summary(int vertex, int mainGroup) {
        Map<Long, Integer> ownPairs = pairsByPerson.getOrDefault(vertex, Map.of());
        int[] pair = mainPair(vertex);
        if (pair.length == 2) {
            return held(ownPairs.getOrDefault(key(pair[0], pair[1]), 0), pair[0], pair[1]);
        }
        if (!ownPairs.isEmpty()) {
            return "Links groups of which one is too small to be told.";
        }
        if (mainGroup < 0) {
            return "Belongs to no group of this dimension, and stands between people who do.";
        }
        return "Has no tie outside " + (told.all(mainGroup) ? name(mainGroup) : "the own group")
                + ", and stands between colleagues who have.";
    }

    /** One sentence on how the person links two given groups: as one end of their ties, or from outside. */
    String summary(int vertex, int one, int other) {
        Map<Long, Integer> ownPairs = pairsByPerson.getOrDefault(vertex, Map.of());
        int own = pairsBetween(vertex, one, other);
        if (own > 0) {
            return held(own, one, other);
        }
        int toOne = into(one, ownPairs);
        int toOther = into(other, ownPairs);
        if (toOne > 0 && toOther > 0) {
            return "Belongs to neither: knows " + toOne + " of " + name(one) + " and " + toOther + " of " + name(other)
                    + ".";
        }
        return "Has no tie that joins " + name(one) + " and " + name(other) + ", and stands on ways between them.";
    }

    /** Pairs of people with a tie between two groups that include the person. */
    int pairsBetween(int vertex, int one, int other) {
        Map<Long, Integer> ownPairs = pairsByPerson.getOrDefault(vertex, Map.of());
        return ownPairs.getOrDefault(key(one, other), 0) + ownPairs.getOrDefault(key(other, one), 0);
    }

    private int into(int group, Map<Long, Integer> ownPairs) {
        int groups = history.groups().size();
        return ownPairs.entrySet().stream()
                .filter(entry -> entry.getKey() % groups == group)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private String held(int own, int one, int other) {
        int all = all(key(one, other));
        String between = "Links " + name(one) + " and " + name(other) + ": ";
        if (all == 1) {
            return between + "the only pair with a tie between them includes this person.";
        }
        return between + own + " of the " + all + " pairs with a tie between them "
                + (own == 1 ? "includes" : "include") + " this person.";
    }

    private int all(long key) {
        int groups = history.groups().size();
        int own = (int) (key / groups);
        int other = (int) (key % groups);
        return pairs.getOrDefault(key(Math.min(own, other), Math.max(own, other)), 0);
    }

    /** The name of a group that may be told. */
    String name(int group) {
        return history.groups().get(group).name();
    }
}
