package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which pairs of people lack a least upper bound: a common superior to whom every other common superior leads. All
 * superiors of a superior are superiors, so the only candidate is the common superior that comes last in the order of
 * the {@link Condensation}, and it is one when all common superiors lead to it.
 */
final class UpperBounds {
    private static final int PIECES = 64;

    private UpperBounds() {}

    /** The number of pairs of one component that lack one, pair by pair over bit sets. */
    static long countLacking(Condensation knots, int[] component, int threads, Progress progress) {
        long[][] superiors = superiors(knots);
        int[] componentOf = new int[knots.knots()];
        for (int vertex = 0; vertex < component.length; vertex++) {
            componentOf[knots.knotOf[vertex]] = component[vertex];
        }
        AtomicLong lacking = new AtomicLong();
        int pieces = Math.min(PIECES, knots.knots());
        Tasks.run(
                pieces,
                threads,
                () -> piece -> {
                    for (int one = piece; one < knots.knots(); one += pieces) {
                        Stripes.checkInterrupted();
                        long found = 0;
                        for (int other = 0; other < one; other++) {
                            boolean lacks = componentOf[one] == componentOf[other]
                                    && !hasLeast(superiors, superiors[one], superiors[other]);
                            found += lacks ? knots.sizes[other] : 0;
                        }
                        lacking.addAndGet(found * knots.sizes[one]);
                    }
                },
                progress);
        return lacking.get();
    }

    /** For every knot who reaches it, itself included; a row ends with the knot's own word. */
    private static long[][] superiors(Condensation knots) {
        long[][] superiors = new long[knots.knots()][];
        Arrays.setAll(superiors, knot -> new long[knot / Long.SIZE + 1]);
        for (int knot = 0; knot < superiors.length; knot++) {
            Stripes.checkInterrupted();
            superiors[knot][knot / Long.SIZE] |= 1L << knot;
            for (int place = knots.starts[knot]; place < knots.starts[knot + 1]; place++) {
                long[] below = superiors[knots.ends[place]];
                for (int word = 0; word < superiors[knot].length; word++) {
                    below[word] |= superiors[knot][word];
                }
            }
        }
        return superiors;
    }

    private static boolean hasLeast(long[][] superiors, long[] one, long[] other) {
        int word = Math.min(one.length, other.length) - 1;
        while (word >= 0 && (one[word] & other[word]) == 0) {
            word--;
        }
        if (word < 0) {
            return false;
        }
        int last = word * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(one[word] & other[word]);
        long[] leading = superiors[last];
        for (; word >= 0; word--) {
            if ((one[word] & other[word]) != leading[word]) {
                return false;
            }
        }
        return true;
    }

    /**
     * How many of so many pairs, each two people of one component drawn at random, lack one. 64 pairs share each pass
     * over the ties: who is above the first, who above the second, and whom the candidates are below.
     */
    static int sampleLacking(
            Condensation knots, int[][] components, int pairs, long seed, int threads, Progress progress) {
        int batches = (pairs + Long.SIZE - 1) / Long.SIZE;
        double[] cumulated = new double[components.length];
        double sum = 0;
        for (int number = 0; number < components.length; number++) {
            sum += components[number].length * (components[number].length - 1.0);
            cumulated[number] = sum;
        }
        AtomicLongArray lacking = new AtomicLongArray(Math.max(1, batches));
        Tasks.run(batches, threads, () -> new Batch(knots, components, cumulated, pairs, seed, lacking), progress);
        int found = 0;
        for (int batch = 0; batch < batches; batch++) {
            found += (int) lacking.get(batch);
        }
        return found;
    }

    /** One thread's bits; a task is 64 pairs. */
    private static final class Batch implements Tasks.Worker {
        private final Condensation knots;
        private final int[][] components;
        private final double[] cumulated;
        private final int pairs;
        private final long seed;
        private final AtomicLongArray lacking;
        private final long[] one;
        private final long[] other;
        private final long[] leads;

        Batch(
                Condensation knots,
                int[][] components,
                double[] cumulated,
                int pairs,
                long seed,
                AtomicLongArray lacking) {
            this.knots = knots;
            this.components = components;
            this.cumulated = cumulated;
            this.pairs = pairs;
            this.seed = seed;
            this.lacking = lacking;
            this.one = new long[knots.knots()];
            this.other = new long[knots.knots()];
            this.leads = new long[knots.knots()];
        }

        @Override
        public void work(int batch) {
            Arrays.fill(one, 0);
            Arrays.fill(other, 0);
            Arrays.fill(leads, 0);
            SplittableRandom random = new SplittableRandom(Seeds.of(seed, batch));
            int size = Math.min(Long.SIZE, pairs - batch * Long.SIZE);
            for (int bit = 0; bit < size; bit++) {
                double drawn = random.nextDouble() * cumulated[cumulated.length - 1];
                int found = Arrays.binarySearch(cumulated, drawn);
                // A component begins where the one before ends; those of one person have no width.
                int number = found >= 0 ? found + 1 : -found - 1;
                while (components[number].length < 2) {
                    number++;
                }
                int[] members = components[number];
                int first = random.nextInt(members.length);
                int second = random.nextInt(members.length - 1);
                one[knots.knotOf[members[first]]] |= 1L << bit;
                other[knots.knotOf[members[second < first ? second : second + 1]]] |= 1L << bit;
            }
            lacking.set(batch, size - Long.bitCount(withLeast(size)));
        }

        private long withLeast(int size) {
            long undecided = -1L >>> (Long.SIZE - size);
            for (int knot = knots.knots() - 1; knot >= 0; knot--) {
                for (int place = knots.starts[knot]; place < knots.starts[knot + 1]; place++) {
                    one[knot] |= one[knots.ends[place]];
                    other[knot] |= other[knots.ends[place]];
                }
                long candidates = one[knot] & other[knot] & undecided;
                leads[knot] = candidates;
                undecided &= ~candidates;
            }
            long lack = undecided;
            for (int knot = knots.knots() - 1; knot >= 0; knot--) {
                for (int place = knots.starts[knot]; place < knots.starts[knot + 1]; place++) {
                    leads[knot] |= leads[knots.ends[place]];
                }
                lack |= one[knot] & other[knot] & ~leads[knot];
            }
            return ~lack & (-1L >>> (Long.SIZE - size));
        }
    }
}
