package org.passerelle.loop;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When people work: days of the week, hours of the day and a zone, less the holidays that were named. No holiday is
 * known by itself. A day counts by the clock of its zone, so it is an hour shorter or longer where the clock is changed
 * within its hours.
 *
 * @param from first minute of the day
 * @param until end of the day, excluded; midnight stands for the end of the day
 */
record BusinessHours(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone, Set<LocalDate> holidays) {
    /** Monday to Friday, 9 to 18, Paris. */
    static final BusinessHours USUAL = new BusinessHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            ZoneId.of("Europe/Paris"),
            Set.of());

    private static final double SECONDS_AN_HOUR = 3_600;

    /** Copies the sets; refuses hours that end before they begin, and a week without a day. */
    BusinessHours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("Business hours need at least one day of the week");
        }
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "Business hours must end after they begin: from " + from + " until " + until);
        }
        days = Set.copyOf(EnumSet.copyOf(days));
        holidays = Set.copyOf(holidays);
    }

    /** The calendar over some days, for many questions. */
    Calendar between(Instant first, Instant last) {
        return new Calendar(this, first, last);
    }

    /** All of it in one line that is the same for equal calendars. */
    String told() {
        return List.copyOf(new TreeSet<>(days)) + " " + from + "-" + until + " " + zone
                + (holidays.isEmpty() ? "" : " without " + new TreeSet<>(holidays));
    }

    private long opens(LocalDate day) {
        return moment(day.atTime(from));
    }

    private long closes(LocalDate day) {
        return until.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toEpochSecond()
                : moment(day.atTime(until));
    }

    /** When the clock shows that time, or first shows a later one where it jumps over it. */
    private long moment(LocalDateTime time) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(time);
        return jump != null && jump.isGap()
                ? jump.toEpochSecond()
                : time.atZone(zone).toEpochSecond();
    }

    private boolean counts(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** Business seconds up to every day, summed up once. */
    static final class Calendar {
        private final BusinessHours hours;
        private final LocalDate first;
        private final long[] before;

        private Calendar(BusinessHours hours, Instant first, Instant last) {
            this.hours = hours;
            this.first = first.atZone(hours.zone).toLocalDate();
            int days =
                    Math.toIntExact(last.atZone(hours.zone).toLocalDate().toEpochDay() - this.first.toEpochDay() + 1);
            this.before = new long[days + 1];
            for (int day = 0; day < days; day++) {
                LocalDate date = this.first.plusDays(day);
                before[day + 1] = before[day] + (hours.counts(date) ? hours.closes(date) - hours.opens(date) : 0);
            }
        }

        /** Business hours from one moment to a later one, both within the calendar's days. */
        double hours(Instant start, Instant end) {
            return (until(end) - until(start)) / SECONDS_AN_HOUR;
        }

        private long until(Instant moment) {
            LocalDate day = moment.atZone(hours.zone).toLocalDate();
            int position = Math.toIntExact(day.toEpochDay() - first.toEpochDay());
            if (!hours.counts(day)) {
                return before[position];
            }
            long opens = hours.opens(day);
            long within = Math.min(moment.getEpochSecond(), hours.closes(day)) - opens;
            return before[position] + Math.max(0, within);
        }
    }
}
