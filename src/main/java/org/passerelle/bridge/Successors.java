package org.passerelle.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.Bilingual;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.ToldGroups;
import org.passerelle.network.Window;

/**
 * Who could take a bridge's place: people who already know contacts of the bridge on both sides, those first who know
 * the larger share of the side they know less, of equals those with fewer contacts. Left out is who has left, who asked
 * not to be suggested, and whoever exchanges with more people than nine in ten do: they are bridges enough.
 */
final class Successors {
    static final int SUCCESSORS_MAX = 3;
    private static final double CONTACTS_PERCENTILE = 0.9;

    private final NetworkSnapshot snapshot;
    private final TieGraph graph;
    private final GroupHistory history;
    private final int[] groups;
    private final GroupContacts contacts;
    private final int[] pair;
    private final boolean[] possible;

    private Successors(
            NetworkSnapshot snapshot, TieGraph graph, GroupHistory history, GroupContacts contacts, int[] pair) {
        this.snapshot = snapshot;
        this.graph = graph;
        this.history = history;
        this.groups = history.mainGrouping().assignment();
        this.contacts = contacts;
        this.pair = pair;
        this.possible = new boolean[graph.people()];
    }

    /** Gets ready for the bridges of a question. */
    static Successors of(NetworkSnapshot snapshot, BridgeQuestion question, Set<String> notSuggested) {
        Window window = snapshot.withData(question.window());
        TieFilter filter = TieFilter.of(window);
        GroupHistory history = snapshot.history(question.dimension(), question.unitDepth(), window);
        StintNetwork network = StintNetwork.of(snapshot, history, filter);
        Successors successors = new Successors(
                snapshot,
                snapshot.graph(filter).undirected(),
                history,
                new GroupContacts(
                        network, ToldGroups.of(snapshot, network, filter, question.unitDepth(), question.peopleMin())),
                Bridges.pair(question, history));
        successors.choosePossible(window.to(), notSuggested);
        return successors;
    }

    private void choosePossible(LocalDate lastDay, Set<String> notSuggested) {
        int[] degrees = new int[possible.length];
        Arrays.setAll(degrees, graph::degree);
        int[] busy =
                Arrays.stream(degrees).filter(degree -> degree > 0).sorted().toArray();
        int most = busy.length == 0 ? 0 : busy[(int) (CONTACTS_PERCENTILE * (busy.length - 1))];
        for (int vertex = 0; vertex < possible.length; vertex++) {
            Person person = snapshot.person(vertex);
            LocalDate left = person.left();
            possible[vertex] = degrees[vertex] > 0
                    && degrees[vertex] <= most
                    && (left == null || left.isAfter(lastDay))
                    && !notSuggested.contains(person.id());
        }
    }

    /** The first few for one bridge; none where the groups it links may not be told. */
    List<BridgeSuccessor> of(Person bridge) {
        int vertex = snapshot.vertex(bridge.id()).orElseThrow();
        int[] sides = pair.length == 2 ? pair : contacts.mainPair(vertex);
        if (sides.length == 0) {
            return List.of();
        }
        Map<Integer, int[]> known = new HashMap<>();
        int[] sizes = new int[2];
        for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
            int contact = graph.neighbour(slot);
            int side = groups[contact] == sides[0] ? 0 : groups[contact] == sides[1] ? 1 : -1;
            if (side < 0) {
                continue;
            }
            sizes[side]++;
            for (int next = graph.rowStart(contact); next < graph.rowEnd(contact); next++) {
                int other = graph.neighbour(next);
                if (other != vertex && possible[other]) {
                    known.computeIfAbsent(other, _ -> new int[2])[side]++;
                }
            }
        }
        List<BridgeSuccessor> found = new ArrayList<>();
        known.forEach((other, counts) -> {
            if (counts[0] > 0 && counts[1] > 0) {
                found.add(successor(other, counts, others(vertex, other, sizes, sides), sides));
            }
        });
        return found.stream()
                .sorted(Comparator.comparingDouble(Successors::lesserShare)
                        .reversed()
                        .thenComparingInt(BridgeSuccessor::workload)
                        .thenComparing(successor -> successor.person().id()))
                .limit(SUCCESSORS_MAX)
                .toList();
    }

    /** The bridge's contacts on each side but the candidate, who may be one of them. */
    private int[] others(int bridge, int candidate, int[] sizes, int[] sides) {
        int[] others = sizes.clone();
        for (int side = 0; side < others.length; side++) {
            others[side] -= groups[candidate] == sides[side] && graph.slot(bridge, candidate) >= 0 ? 1 : 0;
        }
        return others;
    }

    private BridgeSuccessor successor(int candidate, int[] counts, int[] others, int[] sides) {
        int workload = graph.degree(candidate);
        return new BridgeSuccessor(
                snapshot.person(candidate),
                counts[0],
                others[0],
                counts[1],
                others[1],
                workload,
                new Bilingual(
                        "Knows " + counts[0] + " of the " + others[0] + " other contacts in " + name(sides[0])
                                + " and " + counts[1] + " of the " + others[1] + " in " + name(sides[1])
                                + "; exchanges with " + workload + (workload == 1 ? " person." : " people."),
                        "Connaît " + counts[0] + " des " + others[0] + " autres contacts "
                                + Bilingual.frenchOf(name(sides[0])) + " et "
                                + counts[1] + " des " + others[1] + " " + Bilingual.frenchOf(name(sides[1]))
                                + "\u00a0; échange avec "
                                + workload + (workload == 1 ? " personne." : " personnes.")));
    }

    private static double lesserShare(BridgeSuccessor successor) {
        return Math.min(
                (double) successor.knowsHere() / successor.ofHere(),
                (double) successor.knowsThere() / successor.ofThere());
    }

    private String name(int group) {
        return history.groups().get(group).name();
    }
}
