package org.passerelle.measure;

import java.util.Arrays;
import java.util.BitSet;
import org.passerelle.network.TieGraph;

/**
 * How far a directed network has the form of a chart, an out-tree: four numbers, all 1 only for a tree in
 * which everybody but one has exactly one superior. Asked of "who turns to whom", it tells a line from a
 * wirearchy.
 *
 * <p>David Krackhardt, Graph theoretical dimensions of informal organizations, 1994, in Carley and Prietula,
 * Computational Organization Theory, chapter 5 (doi:10.4324/9781315806648), as in R's sna:
 * <ul>
 *   <li>connectedness: share of pairs joined by some path whatever the directions
 *   <li>hierarchy: of the pairs with a directed path, the share without one back
 *   <li>efficiency: 1 - ties beyond those of a tree / most ties beyond it, n(n - 1) - (n - 1), summed over the
 *       components
 *   <li>least upper bound: share of pairs in one component with a common superior to whom every other common
 *       superior leads (a person is their own superior here); of (n - 1)(n - 2) / 2 pairs that a tree of
 *       that size could lack
 * </ul>
 *
 * <p>Time O(n m / 64 + n² n / 64) with bit sets, memory n² / 8 bytes; at most {@value #PEOPLE_MAX} people.
 * Where nothing can be violated (nobody, somebody alone, no ties) the value is 1.
 */
public final class KrackhardtHierarchy {
    /** More people than this are refused: the least upper bound looks at all pairs. */
    public static final int PEOPLE_MAX = 5_000;

    private KrackhardtHierarchy() {}

    /** Nothing to choose. */
    public record Parameters() {
        /** Nothing to choose. */
        public static Parameters defaults() {
            return new Parameters();
        }
    }

    /** The four dimensions, each 0 to 1. */
    public record Result(double connectedness, double hierarchy, double efficiency, double leastUpperBound) {}

    /** The four dimensions of a directed network; an undirected tie goes both ways. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int people = graph.people();
        if (people > PEOPLE_MAX) {
            throw new IllegalArgumentException("At most " + PEOPLE_MAX + " people, not " + people);
        }
        int[] component = components(graph);
        int[] sizes = Groups.sizes(component, Groups.count(component));
        BitSet[] superiors = superiors(graph);
        return new Result(
                connectedness(sizes, people),
                hierarchy(superiors),
                efficiency(graph, sizes),
                leastUpperBound(superiors, component, sizes));
    }

    private static int[] components(TieGraph graph) {
        TieGraph both = graph.undirected();
        int[] component = new int[graph.people()];
        Arrays.fill(component, -1);
        int[] queue = new int[graph.people()];
        int number = 0;
        for (int start = 0; start < component.length; start++) {
            if (component[start] >= 0) {
                continue;
            }
            int tail = 0;
            queue[tail++] = start;
            component[start] = number;
            for (int head = 0; head < tail; head++) {
                for (int slot = both.rowStart(queue[head]); slot < both.rowEnd(queue[head]); slot++) {
                    if (component[both.neighbour(slot)] < 0) {
                        component[both.neighbour(slot)] = number;
                        queue[tail++] = both.neighbour(slot);
                    }
                }
            }
            number++;
        }
        return component;
    }

    /** For everybody, who reaches them by directed ties, themselves included. */
    private static BitSet[] superiors(TieGraph graph) {
        TieGraph up = graph.reversed();
        BitSet[] superiors = new BitSet[graph.people()];
        int[] queue = new int[graph.people()];
        for (int vertex = 0; vertex < superiors.length; vertex++) {
            BitSet reached = new BitSet(superiors.length);
            int tail = 0;
            queue[tail++] = vertex;
            reached.set(vertex);
            for (int head = 0; head < tail; head++) {
                for (int slot = up.rowStart(queue[head]); slot < up.rowEnd(queue[head]); slot++) {
                    if (!reached.get(up.neighbour(slot))) {
                        reached.set(up.neighbour(slot));
                        queue[tail++] = up.neighbour(slot);
                    }
                }
            }
            superiors[vertex] = reached;
        }
        return superiors;
    }

    private static double connectedness(int[] sizes, int people) {
        double joined =
                Arrays.stream(sizes).mapToDouble(size -> size * (size - 1.0)).sum();
        return people < 2 ? 1 : joined / (people * (people - 1.0));
    }

    private static double hierarchy(BitSet[] superiors) {
        long oneWay = 0;
        long bothWays = 0;
        for (int vertex = 0; vertex < superiors.length; vertex++) {
            for (int other = 0; other < vertex; other++) {
                boolean down = superiors[vertex].get(other);
                boolean up = superiors[other].get(vertex);
                oneWay += down != up ? 1 : 0;
                bothWays += down && up ? 1 : 0;
            }
        }
        return oneWay + bothWays == 0 ? 1 : (double) oneWay / (oneWay + bothWays);
    }

    private static double efficiency(TieGraph graph, int[] sizes) {
        double needed = Arrays.stream(sizes).mapToDouble(size -> size - 1.0).sum();
        double most = Arrays.stream(sizes)
                .mapToDouble(size -> (size - 1.0) * (size - 1.0))
                .sum();
        return most == 0 ? 1 : 1 - (graph.neighbours().length - needed) / most;
    }

    private static double leastUpperBound(BitSet[] superiors, int[] component, int[] sizes) {
        int[] ranks = Arrays.stream(superiors).mapToInt(BitSet::cardinality).toArray();
        long without = 0;
        for (int vertex = 0; vertex < superiors.length; vertex++) {
            for (int other = 0; other < vertex; other++) {
                if (component[vertex] == component[other] && !hasLeast(superiors, ranks, vertex, other)) {
                    without++;
                }
            }
        }
        double most = Arrays.stream(sizes)
                .mapToDouble(size -> (size - 1.0) * (size - 2.0) / 2)
                .sum();
        return most == 0 ? 1 : 1 - without / most;
    }

    /** A common superior's superiors are common too, so the least is the one who has as many as there are. */
    private static boolean hasLeast(BitSet[] superiors, int[] ranks, int one, int other) {
        if (superiors[one].get(other) || superiors[other].get(one)) {
            return true;
        }
        BitSet common = (BitSet) superiors[one].clone();
        common.and(superiors[other]);
        int size = common.cardinality();
        return size > 0 && common.stream().anyMatch(superior -> ranks[superior] == size);
    }
}
