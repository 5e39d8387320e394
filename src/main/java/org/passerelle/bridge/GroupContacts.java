package org.passerelle.bridge;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.network.Bilingual;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieGraph;
import org.passerelle.network.ToldGroups;

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
    Bilingual summary(int vertex, int mainGroup) {
        Map<Long, Integer> ownPairs = pairsByPerson.getOrDefault(vertex, Map.of());
        int[] pair = mainPair(vertex);
        if (pair.length == 2) {
            return held(ownPairs.getOrDefault(key(pair[0], pair[1]), 0), pair[0], pair[1]);
        }
        if (!ownPairs.isEmpty()) {
            return new Bilingual(
                    "Links groups of which one is too small to be told.",
                    "Relie des groupes dont l’un est trop petit pour être nommé.");
        }
        if (mainGroup < 0) {
            return new Bilingual(
                    "Belongs to no group of this dimension, and stands between people who do.",
                    "N’appartient à aucun groupe de cette dimension, et se tient entre des personnes qui en ont un.");
        }
        boolean named = told.all(mainGroup);
        return new Bilingual(
                "Has no tie outside " + (named ? name(mainGroup) : "the own group")
                        + ", and stands between colleagues who have.",
                "N’a aucun lien hors " + (named ? Bilingual.frenchOf(name(mainGroup)) : "de son groupe")
                        + ", et se tient entre des collègues qui en ont.");
    }

    /** One sentence on how the person links two given groups: as one end of their ties, or from outside. */
    Bilingual summary(int vertex, int one, int other) {
        Map<Long, Integer> ownPairs = pairsByPerson.getOrDefault(vertex, Map.of());
        int own = pairsBetween(vertex, one, other);
        if (own > 0) {
            return held(own, one, other);
        }
        int toOne = into(one, ownPairs);
        int toOther = into(other, ownPairs);
        if (toOne > 0 && toOther > 0) {
            return new Bilingual(
                    "Belongs to neither: knows " + toOne + " of " + name(one) + " and " + toOther + " of " + name(other)
                            + ".",
                    "N’appartient à aucun des deux\u00a0: connaît " + toOne + " personne(s) "
                            + Bilingual.frenchOf(name(one)) + " et " + toOther + " " + Bilingual.frenchOf(name(other))
                            + ".");
        }
        return new Bilingual(
                "Has no tie that joins " + name(one) + " and " + name(other) + ", and stands on ways between them.",
                "N’a aucun lien qui joigne " + name(one) + " et " + name(other)
                        + ", et se tient sur des chemins entre les deux.");
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

    private Bilingual held(int own, int one, int other) {
        int all = all(key(one, other));
        String between = "Links " + name(one) + " and " + name(other) + ": ";
        String entre = "Relie " + name(one) + " et " + name(other) + "\u00a0: ";
        if (all == 1) {
            return new Bilingual(
                    between + "the only pair with a tie between them includes this person.",
                    entre + "la seule paire qui ait un lien entre les deux comprend cette personne.");
        }
        return new Bilingual(
                between + own + " of the " + all + " pairs with a tie between them "
                        + (own == 1 ? "includes" : "include") + " this person.",
                entre + own + " des " + all + " paires qui ont un lien entre les deux "
                        + (own == 1 ? "comprend" : "comprennent") + " cette personne.");
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
