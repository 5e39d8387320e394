package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Workload.Level;

/** Twenty people p00 to p19; p00 writes to everybody else twice in the last days, unless a test says otherwise. */
class WorkloadsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final Set<Visibility> READABLE = Set.of(Visibility.COMPANY);

    private final List<Tie> ties = new ArrayList<>();

    WorkloadsTest() {
        for (int person = 1; person < 20; person++) {
            tie("p00", id(person), TieKind.ADDRESSED, Visibility.COMPANY, 5, 2);
        }
    }

    private static String id(int person) {
        return "p%02d".formatted(person);
    }

    private void tie(String from, String to, TieKind kind, Visibility visibility, int daysAgo, int count) {
        ties.add(new Tie(
                from,
                to,
                kind,
                "mail" + ties.size(),
                visibility,
                "s",
                new int[] {Math.toIntExact(DAY.minusDays(daysAgo).toEpochDay())},
                new int[] {count},
                new float[] {count}));
    }

    private Workloads workloads() {
        Chart chart = new Chart(
                IntStream.range(0, 20)
                        .mapToObj(person -> new Person(id(person), id(person), null, null, null, null, false))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Workloads(new NetworkSnapshot("1", Instant.EPOCH, chart, ties), DAY, READABLE);
    }

    private Workload of(String person) {
        return workloads().of(person).orElseThrow();
    }

    @Test
    void of_addressedAndNamedAndAnswering_areAddedUp() {
        tie("p02", "p01", TieKind.MENTIONED, Visibility.COMPANY, 3, 4);
        tie("p01", "p03", TieKind.REPLIED, Visibility.COMPANY, 0, 5);
        tie("p01", "p03", TieKind.REACTED, Visibility.COMPANY, 0, 9);
        assertThat(of("p01").askedLately()).isEqualTo(2 + 4 + 5);
        assertThat(of("p03").askedLately()).as("being answered asks nothing").isEqualTo(2);
        assertThat(of("p00").askedLately()).isZero();
        assertThat(workloads().of("nobody")).isEmpty();
    }

    @Test
    void of_usual_isThirtyDaysOnAverageBefore() {
        // 330 days before the last 30, of which 11 stretches: 22 / 11.
        tie("p02", "p01", TieKind.ADDRESSED, Visibility.COMPANY, 100, 22);
        tie("p03", "p04", TieKind.ADDRESSED, Visibility.COMPANY, 359, 1);
        assertThat(of("p01").ownUsual()).isCloseTo(2, within(1e-9));
        assertThat(of("p01").everybodysUsual()).isEqualTo(2);
        assertThat(of("p01").level()).isEqualTo(Level.USUAL);
    }

    @Test
    void level_farMoreThanUsual_isHeavy() {
        tie("p02", "p01", TieKind.ADDRESSED, Visibility.COMPANY, 29, 8);
        assertThat(of("p01").level()).as("ten, and others two").isEqualTo(Level.HEAVY);
        assertThat(heavy(workloads())).containsExactly(1);
    }

    @Test
    void level_nineOrLongAgo_isNotHeavy() {
        tie("p02", "p01", TieKind.ADDRESSED, Visibility.COMPANY, 1, 7);
        tie("p02", "p01", TieKind.ADDRESSED, Visibility.COMPANY, 30, 50);
        assertThat(of("p01").askedLately()).isEqualTo(9);
        assertThat(heavy(workloads())).isEmpty();
    }

    @Test
    void level_halfOfUsualOrNothing_isLight() {
        tie("p02", "p01", TieKind.ADDRESSED, Visibility.COMPANY, 40, 50);
        assertThat(of("p01").level()).isEqualTo(Level.LIGHT);
        assertThat(of("p00").level()).isEqualTo(Level.LIGHT);
    }

    @Test
    void of_privateExchanges_neverCount() {
        tie("p02", "p01", TieKind.ADDRESSED, Visibility.PRIVATE, 1, 100);
        tie("p02", "p01", TieKind.ADDRESSED, Visibility.COMMUNITY, 1, 100);
        assertThat(of("p01").askedLately()).isEqualTo(2);
        NetworkSnapshot empty = new NetworkSnapshot(
                "1",
                Instant.EPOCH,
                new Chart(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                List.<Tie>of());
        assertThatThrownBy(() -> new Workloads(empty, DAY, Set.of(Visibility.PRIVATE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Workloads(empty, DAY, READABLE).of("p01")).isEmpty();
    }

    private static List<Integer> heavy(Workloads workloads) {
        return IntStream.range(0, 20).filter(workloads::heavy).boxed().toList();
    }
}
