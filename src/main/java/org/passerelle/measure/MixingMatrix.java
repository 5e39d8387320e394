package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
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
 * once: {@code samples} samples from {@code seed}, the middle 95 % of them, without the part of the noise of single
 * ties that drawing both ends of a tie adds. A cell without any tie has no
 * spread to resample; its upper end is the exact Poisson one, 3.689 / expected.
 *
 * <p>Only cells with ties are kept, so thousands of groups are no trouble: time O(samples (m + cells)) on {@code
 * threads} threads, memory O(m + cells + samples (n + groups)). The same for any number of threads; stops when its
 * thread is interrupted. Ties with an end in no group are left out. Undirected: cells (g,h) and (h,g) are the
 * same; inside a group every tie counts once.
 */
public final class MixingMatrix {
    /** The 97.5 % upper bound of a Poisson mean when nothing was seen: -ln(0.025). */
    private static final double UPPER_BOUND_OF_NOTHING = 3.6888794541139363;

    /** Most groups times samples, 120 MB of sums: 25,000 groups with 200 samples. */
    public static final long SAMPLED_GROUPS_MAX = 5_000_000;

    /** Most people times samples, 400 MB of copies: 2,000,000 people with 200 samples. */
    public static final long SAMPLED_PEOPLE_MAX = 400_000_000;

    private MixingMatrix() {}

    /**
     * How to count.
     *
     * @param groups group of every vertex, -1 for none
     * @param samples bootstrap samples, 0 for no intervals
     */
    public record Parameters(int[] groups, int samples, long seed, int threads) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (samples < 0 || samples > 10_000) {
                throw new IllegalArgumentException("samples is 0 to 10000, not " + samples);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("threads is 1 or more, not " + threads);
            }
        }

        /** 200 samples, as many threads as the machine runs at once. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, 200, 1, Tasks.threads());
        }

        /** The same with so many samples. */
        public Parameters withSamples(int number) {
            return new Parameters(groups, number, seed, threads);
        }

        /** The same from another seed. */
        public Parameters withSeed(long other) {
            return new Parameters(groups, samples, other, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(groups, samples, seed, number);
        }
    }

    /**
     * Ties from one group to another.
     *
     * @param possible pairs of two people
     * @param density ties / possible; NaN where no pair is possible
     * @param expected ties that the people's numbers of ties would bring
     * @param ratio ties / expected; NaN where none is expected
     * @param low lower end of the 95 % interval of the ratio; NaN without samples
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
        private final boolean sampled;

        private Emptiness(int[] sizes, Orientation orientation, GroupMargins margins, boolean sampled) {
            this.sizes = sizes;
            this.directed = orientation == Orientation.DIRECTED;
            this.margins = margins;
            this.sampled = sampled;
        }

        private Cell cell(int from, int to) {
            double expected = margins.expected(from, to, 0);
            boolean bounded = sampled && expected > 0;
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
            double ratio = ties / margins.expected(from, to, 0);
            return cell(from, to, ties, strength, interactions, ratio * factors[0], ratio * factors[1]);
        }

        private Cell cell(int from, int to, long ties, double strength, long interactions, double low, double high) {
            double possible = (double) sizes[from] * (from == to ? sizes[to] - 1 : sizes[to]);
            possible /= from == to && !directed ? 2 : 1;
            double expected = margins.expected(from, to, 0);
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
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of the resampling. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int[] groups = parameters.groups();
        int count = Groups.count(graph, groups);
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        int[][] members = Groups.members(groups, count);
        GroupedTies ties = GroupedTies.of(graph, groups);
        TieCells sorted = TieCells.of(ties, groups, count, directed);
        double[][] intervals = resample(graph, parameters, members, ties, sorted, progress);
        Emptiness emptiness = new Emptiness(
                Groups.sizes(groups, count),
                graph.orientation(),
                GroupMargins.observed(graph, groups, members),
                parameters.samples() > 0);
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
            cells.add(emptiness.cell(from, to, there, strength, interactions, intervals[number]));
            if (from == to) {
                inside[from] += there;
                continue;
            }
            outside[from] += there;
            outside[to] += there;
            if (!directed) {
                cells.add(emptiness.cell(to, from, there, strength, interactions, intervals[number]));
            }
        }
        cells.sort(Comparator.comparingInt(Cell::from).thenComparingInt(Cell::to));
        double[] permeability = new double[count];
        Arrays.setAll(permeability, group -> outside[group] / (outside[group] + inside[group]));
        return new Result(count, List.copyOf(cells), permeability, emptiness);
    }

    /** The interval of every cell with ties. */
    private static double[][] resample(
            TieGraph graph,
            Parameters parameters,
            int[][] members,
            GroupedTies ties,
            TieCells cells,
            Progress progress) {
        int samples = parameters.samples();
        double[][] intervals = new double[cells.size()][];
        if (samples == 0) {
            Arrays.setAll(intervals, _ -> Expectation.middle(new double[0]));
            return intervals;
        }
        refuse("groups", members.length, samples, SAMPLED_GROUPS_MAX);
        refuse("people", graph.people(), samples, SAMPLED_PEOPLE_MAX);
        byte[] copies = draw(parameters, members);
        GroupMargins margins = GroupMargins.of(
                graph,
                parameters.groups(),
                members,
                copies,
                samples,
                parameters.threads(),
                share -> progress.reached(share / 2));
        int pieces = Math.min(cells.size(), 256);
        Tasks.run(
                pieces,
                parameters.threads(),
                () -> piece -> {
                    for (int cell = piece; cell < cells.size(); cell += pieces) {
                        intervals[cell] = interval(cells, cell, ties, copies, margins, samples);
                    }
                },
                share -> progress.reached((1 + share) / 2));
        return intervals;
    }

    private static void refuse(String what, long number, int samples, long most) {
        if (number * samples > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "At most %d %s times samples, not %d %s and %d samples",
                    most,
                    what,
                    number,
                    what,
                    samples));
        }
    }

    /** How often each person was drawn among their group, sample by sample. */
    private static byte[] draw(Parameters parameters, int[][] members) {
        int samples = parameters.samples();
        byte[] copies = new byte[parameters.groups().length * samples];
        Tasks.run(
                samples,
                parameters.threads(),
                () -> sample -> {
                    SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), sample));
                    for (int[] group : members) {
                        for (int draw = 0; draw < group.length; draw++) {
                            int place = group[random.nextInt(group.length)] * samples + sample;
                            // Drawn 127 times and again has a chance far below one in 10^200.
                            copies[place] += (byte) (copies[place] < Byte.MAX_VALUE ? 1 : 0);
                        }
                    }
                },
                Progress.NONE);
        return copies;
    }

    private static double[] interval(
            TieCells cells, int cell, GroupedTies ties, byte[] copies, GroupMargins margins, int samples) {
        int[] observed = new int[samples];
        for (int place = cells.start(cell); place < cells.start(cell + 1); place++) {
            int from = ties.from()[cells.tie(place)] * samples;
            int to = ties.to()[cells.tie(place)] * samples;
            for (int sample = 0; sample < samples; sample++) {
                observed[sample] += copies[from + sample] * copies[to + sample];
            }
        }
        double[] ratios = new double[samples];
        Arrays.setAll(ratios, sample -> observed[sample] / margins.expected(cells.from(cell), cells.to(cell), sample));
        return narrowed(Expectation.sorted(ratios), cells.start(cell + 1) - cells.start(cell));
    }

    /**
     * The middle 95 % of the draws, as factors around their median, brought down to the noise that ties have. Drawing
     * both ends of a tie counts the noise of a single tie, 1 / ties in the variance of the logarithm, three times
     * (Snijders and Borgatti's bootstrap is unbiased for what people bring, not for that): two of the three are taken
     * away, and what is left is at least the noise itself.
     */
    static double[] narrowed(double[] sorted, int ties) {
        double[] middle = Expectation.middle(sorted);
        double median = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
        if (!(median > 0)) {
            return new double[] {0, Double.NaN};
        }
        double sum = 0;
        double squares = 0;
        int positive = 0;
        for (double ratio : sorted) {
            if (ratio > 0) {
                double log = Math.log(ratio);
                sum += log;
                squares += log * log;
                positive++;
            }
        }
        double variance = squares / positive - (sum / positive) * (sum / positive);
        double noise = 1.0 / ties;
        double factor = Math.min(1, Math.sqrt(Math.max(variance - 2 * noise, noise) / variance));
        return new double[] {Math.pow(middle[0] / median, factor), Math.pow(middle[1] / median, factor)};
    }
}
