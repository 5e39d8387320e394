package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Window;

class SiloTrendTest {
    private static final int PEOPLE = 8;

    /** Two teams over 2024; every pair speaks a day with a chance that may change across teams at the middle. */
    private static NetworkSnapshot year(long seed, double acrossBefore, double acrossAfter) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation organisation = new SmallOrganisation();
        for (int number = 0; number < PEOPLE; number++) {
            organisation.unit("A", "a" + number).unit("B", "b" + number);
        }
        for (int one = 0; one < 2 * PEOPLE; one++) {
            for (int other = one + 1; other < 2 * PEOPLE; other++) {
                boolean inside = one / PEOPLE == other / PEOPLE;
                List<Integer> spoken = new ArrayList<>();
                for (int day = 0; day < 366; day++) {
                    double rate = inside ? .008 : day < 182 ? acrossBefore : acrossAfter;
                    if (random.nextDouble() < rate) {
                        spoken.add(day);
                    }
                }
                if (!spoken.isEmpty()) {
                    organisation.mail(
                            name(one),
                            name(other),
                            spoken.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
        return organisation.snapshot();
    }

    private static String name(int number) {
        return (number < PEOPLE ? "a" : "b") + number % PEOPLE;
    }

    private static List<SiloPeriod> trend(NetworkSnapshot snapshot, int months, int peopleMin) {
        return SiloTrend.compute(
                snapshot, new SiloQuestion(Dimension.UNIT, 0, days(0, 365), Set.of(), peopleMin), months);
    }

    private static Estimate index(SiloPeriod period) {
        return Objects.requireNonNull(period.externalInternal());
    }

    @Test
    void periods_wholeMonthsOnly() {
        Window window = new Window(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 5, 31));
        assertThat(SiloTrend.periods(window, 2))
                .containsExactly(
                        new Window(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 31)),
                        new Window(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 5, 31)));
        assertThat(SiloTrend.periods(window, 5)).isEmpty();
        assertThat(SiloTrend.periods(new Window(LocalDate.of(2024, 2, 10), LocalDate.of(2024, 2, 20)), 1))
                .isEmpty();
    }

    @Test
    void compute_acrossTiesStopInTheMiddle_theTrendFalls() {
        List<SiloPeriod> quarters = trend(year(1, .008, .001), 3, 1);
        assertThat(quarters).hasSize(4).allSatisfy(period -> {
            assertThat(period.state()).isEqualTo(FigureState.SHOWN);
            assertThat(period.groups()).hasSize(2);
        });
        assertThat(index(quarters.get(2)).high())
                .isLessThan(index(quarters.get(1)).low());
        Estimate permeability = Objects.requireNonNull(quarters.getFirst().permeability());
        // (E - I) / (E + I) = 2 E / (E + I) - 1.
        assertThat(2 * permeability.value() - 1)
                .isCloseTo(index(quarters.getFirst()).value(), within(1e-12));
        assertThat(permeability.low()).isBetween(0.0, permeability.value());
        // A quarter's index is what the map of that window says.
        Double mapped = Silos.compute(
                        year(1, .008, .001),
                        SiloQuestion.of(Dimension.UNIT, 0, quarters.getFirst().window()))
                .externalInternal();
        assertThat(index(quarters.getFirst()).value()).isCloseTo(Objects.requireNonNull(mapped), within(1e-12));
    }

    /** How often the interval of one quarter holds what another quarter of the same habits showed on average. */
    @Test
    void compute_nothingChanges_intervalsHoldTheMean() {
        double sum = 0;
        List<Estimate> quarters = new ArrayList<>();
        for (long seed = 1; seed <= 30; seed++) {
            for (SiloPeriod period : trend(year(seed, .004, .004), 3, 1)) {
                quarters.add(index(period));
                sum += index(period).value();
            }
        }
        double mean = sum / quarters.size();
        long held = quarters.stream()
                .filter(interval -> interval.low() <= mean && mean <= interval.high())
                .count();
        System.out.printf("REPORT trend intervals: %d of %d hold the mean %.4f%n", held, quarters.size(), mean);
        assertThat(held / (double) quarters.size()).isGreaterThan(.8);
    }

    @Test
    void compute_belowTheFloor_nothingTold() {
        assertThat(trend(year(1, .004, .004), 6, 17)).hasSize(2).allSatisfy(period -> {
            assertThat(period.state()).isEqualTo(FigureState.SUPPRESSED);
            assertThat(period.externalInternal()).isNull();
            assertThat(period.groups())
                    .extracting(SiloPeriod.GroupOpenness::permeability)
                    .containsOnlyNulls();
        });
    }

    @Test
    void compute_tooManyPeriods_refused() {
        SiloQuestion century =
                SiloQuestion.of(Dimension.UNIT, 0, new Window(LocalDate.of(2000, 1, 1), LocalDate.of(2024, 12, 31)));
        assertThatThrownBy(() -> SiloTrend.compute(year(1, .001, .001), century, 1))
                .isInstanceOf(SiloTrend.TooManyPeriods.class)
                .hasMessageContaining("300");
    }
}
