package org.passerelle.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.passerelle.adoption.Newcomers.Newcomer;
import org.passerelle.measure.Estimate;

class NewcomersTest {
    private static final int YEAR = 365;

    /** Data run through the year, so that everybody can be watched. */
    private static Village village() {
        Village village = new Village().unit("A", "old ann bob cid dan");
        for (int day = 0; day <= YEAR; day += 7) {
            village.posts("old", day);
        }
        return village;
    }

    private static Newcomer only(Village village) {
        List<Newcomer> newcomers = Newcomers.of(village.ground(YEAR, 1));
        assertThat(newcomers).hasSize(1);
        return newcomers.getFirst();
    }

    @Test
    void onceAndNeverAgain_isLostAtOnce() {
        Newcomer ann = only(village().posts("ann", 100));

        assertThat(ann.activeDays()).isZero();
        assertThat(ann.lost()).isTrue();
        assertThat(ann.returned()).isFalse();
    }

    @Test
    void silenceOfNinetyDays_endsIt_evenWhenSomebodyComesBack() {
        Newcomer ann = only(village().posts("ann", 100, 130, 220));

        assertThat(ann.activeDays()).isEqualTo(30);
        assertThat(ann.lost()).isTrue();
        assertThat(ann.returned()).isTrue();
        assertThat(ann.returnDays()).isEqualTo(30);
    }

    @Test
    void silenceOfEightyNineDays_doesNot() {
        // Last data on day 364; watched until 364 - 90 = 274, 174 days after the first.
        Newcomer ann = only(village().posts("ann", 100, 189, 278, 350));

        assertThat(ann.lost()).isFalse();
        assertThat(ann.activeDays()).isEqualTo(174);
    }

    @Test
    void whoBeganInTheLastNinetyDays_isNotWatched_butMayReturn() {
        Newcomer ann = only(village().posts("ann", 300, 304));

        assertThat(ann.activeDays()).isEqualTo(-1);
        assertThat(ann.returned()).isTrue();
    }

    @Test
    void leavingTheCompany_isNoLoss() {
        Newcomer ann = only(village().person("ann", null, 150).posts("ann", 100, 140));

        // 150 - 90 is before the first contribution: not watched.
        assertThat(ann.activeDays()).isEqualTo(-1);
        assertThat(ann.returnDays()).isEqualTo(40);
    }

    @Test
    void firstMonthOfTheData_hasNoNewcomers() {
        assertThat(Newcomers.of(village().posts("ann", 20).ground(YEAR, 1))).isEmpty();
    }

    @Test
    void survival_fourPeople_byHand() {
        // Active days: ann 0 lost, bob 40 lost, cid 120 lost, dan watched 174 days.
        Village village = village()
                .posts("ann", 100)
                .posts("bob", 100, 140)
                .posts("cid", 100, 160, 220)
                .posts("dan", 100, 180, 260, 340);

        Newcomers.Result result = Newcomers.compute(village.ground(YEAR, 1));

        assertThat(result.all().active())
                .extracting(point -> point.share() == null
                        ? Double.NaN
                        : Objects.requireNonNull(point.share()).value())
                .containsExactly(0.75, 0.5, Double.NaN);
        assertThat(result.all().active().get(2).state()).isEqualTo(FigureState.NO_DATA);
        // Returned within 30 days nobody, within 90 three of four.
        assertThat(result.all().returned())
                .extracting(point -> Objects.requireNonNull(point.share()).value())
                .containsExactly(0.0, 0.75, 0.75);
        assertThat(result.cohorts()).hasSize(1);
        assertThat(result.groups()).containsOnlyKeys("A");
    }

    @Test
    void floor_fewNewcomers_areWithheld() {
        Survival survival =
                Newcomers.compute(village().posts("ann", 100).ground(YEAR, 5)).all();

        assertThat(survival.state()).isEqualTo(FigureState.SUPPRESSED);
        assertThat(survival.newcomers()).isNull();
        assertThat(survival.active()).allMatch(point -> point.share() == null);
    }

    @Test
    void cutData_censoredPeopleDoNotPullTheCurveDown() {
        // Everybody stays for ever; half began late, so that a naive share of those seen after 90 days would be half.
        Village village = village();
        for (int person = 0; person < 40; person++) {
            for (int day = person % 2 == 0 ? 60 : 240; day <= YEAR; day += 10) {
                village.posts("n" + person, day);
            }
        }

        Survival survival = Newcomers.compute(village.ground(YEAR, 1)).all();

        Estimate ninety = Objects.requireNonNull(survival.active().get(1).share());
        assertThat(ninety.value()).isEqualTo(1, within(1e-12));
        assertThat(survival.active().get(1).watched()).isEqualTo(20);
    }
}
