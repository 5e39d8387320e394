package org.passerelle.change;

import java.util.Arrays;
import org.passerelle.measure.TieDraws;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Window;

/**
 * In which blocks of weeks every tie was used, over two windows: one bit a block, so that the ties of any choice of
 * blocks are found at a word or two a tie.
 *
 * <p>Vertices are the stints of a {@link GroupHistory} over both windows, so an exchange is judged by the chart of its
 * day. The blocks of a window begin on its first day; days that make no whole block belong to the last one.
 */
final class BlockTies {
    private static final int BLOCK_BITS = 10;
    private static final int BLOCKS_MAX = 1 << BLOCK_BITS;
    private static final int DAYS_A_WEEK = 7;
    private static final int WEEKS_A_BLOCK = 2;

    private final GroupHistory history;
    private final int blocksBefore;
    private final int blocksAfter;
    private final int[] days;
    /** For each block the interactions with an end in the scope, and the others. */
    private final double[][] interactions;

    private final int[] from;
    private final int[] to;
    private final long[] blocks;
    private final int words;

    private BlockTies(GroupHistory history, Blocks before, Blocks after, Collected collected) {
        this.history = history;
        this.blocksBefore = before.number();
        this.blocksAfter = after.number();
        this.days = new int[blocksBefore + blocksAfter];
        Arrays.setAll(days, block -> block < blocksBefore ? before.days(block) : after.days(block - blocksBefore));
        this.interactions = collected.interactions;
        this.words = (days.length + Long.SIZE - 1) / Long.SIZE;
        long[] keys = Arrays.copyOf(collected.keys, collected.size);
        Arrays.parallelSort(keys);
        int pairs = 0;
        for (int place = 0; place < keys.length; place++) {
            pairs += place == 0 || keys[place] >>> BLOCK_BITS != keys[place - 1] >>> BLOCK_BITS ? 1 : 0;
        }
        this.from = new int[pairs];
        this.to = new int[pairs];
        this.blocks = new long[pairs * words];
        fill(keys);
    }

    private void fill(long[] keys) {
        int pair = -1;
        long previous = -1;
        for (long key : keys) {
            long ends = key >>> BLOCK_BITS;
            if (ends != previous) {
                pair++;
                from[pair] = (int) (ends / history.stints());
                to[pair] = (int) (ends % history.stints());
                previous = ends;
            }
            int block = (int) (key & (BLOCKS_MAX - 1));
            blocks[pair * words + block / Long.SIZE] |= 1L << block;
        }
    }

    /**
     * Reads both windows.
     *
     * @param scope for each group of the history whether something was tried there
     */
    static BlockTies of(NetworkSnapshot snapshot, GroupHistory history, Window before, Window after, boolean[] scope) {
        long weeks = (days(before) + days(after)) / DAYS_A_WEEK;
        int length = DAYS_A_WEEK * (int) Math.max(WEEKS_A_BLOCK, (weeks + BLOCKS_MAX / 2 - 1) / (BLOCKS_MAX / 2));
        Blocks first = Blocks.of(before, length, 0);
        Blocks second = Blocks.of(after, length, first.number());
        Collected collected = new Collected(history, scope, first.number() + second.number());
        collected.blocks = first;
        snapshot.exchanges(TieFilter.of(before), collected);
        collected.blocks = second;
        snapshot.exchanges(TieFilter.of(after), collected);
        return new BlockTies(history, first, second, collected);
    }

    private static long days(Window window) {
        return window.toEpochDay() - window.fromEpochDay() + 1L;
    }

    GroupHistory history() {
        return history;
    }

    int blocksBefore() {
        return blocksBefore;
    }

    int blocksAfter() {
        return blocksAfter;
    }

    int pairs() {
        return from.length;
    }

    /** The ties by the groups of their ends, to count many choices of blocks at once. */
    TieDraws draws() {
        return new TieDraws(from, to, history.stintGroups(), history.groups().size());
    }

    int from(int pair) {
        return from[pair];
    }

    int to(int pair) {
        return to[pair];
    }

    /** The bits of some blocks, as {@link #present} takes them. */
    long[] bits(boolean[] chosen) {
        long[] bits = new long[words];
        for (int block = 0; block < chosen.length; block++) {
            bits[block / Long.SIZE] |= chosen[block] ? 1L << block : 0;
        }
        return bits;
    }

    /** Whether the tie was used in one of the blocks. */
    boolean present(int pair, long[] bits) {
        for (int word = 0; word < words; word++) {
            if ((blocks[pair * words + word] & bits[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The choices in which the tie was used, one bit each.
     *
     * @param choices for each block the choices that hold it
     * @param all the bits of all choices
     */
    long present(int pair, long[] choices, long all) {
        long held = 0;
        for (int word = 0; word < words && held != all; word++) {
            for (long left = blocks[pair * words + word]; left != 0 && held != all; left &= left - 1) {
                held |= choices[word * Long.SIZE + Long.numberOfTrailingZeros(left)];
            }
        }
        return held;
    }

    /** For each block the choices that hold it, one bit each, at most sixty-four. */
    static long[] holding(boolean[][] choices) {
        long[] holding = new long[choices[0].length];
        for (int choice = 0; choice < choices.length; choice++) {
            for (int block = 0; block < holding.length; block++) {
                holding[block] |= choices[choice][block] ? 1L << choice : 0;
            }
        }
        return holding;
    }

    /** Weeks of some blocks. */
    double weeks(boolean[] chosen) {
        double sum = 0;
        for (int block = 0; block < chosen.length; block++) {
            sum += chosen[block] ? days[block] : 0;
        }
        return sum / DAYS_A_WEEK;
    }

    /** Interactions of some blocks: those with an end in the scope, and the others. */
    double[] interactions(boolean[] chosen) {
        double[] sums = new double[2];
        for (int block = 0; block < chosen.length; block++) {
            if (chosen[block]) {
                sums[0] += interactions[0][block];
                sums[1] += interactions[1][block];
            }
        }
        return sums;
    }

    /**
     * The blocks of one window.
     *
     * @param firstDay of the window
     * @param days of the window
     * @param length days of a block
     * @param first number of the first block
     * @param number how many blocks
     */
    private record Blocks(int firstDay, int days, int length, int first, int number) {
        static Blocks of(Window window, int length, int first) {
            int days = (int) BlockTies.days(window);
            return new Blocks(window.fromEpochDay(), days, length, first, Math.max(1, days / length));
        }

        int of(int day) {
            return first + Math.min((day - firstDay) / length, number - 1);
        }

        int days(int block) {
            return block < number - 1 ? length : days - block * length;
        }
    }

    /** Pair of stints and block in one number, so that one sort brings them together. */
    private static final class Collected implements NetworkSnapshot.ExchangeVisitor {
        private final GroupHistory history;
        private final boolean[] scope;
        private final double[][] interactions;
        private Blocks blocks = Blocks.of(Window.EVER, DAYS_A_WEEK, 0);
        private long[] keys = new long[1024];
        private int size;

        private Collected(GroupHistory history, boolean[] scope, int blocks) {
            this.history = history;
            this.scope = scope;
            this.interactions = new double[2][blocks];
        }

        @Override
        public void exchanged(int fromVertex, int toVertex, int day, int count, double strength) {
            int source = history.stintOn(fromVertex, day);
            int target = history.stintOn(toVertex, day);
            if (source < 0 || target < 0) {
                return;
            }
            int block = blocks.of(day);
            boolean inScope = scope[history.groupOf(source)] || scope[history.groupOf(target)];
            interactions[inScope ? 0 : 1][block] += count;
            long pair = (long) Math.min(source, target) * history.stints() + Math.max(source, target);
            long key = pair << BLOCK_BITS | block;
            // Days of one block follow each other.
            if (size > 0 && keys[size - 1] == key) {
                return;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            keys[size++] = key;
        }
    }
}
