package org.passerelle.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.adoption.Funnels.GroupFunnel;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.TieKind;

class FunnelsTest {
    private static String shown(FunnelMonth month) {
        return month.stages().stream()
                .map(count -> count.people() != null
                        ? count.people().toString()
                        : count.state().name())
                .collect(Collectors.joining(" "));
    }

    /** Six people: ann makes three others talk, bob only posts, eve only likes, fay is only addressed, gus does nothing. */
    private static Village village() {
        return new Village()
                .unit("A", "ann bob cid dan eve fay gus")
                .says("ann", 1, ContributionKind.POST, "club", "t1")
                .says("bob", 2, ContributionKind.REPLY, "club", "t1", "ann")
                .says("cid", 3, ContributionKind.REPLY, "club", "t1", "bob")
                .says("dan", 4, ContributionKind.REPLY, "club", "t1", "cid")
                .says("bob", 5, ContributionKind.QUESTION, "club", "t2")
                .tie(TieKind.REACTED, "eve", "ann", 6)
                .tie(TieKind.ADDRESSED, "ann", "fay", 6)
                .tie(TieKind.DECLARED, "ann", "gus", 6);
    }

    @Test
    void everybody_countsAtTheFurthestStageAndThoseBefore() {
        Funnels.Result result = Funnels.compute(village().ground(20, 1));

        // Reached all but gus; reacting or further ann bob cid dan eve; replying ann bob cid dan; posting ann bob; ann.
        assertThat(shown(result.months().getFirst())).isEqualTo("6 NO_DATA 5 4 2 1");
        assertThat(result.months().getFirst().people()).isEqualTo(7);
        assertThat(result.months().getFirst().stages().getFirst().share()).isEqualTo(6 / 7.0);
    }

    @Test
    void othersWhoOnlyAnswerTheBeginner_areNotAnimated() {
        Village village = new Village().unit("A", "ann bob cid dan").says("ann", 1, ContributionKind.POST, "", "t");
        for (String other : List.of("bob", "cid", "dan")) {
            village.says(other, 2, ContributionKind.REPLY, "", "t", "ann");
        }

        assertThat(shown(Funnels.compute(village.ground(20, 1)).months().getFirst()))
                .isEqualTo("4 NO_DATA 4 4 1 0");
    }

    @Test
    void chatWithoutLinks_lastSpeakerIsAnswered_andOnlyTheFirstLineBegins() {
        Village village = new Village().unit("A", "ann bob cid dan");
        for (String speaker : List.of("ann", "bob", "cid", "dan")) {
            village.says(speaker, 1, ContributionKind.MESSAGE, "", "topic");
        }

        assertThat(shown(Funnels.compute(village.ground(20, 1)).months().getFirst()))
                .isEqualTo("4 NO_DATA 4 4 1 1");
    }

    @Test
    void talkAfterThirtyDays_doesNotCount() {
        Village village = new Village().unit("A", "ann bob cid dan").says("ann", 1, ContributionKind.MESSAGE, "", "t");
        for (String speaker : List.of("bob", "cid", "dan")) {
            village.says(speaker, 40, ContributionKind.MESSAGE, "", "t");
        }

        assertThat(shown(Funnels.compute(village.ground(60, 1)).months().getFirst()))
                .isEqualTo("1 NO_DATA 1 1 1 0");
    }

    @Test
    void memberOfALivingCommunity_isReached_andNobodyOfASilentOne() {
        Village village = new Village()
                .unit("A", "ann bob cid")
                .group("alive", Dimension.COMMUNITY, true, "bob")
                .group("silent", Dimension.COMMUNITY, true, "cid")
                .says("ann", 1, ContributionKind.POST, "alive", "t");

        assertThat(shown(Funnels.compute(village.ground(20, 1)).months().getFirst()))
                .isEqualTo("2 NO_DATA 1 1 1 0");
    }

    @Test
    void peopleWhoComeAndGo_areOfTheirMonthsOnly() {
        Village village = new Village()
                .unit("A", "ann bob cid")
                .person("bob", 40, null)
                .person("cid", null, 20)
                .posts("ann", 1, 35, 70);

        assertThat(Funnels.compute(village.ground(80, 1)).months())
                .extracting(FunnelMonth::people)
                .containsExactly(2, 2, 2);
    }

    @Test
    void outsiders_areNotCounted() {
        Village village = new Village()
                .unit("A", "ann")
                .group("other", Dimension.COMPANY, false, "zoe")
                .posts("ann", 1)
                .posts("zoe", 1);

        assertThat(Funnels.compute(village.ground(20, 1)).months().getFirst().people())
                .isEqualTo(1);
    }

    @Test
    void monthWithoutAnything_hasNoData_andUnitNobodyReached_too() {
        Village village =
                new Village().unit("A", "ann bob").unit("B", "cid dan").posts("ann", 1, 70);

        Funnels.Result result = Funnels.compute(village.ground(80, 1));

        assertThat(shown(result.months().get(1))).isEqualTo("NO_DATA NO_DATA NO_DATA NO_DATA NO_DATA NO_DATA");
        GroupFunnel silent = result.groups().get(1);
        assertThat(silent.group().id()).isEqualTo("B");
        assertThat(silent.state()).isEqualTo(FigureState.NO_DATA);
    }

    @Test
    void firstAndLastMonth_ofDataThatBeginAndEndInside_areIncomplete() {
        Funnels.Result result = Funnels.compute(
                new Village().unit("A", "ann").posts("ann", 3, 40, 75).ground(80, 1));

        assertThat(result.months()).extracting(FunnelMonth::complete).containsExactly(false, true, false);
    }

    private static String names(String stem, int number) {
        return IntStream.range(0, number).mapToObj(person -> stem + person).collect(Collectors.joining(" "));
    }

    @Test
    void floor_smallCountsAreSuppressed_andTheTotalThatWouldTellThem() {
        Village village = new Village().unit("A", names("a", 12)).unit("B", names("b", 12));
        Arrays.stream(names("a", 12).split(" ", -1)).forEach(name -> village.posts(name, 1));
        Arrays.stream(names("b", 3).split(" ", -1)).forEach(name -> village.posts(name, 1));

        Funnels.Result result = Funnels.compute(village.ground(20, 5));

        assertThat(shown(result.groups().get(0).months().getFirst())).isEqualTo("12 NO_DATA 12 12 12 0");
        assertThat(shown(result.groups().get(1).months().getFirst()))
                .isEqualTo("SUPPRESSED NO_DATA SUPPRESSED SUPPRESSED SUPPRESSED 0");
        // 15 less 12 would say that three of B did.
        assertThat(shown(result.months().getFirst()))
                .isEqualTo("SUPPRESSED NO_DATA SUPPRESSED SUPPRESSED SUPPRESSED 0");
    }

    @Test
    void floor_groupTooSmall_isSuppressedAltogether() {
        Village village = new Village().unit("A", names("a", 4)).unit("B", names("b", 12));
        Arrays.stream(names("b", 12).split(" ", -1)).forEach(name -> village.posts(name, 1));

        GroupFunnel small = Funnels.compute(village.ground(20, 5)).groups().get(1);

        assertThat(small.state()).isEqualTo(FigureState.SUPPRESSED);
        assertThat(shown(small.months().getFirst()))
                .isEqualTo("SUPPRESSED NO_DATA SUPPRESSED SUPPRESSED SUPPRESSED SUPPRESSED");
    }

    @Test
    void nothingSaid_hasNoDataAnywhere() {
        Funnels.Result result = Funnels.compute(new Village().unit("A", "ann").ground(20, 1));

        assertThat(shown(result.months().getFirst())).doesNotContainPattern("[0-9]");
    }
}
