package org.passerelle.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.api.BadUserInput;

class BusinessHoursTest {
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2025-12-31T23:59:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        // Paris is an hour ahead of UTC in winter, two in summer.
        "2025-03-03T09:00:00Z, 2025-03-03T11:30:00Z, 2.5", // one Monday
        "2025-03-03T05:00:00Z, 2025-03-03T23:00:00Z, 9", // all of it
        "2025-03-07T16:00:00Z, 2025-03-10T09:00:00Z, 2", // Friday 17:00 to Monday 10:00
        "2025-03-08T09:00:00Z, 2025-03-09T12:00:00Z, 0", // within a weekend
        "2025-03-28T16:00:00Z, 2025-03-31T08:00:00Z, 2", // the clock goes forward in between
        "2025-10-24T15:00:00Z, 2025-10-27T09:00:00Z, 2", // and back
        "2025-03-03T18:00:00Z, 2025-03-04T07:00:00Z, 0", // one night
        "2025-03-03T09:00:00Z, 2025-03-03T09:00:00Z, 0",
        "2025-03-03T08:00:00Z, 2025-03-17T08:00:00Z, 90", // two weeks
    })
    void usual_hoursOfParis_areCountedByItsClock(String from, String to, double expected) {
        double hours = BusinessHours.USUAL.between(FIRST, LAST).hours(Instant.parse(from), Instant.parse(to));
        assertThat(hours).isEqualTo(expected);
    }

    @Test
    void holidays_namedOnes_doNotCount() {
        BusinessHours hours = new BusinessHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                PARIS,
                Set.of(LocalDate.of(2025, 7, 14)));
        Instant friday = Instant.parse("2025-07-11T15:00:00Z");
        Instant tuesday = Instant.parse("2025-07-15T08:00:00Z");
        assertThat(hours.between(FIRST, LAST).hours(friday, tuesday)).isEqualTo(2);
        assertThat(BusinessHours.USUAL.between(FIRST, LAST).hours(friday, tuesday))
                .isEqualTo(11);
    }

    @Test
    void wholeDays_whenTheClockIsChanged_areAnHourShorterOrLonger() {
        BusinessHours always = new BusinessHours(
                EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, PARIS, Set.of());
        BusinessHours.Calendar calendar = always.between(FIRST, LAST);
        assertThat(calendar.hours(paris(2025, 3, 30, 0), paris(2025, 3, 31, 0))).isEqualTo(23);
        assertThat(calendar.hours(paris(2025, 10, 26, 0), paris(2025, 10, 27, 0)))
                .isEqualTo(25);
    }

    private static Instant paris(int year, int month, int day, int hour) {
        return ZonedDateTime.of(year, month, day, hour, 0, 0, 0, PARIS).toInstant();
    }

    @Test
    void hours_randomCalendars_areThoseCountedMinuteByMinute() {
        List<String> zones = List.of("Europe/Paris", "America/New_York", "Asia/Kolkata", "UTC");
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int from = random.nextInt(20);
            BusinessHours hours = new BusinessHours(
                    random.nextBoolean() ? EnumSet.allOf(DayOfWeek.class) : BusinessHours.USUAL.days(),
                    LocalTime.of(from, random.nextInt(60)),
                    random.nextInt(4) == 0
                            ? LocalTime.MIDNIGHT
                            : LocalTime.of(from + 1 + random.nextInt(23 - from), 59),
                    ZoneId.of(zones.get(random.nextInt(zones.size()))),
                    random.nextBoolean() ? Set.of() : Set.of(LocalDate.of(2025, 3, 28)));
            Instant start = Instant.parse("2025-03-25T00:00:00Z").plusSeconds(60L * random.nextInt(7_000));
            Instant end = start.plusSeconds(60L * random.nextInt(9_000));
            assertThat(hours.between(FIRST, LAST).hours(start, end))
                    .as("seed %d", seed)
                    // Sixtieths of an hour do not add up exactly.
                    .isCloseTo(minutes(hours, start, end) / 60.0, within(1e-6));
        }
    }

    private static int minutes(BusinessHours hours, Instant start, Instant end) {
        int minutes = 0;
        for (Instant at = start; at.isBefore(end); at = at.plusSeconds(60)) {
            ZonedDateTime here = at.atZone(hours.zone());
            boolean day = hours.days().contains(here.getDayOfWeek())
                    && !hours.holidays().contains(here.toLocalDate());
            boolean late = !hours.until().equals(LocalTime.MIDNIGHT)
                    && !here.toLocalTime().isBefore(hours.until());
            minutes += day && !here.toLocalTime().isBefore(hours.from()) && !late ? 1 : 0;
        }
        return minutes;
    }

    @Test
    void input_whatIsMissing_isAsUsual() {
        assertThat(BusinessHoursInput.resolve(null)).isEqualTo(BusinessHours.USUAL);
        BusinessHours hours = BusinessHoursInput.resolve(
                new BusinessHoursInput(List.of(DayOfWeek.SUNDAY), null, "12:00", "UTC", null));
        assertThat(hours.days()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(hours.from()).isEqualTo(LocalTime.of(9, 0));
        assertThat(hours.zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void input_wrong_isRefusedWithWhatToDo() {
        assertThatThrownBy(() -> BusinessHoursInput.resolve(new BusinessHoursInput(null, "9h", null, null, null)))
                .isInstanceOf(BadUserInput.class)
                .hasMessageContaining("09:00");
        assertThatThrownBy(() -> BusinessHoursInput.resolve(new BusinessHoursInput(null, "19:00", null, null, null)))
                .isInstanceOf(BadUserInput.class)
                .hasMessageContaining("end after they begin");
        assertThatThrownBy(
                        () -> BusinessHoursInput.resolve(new BusinessHoursInput(null, null, null, "Mars/Base", null)))
                .isInstanceOf(BadUserInput.class);
        assertThatThrownBy(() -> BusinessHoursInput.resolve(new BusinessHoursInput(List.of(), null, null, null, null)))
                .isInstanceOf(BadUserInput.class);
    }
}
