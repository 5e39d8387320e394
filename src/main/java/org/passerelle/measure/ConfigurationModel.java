package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The E-I index beside networks in which everybody keeps their number of ties: whether groups keep to themselves more
 * than their members' popularity explains. {@link ExternalInternal} asks the weaker question, whether they do more
 * than groups drawn by lot.
 *
 * <p>{@code samples} networks are drawn by switching ties ({@link Rewiring}), so none has a tie to oneself or a second
 * one; four chains from the observed network, ten offers of every tie before the first sample of a chain and two
 * between samples. {@code approximate} is the closed form of {@link MixingMatrix}, ties in proportion to the product
 * of two people's numbers of ties: instant, but it lets two very busy people have more than one tie with each other, so
 * it is off where a few people have ties with a good part of the network.
 *
 * <p>Ties are counted, not their strength: the null says nothing about how a person spreads strength. Time about
 * 2.4 m offers a sample, memory O(n + m) for each thread; the same for any number of threads. Ties with an end in no
 * group are left out before. Stops when its thread is interrupted. No ties: NaN.
 */
public final class ConfigurationModel {
    private static final int CHAINS = 4;
    private static final int SWEEPS_BEFORE = 10;
    private static final int SWEEPS_BETWEEN = 2;

    private ConfigurationModel() {}

    /**
     * How to draw.
     *
     * @param groups group of every vertex, -1 for none
     * @param samples networks to draw, 0 for the closed form alone
     */
    public record Parameters(int[] groups, int samples, long seed, int threads) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (samples < 0 || samples > 100_000) {
                throw new IllegalArgumentException("samples is 0 to 100000, not " + samples);
            }
            if (threads < 1) {
                throw new IllegalArgumentException("threads is 1 or more, not " + threads);
            }
        }

        /** 100 networks, as many threads as the machine runs at once. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, 100, 1, Tasks.threads());
        }

        /** The same with so many networks. */
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
     * An index beside the null.
     *
     * @param observed E-I index
     * @param approximate in closed form
     * @param expected from the drawn networks
     */
    public record Score(double observed, double approximate, Expectation expected) {}

    /** By group, and of all ties. */
    public record Result(List<Score> groups, Score whole) {}

    /** The E-I index of every group and of the whole, beside networks of the same numbers of ties. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of the chains. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int count = Groups.count(graph, parameters.groups());
        int[] members = IntStream.range(0, graph.people())
                .filter(vertex -> parameters.groups()[vertex] >= 0)
                .toArray();
        TieGraph ties = graph.induced(members);
        int[] groups = Arrays.stream(members)
                .map(vertex -> parameters.groups()[vertex])
                .toArray();
        double[] ends = new double[count];
        double[] inside = new double[count];
        for (int vertex = 0; vertex < groups.length; vertex++) {
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                ends[groups[vertex]]++;
                ends[groups[ties.neighbour(slot)]]++;
                inside[groups[vertex]] += groups[vertex] == groups[ties.neighbour(slot)] ? 1 : 0;
            }
        }
        if (ties.orientation() == Orientation.UNDIRECTED) {
            Arrays.setAll(ends, group -> ends[group] / 2);
            Arrays.setAll(inside, group -> inside[group] / 2);
        }
        double[] observed = indices(ends, inside);
        double[] approximate = indices(ends, expectedInside(ties, groups, count));
        double[][] drawn = new double[count + 1][parameters.samples()];
        Tasks.run(
                Math.min(CHAINS, parameters.samples()),
                parameters.threads(),
                () -> chain -> draw(ties, groups, ends, chain, parameters.seed(), drawn),
                progress);
        List<Score> scores = new ArrayList<>();
        for (int place = 0; place <= count; place++) {
            scores.add(new Score(observed[place], approximate[place], Expectation.of(observed[place], drawn[place])));
        }
        Score whole = scores.removeLast();
        return new Result(List.copyOf(scores), whole);
    }

    private static void draw(TieGraph ties, int[] groups, double[] ends, int chain, long seed, double[][] drawn) {
        Rewiring rewiring = new Rewiring(ties, Seeds.of(seed, chain));
        for (int sweep = 0; sweep < SWEEPS_BEFORE - SWEEPS_BETWEEN; sweep++) {
            rewiring.sweep();
        }
        double[] inside = new double[ends.length];
        for (int sample = chain; sample < drawn[0].length; sample += CHAINS) {
            for (int sweep = 0; sweep < SWEEPS_BETWEEN; sweep++) {
                rewiring.sweep();
            }
            Arrays.fill(inside, 0);
            for (int tie = 0; tie < rewiring.ties(); tie++) {
                int group = groups[rewiring.from(tie)];
                inside[group] += group == groups[rewiring.to(tie)] ? 1 : 0;
            }
            double[] indices = indices(ends, inside);
            for (int place = 0; place < indices.length; place++) {
                drawn[place][sample] = indices[place];
            }
        }
    }

    /** By group and of the whole; a tie inside has both its ends there. */
    private static double[] indices(double[] ends, double[] inside) {
        double[] indices = new double[ends.length + 1];
        double allEnds = 0;
        double allInside = 0;
        for (int group = 0; group < ends.length; group++) {
            indices[group] = ExternalInternal.Index.of(ends[group] - 2 * inside[group], inside[group])
                    .index();
            allEnds += ends[group];
            allInside += inside[group];
        }
        indices[ends.length] =
                ExternalInternal.Index.of(allEnds / 2 - allInside, allInside).index();
        return indices;
    }

    /** Ties in proportion to kout(i) kin(j) over pairs of two different people. */
    private static double[] expectedInside(TieGraph ties, int[] groups, int count) {
        TieGraph back = ties.reversed();
        double[] out = new double[count];
        double[] in = new double[count];
        double[] self = new double[count];
        for (int vertex = 0; vertex < groups.length; vertex++) {
            out[groups[vertex]] += ties.degree(vertex);
            in[groups[vertex]] += back.degree(vertex);
            self[groups[vertex]] += (double) ties.degree(vertex) * back.degree(vertex);
        }
        double slots = ties.neighbours().length;
        double products = slots * slots - Arrays.stream(self).sum();
        double[] inside = new double[count];
        Arrays.setAll(inside, group -> (out[group] * in[group] - self[group]) / products * ties.ties());
        return inside;
    }
}
