package org.passerelle.measure;

import java.util.Arrays;
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
 * <p>People who reach each other are taken together first. Connectedness, hierarchy and efficiency are exact for any
 * size, in O(n m / 512) steps. The least upper bound looks at pairs: at all of them up to {@code exactKnots} knots of
 * people (O(n³ / 64) steps at worst, 12.5 MB at the default), beyond at {@code pairs} drawn at random, with a 95 %
 * interval (Wilson). Memory O(n + m). The same for any number of threads; stops when its thread is interrupted.
 * Where nothing can be violated (nobody, somebody alone, no ties) the value is 1.
 */
public final class KrackhardtHierarchy {
    private KrackhardtHierarchy() {}

    /**
     * How far to go.
     *
     * @param exactKnots the least upper bound is exact up to so many people or knots of people who reach each other
     * @param pairs drawn beyond, from the seed
     */
    public record Parameters(int exactKnots, int pairs, long seed, int threads) {
        /** Checks. */
        public Parameters {
            if (exactKnots < 0 || exactKnots > 50_000) {
                throw new IllegalArgumentException("exactKnots is 0 to 50000, not " + exactKnots);
            }
            if (pairs < 1 || pairs > 10_000_000) {
                throw new IllegalArgumentException("pairs is 1 to 10000000, not " + pairs);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("threads is 1 or more, not " + threads);
            }
        }

        /** Exact up to 10,000, then 16,384 pairs; as many threads as the machine runs at once. */
        public static Parameters defaults() {
            return new Parameters(10_000, 16_384, 1, Tasks.threads());
        }

        /** The same, exact up to so many. */
        public Parameters withExactKnots(int number) {
            return new Parameters(number, pairs, seed, threads);
        }

        /** The same with so many pairs beyond. */
        public Parameters withPairs(int number) {
            return new Parameters(exactKnots, number, seed, threads);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(exactKnots, pairs, other, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(exactKnots, pairs, seed, number);
        }
    }

    /**
     * The four dimensions, each 0 to 1.
     *
     * @param low lower end of the 95 % interval of the least upper bound; itself where that is exact
     * @param high upper end
     * @param pairsDrawn pairs that the least upper bound was estimated from, 0 where it is exact
     */
    public record Result(
            double connectedness,
            double hierarchy,
            double efficiency,
            double leastUpperBound,
            double low,
            double high,
            int pairsDrawn) {}

    /** The four dimensions of a directed network; an undirected tie goes both ways. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of both halves, hierarchy and the least upper bound. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int[] component = components(graph);
        int[] sizes = Groups.sizes(component, Groups.count(component));
        Condensation knots = Condensation.of(graph);
        double hierarchy = hierarchy(knots, parameters.threads(), share -> progress.reached(share / 2));
        Result bound = leastUpperBound(knots, component, sizes, parameters, share -> progress.reached((1 + share) / 2));
        return new Result(
                connectedness(sizes, graph.people()),
                hierarchy,
                efficiency(graph, sizes),
                bound.leastUpperBound(),
                bound.low(),
                bound.high(),
                bound.pairsDrawn());
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

    private static double connectedness(int[] sizes, int people) {
        double joined =
                Arrays.stream(sizes).mapToDouble(size -> size * (size - 1.0)).sum();
        return people < 2 ? 1 : joined / (people * (people - 1.0));
    }

    private static double hierarchy(Condensation knots, int threads, Progress progress) {
        double oneWay = Reach.pairs(knots, threads, progress);
        double bothWays = 0;
        for (double size : knots.sizes) {
            bothWays += size * (size - 1) / 2;
        }
        return oneWay + bothWays == 0 ? 1 : oneWay / (oneWay + bothWays);
    }

    private static double efficiency(TieGraph graph, int[] sizes) {
        double needed = Arrays.stream(sizes).mapToDouble(size -> size - 1.0).sum();
        double most = Arrays.stream(sizes)
                .mapToDouble(size -> (size - 1.0) * (size - 1.0))
                .sum();
        return most == 0 ? 1 : 1 - (graph.neighbours().length - needed) / most;
    }

    /** The other three dimensions of this result are NaN. */
    private static Result leastUpperBound(
            Condensation knots, int[] component, int[] sizes, Parameters parameters, Progress progress) {
        double most = 0;
        double pairs = 0;
        for (double size : sizes) {
            most += (size - 1) * (size - 2) / 2;
            pairs += size * (size - 1) / 2;
        }
        if (most == 0) {
            return bound(1, 1, 1, 0);
        }
        if (knots.knots() <= parameters.exactKnots()) {
            double exact = 1 - UpperBounds.countLacking(knots, component, parameters.threads(), progress) / most;
            return bound(exact, exact, exact, 0);
        }
        int[][] members = Groups.members(component, sizes.length);
        int lacking = UpperBounds.sampleLacking(
                knots, members, parameters.pairs(), parameters.seed(), parameters.threads(), progress);
        Proportion share = Proportion.of(lacking, parameters.pairs());
        double scale = pairs / most;
        return bound(
                Math.max(0, 1 - share.share() * scale),
                Math.max(0, 1 - share.high() * scale),
                Math.min(1, Math.max(0, 1 - share.low() * scale)),
                parameters.pairs());
    }

    private static Result bound(double value, double low, double high, int pairs) {
        return new Result(Double.NaN, Double.NaN, Double.NaN, value, low, high, pairs);
    }
}
