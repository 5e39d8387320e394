package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
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
 * <p>The interval of observed over expected resamples people with replacement within each group (the vertex
 * bootstrap of Snijders and Borgatti, Connections 22(2), 1999), because one busy person changes many ties at
 * once: {@code samples} samples from {@code seed}, 2.5 % and 97.5 % of them. A cell without any tie has no
 * spread to resample; its upper end is the exact Poisson one, 3.689 / expected.
 *
 * <p>Time O(samples (m + groups²)), memory O(m + samples groups²). Ties with an end in no group are left out.
 * Undirected: cells (g,h) and (h,g) are the same; inside a group every tie counts once.
 */
public final class MixingMatrix {
    /** The 97.5 % upper bound of a Poisson mean when nothing was seen: -ln(0.025). */
    private static final double UPPER_BOUND_OF_NOTHING = 3.6888794541139363;

    /** Most cells times samples, 160 MB of ratios: 316 groups with 200 samples. */
    public static final long SAMPLED_CELLS_MAX = 20_000_000;

    private MixingMatrix() {}

    /**
     * How to count.
     *
     * @param groups group of every vertex, -1 for none
     * @param samples bootstrap samples, 0 for no intervals
     */
    public record Parameters(int[] groups, int samples, long seed) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (samples < 0 || samples > 10_000) {
                throw new IllegalArgumentException("samples is 0 to 10000, not " + samples);
            }
        }

        /** 200 samples. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, 200, 1);
        }
    }

    /**
     * Ties from one group to another.
     *
     * @param possible pairs of two people
     * @param density ties / possible; NaN where no pair is possible
     * @param expected ties that the people's numbers of ties would bring
     * @param ratio ties / expected; NaN where none is expected
     * @param low 2.5 % of the bootstrap samples lie below; NaN without samples
     * @param high 2.5 % lie above
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
     * @param cells row by row
     * @param permeability by group, the share of the ties that touch it which lead outside; NaN without ties
     */
    public record Result(int groups, List<Cell> cells, double[] permeability) {
        /** The cell from one group to another. */
        public Cell cell(int from, int to) {
            return cells.get(from * groups + to);
        }
    }

    /** The matrix of the groups. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int[] groups = parameters.groups();
        int count = Groups.count(graph, groups);
        if ((long) count * count * parameters.samples() > SAMPLED_CELLS_MAX) {
            throw new IllegalArgumentException("Intervals need groups² times samples of at most " + SAMPLED_CELLS_MAX
                    + ", not " + count + " groups and " + parameters.samples()
                    + " samples: take larger groups, fewer samples, or none");
        }
        Tally tally = new Tally(GroupedTies.of(graph, groups), graph.orientation(), groups, count);
        int[] once = new int[groups.length];
        Arrays.fill(once, 1);
        tally.count(once);
        double[] ties = tally.observed.clone();
        double[] expected = tally.expected.clone();
        double[][] ratios = resample(tally, parameters);
        double[] strength = amounts(graph, tally, Amount.STRENGTH);
        double[] interactions = amounts(graph, tally, Amount.INTERACTIONS);
        int[] sizes = Groups.sizes(groups, count);
        List<Cell> cells = new ArrayList<>();
        for (int from = 0; from < count; from++) {
            for (int to = 0; to < count; to++) {
                int place = from * count + to;
                double possible = (double) sizes[from] * (from == to ? sizes[to] - 1 : sizes[to]);
                possible /= from == to && !tally.directed ? 2 : 1;
                double[] interval = interval(ratios[place], ties[place], expected[place]);
                cells.add(new Cell(
                        from,
                        to,
                        Math.round(ties[place]),
                        strength[place],
                        Math.round(interactions[place]),
                        possible,
                        ties[place] / possible,
                        expected[place],
                        ties[place] / expected[place],
                        interval[0],
                        interval[1]));
            }
        }
        return new Result(count, List.copyOf(cells), permeability(ties, count, tally.directed));
    }

    private static double[] amounts(TieGraph graph, Tally tally, Amount amount) {
        double[] amounts = new double[tally.count * tally.count];
        for (int tie = 0; tie < tally.ties.size(); tie++) {
            tally.add(amounts, tie, amount.of(graph, tally.ties.slots()[tie]));
        }
        return amounts;
    }

    private static double[][] resample(Tally tally, Parameters parameters) {
        int[] groups = parameters.groups();
        int[][] members = new int[tally.count][];
        for (int group = 0; group < tally.count; group++) {
            int wanted = group;
            members[group] = IntStream.range(0, groups.length)
                    .filter(vertex -> groups[vertex] == wanted)
                    .toArray();
        }
        SplittableRandom random = new SplittableRandom(parameters.seed());
        double[][] ratios = new double[tally.count * tally.count][parameters.samples()];
        int[] copies = new int[groups.length];
        for (int sample = 0; sample < parameters.samples(); sample++) {
            Arrays.fill(copies, 0);
            for (int[] group : members) {
                for (int draw = 0; draw < group.length; draw++) {
                    copies[group[random.nextInt(group.length)]]++;
                }
            }
            tally.count(copies);
            for (int place = 0; place < ratios.length; place++) {
                ratios[place][sample] = tally.observed[place] / tally.expected[place];
            }
        }
        return ratios;
    }

    private static double[] interval(double[] samples, double ties, double expected) {
        double[] values = Arrays.stream(samples)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (values.length == 0 || expected == 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        if (ties == 0) {
            return new double[] {0, UPPER_BOUND_OF_NOTHING / expected};
        }
        return new double[] {
            values[(int) (0.025 * (values.length - 1))], values[(int) Math.ceil(0.975 * (values.length - 1))]
        };
    }

    private static double[] permeability(double[] ties, int count, boolean directed) {
        double[] permeability = new double[count];
        for (int group = 0; group < count; group++) {
            double outside = 0;
            for (int other = 0; other < count; other++) {
                if (other != group) {
                    outside += ties[group * count + other] + (directed ? ties[other * count + group] : 0);
                }
            }
            permeability[group] = outside / (outside + ties[group * count + group]);
        }
        return permeability;
    }

    /** Observed and expected ties when every person stands so many times in the network. */
    private static final class Tally {
        private final GroupedTies ties;
        private final boolean directed;
        private final int[] groups;
        private final int count;
        private final double[] observed;
        private final double[] expected;
        private final double[] out;
        private final double[] in;

        Tally(GroupedTies ties, Orientation orientation, int[] groups, int count) {
            this.ties = ties;
            this.directed = orientation == Orientation.DIRECTED;
            this.groups = groups;
            this.count = count;
            this.observed = new double[count * count];
            this.expected = new double[count * count];
            this.out = new double[groups.length];
            this.in = new double[groups.length];
        }

        void add(double[] cells, int tie, double amount) {
            int from = groups[ties.from()[tie]];
            int to = groups[ties.to()[tie]];
            cells[from * count + to] += amount;
            if (!directed && from != to) {
                cells[to * count + from] += amount;
            }
        }

        void count(int[] copies) {
            Arrays.fill(observed, 0);
            Arrays.fill(out, 0);
            Arrays.fill(in, 0);
            double total = 0;
            for (int tie = 0; tie < ties.size(); tie++) {
                int from = ties.from()[tie];
                int to = ties.to()[tie];
                double times = (double) copies[from] * copies[to];
                if (times > 0) {
                    total += times;
                    add(observed, tie, times);
                    out[from] += copies[to];
                    in[to] += copies[from];
                    if (!directed) {
                        out[to] += copies[from];
                        in[from] += copies[to];
                    }
                }
            }
            expect(copies, total);
        }

        private void expect(int[] copies, double total) {
            double[] groupOut = new double[count];
            double[] groupIn = new double[count];
            double[] self = new double[count];
            for (int vertex = 0; vertex < groups.length; vertex++) {
                if (groups[vertex] >= 0) {
                    groupOut[groups[vertex]] += copies[vertex] * out[vertex];
                    groupIn[groups[vertex]] += copies[vertex] * in[vertex];
                    self[groups[vertex]] += copies[vertex] * out[vertex] * (copies[vertex] * in[vertex]);
                }
            }
            double all = 0;
            for (int from = 0; from < count; from++) {
                for (int to = 0; to < count; to++) {
                    double products = groupOut[from] * groupIn[to] - (from == to ? self[from] : 0);
                    expected[from * count + to] = from == to && !directed ? products / 2 : products;
                    all += directed || from <= to ? expected[from * count + to] : 0;
                }
            }
            for (int place = 0; place < expected.length; place++) {
                expected[place] *= total / all;
            }
        }
    }
}
