package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;

class SiloNullsTest {
    private static final SiloQuestion QUESTION = SiloQuestion.of(Dimension.UNIT, 0, days(0, 99));
    /** Sums of products of small whole numbers: only rounding differs. */
    private static final Offset<Double> ROUNDING = within(1e-12);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    /** Two triangles with a tie between them, units as the triangles. */
    private static SmallOrganisation triangles() {
        return new SmallOrganisation()
                .unit("A", "a1 a2 a3")
                .unit("B", "b1 b2 b3")
                .mail("a1", "a2", 1)
                .mail("a2", "a3", 1)
                .mail("a3", "a1", 1)
                .mail("b1", "b2", 1)
                .mail("b2", "b3", 1)
                .mail("b3", "b1", 1)
                .mail("a1", "b1", 1);
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Test
    void nobodyAndNoTies_noFigures() {
        for (SmallOrganisation organisation : List.of(
                new SmallOrganisation(),
                new SmallOrganisation().unit("A", "ann bob").unit("B", "cid"))) {
            NetworkSnapshot snapshot = organisation.snapshot();
            assertThat(SiloNulls.externalInternalByLabels(snapshot, QUESTION).whole())
                    .isNull();
            assertThat(SiloNulls.externalInternalByDegrees(snapshot, QUESTION).whole())
                    .isNull();
            assertThat(SiloNulls.modularity(snapshot, QUESTION).score()).isNull();
            SegregationScores scores = SiloNulls.segregation(snapshot, QUESTION);
            assertThat(scores.segregation()).isNull();
            assertThat(scores.assortativity()).isNull();
            assertThat(scores.homophily())
                    .allSatisfy(group -> assertThat(group.score()).isNull());
            assertThat(Clusters.agreed(snapshot, QUESTION).consensus()).isNull();
        }
    }

    @Test
    void twoTriangles_theArithmetic() {
        NetworkSnapshot snapshot = triangles().snapshot();
        ScoresByGroup labels = SiloNulls.externalInternalByLabels(snapshot, QUESTION);
        // One tie of seven across.
        assertThat(there(labels.whole()).observed()).isCloseTo(-5 / 7.0, ROUNDING);
        // A pair shares one of two labels of three each with 2/5.
        assertThat(there(labels.whole()).closedForm()).isCloseTo(1 - 2 * 2 / 5.0, ROUNDING);
        // Deals: 2 of 20 as good (the halves and their names), and none as far on the other side.
        assertThat(there(labels.whole()).p()).isCloseTo(.1, within(.04));
        assertThat(labels.groups())
                .hasSize(2)
                .allSatisfy(group -> assertThat(there(group.score()).observed()).isCloseTo((1 - 3) / 4.0, ROUNDING));
        // Freeman: 1/7 across, 9 of 15 pairs. Assortativity: (6/7 - 1/2) / (1/2). Coleman: of 7 ends 6, q = 2/5.
        SegregationScores scores = SiloNulls.segregation(snapshot, QUESTION);
        assertThat(there(scores.segregation()).observed()).isCloseTo(1 - 1 / 7.0 / (9 / 15.0), ROUNDING);
        assertThat(there(scores.assortativity()).observed()).isCloseTo((6 / 7.0 - .5) / .5, ROUNDING);
        assertThat(there(scores.homophily().getFirst().score()).observed()).isCloseTo((6 / 7.0 - .4) / .6, ROUNDING);
        ChanceScore modularity = there(SiloNulls.modularity(snapshot, QUESTION).score());
        assertThat(modularity.observed()).isCloseTo(6 / 7.0 - .5, ROUNDING);
        assertThat(there(modularity.expected()).value()).isNegative();
    }

    @Test
    void untiedPeople_areDealtNothing() {
        NetworkSnapshot snapshot = triangles().snapshot();
        NetworkSnapshot withIdle =
                triangles().unit("A", "x1 x2 x3 x4 x5 x6 x7 x8").unit("C", "y").snapshot();
        assertThat(SiloNulls.externalInternalByLabels(withIdle, QUESTION).whole())
                .isEqualTo(
                        SiloNulls.externalInternalByLabels(snapshot, QUESTION).whole());
        SegregationScores scores = SiloNulls.segregation(withIdle, QUESTION);
        assertThat(scores.homophily().getFirst().score())
                .isEqualTo(SiloNulls.segregation(snapshot, QUESTION)
                        .homophily()
                        .getFirst()
                        .score());
        // The last group has nobody with ties, and is there all the same.
        assertThat(scores.homophily()).hasSize(3);
        assertThat(scores.homophily().getLast().state()).isEqualTo(FigureState.NO_DATA);
    }

    @Test
    void numbersOfTiesKept_manyTies_closedFormAlone() {
        SiloGround ground = SiloGround.of(triangles().snapshot(), QUESTION);
        ScoresByGroup drawn = SiloNulls.externalInternalByDegrees(ground, 7);
        ScoresByGroup formula = SiloNulls.externalInternalByDegrees(ground, 6);
        // Ends 7 of 14 on each side, squares 9 + 4 + 4 = 17: inside 2 (49 - 17) / (196 - 34) of 7 ties.
        double inside = 2 * (49 - 17) / (196.0 - 34);
        assertThat(there(formula.whole()).closedForm()).isCloseTo(1 - 2 * inside, within(1e-9));
        assertThat(there(formula.whole()).expected()).isNull();
        assertThat(there(formula.whole()).z()).isNull();
        assertThat(there(formula.whole()).p()).isNull();
        assertThat(there(drawn.whole()).closedForm())
                .isEqualTo(there(formula.whole()).closedForm());
        assertThat(there(drawn.whole()).expected()).isNotNull();
        assertThat(there(drawn.whole()).z()).isNegative();
        assertThat(drawn.groups())
                .allSatisfy(group -> assertThat(there(group.score()).expected()).isNotNull());
    }

    @Test
    void consensus_twoTriangles_allRunsAgree() {
        ConsensusClusters found =
                there(Clusters.agreed(triangles().snapshot(), QUESTION).consensus());
        assertThat(found.clusters()).isEqualTo(2);
        assertThat(found.modularity()).isCloseTo(6 / 7.0 - .5, ROUNDING);
        assertThat(found.adjustedMutualInformation()).isCloseTo(1, within(1e-9));
        assertThat(found.certainty()).isEqualTo(1);
        assertThat(found.agreement()).isEqualTo(1);
        assertThat(found.rounds()).isZero();
        assertThat(found.unanimous()).isTrue();
        assertThat(found.groups())
                .extracting(ConsensusClusters.GroupCertainty::certainty)
                .containsExactly(1.0, 1.0);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void floor_everyFigureOfAGroup_isThereOnlyWhereTheMapShowsIt(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        SiloQuestion floored = new SiloQuestion(Dimension.UNIT, 0, days(0, 99), Set.of(), 7);
        List<SiloGroup> groups = Silos.compute(snapshot, floored).groups();
        List<List<GroupScore>> told = List.of(
                SiloNulls.externalInternalByLabels(snapshot, floored).groups(),
                SiloNulls.externalInternalByDegrees(snapshot, floored).groups(),
                SiloNulls.segregation(snapshot, floored).homophily());
        for (List<GroupScore> scores : told) {
            assertThat(scores).extracting(GroupScore::group).containsExactlyElementsOf(ofGroups(groups));
            for (int group = 0; group < groups.size(); group++) {
                assertThat(scores.get(group).state())
                        .isEqualTo(groups.get(group).state());
                boolean shown = groups.get(group).state() == FigureState.SHOWN;
                assertThat(shown || scores.get(group).score() == null).isTrue();
            }
        }
        List<ConsensusClusters.GroupCertainty> certain =
                there(Clusters.agreed(snapshot, floored).consensus()).groups();
        for (int group = 0; group < groups.size(); group++) {
            boolean shown = groups.get(group).state() == FigureState.SHOWN;
            assertThat(certain.get(group).state()).isEqualTo(groups.get(group).state());
            assertThat(shown || certain.get(group).certainty() == null).isTrue();
        }
    }

    private static List<Group> ofGroups(List<SiloGroup> groups) {
        return groups.stream().map(SiloGroup::group).toList();
    }

    @Test
    void groupScore_withheldFigure_refused() {
        ChanceScore score =
                there(SiloNulls.modularity(triangles().snapshot(), QUESTION).score());
        Group group = Silos.compute(triangles().snapshot(), QUESTION)
                .groups()
                .getFirst()
                .group();
        assertThatThrownBy(() -> new GroupScore(group, FigureState.SUPPRESSED, score))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomOrganisation_observedIsTheMaps_andTwiceTheSame(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        SiloMap map = Silos.compute(snapshot, QUESTION);
        ScoresByGroup labels = SiloNulls.externalInternalByLabels(snapshot, QUESTION);
        ScoresByGroup degrees = SiloNulls.externalInternalByDegrees(snapshot, QUESTION);
        assertThat(labels).isEqualTo(SiloNulls.externalInternalByLabels(snapshot, QUESTION));
        assertThat(degrees).isEqualTo(SiloNulls.externalInternalByDegrees(snapshot, QUESTION));
        assertThat(there(labels.whole()).observed()).isEqualTo(map.externalInternal());
        assertThat(there(degrees.whole()).observed()).isCloseTo(there(map.externalInternal()), ROUNDING);
        assertThat(there(SiloNulls.modularity(snapshot, QUESTION).score()).observed())
                .isCloseTo(there(map.modularity()), within(1e-9));
        for (int group = 0; group < map.groups().size(); group++) {
            Double index = map.groups().get(group).externalInternal();
            if (index != null) {
                assertThat(there(labels.groups().get(group).score()).observed()).isCloseTo(index, ROUNDING);
                assertThat(there(degrees.groups().get(group).score()).observed())
                        .isCloseTo(index, ROUNDING);
            }
        }
    }
}
