package org.passerelle.network;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The observed network by the chart of the day: its vertices are the stints of a {@link GroupHistory}, and what
 * two people did on a day ties the stints that held on that day. Every measure of groups that takes a graph and
 * one group for each vertex can therefore be used over a window in which people moved.
 *
 * @param history the stints
 * @param graph directed, from who acts
 * @param active the stints in which somebody exchanged with anybody
 * @param interactions all interactions that passed the filter
 * @param interactionsWithoutGroup those among them of which one end had no group on the day; they are not in the
 *     graph
 */
public record StintNetwork(
        GroupHistory history, TieGraph graph, BitSet active, long interactions, long interactionsWithoutGroup) {
    /** The network of what passes the filter, whose window lies within the history's. */
    public static StintNetwork of(NetworkSnapshot snapshot, GroupHistory history, TieFilter filter) {
        Collected collected = new Collected(history);
        snapshot.exchanges(filter, collected);
        TieGraph graph = TieGraph.directed(
                history.stints(),
                Arrays.copyOf(collected.from, collected.size),
                Arrays.copyOf(collected.to, collected.size),
                Arrays.copyOf(collected.strength, collected.size),
                Arrays.copyOf(collected.count, collected.size));
        return new StintNetwork(
                history, graph, collected.active, collected.interactions, collected.interactionsWithoutGroup);
    }

    /** Days of the same two stints in a row become one entry, so that the arrays stay as short as the ties. */
    private static final class Collected implements NetworkSnapshot.ExchangeVisitor {
        private final GroupHistory history;
        private final BitSet active = new BitSet();
        private int[] from = new int[1024];
        private int[] to = new int[1024];
        private double[] strength = new double[1024];
        private int[] count = new int[1024];
        private int size;
        private long interactions;
        private long interactionsWithoutGroup;

        private Collected(GroupHistory history) {
            this.history = history;
        }

        @Override
        public void exchanged(int fromVertex, int toVertex, int day, int dayInteractions, double dayStrength) {
            int source = history.stintOn(fromVertex, day);
            int target = history.stintOn(toVertex, day);
            interactions += dayInteractions;
            if (source >= 0) {
                active.set(source);
            }
            if (target >= 0) {
                active.set(target);
            }
            if (source < 0 || target < 0) {
                interactionsWithoutGroup += dayInteractions;
                return;
            }
            if (size == 0 || from[size - 1] != source || to[size - 1] != target) {
                grow();
                from[size] = source;
                to[size] = target;
                strength[size] = 0;
                count[size++] = 0;
            }
            strength[size - 1] += dayStrength;
            count[size - 1] += dayInteractions;
        }

        private void grow() {
            if (size == from.length) {
                from = Arrays.copyOf(from, 2 * size);
                to = Arrays.copyOf(to, 2 * size);
                strength = Arrays.copyOf(strength, 2 * size);
                count = Arrays.copyOf(count, 2 * size);
            }
        }
    }
}
