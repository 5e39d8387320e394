package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * {@link LaneSearch}es that tell each source how near the people of other groups are.
 *
 * <p>Who is reached in a layer is counted for all 64 sources by one addition of 64 numbers whose first bits lie in one
 * word, whose second bits in the next, and so on: two operations on words for each person reached, on average. Sources of
 * the reached person's own group are masked out before.
 */
final class NearnessLanes implements Tasks.Worker {
    /** Bits of a number of people. */
    private static final int DIGITS = Integer.SIZE;

    private final LaneSearch search;
    private final int[] groups;
    private final int[] sources;
    private final double[] nearness;
    /** For each group the lanes whose source belongs to it. */
    private final long[] own;

    private final long[] digits = new long[DIGITS];

    /**
     * A worker whose piece i is the sources 64 i to 64 i + 63.
     *
     * @param graph undirected
     * @param nearness gets for each source the sum of 1 / steps to people of other groups
     */
    NearnessLanes(TieGraph graph, int[] groups, int count, int[] sources, double[] nearness) {
        SearchRows rows = SearchRows.of(graph);
        this.search = new LaneSearch(rows, rows);
        this.groups = groups;
        this.sources = sources;
        this.nearness = nearness;
        this.own = new long[count];
    }

    @Override
    public void work(int batch) {
        int first = batch * LaneSearch.LANES;
        int lanes = Math.min(LaneSearch.LANES, sources.length - first);
        Arrays.fill(own, 0);
        search.start(lanes);
        for (int lane = 0; lane < lanes; lane++) {
            search.source(lane, sources[first + lane]);
            own[groups[sources[first + lane]]] |= 1L << lane;
        }
        for (int steps = 1; search.advance(); steps++) {
            for (int index = 0; index < search.size(); index++) {
                int group = groups[search.vertex(index)];
                if (group >= 0) {
                    count(search.arrived(search.vertex(index)) & ~own[group]);
                }
            }
            for (int lane = 0; lane < lanes; lane++) {
                nearness[first + lane] += (double) counted(lane) / steps;
            }
            Arrays.fill(digits, 0);
        }
    }

    /** Adds 1 to the number of every lane whose bit is set. */
    private void count(long bits) {
        long carry = bits;
        for (int digit = 0; carry != 0; digit++) {
            long both = digits[digit] & carry;
            digits[digit] ^= carry;
            carry = both;
        }
    }

    private long counted(int lane) {
        long number = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            number |= (digits[digit] >>> lane & 1) << digit;
        }
        return number;
    }
}
