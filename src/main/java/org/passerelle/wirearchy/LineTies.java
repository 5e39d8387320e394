package org.passerelle.wirearchy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;

/**
 * Exchanges between people with a place in the reporting tree, each with the distance on its day.
 */
final class LineTies implements NetworkSnapshot.ExchangeVisitor {
    private static final int DISTANCE_BITS = 20;
    private static final int APART_CODE = (1 << DISTANCE_BITS) - 1;

    private final ReportingHistory history;
    private final int people;
    private final BitSet active = new BitSet();
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int[] distance = new int[1024];
    private int[] count = new int[1024];
    private double[] strength = new double[1024];
    private int size;
    private int previousChain = ReportingTrie.NOTHING;
    private int previousOther = ReportingTrie.NOTHING;

    private LineTies(ReportingHistory history, int people) {
        this.history = history;
        this.people = people;
    }

    /** The exchanges that pass the filter, whose window lies within the history's. */
    static LineTies of(NetworkSnapshot snapshot, ReportingHistory history, TieFilter filter) {
        LineTies ties = new LineTies(history, snapshot.people().size());
        snapshot.exchanges(filter, ties);
        return ties;
    }

    @Override
    public void exchanged(int source, int target, int day, int interactions, double dayStrength) {
        int chain = history.chainOn(source, day);
        int other = history.chainOn(target, day);
        if (chain != ReportingTrie.NOTHING) {
            active.set(source);
        }
        if (other != ReportingTrie.NOTHING) {
            active.set(target);
        }
        if (chain == ReportingTrie.NOTHING || other == ReportingTrie.NOTHING) {
            return;
        }
        // A chain belongs to one person, so the same chains again are the same two people at the same distance.
        if (size == 0 || chain != previousChain || other != previousOther) {
            grow();
            from[size] = source;
            to[size] = target;
            distance[size] = history.distance(chain, other);
            count[size] = 0;
            strength[size++] = 0;
            previousChain = chain;
            previousOther = other;
        }
        count[size - 1] += interactions;
        strength[size - 1] += dayStrength;
    }

    private void grow() {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            distance = Arrays.copyOf(distance, 2 * size);
            count = Arrays.copyOf(count, 2 * size);
            strength = Arrays.copyOf(strength, 2 * size);
        }
    }

    /** Who took part in an exchange while having a place. */
    BitSet active() {
        return active;
    }

    /** Pairs of people who exchanged at each distance. */
    SortedMap<Integer, Integer> tiesByDistance() {
        long[] keys = new long[size];
        for (int entry = 0; entry < size; entry++) {
            long pair = (long) Math.min(from[entry], to[entry]) * people + Math.max(from[entry], to[entry]);
            keys[entry] = pair << DISTANCE_BITS | Math.min(distance[entry], APART_CODE);
        }
        SortedMap<Integer, Integer> ties = new TreeMap<>();
        for (long key : Arrays.stream(keys).sorted().distinct().toArray()) {
            int code = (int) (key & APART_CODE);
            ties.merge(code == APART_CODE ? ReportingTrie.APART : code, 1, Integer::sum);
        }
        return ties;
    }

    /** The directed network among those who were active, numbered in their order. */
    TieGraph graphOfActive() {
        int[] numbers = new int[people];
        int active = 0;
        for (int vertex = this.active.nextSetBit(0); vertex >= 0; vertex = this.active.nextSetBit(vertex + 1)) {
            numbers[vertex] = active++;
        }
        int[] source =
                Arrays.stream(from, 0, size).map(vertex -> numbers[vertex]).toArray();
        int[] target = Arrays.stream(to, 0, size).map(vertex -> numbers[vertex]).toArray();
        return TieGraph.directed(active, source, target, Arrays.copyOf(strength, size), Arrays.copyOf(count, size));
    }
}
