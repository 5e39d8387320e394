package org.passerelle.demonstration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Set;

/** The year the story is told in: days are numbers from 0, 2025-01-01, and seconds count from its midnight. */
final class WorkingYear {
    static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    static final int DAYS = 365;
    static final int DAY_SECONDS = 86_400;
    private static final Set<LocalDate> HOLIDAYS = Set.of(
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 4, 21),
            LocalDate.of(2025, 5, 1),
            LocalDate.of(2025, 5, 8),
            LocalDate.of(2025, 5, 29),
            LocalDate.of(2025, 7, 14),
            LocalDate.of(2025, 8, 15),
            LocalDate.of(2025, 11, 11),
            LocalDate.of(2025, 12, 25));

    private WorkingYear() {}

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - FIRST.toEpochDay());
    }

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    static Instant instant(long second) {
        return FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second);
    }

    /** How much happens on a day, 1 on an ordinary one: nothing on holidays, little in August. */
    static double pace(int day) {
        LocalDate date = date(day);
        if (HOLIDAYS.contains(date)) {
            return 0;
        }
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return 0.01;
        }
        if (date.getMonth() == Month.AUGUST && date.getDayOfMonth() < 25) {
            return 0.3;
        }
        return date.getMonth() == Month.DECEMBER && date.getDayOfMonth() > 22 ? 0.2 : 1;
    }

    /** A moment within the office hours of a day. */
    static long moment(int day, Dice dice) {
        double hour = 8 + 4.5 * (dice.fraction() + dice.fraction());
        return (long) day * DAY_SECONDS + (long) (hour * 3600);
    }

    /**
     * The moment of a reaction to something said at {@code second}: some time later, in office hours;
     * beyond the end of the year where there is no such moment left.
     */
    static long later(long second, double medianHours, Dice dice) {
        long wished = second + 60 + (long) (3600 * dice.logNormal(medianHours, 0.9));
        int day = (int) (wished / DAY_SECONDS);
        int hour = (int) (wished % DAY_SECONDS / 3600);
        if (day < DAYS && hour >= 7 && hour < 19 && pace(day) > 0.1) {
            return wished;
        }
        day = hour >= 19 ? day + 1 : day;
        while (day < DAYS && pace(day) < 0.1) {
            day++;
        }
        long morning = (long) day * DAY_SECONDS + 7 * 3600L + dice.below(3 * 3600);
        return Math.max(morning, second + 60);
    }

    static int dayOf(long second) {
        return (int) (second / DAY_SECONDS);
    }
}
