package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Who has ties with whom, group by group, and how that compares with what the people's numbers of ties alone
 * would bring: the map of silos. Observed over expected of 0.3 between two divisions means that 70 % of the
 * ties one would expect are missing.
 *
 * <p>Expected ties between groups g and h, every person keeping their number of ties k (the configuration
 * model): m W(g,h) / W, with W(g,h) the sum of k(i) k(j) over pairs of two different people in g and h and W
 * over all pairs; directed kout(i) kin(j). Newman, Networks, 2010, section 13.2, writes K(g) K(h) / 2m, which
 * counts a person paired with themselves; without those the cells add up to the observed ties.
 *
 * <p>The interval of observed over expected holds what so few ties leave open, and that people differ ({@link CellSpread}).
 * A cell without any tie has the exact Poisson upper end, 3.689 / expected.
 *
 * <p>Only cells with ties are kept, so thousands of groups are no trouble: time O(m log m + cells), memory O(m + cells). Ties
 * with an end in no group are left out. Undirected: cells (g,h) and (h,g) are the same; inside a group every tie counts
 * once.
 */
public final class MixingMatrix {
    /** The 97.5 % upper bound of a Poisson mean when nothing was seen: -ln(0.025). */
    private static final double UPPER_BOUND_OF_NOTHING = 3.6888794541139363;

    private MixingMatrix() {}

    /**
     * How to count.
     *
     * @param groups group of every vertex, -1 for none
     */
    public record Parameters(int[] groups) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
        }

        /** These groups. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups);
        }
    }

    /**
     * Ties from one group to another.
     *
     * @param possible pairs of two people
     * @param density ties / possible; NaN where no pair is possible
     * @param expected ties that the people's numbers of ties would bring
     * @param ratio ties / expected; NaN where none is expected
     * @param low lower end of the 95 % interval of the ratio; NaN where none is expected
     * @param high upper end
     */
    public record Cell(
            int from,
            int to,
            long ties,
            double strength,
            long interactions,
            double possible,
            double density,
            double expected,
            double ratio,
            double low,
            double high) {}

    /**
     * The answer.
     *
     * @param groups number of groups
     * @param cells those with ties, row by row
     * @param permeability by group, the share of the ties that touch it which lead outside; NaN without ties
     */
    public record Result(int groups, List<Cell> cells, double[] permeability, Emptiness emptiness) {
        /** The cell from one group to another, with ties or without. */
        public Cell cell(int from, int to) {
            Objects.checkIndex(from, groups);
            Objects.checkIndex(to, groups);
            int low = 0;
            int high = cells.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                Cell cell = cells.get(middle);
                int order = cell.from() != from ? Integer.compare(cell.from(), from) : Integer.compare(cell.to(), to);
                if (order == 0) {
                    return cell;
                }
                low = order < 0 ? middle + 1 : low;
                high = order < 0 ? high : middle - 1;
            }
            return emptiness.cell(from, to);
        }
    }

    /** What is known of two groups without ties. */
    public static final class Emptiness {
        private final int[] sizes;
        private final boolean directed;
        private final GroupMargins margins;

        private Emptiness(int[] sizes, Orientation orientation, GroupMargins margins) {
            this.sizes = sizes;
            this.directed = orientation == Orientation.DIRECTED;
            this.margins = margins;
        }

        private Cell cell(int from, int to) {
            double expected = margins.expected(from, to);
            boolean bounded = expected > 0;
            return cell(
                    from,
                    to,
                    0,
                    0,
                    0,
                    bounded ? 0 : Double.NaN,
                    bounded ? UPPER_BOUND_OF_NOTHING / expected : Double.NaN);
        }

        private Cell cell(int from, int to, long ties, double strength, long interactions, double[] factors) {
            double ratio = ties / margins.expected(from, to);
            return cell(from, to, ties, strength, interactions, ratio * factors[0], ratio * factors[1]);
        }

        private Cell cell(int from, int to, long ties, double strength, long interactions, double low, double high) {
            double possible = (double) sizes[from] * (from == to ? sizes[to] - 1 : sizes[to]);
            possible /= from == to && !directed ? 2 : 1;
            double expected = margins.expected(from, to);
            return new Cell(
                    from,
                    to,
                    ties,
                    strength,
                    interactions,
                    possible,
                    ties / possible,
                    expected,
                    ties / expected,
                    low,
                    high);
        }
    }

    /** Ties between all pairs of groups. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int[] groups = parameters.groups();
        int count = Groups.count(graph, groups);
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        GroupedTies ties = GroupedTies.of(graph, groups);
        TieCells sorted = TieCells.of(ties, groups, count, directed);
        GroupMargins margins = GroupMargins.of(graph, groups, count);
        CellSpread spread = new CellSpread(margins, Groups.members(groups, count), groups.length);
        Emptiness emptiness = new Emptiness(Groups.sizes(groups, count), graph.orientation(), margins);
        List<Cell> cells = new ArrayList<>(directed ? sorted.size() : 2 * sorted.size());
        double[] inside = new double[count];
        double[] outside = new double[count];
        for (int number = 0; number < sorted.size(); number++) {
            int from = sorted.from(number);
            int to = sorted.to(number);
            double strength = 0;
            long interactions = 0;
            for (int place = sorted.start(number); place < sorted.start(number + 1); place++) {
                int slot = ties.slots()[sorted.tie(place)];
                strength += graph.strength(slot);
                interactions += graph.interactionCount(slot);
            }
            int there = sorted.start(number + 1) - sorted.start(number);
            double[] interval = spread.factors(sorted, number, ties);
            cells.add(emptiness.cell(from, to, there, strength, interactions, interval));
            if (from == to) {
                inside[from] += there;
                continue;
            }
            outside[from] += there;
            outside[to] += there;
            if (!directed) {
                cells.add(emptiness.cell(to, from, there, strength, interactions, interval));
            }
        }
        cells.sort(Comparator.comparingInt(Cell::from).thenComparingInt(Cell::to));
        double[] permeability = new double[count];
        Arrays.setAll(permeability, group -> outside[group] / (outside[group] + inside[group]));
        return new Result(count, List.copyOf(cells), permeability, emptiness);
    }
}
