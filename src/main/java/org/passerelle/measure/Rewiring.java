package org.passerelle.measure;

import java.util.SplittableRandom;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * A network in which everybody keeps their number of ties while with whom is left to chance: two ties (a, b) and
 * (c, d) become (a, d) and (c, b), again and again, unless that made a tie to oneself or a second one. Without
 * directions the second tie is turned round half of the time; with them everybody keeps the number of ties going out
 * and of those coming in. Sergei Maslov and Kim Sneppen, Specificity and stability in topology of protein networks,
 * 2002, doi:10.1126/science.1065103. One instance serves one thread.
 */
final class Rewiring {
    /*
     * The rows of the network never change their length, so a switch writes four places of the rows and nothing
     * else moves. Tie t stands in place out[t] of the row of its source, which holds its target, and in place in[t]
     * of the row of its target, which holds its source: each end is read off the other's row, and "are a and d tied"
     * is a walk along the shorter of two short rows, without any table.
     */
    private final boolean directed;
    private final int[] outStarts;
    private final int[] inStarts;
    private final int[] outRows;
    private final int[] inRows;
    private final int[] out;
    private final int[] in;
    private final SplittableRandom random;

    Rewiring(TieGraph graph, long seed) {
        directed = graph.orientation() == Orientation.DIRECTED;
        TieGraph back = graph.reversed();
        outStarts = graph.offsets();
        inStarts = back.offsets();
        outRows = graph.neighbours().clone();
        inRows = directed ? back.neighbours().clone() : outRows;
        out = new int[graph.ties()];
        in = new int[graph.ties()];
        random = new SplittableRandom(seed);
        int tie = 0;
        int[] next = inStarts.clone();
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int other = graph.neighbour(slot);
                if (directed || vertex < other) {
                    out[tie] = slot;
                    // Sources come in ascending order, as they stand in the row of the target.
                    in[tie++] = next[other]++;
                }
            }
        }
    }

    /** Number of ties. */
    int ties() {
        return out.length;
    }

    /** Where a tie starts. */
    int from(int tie) {
        return inRows[in[tie]];
    }

    /** Where a tie ends. */
    int to(int tie) {
        return outRows[out[tie]];
    }

    /** Offers every tie once for a switch with one drawn at random; so each takes part in two offers on average. */
    void sweep() {
        for (int tie = 0; tie < out.length; tie++) {
            if ((tie & 0xFFFF) == 0) {
                Stripes.checkInterrupted();
            }
            long drawn = random.nextLong();
            int other = (int) Math.unsignedMultiplyHigh(drawn, out.length);
            if (!directed && (drawn & 1) == 0) {
                turn(other);
            }
            exchange(tie, other);
        }
    }

    private void turn(int tie) {
        int place = out[tie];
        out[tie] = in[tie];
        in[tie] = place;
    }

    private void exchange(int one, int other) {
        int from = from(one);
        int to = to(one);
        int otherFrom = from(other);
        int otherTo = to(other);
        if (from == otherTo || otherFrom == to || tied(from, otherTo) || tied(otherFrom, to)) {
            return;
        }
        int place = in[one];
        in[one] = in[other];
        in[other] = place;
        outRows[out[one]] = otherTo;
        outRows[out[other]] = to;
        inRows[in[one]] = from;
        inRows[in[other]] = otherFrom;
    }

    private boolean tied(int from, int to) {
        int outSize = outStarts[from + 1] - outStarts[from];
        int inSize = inStarts[to + 1] - inStarts[to];
        return outSize < inSize
                ? holds(outRows, outStarts[from], outSize, to)
                : holds(inRows, inStarts[to], inSize, from);
    }

    private static boolean holds(int[] rows, int start, int size, int wanted) {
        for (int place = start; place < start + size; place++) {
            if (rows[place] == wanted) {
                return true;
            }
        }
        return false;
    }
}
