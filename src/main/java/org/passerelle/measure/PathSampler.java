package org.passerelle.measure;

import java.util.SplittableRandom;

/**
 * Draws a pair of people and one of the shortest paths from the first to the second, every path with the same
 * chance, and counts the people between. Two breadth-first searches, one from each end, take turns: the one whose
 * next layer costs less goes on, until they touch, so only two small balls are read instead of the network
 * (Borassi and Natale, KADABRA is an adaptive algorithm for betweenness via random approximation, 2019, section 4,
 * doi:10.1145/3284359).
 *
 * <p>Why one layer decides. Let the balls of radius a and b be apart. Then the ends are more than a + b steps
 * away from each other, and a tie that leads from the first ball's edge into the second can only end at that
 * one's edge: from deeper inside, its near end would have been reached already. So all such ties are met in the
 * same layer, every shortest path uses exactly one of them, and the product of the path counts at its ends
 * says how many use it.
 */
final class PathSampler implements Stripes.Kernel {
    private static final int FROM = 0;
    private static final int TO = 1;

    private final SearchRows[] rows;
    private final long seed;
    private final long firstSample;
    /** 0 for nobody's, else 1 + 2 * steps from the end + which end. */
    private final int[] ball;

    private final double[] counts;
    private final int[][] reached;
    private final int[] sizes = new int[2];
    private final int[] layerStarts = new int[2];
    private final long[] layerSlots = new long[2];
    private final int[] steps = new int[2];
    private double pathsMet;
    private int nearFrom;
    private int nearTo;

    /**
     * A kernel for {@link Stripes} that draws sample number {@code firstSample + source}; what it draws depends
     * on the seed and that number alone.
     *
     * @param firstSample number of samples drawn before, so that later rounds draw others
     */
    PathSampler(SearchRows rows, SearchRows reversed, long seed, long firstSample) {
        this.rows = new SearchRows[] {rows, reversed};
        this.seed = seed;
        this.firstSample = firstSample;
        this.ball = new int[rows.people()];
        this.counts = new double[rows.people()];
        this.reached = new int[2][rows.people()];
    }

    @Override
    public void add(int source, double[] sums) {
        SplittableRandom random = random(seed, firstSample + source);
        int people = rows[FROM].people();
        int from = random.nextInt(people);
        int to = random.nextInt(people - 1);
        to = to < from ? to : to + 1;
        begin(FROM, from);
        begin(TO, to);
        pathsMet = 0;
        while (pathsMet == 0 && layerSlots[FROM] > 0 && layerSlots[TO] > 0) {
            grow(layerSlots[FROM] <= layerSlots[TO] ? FROM : TO, random);
        }
        if (pathsMet > 0) {
            walk(FROM, nearFrom, sums, random);
            walk(TO, nearTo, sums, random);
        }
        forget(FROM);
        forget(TO);
    }

    /** Numbers that look independent for every sample; SplittableRandom's own streams of near seeds overlap. */
    private static SplittableRandom random(long seed, long sample) {
        return new SplittableRandom(new SplittableRandom(seed ^ (sample * 0xBF58476D1CE4E5B9L)).nextLong());
    }

    private void begin(int side, int end) {
        sizes[side] = 0;
        layerStarts[side] = 0;
        steps[side] = 0;
        enter(side, end, 1);
        layerSlots[side] = rows[side].degree(end);
    }

    private void enter(int side, int vertex, double paths) {
        ball[vertex] = 1 + 2 * steps[side] + side;
        counts[vertex] = paths;
        reached[side][sizes[side]++] = vertex;
    }

    /** One more layer of one ball, or the ties into the other. */
    private void grow(int side, SplittableRandom random) {
        int first = layerStarts[side];
        int last = sizes[side];
        int[] neighbours = rows[side].neighbours();
        steps[side]++;
        int fresh = 1 + 2 * steps[side] + side;
        long slots = 0;
        for (int index = first; index < last; index++) {
            int vertex = reached[side][index];
            int end = rows[side].offsets()[vertex + 1];
            for (int slot = rows[side].offsets()[vertex]; slot < end; slot++) {
                int next = neighbours[slot];
                if (ball[next] == 0) {
                    enter(side, next, counts[vertex]);
                    slots += rows[side].degree(next);
                } else if (ball[next] == fresh) {
                    counts[next] += counts[vertex];
                } else if ((ball[next] - 1) % 2 != side) {
                    meet(side, vertex, next, random);
                }
            }
        }
        layerStarts[side] = last;
        layerSlots[side] = slots;
    }

    /** Keeps one of the ties between the balls, each with the chance of the paths that use it. */
    private void meet(int side, int vertex, int next, SplittableRandom random) {
        double paths = counts[vertex] * counts[next];
        pathsMet += paths;
        if (pathsMet == Double.POSITIVE_INFINITY) {
            throw new ArithmeticException("More than 1.8e308 shortest paths lead from one vertex to another");
        }
        if (random.nextDouble() * pathsMet < paths) {
            nearFrom = side == FROM ? vertex : next;
            nearTo = side == FROM ? next : vertex;
        }
    }

    /** Back to the end of a ball, counting all but that end. */
    private void walk(int side, int start, double[] sums, SplittableRandom random) {
        SearchRows back = rows[1 - side];
        int vertex = start;
        while (ball[vertex] > 2) {
            sums[vertex]++;
            int wanted = ball[vertex] - 2;
            double paths = 0;
            int chosen = vertex;
            for (int slot = back.offsets()[vertex]; slot < back.offsets()[vertex + 1]; slot++) {
                int before = back.neighbours()[slot];
                if (ball[before] == wanted) {
                    paths += counts[before];
                    if (random.nextDouble() * paths < counts[before]) {
                        chosen = before;
                    }
                }
            }
            vertex = chosen;
        }
    }

    private void forget(int side) {
        for (int index = 0; index < sizes[side]; index++) {
            ball[reached[side][index]] = 0;
        }
    }
}
