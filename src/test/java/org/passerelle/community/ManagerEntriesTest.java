package org.passerelle.community;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.community.ManagerEntries.Effect;
import org.passerelle.network.Chart;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;

class ManagerEntriesTest {
    private static final LocalDate DAY = Acts.START.plusDays(400);
    private static final List<String> REPORTS =
            IntStream.range(0, 9).mapToObj(number -> "p" + number).toList();

    /** Nine people who report to zoe; yan reports to nobody and nobody to yan but ulf, who is not here. */
    private static Chart chart() {
        List<Person> people = Stream.concat(REPORTS.stream(), Stream.of("ulf", "yan", "zoe"))
                .map(id -> new Person(id, id, null, null, null, null, false))
                .toList();
        List<ReportingLine> lines = new ArrayList<>();
        REPORTS.forEach(id -> lines.add(new ReportingLine(id, "zoe", null, null, ReportingLine.Kind.LINE)));
        lines.add(new ReportingLine("ulf", "yan", null, null, ReportingLine.Kind.LINE));
        return new Chart(people, List.of(), List.of(), List.of(), lines, List.of());
    }

    private static ManagerEntries entries(String text) {
        return ManagerEntries.of(Exchanges.of(Threads.of(Turns.of(Acts.acts(text)))), chart(), DAY);
    }

    @Test
    void entry_besideOneLikeIt_countsWhatPeersExchangeAfter() {
        // zoe enters after two turns of two people, then p0 and p1 answer zoe (not counted) or one another. p2 enters
        // the
        // second thread alike.
        ManagerEntries found = entries("p0 p1 zoe p0 p1 p0; p0 p1 p2 p1 p0 p1 p0");
        assertThat(found.managers()).containsExactly("zoe");
        assertThat(found.sets()).hasSize(1);
        // After zoe: p0 to zoe, p1 to p0, p0 to p1: two. After p2: p1 to p2, then three among p0 and p1.
        assertThat(found.sets().getFirst().after()).isEqualTo(2);
        assertThat(found.sets().getFirst().others()).containsExactly(3);
        assertThat(found.effect()).as("one is too few").isNull();
    }

    @Test
    void entry_ofNobodysManager_isNone() {
        assertThat(entries("p0 p1 yan p0 p1; p0 p1 p2 p0 p1").sets()).isEmpty();
        // Where the manager was there from the beginning, nobody walks in on peers.
        assertThat(entries("zoe p0 p1 p2 p0; p0 p1 p2 p0 p1").sets()).isEmpty();
        assertThat(entries("p0 p1 zoe p0").unmatched()).isEqualTo(1);
        assertThat(entries("").sets()).isEmpty();
    }

    /** A year of threads of which in some zoe enters third, and in others somebody else; the others go on so much then. */
    private static String year(SplittableRandom random, double quieter) {
        List<String> threads = new ArrayList<>();
        for (int day = 0; day < 360; day++) {
            List<String> people = new ArrayList<>(REPORTS);
            Collections.shuffle(people, new java.util.Random(random.nextLong()));
            boolean manager = random.nextInt(6) == 0;
            StringBuilder thread = new StringBuilder(people.get(0) + " " + people.get(1) + " ");
            thread.append(manager ? "zoe" : people.get(2));
            double goesOn = manager ? 0.8 * quieter : 0.8;
            for (int turn = 0; turn < 30 && random.nextDouble() < goesOn; turn++) {
                thread.append(' ').append(people.get(turn % 2));
            }
            threads.add(thread.toString());
        }
        return threads.stream().collect(Collectors.joining("; "));
    }

    @Test
    void years_withoutEffect_alarmAboutAsOftenAsSaid_andQuieterOnesAreFound() {
        int alarms = 0;
        int misses = 0;
        int found = 0;
        for (int seed = 1; seed <= 200; seed++) {
            Effect none =
                    requireNonNull(entries(year(new SplittableRandom(seed), 1)).effect());
            alarms += none.p() < 0.05 ? 1 : 0;
            misses += none.difference() != null
                            && (none.difference().low() > 0 || none.difference().high() < 0)
                    ? 1
                    : 0;
            if (seed <= 40) {
                Effect quieter = requireNonNull(
                        entries(year(new SplittableRandom(seed), 0.5)).effect());
                found += quieter.p() < 0.05 && quieter.after() < quieter.otherwise() ? 1 : 0;
            }
        }
        System.out.printf(
                "REPORT manager walks in, 200 years without effect: p below .05 in %d, interval without 0 in %d; planted in 40:"
                        + " found %d%n",
                alarms, misses, found);
        // 10 of 200 are expected; 21 or more come in one of a thousand runs.
        assertThat(alarms).isLessThanOrEqualTo(20);
        assertThat(misses).isLessThanOrEqualTo(20);
        assertThat(found).isGreaterThan(36);
    }
}
