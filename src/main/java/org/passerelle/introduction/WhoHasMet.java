package org.passerelle.introduction;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

/**
 * Who has met whom in a window: exchanged at least once, or wrote in one discussion of at most {@value #DISCUSSION_MAX}
 * people. Being in the same small discussion counts because there each could see what the other works on.
 */
final class WhoHasMet {
    /** In a larger discussion people overlook one another. */
    static final int DISCUSSION_MAX = 50;

    private final int[] offsets;
    private final int[] others;

    private WhoHasMet(int[] offsets, int[] others) {
        this.offsets = offsets;
        this.others = others;
    }

    /** From exchanges and from discussions, each a list of vertices. O(m log m). */
    static WhoHasMet of(NetworkSnapshot snapshot, Window window, List<int[]> discussions) {
        TieGraph ties = snapshot.graph(TieFilter.of(snapshot.withData(window))).undirected();
        long slots = discussions.stream()
                        .mapToLong(people -> (long) people.length * (people.length - 1))
                        .sum()
                + 2L * ties.ties();
        long[] pairs = new long[Math.toIntExact(slots)];
        int filled = 0;
        for (int vertex = 0; vertex < ties.people(); vertex++) {
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                pairs[filled++] = pair(vertex, ties.neighbour(slot));
            }
        }
        for (int[] people : discussions) {
            for (int one : people) {
                for (int other : people) {
                    if (one != other) {
                        pairs[filled++] = pair(one, other);
                    }
                }
            }
        }
        Arrays.sort(pairs, 0, filled);
        return rows(Arrays.stream(pairs, 0, filled).distinct().toArray(), ties.people());
    }

    private static long pair(int one, int other) {
        return (long) one << 32 | other;
    }

    private static WhoHasMet rows(long[] pairs, int people) {
        int[] offsets = new int[people + 1];
        int[] others = new int[pairs.length];
        for (int position = 0; position < pairs.length; position++) {
            offsets[(int) (pairs[position] >>> 32) + 1]++;
            others[position] = (int) pairs[position];
        }
        for (int vertex = 0; vertex < people; vertex++) {
            offsets[vertex + 1] += offsets[vertex];
        }
        return new WhoHasMet(offsets, others);
    }

    /** Whom somebody has met, ascending. */
    IntStream of(int vertex) {
        return Arrays.stream(others, offsets[vertex], offsets[vertex + 1]);
    }

    /** Where somebody's row begins; it ends where the next one's begins. */
    int rowStart(int vertex) {
        return offsets[vertex];
    }

    /** Who stands there in a row. */
    int other(int slot) {
        return others[slot];
    }

    /** Whether the two have met. */
    boolean met(int one, int other) {
        return Arrays.binarySearch(others, offsets[one], offsets[one + 1], other) >= 0;
    }
}
