package org.passerelle.measure;

import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;

/**
 * How far everybody is from one person: for an organisation, in how many steps, or over how close a chain, a
 * message from her reaches each of the others.
 *
 * <p>length(v) = the least sum of tie lengths over all paths from the source to v, along the ties' direction. Steps:
 * breadth-first search, E. F. Moore, The shortest path through a maze, 1959. Distances, 1 / strength a tie: Edsger
 * Dijkstra, A note on two problems in connexion with graphs, 1959, doi:10.1007/BF01386390. To have the lengths
 * towards a person, ask the reversed graph. The same as BFS and SSSP of LDBC Graphalytics, but that a tie of length
 * 0 cannot be said here: its strength would be infinite, and {@link TieGraph} refuses it.
 *
 * <p>Time O(n + m) for steps, O((n + m) log n) for distances; memory O(n). Nobody else reached, as for somebody
 * alone: all other lengths infinite.
 */
public final class PathLengths {
    private PathLengths() {}

    /**
     * From where, and what makes a path short.
     *
     * @param source vertex where all paths begin
     */
    public record Parameters(int source, PathLength pathLength) {
        /** Refuses what cannot be a vertex. */
        public Parameters {
            if (source < 0) {
                throw new IllegalArgumentException("A vertex is 0 or more, not " + source);
            }
        }

        /** Steps from a vertex. */
        public static Parameters defaults(int source) {
            return new Parameters(source, PathLength.STEPS);
        }

        /** The same with distances or steps. */
        public Parameters withPathLength(PathLength length) {
            return new Parameters(source, length);
        }
    }

    /**
     * The answer.
     *
     * @param lengths length of the shortest path to every vertex: 0 to the source, infinite where there is none
     * @param reached number of vertices reached, the source included
     * @param longest the largest finite length, the source's eccentricity among those it reaches
     */
    public record Result(double[] lengths, int reached, double longest) {}

    /** Lengths of the shortest paths from one person to everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        if (parameters.source() >= graph.people()) {
            throw new IllegalArgumentException(
                    "The source is one of " + graph.people() + " vertices, not " + parameters.source());
        }
        ShortestPaths paths = new ShortestPaths(graph, parameters.pathLength());
        paths.from(parameters.source());
        double[] lengths =
                IntStream.range(0, graph.people()).mapToDouble(paths::length).toArray();
        return new Result(lengths, paths.reached(), lengths[paths.vertex(paths.reached() - 1)]);
    }
}
