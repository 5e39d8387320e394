package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Chart;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;

class ManagersWhoAnimateTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 31);

    /** Contributors p0, p1, ...; the first ones have a report each, the animators are every so many-th. */
    private static ManagersWhoAnimate of(int contributors, int managers, int everyAnimator) {
        List<Person> people = new ArrayList<>();
        List<ReportingLine> lines = new ArrayList<>();
        List<Scored> scored = new ArrayList<>();
        for (int person = 0; person < contributors; person++) {
            people.add(person("p" + person));
            scored.add(
                    new Scored("p" + person, .5, List.of(), 3, person % everyAnimator == 0, 0, 0, 0, .5, 0, List.of()));
        }
        IntStream.range(0, managers).forEach(manager -> {
            people.add(person("r" + manager));
            lines.add(new ReportingLine("r" + manager, "p" + manager, null, null, ReportingLine.Kind.LINE));
        });
        Chart chart = new Chart(people, List.of(), List.of(), List.of(), lines, List.of());
        return ManagersWhoAnimate.of(scored, chart, DAY);
    }

    private static Person person(String id) {
        return new Person(id, id, null, null, null, null, false);
    }

    @Test
    void managersAndOthers_theirArithmetic() {
        ManagersWhoAnimate result = of(10, 4, 2);
        assertThat(result.managers().counted()).isEqualTo(2);
        assertThat(result.managers().of()).isEqualTo(4);
        assertThat(result.others().counted()).isEqualTo(3);
        assertThat(result.others().of()).isEqualTo(6);
        assertThat(result.others().share()).isCloseTo(.5, within(1e-12));
        assertThat(result.others().low()).isBetween(.15, .25);
        assertThat(result.others().high()).isBetween(.75, .85);
    }

    @Test
    void tooFew_managersOrOthers() {
        assertThat(of(40, 9, 2).tooFew(10)).isTrue();
        assertThat(of(40, 31, 2).tooFew(10)).isTrue();
        assertThat(of(40, 10, 2).tooFew(10)).isFalse();
        assertThat(of(40, 0, 2).tooFew(10)).isFalse();
        assertThat(of(40, 9, 2).tooFew(1)).isFalse();
    }

    @Test
    void noManagers_onlyTheOthers() {
        ManagersWhoAnimate result = of(40, 0, 2);
        assertThat(result.managers().of()).isZero();
        assertThat(result.others().of()).isEqualTo(40);
        assertThat(result.empty()).isFalse();
    }

    @Test
    void nobody_empty() {
        assertThat(of(0, 0, 1).empty()).isTrue();
    }
}
