package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Window;

class FreedomsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    private static WorkingGroups of(SmallOrganisation organisation, int periods) {
        return of(organisation.snapshot(), days(0, 99), periods);
    }

    private static WorkingGroups of(NetworkSnapshot snapshot, Window window, int periods) {
        return Freedoms.compute(snapshot, new WorkingGroups.Question(new WirearchyQuestion(window, 0), periods));
    }

    /** Everybody of a triangle writes to the next one on a day. */
    private static SmallOrganisation triangle(SmallOrganisation organisation, int day, String a, String b, String c) {
        return organisation.mail(a, b, day).mail(b, c, day).mail(c, a, day);
    }

    private static SmallOrganisation six() {
        return new SmallOrganisation().unit("A", "a1 a2 a3").unit("B", "b1 b2 b3");
    }

    @Test
    void parts_ofTenDays_coverThemOnce() {
        assertThat(Freedoms.parts(days(0, 9), 3)).containsExactly(days(0, 2), days(3, 5), days(6, 9));
        assertThat(Freedoms.parts(days(0, 9), 2)).containsExactly(days(0, 4), days(5, 9));
        assertThat(Freedoms.parts(days(3, 4), 12)).containsExactly(days(3, 3), days(4, 4));
    }

    @Test
    void clustersThatAreTheUnits_noFreedomAndNoChange() {
        SmallOrganisation organisation = six();
        for (int day : List.of(0, 99)) {
            triangle(organisation, day, "a1", "a2", "a3");
            triangle(organisation, day, "b1", "b2", "b3");
        }
        WorkingGroups groups = of(organisation, 2);
        assertThat(groups.periods()).hasSize(2).allSatisfy(period -> {
            assertThat(period.people()).isEqualTo(6);
            assertThat(period.clusters()).isEqualTo(2);
            assertThat(period.across()).isEqualTo(0);
            // 9 of 15 pairs.
            assertThat(period.expected()).isCloseTo(.6, within(1e-12));
            assertThat(period.freedom()).isEqualTo(0);
        });
        assertThat(groups.steps())
                .containsExactly(new WorkingGroups.WorkingStep(days(0, 49), days(50, 99), 6, 0.0, 0.0));
    }

    @Test
    void clustersThatTurn_theArithmetic() {
        SmallOrganisation organisation = six();
        triangle(organisation, 0, "a1", "a2", "a3");
        triangle(organisation, 0, "b1", "b2", "b3");
        triangle(organisation, 99, "a1", "a2", "b1");
        triangle(organisation, 99, "a3", "b2", "b3");
        WorkingGroups groups = of(organisation, 2);
        WorkingGroups.WorkingPeriod second = groups.periods().getLast();
        // In each cluster 2 of 3 pairs are of different units.
        assertThat(second.across()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(second.freedom()).isCloseTo(2 / 3.0 / .6, within(1e-12));
        // Those who stay together with one keep 1 of 3 fellows, four people; the two others 0 of 4.
        assertThat(groups.steps().getFirst().fluidity()).isCloseTo((4 * (1 - 1 / 3.0) + 2) / 6, within(1e-12));
        assertThat(groups.steps().getFirst().noise()).isEqualTo(0);
    }

    @Test
    void moveBetweenTheParts_eachIsJudgedByItsOwnUnits() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("A", "a1 a2")
                .member("a3", "A", null, 49)
                .member("a3", "B", 50, null)
                .unit("B", "b1 b2 b3");
        for (int day : List.of(0, 99)) {
            triangle(organisation, day, "a1", "a2", "a3");
            triangle(organisation, day, "b1", "b2", "b3");
        }
        WorkingGroups groups = of(organisation, 2);
        assertThat(groups.periods().getFirst().freedom()).isEqualTo(0);
        // Of 6 pairs in clusters a3's two; of all 15 the 2 * 4 of A and B.
        assertThat(groups.periods().getLast().freedom()).isCloseTo(2 / 6.0 / (8 / 15.0), within(1e-12));
        assertThat(groups.steps().getFirst().fluidity()).isEqualTo(0);
    }

    @Test
    void nobodyNoUnitsAndNobodyTwice_notDefined() {
        WorkingGroups nobody = of(new SmallOrganisation(), 2);
        assertThat(nobody.periods()).hasSize(2).allSatisfy(period -> {
            assertThat(period.people()).isZero();
            assertThat(period.clusters()).isZero();
            assertThat(period.freedom()).isNull();
        });
        assertThat(nobody.steps().getFirst().fluidity()).isNull();
        WorkingGroups apart = of(
                new SmallOrganisation()
                        .unit("A", "ann bob")
                        .mail("ann", "bob", 0)
                        .mail("cid", "dan", 99),
                2);
        // One unit: no pair could be of two.
        assertThat(apart.periods().getFirst().freedom()).isNull();
        assertThat(apart.steps().getFirst().people()).isZero();
        assertThat(apart.steps().getFirst().fluidity()).isNull();
        assertThatThrownBy(() -> of(six(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(six(), 13)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomOrganisation_sharesInBounds_andTwiceTheSame(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        WorkingGroups groups = of(snapshot, days(0, 99), 4);
        assertThat(groups).isEqualTo(of(snapshot, days(0, 99), 4));
        assertThat(groups.periods()).hasSize(4);
        assertThat(groups.steps()).hasSize(3).allSatisfy(step -> {
            assertThat(Objects.requireNonNull(step.fluidity())).isBetween(0.0, 1.0);
            assertThat(Objects.requireNonNull(step.noise())).isBetween(0.0, 1.0);
        });
        assertThat(groups.periods()).allSatisfy(period -> {
            Double across = period.across();
            assertThat(across == null || (across >= 0 && across <= 1)).isTrue();
        });
    }

    @Test
    void realInstitution_groupsCrossUnitsLessThanChance_andFluidityExceedsNoise() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        WorkingGroups groups = of(snapshot, snapshot.extent(), 2);
        Map<String, Object> report = new HashMap<>();
        report.put("periods", groups.periods());
        report.put("steps", groups.steps());
        System.out.println("REPORT working groups: " + report);
        assertThat(groups.periods()).allSatisfy(period -> assertThat(Objects.requireNonNull(period.freedom()))
                .isBetween(.3, .95));
        WorkingGroups.WorkingStep step = groups.steps().getFirst();
        assertThat(Objects.requireNonNull(step.fluidity())).isGreaterThan(Objects.requireNonNull(step.noise()));
    }
}
