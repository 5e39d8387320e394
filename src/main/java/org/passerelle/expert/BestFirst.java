package org.passerelle.expert;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Places in order of their scores, the largest first, found only as far as they are asked for: of thousands of people a
 * page shows ten. A binary heap, from which the best is taken; time O(n) for n places, and O(log n) for each that is asked.
 */
final class BestFirst {
    private final double[] scores;
    private final IntFunction<String> ids;
    private final int[] heap;
    private final int[] taken;
    private int left;

    /**
     * Of all places of these scores.
     *
     * @param ids what orders places of equal scores
     */
    BestFirst(double[] scores, IntFunction<String> ids) {
        this.scores = scores;
        this.ids = ids;
        left = scores.length;
        heap = new int[left];
        taken = new int[left];
        Arrays.setAll(heap, place -> place);
        for (int at = left / 2 - 1; at >= 0; at--) {
            sink(at);
        }
    }

    int size() {
        return taken.length;
    }

    /** The place that comes at this rank, from 0. */
    synchronized int at(int rank) {
        while (taken.length - left <= rank) {
            taken[taken.length - left] = heap[0];
            heap[0] = heap[--left];
            sink(0);
        }
        return taken[rank];
    }

    private void sink(int from) {
        int at = from;
        int moved = heap[at];
        while (2 * at + 1 < left) {
            int child = 2 * at + 1;
            if (child + 1 < left && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], moved)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moved;
    }

    private boolean isBefore(int one, int other) {
        int byScore = Double.compare(scores[one], scores[other]);
        return byScore > 0 || (byScore == 0 && ids.apply(one).compareTo(ids.apply(other)) < 0);
    }
}
