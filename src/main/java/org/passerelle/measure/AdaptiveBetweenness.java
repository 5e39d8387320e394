package org.passerelle.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.passerelle.network.TieGraph;

/**
 * Betweenness estimated from shortest paths drawn at random, until what was asked is certain enough: for a
 * large organisation, the ten people through whom most ways lead, with bounds that hold for everybody at once.
 *
 * <p>A sample is two different people and one of the shortest paths from one to the other, or nothing where there
 * is none. The chance that v lies between is {@link Betweenness}' share of v times (n - 2) / n, as v is an end of
 * some samples. After t samples, x(v) of them over v, the estimate of the chance is p = x(v) / t, and Chernoff's
 * inequalities, solved for the unknown chance, bound it:
 *
 * <pre>
 * lower = p - L/t (sqrt(4/9 + 2 p t / L) - 2/3)    upper = p + L/t (sqrt(1 + 2 p t / L) + 1)
 * L = log(1 / (probability of error granted to v, this side and this check))
 * </pre>
 *
 * <p>After Borassi and Natale, KADABRA is an adaptive algorithm for betweenness via random approximation, 2019,
 * doi:10.1145/3284359, with three differences. Their f and g hold after any number of samples, for which the
 * variance of the largest possible number is charged; we look at set numbers of samples that grow by a fifth, share
 * the probability of error among these checks and charge the variance of t samples, which is narrower when it ends
 * early. Their last resort rests on the VC dimension (Riondato and Kornaropoulos, Fast approximation of betweenness
 * centrality through sampling, 2016, doi:10.1007/s10618-015-0423-0) with a constant found by experiment; ours is
 * Hoeffding's inequality for all people at once, log(4 n / delta) / (2 epsilon^2) samples, which is proven and needs
 * no diameter. We grant more error to people met often in some first samples, then thrown away, by a plain rule:
 * half of it alike, half as often as met.
 *
 * <p>Asked for everybody, it ends when all bounds are within epsilon of the estimates. Asked for the top k, it ends
 * with {@code topCertain} when the bounds leave nobody else among them, or without when what is left open between
 * the last of them and the first of the others is below epsilon: then nobody else exceeds one of the top by more
 * than epsilon. The probability that any of the bounds it returns is wrong is at most delta.
 *
 * <p>Steps only. Time of a sample: two balls that touch, about the square root of n m on a network with short
 * paths, at worst O(m); memory O(n) a thread plus 64 n. Same ids and seed, same samples and same bits, for any
 * number of threads. With fewer than 3 people nobody is between: shares 0, no samples.
 */
public final class AdaptiveBetweenness {
    private static final double GROWTH = 1.2;
    private static final int FIRST_CHECK = 1_000;
    private static final int ROUND_MAX = 1 << 24;

    private AdaptiveBetweenness() {}

    /**
     * When to stop.
     *
     * @param epsilon largest difference between shares that does not matter, above 0 and below 1
     * @param delta largest probability that a bound is wrong, above 0 and below 1
     * @param topK stop as soon as it is certain who the first so many are, or that they differ from the others by
     *     less than epsilon, though the bounds of many may be wider than that; 0 to go on until everybody's bounds
     *     are within epsilon
     * @param seed same seed, same samples
     * @param threads how many work at once
     */
    public record Parameters(double epsilon, double delta, int topK, long seed, int threads) {
        /** Checks the ranges. */
        public Parameters {
            if (!(epsilon > 0 && epsilon < 1)) {
                throw new IllegalArgumentException("Epsilon is above 0 and below 1, not " + epsilon);
            }
            if (!(delta > 0 && delta < 1)) {
                throw new IllegalArgumentException("Delta is above 0 and below 1, not " + delta);
            }
            if (topK < 0) {
                throw new IllegalArgumentException("The top has 0 people or more, not " + topK);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("At least one thread has to work, not " + threads);
            }
        }

        /** The first 10, certain but for differences of 0.01, with 95 % probability; seed 1, every processor. */
        public static Parameters defaults() {
            return new Parameters(.01, .05, 10, 1, Runtime.getRuntime().availableProcessors());
        }

        /** The same with another error. */
        public Parameters withEpsilon(double error) {
            return new Parameters(error, delta, topK, seed, threads);
        }

        /** The same with another probability of error. */
        public Parameters withDelta(double probability) {
            return new Parameters(epsilon, probability, topK, seed, threads);
        }

        /** The same for so many people at the top. */
        public Parameters withTopK(int number) {
            return new Parameters(epsilon, delta, number, seed, threads);
        }

        /** The same with other samples. */
        public Parameters withSeed(long number) {
            return new Parameters(epsilon, delta, topK, number, threads);
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(epsilon, delta, topK, seed, number);
        }
    }

    /**
     * The answer. All of {@code lower[v] <= true share of v <= upper[v]} hold with probability 1 - delta.
     *
     * @param shares estimated share of the pairs of others that each person is between
     * @param lower lower bound of each share
     * @param upper upper bound of each share
     * @param samples paths drawn
     * @param top the first topK people by estimate, equal ones by number
     * @param topCertain whether the bounds leave nobody else among the top; false where topK is 0
     */
    public record Result(
            double[] shares, double[] lower, double[] upper, long samples, int[] top, boolean topCertain) {}

    /** Estimated betweenness of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same, telling how far it is at most; it ends where its thread is interrupted. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int people = graph.people();
        if (people < 3) {
            int[] top = IntStream.range(0, Math.min(people, parameters.topK())).toArray();
            boolean all = people > 0 && top.length == people;
            return new Result(new double[people], new double[people], new double[people], 0, top, all);
        }
        return new Estimate(graph, parameters).run(progress);
    }

    /** The samples so far and what they bound. */
    private static final class Estimate {
        private final SearchOrder order;
        private final Parameters parameters;
        private final int people;
        /** From a chance to a share. */
        private final double scale;

        private final double[] met;
        private final double[] shares;
        private final double[] lower;
        private final double[] upper;
        private int[] top = new int[0];
        private boolean topCertain;
        /** What the bounds between the top and the others leave open. */
        private double blur = 1;

        Estimate(TieGraph graph, Parameters parameters) {
            this.order = SearchOrder.of(graph);
            this.parameters = parameters;
            this.people = graph.people();
            this.scale = people / (people - 2.0);
            this.met = new double[people];
            this.shares = new double[people];
            this.lower = new double[people];
            this.upper = new double[people];
        }

        Result run(Progress progress) {
            long[] checks = checks();
            double[] logarithms = logarithms(checks.length);
            long samples = 0;
            for (int check = 0; check < checks.length; check++) {
                draw(FIRST_CHECK + samples, checks[check] - samples, met);
                samples = checks[check];
                boolean last = check == checks.length - 1;
                double widest = bound(samples, logarithms, last ? error() : 1);
                rank();
                boolean done = last || topCertain || (parameters.topK() > 0 ? blur : widest) <= parameters.epsilon();
                progress.reached(done ? 1 : (double) samples / checks[checks.length - 1]);
                if (done) {
                    break;
                }
            }
            return new Result(shares, lower, upper, samples, top, topCertain);
        }

        /** What everybody's bounds are within at last; two of them lie between the top and the others. */
        private double error() {
            return parameters.topK() > 0 ? parameters.epsilon() / 2 : parameters.epsilon();
        }

        /** Numbers of samples after which to look; after the last one Hoeffding's inequality holds for everybody. */
        private long[] checks() {
            double chance = error() / scale;
            long last = (long) Math.ceil(Math.log(4.0 * people / parameters.delta()) / (2 * chance * chance));
            LongStream early = LongStream.iterate(
                    FIRST_CHECK, samples -> samples < last, samples -> (long) Math.ceil(samples * GROWTH));
            return LongStream.concat(early, LongStream.of(last)).toArray();
        }

        /** L for every person: half of delta, over two sides and all checks, shared out after some first samples. */
        private double[] logarithms(int checks) {
            double[] first = new double[people];
            draw(0, FIRST_CHECK, first);
            double all = Arrays.stream(first).sum();
            double[] logarithms = new double[people];
            for (int vertex = 0; vertex < people; vertex++) {
                double part = all == 0 ? 1.0 / people : .5 / people + .5 * first[vertex] / all;
                logarithms[vertex] = -Math.log(parameters.delta() / 2 / (2.0 * checks) * part);
            }
            return logarithms;
        }

        private void draw(long firstSample, long samples, double[] into) {
            // In rounds, as the sources of a sum are numbered by int.
            for (long done = 0; done < samples; done += ROUND_MAX) {
                long first = firstSample + done;
                int round = (int) Math.min(ROUND_MAX, samples - done);
                double[] counts = order.back(Stripes.sum(
                        round,
                        people,
                        parameters.threads(),
                        () -> new PathSampler(order.rows(), order.reversed(), parameters.seed(), first)));
                for (int vertex = 0; vertex < people; vertex++) {
                    into[vertex] += counts[vertex];
                }
            }
        }

        /** Sets estimates and bounds; the largest distance between the two. */
        private double bound(long samples, double[] logarithms, double error) {
            double widest = 0;
            for (int vertex = 0; vertex < people; vertex++) {
                double chance = met[vertex] / samples;
                double unit = logarithms[vertex] / samples;
                double below = unit * (Math.sqrt(4 / 9.0 + 2 * chance / unit) - 2 / 3.0);
                double above = unit * (Math.sqrt(1 + 2 * chance / unit) + 1);
                shares[vertex] = Math.min(1, chance * scale);
                lower[vertex] = Math.clamp((chance - below) * scale, 0, shares[vertex]);
                lower[vertex] = Math.max(lower[vertex], shares[vertex] - error);
                upper[vertex] = Math.min(1, Math.min((chance + above) * scale, shares[vertex] + error));
                widest = Math.max(widest, Math.max(shares[vertex] - lower[vertex], upper[vertex] - shares[vertex]));
            }
            return widest;
        }

        private void rank() {
            int size = Math.min(parameters.topK(), people);
            double[] sorted = shares.clone();
            Arrays.sort(sorted);
            double least = size == 0 ? Double.POSITIVE_INFINITY : sorted[people - size];
            // More may share the least estimate than have room.
            int[] likely = IntStream.range(0, people)
                    .filter(vertex -> shares[vertex] >= least)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer vertex) -> -shares[vertex])
                            .thenComparing(Comparator.naturalOrder()))
                    .mapToInt(vertex -> vertex)
                    .toArray();
            top = Arrays.copyOf(likely, size);
            boolean[] inside = new boolean[people];
            int last = -1;
            for (int vertex : top) {
                inside[vertex] = true;
                last = last < 0 || lower[vertex] < lower[last] ? vertex : last;
            }
            int next = -1;
            for (int vertex = 0; vertex < people; vertex++) {
                next = !inside[vertex] && (next < 0 || upper[vertex] > upper[next]) ? vertex : next;
            }
            topCertain = size > 0 && (next < 0 || upper[next] <= lower[last]);
            blur = last < 0 || next < 0 ? 0 : shares[last] - lower[last] + upper[next] - shares[next];
        }
    }
}
