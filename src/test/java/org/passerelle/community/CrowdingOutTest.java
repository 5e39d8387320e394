package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.community.CrowdingOut.Week;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.DatedContributions.Place;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

class CrowdingOutTest {
    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Test
    void of_everyWeekOfCommunitiesWithoutReports_isMinusOne() {
        Week[] weeks = IntStream.range(0, 30)
                .mapToObj(week -> new Week(week, 30 - week, 60 - 2 * week, 2))
                .toArray(Week[]::new);
        CrowdingOut found = CrowdingOut.of(weeks);
        assertThat(estimate(found).value()).isCloseTo(-1, within(1e-12));
        assertThat(found.crowdsOut()).isTrue();
        assertThat(found.communityShare())
                .isCloseTo(IntStream.range(0, 30).average().orElseThrow() / 30, within(1e-12));
        assertThat(found.exchanges()).isCloseTo(15.5, within(1e-12));
        assertThat(found.reports()).isEqualTo(2);
    }

    @Test
    void of_tiesInRanks_areSpearmans() {
        // Shares 0, 0, .5, .5, 1, 1, 1, .5 have ranks 1.5, 1.5, 4, 4, 7, 7, 7, 4; exchanges 3, 1, 2, 2, 0, 1, 0, 5 have
        // 7, 3.5,
        // 5.5, 5.5, 1.5, 3.5, 1.5, 8: covariance -16 over the root of 37.5 and 40.5.
        int[][] told = {{0, 2, 3}, {0, 4, 1}, {1, 1, 2}, {2, 2, 2}, {3, 0, 0}, {1, 0, 1}, {2, 0, 0}, {5, 5, 5}};
        Week[] weeks = IntStream.range(0, 8)
                .mapToObj(week -> new Week(told[week][0], told[week][1], told[week][2], 1))
                .toArray(Week[]::new);
        double[] x = {1.5, 1.5, 4, 4, 7, 7, 7, 4};
        double[] y = {7, 3.5, 5.5, 5.5, 1.5, 3.5, 1.5, 8};
        double expected = IntStream.range(0, 8)
                        .mapToDouble(week -> (x[week] - 4.5) * (y[week] - 4.5))
                        .sum()
                / Math.sqrt(IntStream.range(0, 8)
                                .mapToDouble(week -> (x[week] - 4.5) * (x[week] - 4.5))
                                .sum()
                        * IntStream.range(0, 8)
                                .mapToDouble(week -> (y[week] - 4.5) * (y[week] - 4.5))
                                .sum());
        assertThat(estimate(CrowdingOut.of(weeks)).value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void of_unrelatedWeeks_seldomAlarms() {
        int alarms = 0;
        int companies = 300;
        SplittableRandom random = new SplittableRandom(4);
        for (int manager = 0; manager < companies; manager++) {
            Week[] weeks = IntStream.range(0, 40)
                    .mapToObj(_ -> new Week(random.nextInt(8), random.nextInt(12), random.nextInt(20), 4))
                    .toArray(Week[]::new);
            Estimate correlation = estimate(CrowdingOut.of(weeks));
            alarms += correlation.low() > 0 || correlation.high() < 0 ? 1 : 0;
        }
        System.out.printf("REPORT crowding-out, nothing to find: %d of %d managers%n", alarms, companies);
        // 5 % of 300 are 15; more than 31 would come by chance less than once in ten thousand times.
        assertThat(alarms).isLessThanOrEqualTo(31);
    }

    @Test
    void of_tooFewWeeksOrNothingThatChanges_isUnknown() {
        Week[] few = IntStream.range(0, 7)
                .mapToObj(week -> new Week(week, 3, week, 1))
                .toArray(Week[]::new);
        assertThat(CrowdingOut.of(few).correlation()).isNull();
        Week[] alike =
                IntStream.range(0, 20).mapToObj(week -> new Week(1, 1, week, 1)).toArray(Week[]::new);
        assertThat(CrowdingOut.of(alike).correlation()).isNull();
        CrowdingOut nobody = CrowdingOut.of(new Week[] {new Week(3, 3, 0, 0), new Week(0, 0, 4, 1)});
        assertThat(nobody.weeks()).isZero();
        assertThat(nobody.reports()).isEqualTo(1);
        assertThat(nobody.communityShare()).isNaN();
    }

    @Test
    void weeks_areCountedByTheChartOfTheWeek() {
        Chart chart = new Chart(
                List.of(person("ann"), person("bob"), person("cid"), person("dan")),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new ReportingLine("bob", "ann", START, null, ReportingLine.Kind.LINE),
                        new ReportingLine("cid", "ann", START.plusWeeks(1), null, ReportingLine.Kind.LINE)),
                List.of());
        NetworkSnapshot snapshot = new NetworkSnapshot(
                "1",
                Instant.EPOCH,
                chart,
                List.of(
                        tie("ann", "bob", TieKind.ADDRESSED, 0, 2),
                        tie("bob", "ann", TieKind.REPLIED, 8, 3),
                        tie("ann", "cid", TieKind.ADDRESSED, 0, 5),
                        tie("cid", "ann", TieKind.ADDRESSED, 9, 7),
                        tie("ann", "dan", TieKind.MENTIONED, 13, 4),
                        tie("dan", "ann", TieKind.ADDRESSED, 1, 9),
                        tie("ann", "bob", TieKind.REACTED, 1, 9),
                        tie("ann", "bob", TieKind.ADDRESSED, 14, 9)));
        DatedContributions.Builder said = new DatedContributions.Builder();
        int ann = snapshot.vertex("ann").orElseThrow();
        said.add(ann, at(1), ContributionKind.POST, new Place("forum", "c", "1"), DatedContributions.NONE);
        said.add(ann, at(2), ContributionKind.POST, new Place("forum", null, "2"), DatedContributions.NONE);
        said.add(ann, at(8), ContributionKind.REPLY, new Place("forum", "c", "3"), DatedContributions.NONE);
        said.add(
                snapshot.vertex("bob").orElseThrow(),
                at(8),
                ContributionKind.POST,
                new Place("forum", "c", "3"),
                DatedContributions.NONE);
        // Three days of a third week are no week.
        assertThat(ManagerWeeks.of(snapshot, said.build(), "ann", new Window(START, START.plusDays(16))))
                .containsExactly(new Week(1, 5, 2, 1), new Week(1, 4, 10, 2));
        assertThat(ManagerWeeks.of(snapshot, said.build(), "ann", new Window(START.plusDays(1), START.plusDays(13))))
                .containsExactly(new Week(1, 4, 10, 2));
        assertThat(ManagerWeeks.of(snapshot, said.build(), "dan", new Window(START, START.plusDays(2))))
                .isEmpty();
    }

    private static Estimate estimate(CrowdingOut found) {
        return Objects.requireNonNull(found.correlation());
    }

    private static Instant at(int day) {
        return START.plusDays(day).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    private static Person person(String id) {
        return new Person(id, id, null, null, null, null, false);
    }

    private static Tie tie(String from, String to, TieKind kind, int day, int count) {
        return new Tie(
                from,
                to,
                kind,
                "mail" + day + kind,
                Visibility.COMPANY,
                "s",
                new int[] {Math.toIntExact(START.plusDays(day).toEpochDay())},
                new int[] {count},
                new float[] {count});
    }
}
