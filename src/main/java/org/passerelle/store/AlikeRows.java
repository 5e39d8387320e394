package org.passerelle.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * The rows that are most alike to a question: of all days that count and once more of the last of them, as a full-text
 * index is asked twice. A reply is as alike as the contribution its discussion began with, where that is more alike.
 */
final class AlikeRows {
    private static final long RECENT_MILLIS = 2 * 365 * 86_400_000L;

    private AlikeRows() {}

    /** A row and its cosine with the question. */
    record Alike(int row, double similarity) {
        static final Comparator<Alike> WORST_FIRST =
                Comparator.comparingDouble(Alike::similarity).thenComparing(Alike::row, Comparator.reverseOrder());
    }

    /**
     * Which rows may be found.
     *
     * @param rights who asks about which days and places; rows that they keep out are never looked at
     * @param most how many of all days, and of the last two years
     */
    record Asked(Rights rights, int most) {}

    /** The best, best first; equal ones in order of row. */
    static List<Alike> best(ReadableColumns columns, int[] openings, IntToDoubleFunction similarity, Asked asked) {
        Rights rights = asked.rights();
        long recent = rights.beforeMillis() - RECENT_MILLIS;
        Rights late = new Rights(
                Math.max(recent, rights.fromMillis()), rights.beforeMillis(), rights.audiences(), rights.communities());
        Best ofAll = new Best(asked.most());
        Best ofLate = new Best(asked.most());
        for (int row = 0; row < columns.size(); row++) {
            if (!columns.passes(row, rights)) {
                continue;
            }
            double own = similarity.applyAsDouble(row);
            // What a discussion began with counts only for whoever may read that too.
            double opening = openings[row] == row || !columns.passes(openings[row], rights)
                    ? own
                    : similarity.applyAsDouble(openings[row]);
            double best = Math.max(own, opening);
            if (best > 0) {
                Alike alike = new Alike(row, best);
                ofAll.offer(alike);
                if (columns.passes(row, late)) {
                    ofLate.offer(alike);
                }
            }
        }
        return union(ofAll, ofLate);
    }

    private static List<Alike> union(Best one, Best other) {
        Set<Alike> both = new HashSet<>(one.held);
        both.addAll(other.held);
        List<Alike> sorted = new ArrayList<>(both);
        sorted.sort(Alike.WORST_FIRST.reversed());
        return sorted;
    }

    /** The best of those offered. */
    private static final class Best {
        private final PriorityQueue<Alike> held = new PriorityQueue<>(Alike.WORST_FIRST);
        private final int most;

        Best(int most) {
            this.most = most;
        }

        void offer(Alike alike) {
            if (held.size() < most) {
                held.add(alike);
            } else if (Alike.WORST_FIRST.compare(alike, held.peek()) > 0) {
                held.poll();
                held.add(alike);
            }
        }
    }
}
