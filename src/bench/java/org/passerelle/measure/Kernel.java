package org.passerelle.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Length;

/**
 * The computations that are timed, ours and JGraphT's own: a new one is one line here. Each takes its
 * defaults; the JVM is told how many processors it has, and so how many threads a measure takes. Each says two
 * numbers of its answer, so that a fast wrong answer is seen: one of vertex 0, one of the whole.
 */
public enum Kernel {
    BETWEENNESS(Most.QUADRATIC, in -> {
        double[] scores = Betweenness.compute(in.graph(), Betweenness.Parameters.defaults())
                .scores();
        return new Answer(scores[0], sum(scores));
    }),
    BETWEENNESS_ACROSS_GROUPS(Most.QUADRATIC, in -> {
        double[] scores = Betweenness.compute(
                        in.graph(), Betweenness.Parameters.defaults().acrossGroups(in.groups()))
                .scores();
        return new Answer(scores[0], sum(scores));
    }),
    BETWEENNESS_BY_DISTANCE(Most.QUADRATIC, in -> {
        double[] scores = Betweenness.compute(
                        in.graph(), Betweenness.Parameters.defaults().withPathLength(PathLength.DISTANCE))
                .scores();
        return new Answer(scores[0], sum(scores));
    }),
    BETWEENNESS_FROM_256_SOURCES(Most.ANY, in -> {
        double[] scores = SampledBetweenness.compute(in.graph(), SampledBetweenness.Parameters.defaults())
                .scores();
        return new Answer(scores[0], sum(scores));
    }),
    ADAPTIVE_BETWEENNESS(Most.ANY, in -> {
        AdaptiveBetweenness.Result result = AdaptiveBetweenness.compute(
                in.graph(), AdaptiveBetweenness.Parameters.defaults().withTopK(0));
        return new Answer(result.shares()[0], result.samples());
    }),
    CROSS_GROUP_NEARNESS(Most.QUADRATIC, in -> {
        CrossGroupNearness.Result result =
                CrossGroupNearness.compute(in.graph(), CrossGroupNearness.Parameters.defaults(in.groups()));
        return new Answer(result.efficiency(), result.pairs());
    }),
    FIVE_OPENING_TIES(Most.ANY, in -> {
        OpeningTies.Result result = OpeningTies.compute(in.graph(), OpeningTies.Parameters.defaults(in.groups(), 5));
        return new Answer(result.before().efficiency(), result.gain());
    }),
    TIE_BETWEENNESS_ACROSS_GROUPS(Most.ANY, in -> {
        double[] scores = TieBetweenness.compute(
                        in.graph(), TieBetweenness.Parameters.defaults().acrossGroups(in.groups()))
                .scores();
        return new Answer(scores[0], sum(scores));
    }),
    LOCAL_BRIDGES_ACROSS_GROUPS(Most.ANY, in -> {
        int[] spans = LocalBridges.compute(
                        in.graph(), LocalBridges.Parameters.defaults().acrossGroups(in.groups()))
                .spans();
        return new Answer(spans[0], Arrays.stream(spans).asLongStream().sum());
    }),
    SOLE_CONNECTIONS(Most.ANY, in -> {
        long[] sole = SoleConnections.compute(in.graph(), SoleConnections.Parameters.defaults(in.groups()))
                .sole();
        return new Answer(sole[0], Arrays.stream(sole).sum());
    }),
    CLOSENESS(Most.QUADRATIC, in -> {
        double[] scores =
                Closeness.compute(in.graph(), Closeness.Parameters.defaults()).harmonic();
        return new Answer(scores[0], sum(scores));
    }),
    PAGERANK(Most.ANY, in -> {
        double[] scores =
                PageRank.compute(in.graph(), PageRank.Parameters.defaults()).scores();
        return new Answer(scores[0], sum(scores));
    }),
    CORENESS(Most.ANY, in -> {
        Coreness.Result result = Coreness.compute(in.graph(), Coreness.Parameters.defaults());
        return new Answer(result.cores()[0], result.degeneracy());
    }),
    LOCAL_CLUSTERING(Most.ANY, in -> {
        double[] local =
                Clustering.compute(in.graph(), Clustering.Parameters.defaults()).local();
        return new Answer(local[0], sum(local) / local.length);
    }),
    CONSTRAINT(Most.ANY, in -> {
        Constraint.Result result = Constraint.compute(in.graph(), Constraint.Parameters.defaults());
        return new Answer(result.constraint()[0], sum(result.effectiveSize()));
    }),
    CUT_PEOPLE(Most.ANY, in -> {
        boolean[] cut =
                CutPeople.compute(in.graph(), CutPeople.Parameters.defaults()).cut();
        return new Answer(
                cut[0] ? 1 : 0,
                IntStream.range(0, cut.length).filter(vertex -> cut[vertex]).count());
    }),
    BRIDGE_TIES(Most.ANY, in -> {
        CutPeople.Result result = CutPeople.compute(in.graph(), CutPeople.Parameters.defaults());
        return new Answer(result.cut()[0] ? 1 : 0, result.bridges().size());
    }),
    COMPONENTS(Most.ANY, in -> {
        Components.Result result = Components.compute(in.graph(), Components.Parameters.defaults());
        return new Answer(result.components()[0], result.count());
    }),
    STRUCTURAL_DIVERSITY(Most.ANY, in -> {
        int[] circles = StructuralDiversity.compute(in.graph(), StructuralDiversity.Parameters.defaults())
                .circles();
        return new Answer(circles[0], Arrays.stream(circles).asLongStream().sum());
    }),
    LABEL_PROPAGATION(Most.ANY, in -> {
        LabelPropagation.Result result = LabelPropagation.compute(in.graph(), LabelPropagation.Parameters.defaults());
        return new Answer(result.labels()[0], result.groupCount());
    }),
    HITS(Most.ANY, in -> {
        double[] authorities =
                Hits.compute(in.graph(), Hits.Parameters.defaults()).authorities();
        return new Answer(authorities[0], sum(authorities));
    }),
    EIGENVECTOR(Most.ANY, in -> {
        Eigenvector.Result result = Eigenvector.compute(in.graph(), Eigenvector.Parameters.defaults());
        return new Answer(result.scores()[0], result.eigenvalue());
    }),
    BROKERAGE(Most.ANY, in -> {
        long[] totals = Brokerage.compute(in.graph(), Brokerage.Parameters.defaults(in.groups()))
                .totals();
        return new Answer(totals[0], Arrays.stream(totals).sum());
    }),
    EXTERNAL_INTERNAL(Most.ANY, in -> {
        ExternalInternal.Result result =
                ExternalInternal.compute(in.graph(), ExternalInternal.Parameters.defaults(in.groups()));
        return new Answer(result.people()[0], result.whole().observed().index());
    }),
    MIXING_MATRIX(Most.SAMPLED_MATRIX, in -> {
        MixingMatrix.Result result = MixingMatrix.compute(in.graph(), MixingMatrix.Parameters.defaults(in.groups()));
        return new Answer(result.cell(0, 0).ties(), sum(result.permeability()));
    }),
    MODULARITY(Most.ANY, in -> {
        double quality = Modularity.compute(in.graph(), Modularity.Parameters.defaults(in.groups()))
                .quality();
        return new Answer(quality, quality);
    }),
    LEIDEN_MODULARITY(Most.ANY, in -> {
        Leiden.Result result = Leiden.compute(in.graph(), new Leiden.Parameters(1, 1, 20, 1));
        return new Answer(result.count(), result.quality());
    }),
    MINIMUM_CUT_DIRECT(Most.ANY, in -> minimumCut(in, MinimumCut.Ways.DIRECT)),
    MINIMUM_CUT(Most.ANY, in -> minimumCut(in, MinimumCut.Ways.ANY)),
    JGRAPHT_BETWEENNESS(Most.MINUTES, in -> {
        double score = new BetweennessCentrality<>(in.graph().asJGraphT(Length.STEP)).getVertexScore(0);
        return new Answer(score, Double.NaN);
    }),
    JGRAPHT_PAGERANK(Most.ANY, in -> {
        PageRank.Parameters same = PageRank.Parameters.defaults();
        double score = new org.jgrapht.alg.scoring.PageRank<>(
                        in.graph().asJGraphT(Length.STRENGTH), same.damping(), same.iterationsMax(), same.tolerance())
                .getVertexScore(0);
        return new Answer(score, Double.NaN);
    }),
    JGRAPHT_CORENESS(Most.ANY, in -> {
        var cores = new org.jgrapht.alg.scoring.Coreness<>(in.graph().asJGraphT(Length.STEP));
        return new Answer(cores.getVertexScore(0), cores.getDegeneracy());
    }),
    JGRAPHT_LOCAL_CLUSTERING(Most.ANY, in -> {
        var clustering = new ClusteringCoefficient<>(in.graph().asJGraphT(Length.STEP));
        return new Answer(clustering.getVertexScore(0), clustering.getAverageClusteringCoefficient());
    });

    private final int peopleMax;

    @SuppressWarnings("ImmutableEnumChecker") // The lambdas above capture nothing.
    private final Function<Input, Answer> work;

    Kernel(int peopleMax, Function<Input, Answer> work) {
        this.peopleMax = peopleMax;
        this.work = work;
    }

    /** On how many people a kernel still ends while one waits. */
    private static final class Most {
        static final int ANY = Integer.MAX_VALUE;
        static final int QUADRATIC = 40_000;
        static final int SAMPLED_MATRIX = 10_000;
        static final int MINUTES = 5_000;
    }

    /**
     * What a kernel works on.
     *
     * @param groups a group of about 100 for every vertex, the planted silo where there are planted ones
     */
    record Input(TieGraph graph, int[] groups) {
        static Input of(TieGraph graph) {
            int silos = Math.max(1, graph.people() / 100);
            return new Input(
                    graph,
                    IntStream.range(0, graph.people())
                            .map(vertex -> vertex % silos)
                            .toArray());
        }
    }

    /**
     * Two numbers of an answer.
     *
     * @param first what it says of vertex 0
     * @param whole what it says of all: a count, a sum, a mean or the quality
     */
    record Answer(double first, double whole) {}

    /** The name that peers give it: lower case, words apart. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    int peopleMax() {
        return peopleMax;
    }

    Answer compute(Input input) {
        return work.apply(input);
    }

    /** Between the first two groups; the people count for the whole. */
    private static Answer minimumCut(Input in, MinimumCut.Ways ways) {
        MinimumCut.Result result = MinimumCut.compute(
                in.graph(), MinimumCut.Parameters.defaults(in.groups(), 0, 1).withWays(ways));
        return new Answer(result.strength(), result.people().length);
    }

    /** The sum, without what is not a number. */
    private static double sum(double[] scores) {
        return Arrays.stream(scores).filter(score -> !Double.isNaN(score)).sum();
    }
}
