package org.passerelle.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Window;

class OverviewWindowsTest {
    @Test
    void usual_ofAYear_isItsHalves() {
        assertThat(usual("2025-01-01", "2025-12-31"))
                .isEqualTo(new OverviewWindows(window("2025-01-01", "2025-06-30"), window("2025-07-01", "2025-12-31")));
    }

    @Test
    void usual_ofAYearWithoutItsHolidays_isTheSame() {
        assertThat(usual("2025-01-02", "2025-12-30")).isEqualTo(usual("2025-01-01", "2025-12-31"));
        assertThat(usual("2025-01-08", "2025-12-31").window()).isEqualTo(window("2025-08-01", "2025-12-31"));
    }

    @Test
    void usual_ofYears_isTheLastSixWholeMonths() {
        assertThat(usual("2018-03-04", "2025-12-15"))
                .isEqualTo(new OverviewWindows(window("2024-12-01", "2025-05-31"), window("2025-06-01", "2025-11-30")));
    }

    @Test
    void usual_ofFiveMonths_isTwoBesideTwo() {
        assertThat(usual("2024-01-31", "2024-07-01"))
                .isEqualTo(new OverviewWindows(window("2024-03-01", "2024-04-30"), window("2024-05-01", "2024-06-30")));
    }

    @Test
    void usual_ofThreeWeeksOrOneDay_isHalvesOfTheDays() {
        assertThat(usual("2025-03-03", "2025-03-22"))
                .isEqualTo(new OverviewWindows(window("2025-03-03", "2025-03-12"), window("2025-03-13", "2025-03-22")));
        assertThat(usual("2025-03-03", "2025-03-03").before().to()).isEqualTo("2025-03-03");
    }

    @Test
    void around_someDays_isTheirWholeMonthsAndAsManyBefore() {
        assertThat(OverviewWindows.around(window("2025-02-10", "2025-03-02")))
                .isEqualTo(new OverviewWindows(window("2024-12-01", "2025-01-31"), window("2025-02-01", "2025-03-31")));
    }

    private static OverviewWindows usual(String from, String to) {
        return OverviewWindows.usual(window(from, to), LocalDate.parse(to));
    }

    private static Window window(String from, String to) {
        return new Window(LocalDate.parse(from), LocalDate.parse(to));
    }
}
