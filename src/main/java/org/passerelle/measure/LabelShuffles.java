package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;

/**
 * What many random relabellings of the people give, group by group: the groups are dealt anew among those who have one, the
 * network and the sizes of the groups stay. The null of everything that asks whether ties stay inside groups.
 *
 * <p>All a relabelling must tell is each group's internal amount and its volume (the amounts at its members);
 * both come from one pass over the ties. Shuffle number k depends on the seed and on k alone, so any number of
 * threads gives the same.
 */
final class LabelShuffles {
    /*
     * Several shuffles ride in one pass. The labels of a person in 8, 4 or 2 shuffles lie side by side in one
     * long, each in a lane of 8, 16 or 32 bits whose top bit is free. For a tie, the exclusive or of its two
     * ends is zero in just the lanes in which both have one label; adding 0111… to every lane carries into the
     * free bit of just the others, and no further. Those bits, moved down, add up lane by lane: the number of
     * ties of a row that lead out, for all shuffles at once and without a branch. A person's lanes are then
     * opened once, not once a tie. A million ties in a thousand shuffles are 250 passes over an array of longs
     * that stays in the processor's second cache, instead of a thousand passes with a comparison each.
     */
    private final int[] groups;
    private final int groupCount;
    private final int[] starts;
    private final int[] to;
    private final double[] amounts;
    private final boolean single;
    private final double[][] volumes;
    private final long seed;
    private final int laneBits;

    private LabelShuffles(TieGraph graph, int[] assignment, int groupCount, Amount amount, long seed, boolean sides) {
        int[] members = IntStream.range(0, assignment.length)
                .filter(vertex -> assignment[vertex] >= 0)
                .toArray();
        int[] places = new int[assignment.length];
        for (int place = 0; place < members.length; place++) {
            places[members[place]] = place;
        }
        GroupedTies ties = GroupedTies.of(graph, assignment);
        this.groups = new int[members.length];
        this.groupCount = groupCount;
        this.starts = new int[members.length + 1];
        this.to = new int[ties.size()];
        this.single = amount == Amount.TIES;
        this.amounts = new double[single ? 0 : ties.size()];
        this.volumes = new double[sides ? 2 : 1][members.length];
        this.seed = seed;
        this.laneBits = groupCount <= 1 << 7 ? 8 : groupCount <= 1 << 15 ? 16 : 32;
        for (int place = 0; place < members.length; place++) {
            groups[place] = assignment[members[place]];
        }
        // The ties come row by row, so they are this null's rows already.
        for (int tie = 0; tie < ties.size(); tie++) {
            int from = places[ties.from()[tie]];
            double much = amount.of(graph, ties.slots()[tie]);
            to[tie] = places[ties.to()[tie]];
            starts[from + 1]++;
            volumes[0][from] += much;
            volumes[volumes.length - 1][to[tie]] += much;
            if (!single) {
                amounts[tie] = much;
            }
        }
        for (int place = 0; place < members.length; place++) {
            starts[place + 1] += starts[place];
        }
    }

    /** Shuffles in which a group has one volume: the amounts of the ties that touch its members. */
    static LabelShuffles touching(TieGraph graph, int[] groups, int groupCount, Amount amount, long seed) {
        return new LabelShuffles(graph, groups, groupCount, amount, seed, false);
    }

    /** Shuffles in which a group has two volumes: what goes out from its members and what comes in. */
    static LabelShuffles bothSides(TieGraph graph, int[] groups, int groupCount, Amount amount, long seed) {
        return new LabelShuffles(graph, groups, groupCount, amount, seed, true);
    }

    /** Hears of every shuffle, of different ones in different threads. */
    interface Listener {
        /**
         * One shuffle.
         *
         * @param internal by group, the amounts between two of its members; valid during the call
         * @param volumes one or two, by group; valid during the call
         */
        void shuffled(int shuffle, double[] internal, double[][] volumes);
    }

    /** Shuffles so many times. */
    void run(int shuffles, int threads, Listener listener, Progress progress) {
        int lanes = 64 / laneBits;
        Tasks.run((shuffles + lanes - 1) / lanes, threads, () -> new Batch(shuffles, listener), progress);
    }

    /** One thread's arrays; a task is one long's worth of shuffles. */
    private final class Batch implements Tasks.Worker {
        private final int shuffles;
        private final Listener listener;
        private final int lanes = 64 / laneBits;
        private final long mask = -1L >>> (64 - laneBits);
        private final long ones;
        private final int[] dealt = new int[groups.length];
        private final long[] packed = new long[groups.length];
        private final double[][] internal = new double[lanes][groupCount];
        private final double[][][] volume = new double[lanes][volumes.length][groupCount];

        Batch(int shuffles, Listener listener) {
            this.shuffles = shuffles;
            this.listener = listener;
            long bits = 0;
            for (int lane = 0; lane < lanes; lane++) {
                bits |= 1L << (lane * laneBits);
            }
            ones = bits;
        }

        @Override
        public void work(int task) {
            int first = task * lanes;
            int used = Math.min(lanes, shuffles - first);
            deal(first, used);
            for (int lane = 0; lane < used; lane++) {
                Arrays.fill(internal[lane], 0);
                for (double[] side : volume[lane]) {
                    Arrays.fill(side, 0);
                }
            }
            tallyVolumes(used);
            if (single) {
                tallyTies(used);
            } else {
                tallyAmounts(used);
            }
            for (int lane = 0; lane < used; lane++) {
                listener.shuffled(first + lane, internal[lane], volume[lane]);
            }
        }

        /** Fisher and Yates; a 64 bit factor leaves a bias below people / 2^64. */
        private void deal(int first, int used) {
            Arrays.fill(packed, 0);
            for (int lane = 0; lane < used; lane++) {
                System.arraycopy(groups, 0, dealt, 0, groups.length);
                SplittableRandom random = new SplittableRandom(Seeds.of(seed, first + lane));
                int shift = lane * laneBits;
                for (int last = groups.length - 1; last >= 0; last--) {
                    int other = (int) Math.unsignedMultiplyHigh(random.nextLong(), last + 1L);
                    int drawn = dealt[other];
                    dealt[other] = dealt[last];
                    packed[last] |= (long) drawn << shift;
                }
            }
        }

        private void tallyVolumes(int used) {
            for (int side = 0; side < volumes.length; side++) {
                for (int lane = 0; lane < used; lane++) {
                    double[] sums = volume[lane][side];
                    int shift = lane * laneBits;
                    for (int person = 0; person < packed.length; person++) {
                        sums[(int) ((packed[person] >>> shift) & mask)] += volumes[side][person];
                    }
                }
            }
        }

        private void tallyTies(int used) {
            long carry = ones * (mask >>> 1);
            int most = (int) Math.min(mask, Integer.MAX_VALUE);
            for (int person = 0; person < packed.length; person++) {
                long own = packed[person];
                int slot = starts[person];
                int end = starts[person + 1];
                // A lane counts no further than its mask.
                while (slot < end) {
                    int stop = end - slot > most ? slot + most : end;
                    int size = stop - slot;
                    long out = 0;
                    for (; slot < stop; slot++) {
                        out += (((own ^ packed[to[slot]]) + carry) >>> (laneBits - 1)) & ones;
                    }
                    for (int lane = 0; lane < used; lane++) {
                        int shift = lane * laneBits;
                        internal[lane][(int) ((own >>> shift) & mask)] += size - ((out >>> shift) & mask);
                    }
                }
            }
        }

        private void tallyAmounts(int used) {
            long carry = ones * (mask >>> 1);
            long wanted = used == lanes ? ones : ones & ((1L << (used * laneBits)) - 1);
            for (int person = 0; person < packed.length; person++) {
                long own = packed[person];
                for (int slot = starts[person]; slot < starts[person + 1]; slot++) {
                    long same = ~(((own ^ packed[to[slot]]) + carry) >>> (laneBits - 1)) & wanted;
                    for (; same != 0; same &= same - 1) {
                        int shift = Long.numberOfTrailingZeros(same);
                        internal[shift / laneBits][(int) ((own >>> shift) & mask)] += amounts[slot];
                    }
                }
            }
        }
    }
}
