package org.passerelle.measure;

import java.util.Arrays;

/**
 * Brandes' two sweeps for eight sources at once: numbers of shortest paths outwards, dependencies back.
 *
 * <p>The trick. One search reads every row twice and at every slot jumps to another number somewhere in memory;
 * on a network where everybody is a few steps from everybody, eight searches read almost the same rows. So
 * each vertex keeps its eight path counts side by side, in one cache line: eight lanes. A sweep goes from layer
 * to layer for all lanes together, and each slot read serves the eight. Only numbers of the present layer are
 * kept in {@code here}, with 0 in the lanes where the vertex lies in another layer, so a row is added up without
 * asking: what adds nothing is 0. A layer is a list of vertices, each with the set of lanes, a bit mask, for which
 * it lies there. Outwards a layer is found from the last one's rows or, when that would be more to read, from the
 * rows of all that miss somebody yet (Beamer, Asanovic and Patterson, Direction-optimizing breadth-first search,
 * 2012, doi:10.1109/SC.2012.50); likewise on the way back.
 *
 * <p>Memory: 24 numbers a vertex and up to 8 entries a vertex for the layers.
 */
final class PathLanes implements Stripes.Kernel {
    /** What a batch adds. */
    enum Sums {
        /** The dependencies of its sources on every vertex. */
        PLAIN,
        /** The same, and their squares in n more places. */
        WITH_SQUARES
    }

    /** Doubles in a cache line. */
    static final int LANES = 8;

    /** Handing a number on reads and writes where collecting only reads, so a row costs about this much more. */
    private static final double HANDING_ON = 1.5;

    private final SearchRows rows;
    private final SearchRows reversed;
    private final int[] sources;
    private final int[] groups;
    private final boolean squares;
    private final double[] counts;
    private final int[] seen;
    private final int[] marked;
    private final int[] sourceGroups = new int[LANES];
    private double[] here;
    private double[] there;
    private final int[] touched;
    private final Layers layers;
    private long unfinishedSlots;
    private int all;

    /**
     * A kernel for {@link Stripes} whose source number i is the batch of {@code sources[8 i]} to {@code
     * sources[8 i + 7]}.
     *
     * @param reversed the same ties from their other ends
     * @param groups group of every vertex, or empty: see {@link Betweenness}
     * @param added what to add up
     */
    PathLanes(SearchRows rows, SearchRows reversed, int[] sources, int[] groups, Sums added) {
        int people = rows.people();
        this.rows = rows;
        this.reversed = reversed;
        this.sources = sources;
        this.groups = groups;
        this.squares = added == Sums.WITH_SQUARES;
        this.counts = new double[people * LANES];
        this.here = new double[people * LANES];
        this.there = new double[people * LANES];
        this.seen = new int[people];
        this.marked = new int[people];
        this.touched = new int[people];
        this.layers = new Layers(people + LANES);
    }

    /** Batches that so many sources make. */
    static int batches(int sources) {
        return (sources + LANES - 1) / LANES;
    }

    @Override
    public void add(int number, double[] sums) {
        start(number);
        while (!layers.lastIsEmpty()) {
            Stripes.checkInterrupted();
            outwards();
        }
        for (int layer = layers.count() - 2; layer > 0; layer--) {
            Stripes.checkInterrupted();
            back(layer, sums);
        }
        if (layers.count() > 2) {
            clear(here, layers.start(1), layers.start(2));
        }
        for (int index = 0; index < layers.size(); index++) {
            seen[layers.vertex(index)] = 0;
        }
    }

    private void start(int number) {
        layers.clear();
        unfinishedSlots = reversed.neighbours().length;
        int lanes = Math.min(LANES, sources.length - number * LANES);
        all = (1 << lanes) - 1;
        for (int lane = 0; lane < lanes; lane++) {
            int source = sources[number * LANES + lane];
            sourceGroups[lane] = groups.length == 0 ? -1 : groups[source];
            here[source * LANES + lane] = 1;
            counts[source * LANES + lane] = 1;
            enter(source, 1 << lane);
        }
        layers.close();
    }

    private void enter(int vertex, int lanes) {
        layers.add(vertex, lanes);
        seen[vertex] |= lanes;
        if (seen[vertex] == all) {
            unfinishedSlots -= reversed.degree(vertex);
        }
    }

    /** From the last layer, whose path counts are in {@code here}, to the next. */
    private void outwards() {
        int first = layers.start(layers.count() - 1);
        int last = layers.size();
        if (HANDING_ON * slots(rows, first, last) < unfinishedSlots) {
            handPathsOn(first, last);
        } else {
            collectPaths();
        }
        clear(here, first, last);
        layers.close();
        swap();
    }

    private void handPathsOn(int first, int last) {
        int[] offsets = rows.offsets();
        int[] neighbours = rows.neighbours();
        int touchedCount = 0;
        for (int index = first; index < last; index++) {
            int vertex = layers.vertex(index);
            int lanes = layers.lanes(index);
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                int next = neighbours[slot];
                if ((lanes & ~seen[next]) != 0) {
                    if (marked[next] == 0) {
                        marked[next] = 1;
                        touched[touchedCount++] = next;
                    }
                    addLanes(here, vertex * LANES, there, next * LANES);
                }
            }
        }
        for (int index = 0; index < touchedCount; index++) {
            marked[touched[index]] = 0;
            settlePaths(touched[index]);
        }
    }

    private void collectPaths() {
        int people = rows.people();
        for (int vertex = 0; vertex < people; vertex++) {
            if (seen[vertex] != all) {
                addRow(reversed, vertex);
                settlePaths(vertex);
            }
        }
    }

    /** Of the sums in {@code there} only the lanes stay that had not seen the vertex: the next layer. */
    private void settlePaths(int vertex) {
        int start = vertex * LANES;
        int before = seen[vertex];
        int fresh = 0;
        for (int lane = 0; lane < LANES; lane++) {
            double paths = there[start + lane];
            if (paths > 0 && (before >> lane & 1) == 0) {
                if (paths == Double.POSITIVE_INFINITY) {
                    throw new ArithmeticException("More than 1.8e308 shortest paths lead from one vertex to another");
                }
                fresh |= 1 << lane;
                counts[start + lane] = paths;
            } else {
                there[start + lane] = 0;
            }
        }
        if (fresh != 0) {
            enter(vertex, fresh);
        }
    }

    /** Dependencies of a layer, from those per path of the next one in {@code here}. */
    private void back(int layer, double[] sums) {
        int first = layers.start(layer);
        int last = layers.start(layer + 1);
        int end = layers.start(layer + 2);
        if (last < end) {
            if (HANDING_ON * slots(reversed, last, end) < slots(rows, first, last)) {
                handDependenciesOn(first, last, end);
            } else {
                for (int index = first; index < last; index++) {
                    addRow(rows, layers.vertex(index));
                }
            }
            clear(here, last, end);
        }
        for (int index = first; index < last; index++) {
            settleDependencies(layers.vertex(index), layers.lanes(index), sums);
        }
        swap();
    }

    private void handDependenciesOn(int first, int last, int end) {
        int[] offsets = reversed.offsets();
        int[] neighbours = reversed.neighbours();
        for (int index = first; index < last; index++) {
            marked[layers.vertex(index)] = layers.lanes(index);
        }
        for (int index = last; index < end; index++) {
            int vertex = layers.vertex(index);
            int lanes = layers.lanes(index);
            for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                int before = neighbours[slot];
                if ((marked[before] & lanes) != 0) {
                    addLanes(here, vertex * LANES, there, before * LANES);
                }
            }
        }
        for (int index = first; index < last; index++) {
            marked[layers.vertex(index)] = 0;
        }
    }

    /** Adds what depends on the vertex, and leaves in {@code there} what that is for each path to it. */
    private void settleDependencies(int vertex, int lanes, double[] sums) {
        int start = vertex * LANES;
        double sum = 0;
        double sumOfSquares = 0;
        for (int lane = 0; lane < LANES; lane++) {
            if ((lanes >> lane & 1) != 0) {
                double below = there[start + lane];
                double paths = counts[start + lane];
                double dependency = paths * below;
                sum += dependency;
                sumOfSquares += dependency * dependency;
                there[start + lane] = isTarget(lane, vertex) ? 1 / paths + below : below;
            } else {
                there[start + lane] = 0;
            }
        }
        sums[vertex] += sum;
        if (squares) {
            sums[rows.people() + vertex] += sumOfSquares;
        }
    }

    private boolean isTarget(int lane, int vertex) {
        return groups.length == 0 || (groups[vertex] >= 0 && groups[vertex] != sourceGroups[lane]);
    }

    /** The sum of the row's numbers in {@code here}, lane by lane, put into {@code there}. */
    private void addRow(SearchRows from, int vertex) {
        double[] numbers = here;
        int[] neighbours = from.neighbours();
        int end = from.offsets()[vertex + 1];
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double sum4 = 0;
        double sum5 = 0;
        double sum6 = 0;
        double sum7 = 0;
        for (int slot = from.offsets()[vertex]; slot < end; slot++) {
            int start = neighbours[slot] * LANES;
            sum0 += numbers[start];
            sum1 += numbers[start + 1];
            sum2 += numbers[start + 2];
            sum3 += numbers[start + 3];
            sum4 += numbers[start + 4];
            sum5 += numbers[start + 5];
            sum6 += numbers[start + 6];
            sum7 += numbers[start + 7];
        }
        int start = vertex * LANES;
        there[start] = sum0;
        there[start + 1] = sum1;
        there[start + 2] = sum2;
        there[start + 3] = sum3;
        there[start + 4] = sum4;
        there[start + 5] = sum5;
        there[start + 6] = sum6;
        there[start + 7] = sum7;
    }

    private static void addLanes(double[] from, int fromStart, double[] to, int toStart) {
        to[toStart] += from[fromStart];
        to[toStart + 1] += from[fromStart + 1];
        to[toStart + 2] += from[fromStart + 2];
        to[toStart + 3] += from[fromStart + 3];
        to[toStart + 4] += from[fromStart + 4];
        to[toStart + 5] += from[fromStart + 5];
        to[toStart + 6] += from[fromStart + 6];
        to[toStart + 7] += from[fromStart + 7];
    }

    private long slots(SearchRows from, int first, int last) {
        long slots = 0;
        for (int index = first; index < last; index++) {
            slots += from.degree(layers.vertex(index));
        }
        return slots;
    }

    private void clear(double[] numbers, int first, int last) {
        for (int index = first; index < last; index++) {
            int start = layers.vertex(index) * LANES;
            Arrays.fill(numbers, start, start + LANES, 0);
        }
    }

    private void swap() {
        double[] swapped = here;
        here = there;
        there = swapped;
    }
}
