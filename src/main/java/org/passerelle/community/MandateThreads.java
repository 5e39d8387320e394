package org.passerelle.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Appointment;

/**
 * The threads of a community as mandates divide them. A thread is self-started where nobody who ever had a mandate here began
 * it: the same people before and after an appointment, so that an appointed person's own words are never counted as the others'
 * or missed as theirs. It is steered where somebody spoke in it who had a mandate on that day.
 *
 * @param days first day of each thread since 1970-01-01, ascending
 * @param starts how each began
 * @param appointments of this community, whenever
 */
record MandateThreads(int[] days, List<Start> starts, List<Appointment> appointments) {
    /** How a thread began. */
    enum Start {
        /** By somebody who has or had a mandate, or will have one. */
        MANDATED,
        /** By somebody else, and nobody with a mandate spoke in it. */
        SELF,
        /** By somebody else, and somebody with a mandate spoke in it. */
        STEERED
    }

    MandateThreads {
        starts = List.copyOf(starts);
        appointments = List.copyOf(appointments);
    }

    /** The threads of these acts, which come in time order. */
    static MandateThreads of(List<Act> acts, List<Appointment> appointments) {
        Threads threads = Threads.of(acts);
        Set<String> ever = appointments.stream().map(Appointment::personId).collect(Collectors.toUnmodifiableSet());
        boolean[] mandated = threads.among(ever);
        record Begun(int day, Start start) {}
        List<Begun> begun = new ArrayList<>();
        for (int thread = 0; thread < threads.threads(); thread++) {
            int first = threads.threadStart[thread];
            Start start = mandated[threads.speaker[first]] ? Start.MANDATED : Start.SELF;
            for (int position = first; position < threads.threadStart[thread + 1] && start == Start.SELF; position++) {
                if (mandated[threads.speaker[position]]
                        && holds(appointments, threads.people.get(threads.speaker[position]), threads.day[position])) {
                    start = Start.STEERED;
                }
            }
            begun.add(new Begun(threads.day[first], start));
        }
        begun.sort(java.util.Comparator.comparingInt(Begun::day));
        return new MandateThreads(
                begun.stream().mapToInt(Begun::day).toArray(),
                begun.stream().map(Begun::start).toList(),
                appointments);
    }

    private static boolean holds(List<Appointment> appointments, String person, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return appointments.stream()
                .anyMatch(appointment -> appointment.personId().equals(person) && appointment.holdsOn(date));
    }

    /** Threads that others began from a day on until before another. */
    int selfStarted(int from, int until) {
        return count(from, until, Start.SELF) + count(from, until, Start.STEERED);
    }

    /** Threads that began so from a day on until before another. */
    int count(int from, int until, Start start) {
        int count = 0;
        for (int thread = 0; thread < days.length; thread++) {
            count += days[thread] >= from && days[thread] < until && starts.get(thread) == start ? 1 : 0;
        }
        return count;
    }

    /** Hours a week of all mandates together, mean over those days; NaN where somebody's are not declared. */
    double hours(int from, int until) {
        double hours = 0;
        for (int day = from; day < until; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            for (Appointment appointment : appointments) {
                if (appointment.holdsOn(date)) {
                    Double declared = appointment.hoursPerWeek();
                    hours += declared == null ? Double.NaN : declared;
                }
            }
        }
        return hours / (until - from);
    }

    /** Whether a mandate begins or ends in those days. */
    boolean changes(int from, int until) {
        return appointments.stream()
                .anyMatch(appointment ->
                        within(appointment.from(), 0, from, until) || within(appointment.until(), 1, from, until));
    }

    private static boolean within(@org.jspecify.annotations.Nullable LocalDate date, int later, int from, int until) {
        return date != null && date.toEpochDay() + later >= from && date.toEpochDay() + later < until;
    }
}
