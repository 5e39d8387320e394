package org.passerelle.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;

/**
 * How often a tie lies on the shortest paths between two people: for an organisation, which single contacts news and
 * requests cross when everybody takes the shortest way. Over pairs in different groups only it finds the contacts
 * through which the silos reach each other.
 *
 * <p>score(e) = sum over unordered pairs s, t of sigma(s,t|e) / sigma(s,t), where sigma counts shortest paths and those
 * over the tie e; unlike for people, pairs that end at the tie count. Michelle Girvan and Mark Newman, Community
 * structure in social and biological networks, 2002, doi:10.1073/pnas.122653799; computed by the two sweeps of Ulrik
 * Brandes, On variants of shortest-path betweenness centrality, 2008, doi:10.1016/j.socnet.2007.11.001, section 3.6.
 * Every tie is one step; directions are left out.
 *
 * <p>Where people times ties are more than {@code exactStepsMax}, the paths of {@code sources} people are taken, drawn
 * without replacement, every one with the same chance; what holds of {@link SampledBetweenness} holds here: unbiased,
 * with the standard error of a total from a simple random sample, and an interval of two errors holds less than 95 %
 * of the ties.
 *
 * <p>Time O(n m) exact and O(k m) from k sources, shared among threads; memory up to 32 m numbers, twice that when
 * drawn. The sums are the same, bit for bit, for any number of threads. No ties: no scores. More than 1.8e308 paths:
 * an ArithmeticException.
 */
public final class TieBetweenness {
    private static final double EXACT_STEPS_MAX = 1e9;

    /** Each has two or four numbers for every tie. */
    private static final int STRIPES = 16;

    private TieBetweenness() {}

    /**
     * How to count.
     *
     * @param groups group of every vertex, -1 for none: only pairs in two different groups count; empty for all pairs
     * @param exactStepsMax people times ties up to which nothing is drawn
     * @param sources people to draw above that, at least 2
     * @param seed same seed, same people
     * @param threads how many work at once
     */
    public record Parameters(int[] groups, double exactStepsMax, int sources, long seed, int threads) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (sources < 2) {
                throw new IllegalArgumentException("An error shows from 2 sources on, not from " + sources);
            }
            if (!(exactStepsMax >= 0)) {
                throw new IllegalArgumentException("exactStepsMax is at least 0, not " + exactStepsMax);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("At least one thread has to work, not " + threads);
            }
        }

        /** All pairs; exact up to 1e9 steps, above that 256 sources from seed 1; every processor. */
        public static Parameters defaults() {
            return new Parameters(new int[0], EXACT_STEPS_MAX, 256, 1, Tasks.threads());
        }

        /** The same over pairs in different groups. */
        public Parameters acrossGroups(int[] assignment) {
            return new Parameters(assignment, exactStepsMax, sources, seed, threads);
        }

        /** The same with another limit. */
        public Parameters withExactStepsMax(double steps) {
            return new Parameters(groups, steps, sources, seed, threads);
        }

        /** The same with so many sources. */
        public Parameters withSources(int number) {
            return new Parameters(groups, exactStepsMax, number, seed, threads);
        }

        /** The same with another draw. */
        public Parameters withSeed(long number) {
            return new Parameters(groups, exactStepsMax, sources, number, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(groups, exactStepsMax, sources, seed, number);
        }
    }

    /**
     * The answer, by tie; ties are numbered from 0 in the order of the undirected rows, each from its lower end.
     *
     * @param from lower end of every tie
     * @param to higher end
     * @param scores number of pairs whose paths lead over it, fractions where paths are equally short
     * @param standardErrors of the scores; empty where they are exact
     * @param pairs unordered pairs that count, within reach of each other or not
     */
    public record Result(int[] from, int[] to, double[] scores, double[] standardErrors, double pairs) {
        /** Whether nothing was drawn. */
        public boolean exact() {
            return standardErrors.length == 0;
        }

        /** The score as a share of the pairs that count. */
        public double share(int tie) {
            return pairs == 0 ? 0 : scores[tie] / pairs;
        }

        /** The share with two standard errors to each side; both ends are the share where it is exact. */
        public Estimate estimate(int tie) {
            double share = share(tie);
            double error = exact() || pairs == 0 ? 0 : 2 * standardErrors[tie] / pairs;
            return new Estimate(share, Math.max(0, share - error), share + error);
        }
    }

    /** Betweenness of every tie. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same, telling how far it is; it ends where its thread is interrupted. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        TieGraph both = graph.undirected();
        int[] groups = parameters.groups();
        double pairs = pairs(both, groups);
        NumberedTies ties = NumberedTies.of(both);
        SearchOrder order = SearchOrder.of(both);
        int[] places = order.places();
        int[][] slots = ties.slotsIn(order.rows(), places);
        int[] candidates = IntStream.range(0, both.people())
                .filter(vertex -> groups.length == 0 || groups[vertex] >= 0)
                .toArray();
        boolean exact = (double) both.people() * both.ties() <= parameters.exactStepsMax()
                || candidates.length <= parameters.sources();
        int[] sources = exact ? candidates : drawn(candidates, parameters);
        int sumsOfSlot = exact ? 1 : 2;
        int[] placed = Arrays.stream(sources).map(source -> places[source]).toArray();
        double[] sums = Stripes.sum(
                STRIPES,
                sources.length,
                sumsOfSlot * 2 * both.ties(),
                parameters.threads(),
                () -> new Accumulation(order, placed, order.inOrder(groups), sumsOfSlot),
                progress);
        double[] scores = new double[both.ties()];
        double[] errors = new double[exact ? 0 : both.ties()];
        double drawn = sources.length;
        for (int tie = 0; tie < scores.length; tie++) {
            // A path crosses a tie in one direction, which is one of its two slots.
            int one = sumsOfSlot * slots[0][tie];
            int other = sumsOfSlot * slots[1][tie];
            double sum = sums[one] + sums[other];
            // Every unordered pair is met from both its ends.
            scores[tie] = exact ? sum / 2 : candidates.length * sum / drawn / 2;
            if (!exact) {
                double squares = sums[one + 1] + sums[other + 1];
                double variance = Math.max(0, squares - sum * sum / drawn) / (drawn - 1);
                errors[tie] = candidates.length * Math.sqrt((1 - drawn / candidates.length) * variance / drawn) / 2;
            }
        }
        return new Result(ties.from(), ties.to(), scores, errors, pairs);
    }

    /** Unordered pairs that count, after a look at the groups. */
    private static double pairs(TieGraph graph, int[] groups) {
        double people = graph.people();
        if (groups.length == 0) {
            return people * (people - 1) / 2;
        }
        double assigned = 0;
        double inside = 0;
        for (int size : Groups.sizes(groups, Groups.count(graph, groups))) {
            assigned += size;
            inside += (double) size * size;
        }
        return (assigned * assigned - inside) / 2;
    }

    private static int[] drawn(int[] candidates, Parameters parameters) {
        int[] shuffled = candidates.clone();
        SplittableRandom random = new SplittableRandom(parameters.seed());
        for (int place = 0; place < parameters.sources(); place++) {
            int other = random.nextInt(place, shuffled.length);
            int vertex = shuffled[other];
            shuffled[other] = shuffled[place];
            shuffled[place] = vertex;
        }
        int[] drawn = Arrays.copyOf(shuffled, parameters.sources());
        Arrays.sort(drawn);
        return drawn;
    }

    /**
     * Brandes' two sweeps from one source; the second adds to the ties that lead away from it, which the first has put down.
     * Vertices are called by their places.
     */
    private static final class Accumulation implements Stripes.Kernel {
        private final SearchOrder order;
        private final int[] sources;
        private final int[] groups;
        /** Numbers kept of every slot: the sum, and that of squares. */
        private final int sumsOfSlot;

        private final int[] steps;
        private final int[] queue;
        /** The slots that lead a step away from the source, in the order of the queue. */
        private final int[] away;
        /** Where those of each place of the queue begin. */
        private final int[] awayStarts;

        private final double[] counts;
        private final double[] perPath;

        Accumulation(SearchOrder order, int[] sources, int[] groups, int sumsOfSlot) {
            int people = order.rows().people();
            this.order = order;
            this.sources = sources;
            this.groups = groups;
            this.sumsOfSlot = sumsOfSlot;
            this.steps = new int[people];
            this.queue = new int[people];
            this.away = new int[order.rows().neighbours().length / 2];
            this.awayStarts = new int[people + 1];
            this.counts = new double[people];
            this.perPath = new double[people];
            Arrays.fill(steps, -1);
        }

        @Override
        public void add(int number, double[] sums) {
            int source = sources[number];
            int[] neighbours = order.rows().neighbours();
            int reached = search(source);
            for (int index = reached - 1; index >= 0; index--) {
                int vertex = queue[index];
                double paths = counts[vertex];
                double below = 0;
                for (int led = awayStarts[index]; led < awayStarts[index + 1]; led++) {
                    int slot = away[led];
                    double over = paths * perPath[neighbours[slot]];
                    below += over;
                    int sum = sumsOfSlot * slot;
                    sums[sum] += over;
                    if (sumsOfSlot > 1) {
                        sums[sum + 1] += over * over;
                    }
                }
                perPath[vertex] = ((isTarget(source, vertex) ? 1 : 0) + below) / paths;
            }
            for (int index = 0; index < reached; index++) {
                steps[queue[index]] = -1;
                counts[queue[index]] = 0;
            }
        }

        private boolean isTarget(int source, int vertex) {
            return groups.length == 0 || (groups[vertex] >= 0 && groups[vertex] != groups[source]);
        }

        private int search(int source) {
            int[] offsets = order.rows().offsets();
            int[] neighbours = order.rows().neighbours();
            int reached = 1;
            int led = 0;
            queue[0] = source;
            steps[source] = 0;
            counts[source] = 1;
            for (int index = 0; index < reached; index++) {
                int vertex = queue[index];
                double paths = counts[vertex];
                int step = steps[vertex] + 1;
                if (paths == Double.POSITIVE_INFINITY) {
                    throw new ArithmeticException("More than 1.8e308 shortest paths lead from vertex "
                            + order.order()[source] + " to vertex " + order.order()[vertex]);
                }
                for (int slot = offsets[vertex]; slot < offsets[vertex + 1]; slot++) {
                    int next = neighbours[slot];
                    int known = steps[next];
                    if (known < 0) {
                        steps[next] = step;
                        queue[reached++] = next;
                        known = step;
                    }
                    if (known == step) {
                        counts[next] += paths;
                        away[led++] = slot;
                    }
                }
                awayStarts[index + 1] = led;
            }
            return reached;
        }
    }
}
