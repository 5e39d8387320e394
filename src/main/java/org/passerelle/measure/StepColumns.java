package org.passerelle.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;

/**
 * The steps from some people to everybody, kept while ties are added. One byte a pair: more than {@value #LONGEST} steps
 * count as no way at all. A new tie shortens a way only if it leads over the tie once, from one end to the other:
 * {@code d'(c, v) = min(d(c, v), d(c, a) + 1 + d(b, v), d(c, b) + 1 + d(a, v))}, so a tie costs O(1) for each pair kept.
 */
final class StepColumns {
    /** No way. */
    static final int NONE = 255;
    /** Most steps that are told. */
    static final int LONGEST = NONE - 1;

    private final int[] people;
    private final int[] columnOf;
    private final byte[][] columns;

    private StepColumns(int[] people, int[] columnOf, byte[][] columns) {
        this.people = people;
        this.columnOf = columnOf;
        this.columns = columns;
    }

    /** From these vertices to everybody. */
    static StepColumns of(TieGraph graph, int[] people, int threads) {
        int[] columnOf = new int[graph.people()];
        Arrays.fill(columnOf, -1);
        for (int column = 0; column < people.length; column++) {
            columnOf[people[column]] = column;
        }
        byte[][] columns = new byte[people.length][];
        Tasks.run(
                people.length,
                threads,
                () -> {
                    ShortestPaths paths = new ShortestPaths(graph, PathLength.STEPS);
                    return column -> columns[column] = column(paths, people[column], graph.people());
                },
                Progress.NONE);
        return new StepColumns(people, columnOf, columns);
    }

    /** Steps from a vertex to everybody, by a search. */
    static byte[] column(ShortestPaths paths, int source, int people) {
        byte[] steps = new byte[people];
        Arrays.fill(steps, (byte) NONE);
        paths.from(source);
        for (int index = 0; index < paths.reached(); index++) {
            int vertex = paths.vertex(index);
            steps[vertex] = (byte) Math.min(NONE, paths.length(vertex));
        }
        return steps;
    }

    /** Number of people with a column. */
    int size() {
        return people.length;
    }

    /** The vertex of a column. */
    int person(int column) {
        return people[column];
    }

    /** The column of a vertex, -1 for none. */
    int columnOf(int vertex) {
        return columnOf[vertex];
    }

    /** Steps of a column to every vertex, as unsigned bytes. Read only. */
    byte[] column(int column) {
        return columns[column];
    }

    /** Steps from the person of a column to a vertex; {@link #NONE} where there is no way. */
    int steps(int column, int vertex) {
        return columns[column][vertex] & NONE;
    }

    /** Adds a tie between two people who have columns. */
    void add(int one, int other) {
        byte[] fromOne = columns[columnOf[one]].clone();
        byte[] fromOther = columns[columnOf[other]].clone();
        IntStream.range(0, columns.length).parallel().forEach(column -> {
            int toOne = steps(column, one);
            int toOther = steps(column, other);
            if (toOne + 1 < toOther) {
                shorten(columns[column], toOne + 1, fromOther);
            } else if (toOther + 1 < toOne) {
                shorten(columns[column], toOther + 1, fromOne);
            }
        });
    }

    private static void shorten(byte[] column, int before, byte[] beyond) {
        for (int vertex = 0; vertex < column.length; vertex++) {
            int steps = before + (beyond[vertex] & NONE);
            if (steps < (column[vertex] & NONE)) {
                column[vertex] = (byte) steps;
            }
        }
    }
}
