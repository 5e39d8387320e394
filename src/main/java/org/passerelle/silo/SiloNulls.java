package org.passerelle.silo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.ConfigurationModel;
import org.passerelle.measure.ExpectedModularity;
import org.passerelle.measure.ExternalInternal;
import org.passerelle.measure.Segregation;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;

/**
 * The indices over groups beside what chance gives. Two kinds of chance: the groups are dealt anew among the people
 * with ties, who keep their network; or the network is drawn anew, and people keep their group and their number of
 * ties. The second asks more: whether groups keep to themselves beyond what the popularity of their members explains.
 */
final class SiloNulls {
    /** Most ties for which networks are drawn; a hundred of more would take longer than a request may. */
    static final int REWIRED_TIES_MAX = 400_000;

    /** What an answer says of the groups dealt anew. */
    static final String LABELS;
    /** What an answer says of the networks drawn anew. */
    static final String DEGREES;

    private static final int PERMUTATIONS = 1_000;
    private static final int NETWORKS = 100;
    private static final long SEED = 1;

    static {
        LABELS = "dealt anew among people with ties " + PERMUTATIONS + " times, seed " + SEED;
        DEGREES = "closed form; networks drawn anew " + NETWORKS + " times where there are at most " + REWIRED_TIES_MAX
                + " ties, seed " + SEED;
    }

    private SiloNulls() {}

    /** The E-I index beside groups dealt anew; closed form and z of the whole are exact. */
    static ScoresByGroup externalInternalByLabels(NetworkSnapshot snapshot, SiloQuestion question) {
        SiloGround ground = SiloGround.of(snapshot, question);
        ExternalInternal.Result found = ExternalInternal.compute(
                ground.graph(),
                ExternalInternal.Parameters.defaults(ground.tiedGroups())
                        .withPermutations(PERMUTATIONS)
                        .withSeed(SEED));
        ChanceScore whole = told(
                ground,
                ChanceScore.of(found.whole().observed().index(), found.whole().expected()));
        return new ScoresByGroup(
                whole == null
                        ? null
                        : whole.withClosedForm(found.wholeExact().mean())
                                .withZ(found.wholeExact().z()),
                byGroup(
                        ground,
                        found.groups(),
                        score -> ChanceScore.of(score.observed().index(), score.expected())));
    }

    /** The E-I index beside networks in which everybody keeps their number of ties. */
    static ScoresByGroup externalInternalByDegrees(NetworkSnapshot snapshot, SiloQuestion question) {
        return externalInternalByDegrees(SiloGround.of(snapshot, question), REWIRED_TIES_MAX);
    }

    static ScoresByGroup externalInternalByDegrees(SiloGround ground, int tiesMax) {
        ConfigurationModel.Result found = ConfigurationModel.compute(
                ground.graph(),
                ConfigurationModel.Parameters.defaults(ground.tiedGroups())
                        .withSamples(ground.graph().ties() <= tiesMax ? NETWORKS : 0)
                        .withSeed(SEED));
        return new ScoresByGroup(
                told(ground, byDegrees(found.whole())), byGroup(ground, found.groups(), SiloNulls::byDegrees));
    }

    private static @Nullable ChanceScore byDegrees(ConfigurationModel.Score score) {
        ChanceScore drawn = ChanceScore.of(score.observed(), score.expected());
        return drawn == null ? null : drawn.withClosedForm(score.approximate());
    }

    /** Coleman's, Freeman's and Newman's indices beside groups dealt anew. */
    static SegregationScores segregation(NetworkSnapshot snapshot, SiloQuestion question) {
        SiloGround ground = SiloGround.of(snapshot, question);
        Segregation.Result found = Segregation.compute(
                ground.graph(),
                ExternalInternal.Parameters.defaults(ground.tiedGroups())
                        .withPermutations(PERMUTATIONS)
                        .withSeed(SEED));
        return new SegregationScores(
                told(ground, score(found.segregation())),
                told(ground, score(found.assortativity())),
                byGroup(ground, found.homophily(), SiloNulls::score));
    }

    private static @Nullable ChanceScore score(Segregation.Score score) {
        return ChanceScore.of(score.observed(), score.expected());
    }

    /** The modularity of the groups beside groups dealt anew. */
    static Modularity modularity(NetworkSnapshot snapshot, SiloQuestion question) {
        SiloGround ground = SiloGround.of(snapshot, question);
        ExpectedModularity.Result found = ExpectedModularity.compute(
                ground.graph(),
                ExpectedModularity.Parameters.defaults(ground.tiedGroups())
                        .withPermutations(PERMUTATIONS)
                        .withSeed(SEED));
        return new Modularity(told(ground, ChanceScore.of(found.quality(), found.expected())));
    }

    /**
     * Modularity that can be kept as an answer.
     *
     * @param score null without ties
     */
    record Modularity(@Nullable ChanceScore score) {}

    /** A figure of the whole, null where that is withheld. */
    private static @Nullable ChanceScore told(SiloGround ground, @Nullable ChanceScore whole) {
        return ground.coverage().whole() == FigureState.SHOWN ? whole : null;
    }

    /** A function that may have no answer. */
    private interface Scoring<S> {
        @Nullable
        ChanceScore of(S score);
    }

    /** One entry for each group, without the figure where it is not to be shown. */
    private static <S> List<GroupScore> byGroup(SiloGround ground, List<S> scores, Scoring<S> scoring) {
        List<Group> groups = ground.history().groups();
        List<GroupScore> list = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            FigureState state = ground.coverage().state(group);
            // Groups at the end without ties have no place among the scores.
            boolean told = state == FigureState.SHOWN && group < scores.size();
            list.add(new GroupScore(groups.get(group), state, told ? scoring.of(scores.get(group)) : null));
        }
        return list;
    }
}
