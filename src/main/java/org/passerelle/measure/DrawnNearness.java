package org.passerelle.measure;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * {@link CrossGroupNearness} in many networks of the same people, each made of some of the same ties, such as those of weeks
 * dealt anew: result by result what it tells of each network, to the last digit.
 *
 * <p>No network is built. The rows of all ties stand once; those of a draw are copied from them in one pass that asks no
 * question of a tie (its bit is added to the place where the next one goes), and searched from 256 people at a time. O(draws
 * sources (vertices + ties) / 256) time, memory O(vertices + ties) a thread. Not changed by what is asked of it: threads may
 * share one.
 */
public final class DrawnNearness {
    /** Most draws at once. */
    public static final int DRAWS_MAX = Long.SIZE;

    private final NearnessSources sources;
    private final int[] offsets;
    private final int[] neighbours;
    /** The tie of every slot. */
    private final int[] ties;

    private final int tieCount;

    /**
     * All ties.
     *
     * @param from one end of each
     * @param to the other end; ties to oneself and parallel ones change nothing
     * @param parameters whom to ask; {@link #of} takes its own number of threads
     */
    public DrawnNearness(int[] from, int[] to, CrossGroupNearness.Parameters parameters) {
        this.sources = NearnessSources.of(parameters);
        this.tieCount = from.length;
        int people = sources.groups().length;
        int[] starts = new int[people + 2];
        for (int tie = 0; tie < tieCount; tie++) {
            starts[from[tie] + 2]++;
            starts[to[tie] + 2]++;
        }
        for (int vertex = 0; vertex < people; vertex++) {
            starts[vertex + 2] += starts[vertex + 1];
        }
        this.neighbours = new int[2 * tieCount];
        this.ties = new int[2 * tieCount];
        for (int tie = 0; tie < tieCount; tie++) {
            int slot = starts[from[tie] + 1]++;
            neighbours[slot] = to[tie];
            ties[slot] = tie;
            slot = starts[to[tie] + 1]++;
            neighbours[slot] = from[tie];
            ties[slot] = tie;
        }
        this.offsets = Arrays.copyOf(starts, people + 1);
    }

    /**
     * Measures.
     *
     * @param draws how many, at most {@value #DRAWS_MAX}
     * @param holding for each tie the draws that hold it, the first one lowest
     * @param threads that share the draws
     */
    public CrossGroupNearness.Result[] of(int draws, IntToLongFunction holding, int threads) {
        if (draws < 1 || draws > DRAWS_MAX) {
            throw new IllegalArgumentException("draws is 1 to " + DRAWS_MAX + ", not " + draws);
        }
        long[] held = new long[tieCount];
        Arrays.setAll(held, holding);
        CrossGroupNearness.Result[] results = new CrossGroupNearness.Result[draws];
        Tasks.run(
                draws,
                threads,
                () -> {
                    Searcher searcher = new Searcher(held);
                    return draw -> results[draw] = searcher.result(draw);
                },
                Progress.NONE);
        return results;
    }

    /** The working arrays of one thread. */
    private final class Searcher {
        private final long[] held;
        private final int[] drawnOffsets = new int[offsets.length];
        private final int[] drawnNeighbours = new int[neighbours.length + 1];
        private final WideSearch search = new WideSearch(offsets.length - 1);
        private final WideCounts counts = new WideCounts();
        /** For each group the lanes whose source belongs to it. */
        private final long[] own = new long[WideSearch.WORDS * sources.count()];

        private Searcher(long[] held) {
            this.held = held;
        }

        private CrossGroupNearness.Result result(int draw) {
            copy(draw);
            int asked = sources.vertices().length;
            double[] nearness = new double[asked];
            for (int first = 0; first < asked; first += WideSearch.LANES) {
                ask(first, Math.min(asked, first + WideSearch.LANES), nearness);
            }
            return sources.result(nearness);
        }

        /** The rows of a draw. */
        private void copy(int draw) {
            int size = 0;
            for (int vertex = 0; vertex + 1 < offsets.length; vertex++) {
                for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                    drawnNeighbours[size] = neighbours[slot];
                    size += (int) (held[ties[slot]] >>> draw & 1);
                }
                drawnOffsets[vertex + 1] = size;
            }
        }

        private void ask(int first, int end, double[] nearness) {
            int[] asked = Arrays.copyOfRange(sources.vertices(), first, end);
            Arrays.fill(own, 0);
            for (int lane = 0; lane < asked.length; lane++) {
                own[WideSearch.WORDS * sources.groups()[asked[lane]] + lane / Long.SIZE] |= 1L << lane;
            }
            search.start(drawnOffsets, drawnNeighbours, asked);
            for (int steps = 1; search.advance(); steps++) {
                for (int index = 0; index < search.size(); index++) {
                    int vertex = search.vertex(index);
                    int group = sources.groups()[vertex];
                    if (group >= 0) {
                        counts.add(search.arrived(), vertex, own, group);
                    }
                }
                int[] counted = counts.taken();
                for (int lane = 0; lane < asked.length; lane++) {
                    nearness[first + lane] += (double) counted[lane] / steps;
                }
            }
        }
    }
}
