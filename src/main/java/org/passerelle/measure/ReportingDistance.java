package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.network.TieGraph;

/**
 * How far apart on the chart the people are who exchange: for each distance in the reporting tree the pairs
 * there are, the ties seen, and the rate of the one in the other. Work along the line shows as a rate that
 * falls steeply with distance; a wirearchy as one that falls slowly.
 *
 * <p>The distance of two people is the number of reporting lines on the way up to their lowest common
 * superior and down again: 1 manager and report, 2 two reports of one manager (or a manager's manager).
 * Pairs are unordered, ties without direction. People in different trees are counted apart; somebody without
 * manager and without reports is a tree alone. A circle of managers is cut above its first person, and
 * counted.
 *
 * <p>Time O(n d² + m d) for trees of depth d, memory O(n d + m); nothing recurses. Nobody: no distances.
 */
public final class ReportingDistance {
    private ReportingDistance() {}

    /**
     * The chart.
     *
     * @param superior manager of every vertex; -1, or oneself, for somebody at the top
     */
    public record Parameters(int[] superior) {
        /** Copies the chart. */
        public Parameters {
            superior = superior.clone();
        }

        /** Nothing else to choose. */
        public static Parameters defaults(int[] superior) {
            return new Parameters(superior);
        }
    }

    /**
     * What there is at one distance.
     *
     * @param distance reporting lines between the two; -1 for different trees
     * @param possible pairs of people
     * @param ties pairs that have a tie
     * @param interactions their interactions
     * @param share of all ties inside trees; for different trees, of all ties
     * @param rate ties / possible; NaN where no pair is possible
     */
    public record Row(int distance, long possible, long ties, long interactions, double share, double rate) {}

    /**
     * The answer.
     *
     * @param rows from distance 1 to the longest in a tree
     * @param apart pairs in different trees
     * @param trees number of trees, people alone included
     * @param circlesCut circles of managers that were cut
     */
    public record Result(List<Row> rows, Row apart, int trees, int circlesCut) {}

    /** Ties by distance in the reporting tree. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        if (parameters.superior().length != graph.people()) {
            throw new IllegalArgumentException("Everybody of " + graph.people() + " people has a manager or -1, not "
                    + parameters.superior().length);
        }
        Forest forest = new Forest(parameters.superior());
        long[] possible = forest.pairs();
        long[] ties = new long[possible.length];
        long[] interactions = new long[possible.length];
        TieGraph both = graph.undirected();
        for (int vertex = 0; vertex < both.people(); vertex++) {
            for (int slot = both.rowStart(vertex); slot < both.rowEnd(vertex); slot++) {
                if (vertex < both.neighbour(slot)) {
                    int distance = forest.distance(vertex, both.neighbour(slot));
                    ties[distance]++;
                    interactions[distance] += both.interactionCount(slot);
                }
            }
        }
        // Place 0 stands for pairs in different trees, as nobody is at distance 0 from another.
        long inside = Arrays.stream(ties, 1, ties.length).sum();
        List<Row> rows = new ArrayList<>();
        for (int distance = 1; distance < possible.length; distance++) {
            rows.add(row(distance, possible[distance], ties[distance], interactions[distance], inside));
        }
        Row apart = row(-1, possible[0], ties[0], interactions[0], both.ties());
        return new Result(List.copyOf(rows), apart, forest.trees, forest.circlesCut);
    }

    private static Row row(int distance, long possible, long ties, long interactions, long of) {
        return new Row(distance, possible, ties, interactions, (double) ties / of, (double) ties / possible);
    }

    /** The reporting trees, with depths and an order in which managers come before their reports. */
    private static final class Forest {
        /** Somebody nobody reports to; never written to. */
        private static final long[] ALONE = {1};

        private final int[] superior;
        private final int[] depth;
        private final int[] order;
        private int trees;
        private int circlesCut;

        Forest(int[] superiors) {
            int people = superiors.length;
            superior = superiors.clone();
            depth = new int[people];
            order = new int[people];
            cutCircles();
            Arrays.fill(depth, -1);
            int[] line = new int[people];
            int ordered = 0;
            for (int person = 0; person < people; person++) {
                int size = 0;
                for (int up = person; up >= 0 && depth[up] < 0; up = superior[up]) {
                    line[size++] = up;
                }
                while (size > 0) {
                    int next = line[--size];
                    depth[next] = superior[next] < 0 ? 0 : depth[superior[next]] + 1;
                    order[ordered++] = next;
                }
            }
        }

        private void cutCircles() {
            int people = superior.length;
            int[] walk = new int[people];
            for (int person = 0; person < people; person++) {
                if (superior[person] < -1 || superior[person] >= people) {
                    throw new IllegalArgumentException(
                            "A manager is a vertex below " + people + ", or -1, not " + superior[person]);
                }
                superior[person] = superior[person] == person ? -1 : superior[person];
            }
            for (int person = 0; person < people; person++) {
                int up = person;
                while (up >= 0 && walk[up] == 0) {
                    walk[up] = person + 1;
                    up = superior[up];
                }
                if (up >= 0 && walk[up] == person + 1) {
                    int first = up;
                    for (int member = superior[up]; member != up; member = superior[member]) {
                        first = Math.min(first, member);
                    }
                    superior[first] = -1;
                    circlesCut++;
                }
            }
            trees = (int) Arrays.stream(superior).filter(up -> up < 0).count();
        }

        /** Lines between two people; 0 where they are in different trees. */
        int distance(int one, int other) {
            int left = one;
            int right = other;
            while (left != right) {
                if (depth[left] < depth[right]) {
                    right = superior[right];
                } else {
                    left = superior[left];
                }
                if (left < 0) {
                    return 0;
                }
            }
            return depth[one] + depth[other] - 2 * depth[left];
        }

        /** Number of pairs at every distance; those in different trees in place 0. */
        long[] pairs() {
            int people = superior.length;
            long[] pairs = new long[2 * Arrays.stream(depth).max().orElse(0) + 1];
            // below[v][k] people sit k lines under v; reports are joined to their manager one after the other.
            long[][] below = new long[people][];
            Arrays.fill(below, ALONE);
            for (int index = people - 1; index >= 0; index--) {
                int person = order[index];
                int up = superior[person];
                if (up >= 0) {
                    below[up] = join(below[up], below[person], pairs);
                    // Joined counts are let go, or a long line would keep one array for everybody in it.
                    below[person] = ALONE;
                }
            }
            pairs[0] = people * (people - 1L) / 2 - Arrays.stream(pairs).sum();
            int longest = pairs.length - 1;
            while (longest > 0 && pairs[longest] == 0) {
                longest--;
            }
            return Arrays.copyOf(pairs, longest + 1);
        }

        private static long[] join(long[] upper, long[] lower, long[] pairs) {
            for (int high = 0; high < upper.length; high++) {
                for (int low = 0; low < lower.length; low++) {
                    pairs[high + low + 1] += upper[high] * lower[low];
                }
            }
            long[] joined = Arrays.copyOf(upper, Math.max(upper.length, lower.length + 1));
            for (int low = 0; low < lower.length; low++) {
                joined[low + 1] += lower[low];
            }
            return joined;
        }
    }
}
