package org.passerelle.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.passerelle.network.Window;

/**
 * The months that an overview is about, and as many before them: whole months, because figures of groups are of whole months.
 *
 * @param before ends where the window starts
 */
record OverviewWindows(Window before, Window window) {
    private static final int MONTHS_USUAL = 6;

    /** Nobody works on the first of January: a month counts whose data begin or end within a week of it. */
    private static final int DAYS_OFF = 6;

    private static YearMonth lastWhole(LocalDate to) {
        YearMonth month = YearMonth.from(to);
        return to.plusDays(DAYS_OFF).isBefore(month.atEndOfMonth()) ? month.minusMonths(1) : month;
    }

    private static YearMonth firstWhole(LocalDate from) {
        YearMonth month = YearMonth.from(from);
        return from.minusDays(DAYS_OFF).isAfter(month.atDay(1)) ? month.plusMonths(1) : month;
    }

    /**
     * The last six whole months beside the six before, or the halves of fewer; with less than two whole months, the halves of
     * the days.
     */
    static OverviewWindows usual(Window extent, LocalDate lastDay) {
        YearMonth first = firstWhole(extent.from());
        YearMonth last = lastWhole(lastDay);
        int months = (int) Math.min(MONTHS_USUAL, (ChronoUnit.MONTHS.between(first, last) + 1) / 2);
        if (months >= 1) {
            return months(last.minusMonths(months - 1L), last);
        }
        LocalDate middle = extent.from().plusDays((ChronoUnit.DAYS.between(extent.from(), lastDay) + 1) / 2);
        LocalDate start = middle.isAfter(extent.from()) ? middle : middle.plusDays(1);
        return new OverviewWindows(
                new Window(extent.from(), start.minusDays(1)),
                new Window(start, lastDay.isBefore(start) ? start : lastDay));
    }

    /** The whole months that the window touches, and as many before. */
    static OverviewWindows around(Window window) {
        return months(YearMonth.from(window.from()), YearMonth.from(window.to()));
    }

    private static OverviewWindows months(YearMonth first, YearMonth last) {
        long months = ChronoUnit.MONTHS.between(first, last) + 1;
        return new OverviewWindows(
                new Window(
                        first.minusMonths(months).atDay(1), first.minusMonths(1).atEndOfMonth()),
                new Window(first.atDay(1), last.atEndOfMonth()));
    }
}
