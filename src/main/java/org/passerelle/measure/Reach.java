package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How many ordered pairs of people have a directed path, counted over the {@link Condensation}.
 *
 * <p>For 512 knots at a time every knot gets the bits of those it reaches, from the last knot to the first, so that a
 * tie costs eight ors on one cache line. The knots of one word all have one size: its pairs are a number of bits times
 * two sizes. O(k m / 512) such steps.
 */
final class Reach {
    private static final int WORDS = 8;

    private Reach() {}

    /** Pairs of people in different knots of whom the first reaches the second. */
    static long pairs(Condensation knots, int threads, Progress progress) {
        List<int[]> words = words(knots);
        AtomicLong pairs = new AtomicLong();
        Tasks.run((words.size() + WORDS - 1) / WORDS, threads, () -> new Block(knots, words, pairs), progress);
        return pairs.get();
    }

    /** The knots, 64 or fewer of one size together. */
    private static List<int[]> words(Condensation knots) {
        int[] bySize = IntStream.range(0, knots.knots())
                .boxed()
                .sorted((one, other) -> knots.sizes[one] == knots.sizes[other]
                        ? Integer.compare(one, other)
                        : Integer.compare(knots.sizes[one], knots.sizes[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> words = new ArrayList<>();
        int start = 0;
        for (int place = 1; place <= bySize.length; place++) {
            boolean full = place - start == Long.SIZE;
            if (place == bySize.length || full || knots.sizes[bySize[place]] != knots.sizes[bySize[start]]) {
                words.add(Arrays.copyOfRange(bySize, start, place));
                start = place;
            }
        }
        return words;
    }

    /** One thread's bits. */
    private static final class Block implements Tasks.Worker {
        private final Condensation knots;
        private final List<int[]> words;
        private final AtomicLong pairs;
        private final long[] bits;

        Block(Condensation knots, List<int[]> words, AtomicLong pairs) {
            this.knots = knots;
            this.words = words;
            this.pairs = pairs;
            this.bits = new long[knots.knots() * WORDS];
        }

        @Override
        public void work(int task) {
            List<int[]> here = words.subList(task * WORDS, Math.min(words.size(), (task + 1) * WORDS));
            Arrays.fill(bits, 0);
            int last = -1;
            long[] sizes = new long[WORDS];
            for (int word = 0; word < here.size(); word++) {
                int[] targets = here.get(word);
                sizes[word] = knots.sizes[targets[0]];
                for (int bit = 0; bit < targets.length; bit++) {
                    bits[targets[bit] * WORDS + word] = 1L << bit;
                    last = Math.max(last, targets[bit]);
                }
            }
            long found = 0;
            // Nobody after the last target reaches any.
            for (int knot = last; knot >= 0; knot--) {
                int row = knot * WORDS;
                long own = 0;
                for (int word = 0; word < WORDS; word++) {
                    own += Long.bitCount(bits[row + word]) * sizes[word];
                }
                for (int place = knots.starts[knot]; place < knots.starts[knot + 1]; place++) {
                    int next = knots.ends[place] * WORDS;
                    for (int word = 0; word < WORDS; word++) {
                        bits[row + word] |= bits[next + word];
                    }
                }
                long reached = 0;
                for (int word = 0; word < WORDS; word++) {
                    reached += Long.bitCount(bits[row + word]) * sizes[word];
                }
                found += (reached - own) * knots.sizes[knot];
            }
            pairs.addAndGet(found);
        }
    }
}
