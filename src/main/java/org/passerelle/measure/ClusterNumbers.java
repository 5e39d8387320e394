package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/** How clusters come out of a search: each connected, and numbered so that the same clusters have the same numbers. */
final class ClusterNumbers {
    private ClusterNumbers() {}

    /** Every connected piece of a cluster as a cluster of its own, numbered by first person. */
    static int[] connected(TieGraph ties, int[] clusters) {
        int[] pieces = new int[clusters.length];
        Arrays.fill(pieces, -1);
        int[] queue = new int[clusters.length];
        int piece = 0;
        for (int start = 0; start < clusters.length; start++) {
            if (pieces[start] >= 0) {
                continue;
            }
            int tail = 0;
            queue[tail++] = start;
            pieces[start] = piece;
            for (int head = 0; head < tail; head++) {
                for (int slot = ties.rowStart(queue[head]); slot < ties.rowEnd(queue[head]); slot++) {
                    int next = ties.neighbour(slot);
                    if (pieces[next] < 0 && clusters[next] == clusters[start]) {
                        pieces[next] = piece;
                        queue[tail++] = next;
                    }
                }
            }
            piece++;
        }
        return pieces;
    }

    /**
     * The largest cluster is 0; equal ones keep their order.
     *
     * @param pieces clusters numbered by first person
     */
    static int[] bySize(int[] pieces) {
        int count = Groups.count(pieces);
        int[] sizes = Groups.sizes(pieces, count);
        // A cluster of size s goes into bucket n - s: the counting sort is stable.
        int[] buckets = Arrays.stream(sizes).map(size -> pieces.length - size).toArray();
        int[] order = ClusterNetwork.sorted(buckets, new int[pieces.length + 1]);
        int[] numbers = new int[count];
        for (int place = 0; place < count; place++) {
            numbers[order[place]] = place;
        }
        return Arrays.stream(pieces).map(piece -> numbers[piece]).toArray();
    }
}
