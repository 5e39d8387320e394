package org.passerelle.loop;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;

/** When people work, as a caller says it; what is missing is as usual. */
record BusinessHoursInput(
        @Nullable List<DayOfWeek> days,
        @Nullable String from,
        @Nullable String until,
        @Nullable String zone,
        @Nullable List<LocalDate> holidays) {
    private static final int HOLIDAYS_MAX = 1_000;

    /** The hours a caller means; the usual ones when it says nothing. */
    static BusinessHours resolve(@Nullable BusinessHoursInput input) {
        if (input == null) {
            return BusinessHours.USUAL;
        }
        if (input.holidays != null && input.holidays.size() > HOLIDAYS_MAX) {
            throw new BadUserInput(
                    "At most " + HOLIDAYS_MAX + " holidays can be given, not " + input.holidays.size() + ".");
        }
        try {
            return new BusinessHours(
                    input.days == null ? BusinessHours.USUAL.days() : Set.copyOf(input.days),
                    input.from == null ? BusinessHours.USUAL.from() : LocalTime.parse(input.from),
                    input.until == null ? BusinessHours.USUAL.until() : LocalTime.parse(input.until),
                    input.zone == null ? BusinessHours.USUAL.zone() : ZoneId.of(input.zone),
                    input.holidays == null ? Set.of() : Set.copyOf(input.holidays));
        } catch (DateTimeException _) {
            throw new BadUserInput("Business hours are given as `from: \"09:00\"`, `until: \"18:00\"` and a zone like"
                    + " `zone: \"Europe/Paris\"`.");
        } catch (IllegalArgumentException fault) {
            throw new BadUserInput(fault.getMessage() + ".");
        }
    }
}
