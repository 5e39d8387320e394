package org.passerelle.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.community.MandateEvents.Effect;
import org.passerelle.community.MandateEvents.Event;
import org.passerelle.measure.DealtDose;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.LaggedDose;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Appointment;
import org.passerelle.network.Window;

/**
 * What others begin of their own accord, against the dose of appointed animation: the more a function is strengthened, the less
 * may last of it. Periods of {@value MandateEvents#DAYS} days; the dose of one is set against the threads of the next that nobody
 * with a mandate began, over those that communities without any mandate began in the same period, so that seasons cancel.
 *
 * <p>The share steered is of the threads that others began. Of all threads it would fall when the others begin more, and as a busy
 * month follows a busy month it would go with the next month by arithmetic alone. Associations both: who appoints somebody
 * where a community fades finds fading after appointments. No mandates: everything 0 and null.
 *
 * @param communities in which somebody has or had a mandate in the window
 * @param personIds who
 * @param threads threads begun while somebody had a mandate there
 * @param opened share of them begun by somebody with a mandate
 * @param steered share of the others' threads in which somebody with a mandate spoke
 * @param hours mean hours a week over the window, of a community with a mandate; null where some are not declared
 * @param byHours change of what others begin later with one more hour a week
 * @param bySteering the same with ten points more steered
 * @param events appointments with enough around them to tell
 * @param together what these go with; null without events
 */
record MandateDose(
        int communities,
        Set<String> personIds,
        int threads,
        @Nullable Double opened,
        @Nullable Double steered,
        @Nullable Double hours,
        Relation byHours,
        Relation bySteering,
        List<Event> events,
        @Nullable Effect together) {
    private static final double TEN_POINTS = 0.1;
    /** Communities are alike that begin no less than one of so many. */
    private static final int ALIKE = 4;

    MandateDose {
        personIds = Set.copyOf(personIds);
        events = List.copyOf(events);
    }

    /**
     * How later threads change with the dose.
     *
     * @param communities whose dose changes
     * @param change as a share; null where no dose changes, with fewer than {@value LaggedDose#PERIODS_MIN} periods, or where
     *     too few communities change for chance to be told
     */
    record Relation(int communities, int periods, @Nullable Estimate change) {}

    /**
     * Of some communities, beside all of them.
     *
     * @param all threads of every community by id
     * @param asked ids of those it is about
     */
    static MandateDose of(Map<String, MandateThreads> all, Set<String> asked, Window window) {
        Map<String, MandateThreads> mandated = new TreeMap<>();
        List<MandateThreads> free = new ArrayList<>();
        all.forEach((id, threads) -> {
            if (held(threads, window).isEmpty()) {
                free.add(threads);
            } else if (asked.contains(id)) {
                mandated.put(id, threads);
            }
        });
        Set<String> people = new HashSet<>();
        mandated.values().forEach(threads -> people.addAll(held(threads, window)));
        List<Event> events = new MandateEvents(all, window).events(mandated.keySet());
        Periods periods = new Periods(window, free);
        Shares shares = Shares.of(mandated.values());
        return new MandateDose(
                mandated.size(),
                people,
                shares.threads(),
                shares.opened(),
                shares.steered(),
                hours(List.copyOf(mandated.values()), window),
                periods.byHours(mandated.values(), free),
                periods.bySteering(mandated.values()),
                events,
                Effect.of(events));
    }

    /** Who has or had a mandate on a day of the window. */
    private static Set<String> held(MandateThreads threads, Window window) {
        Set<String> people = new HashSet<>();
        for (Appointment appointment : threads.appointments()) {
            boolean begun = appointment.from() == null || !appointment.from().isAfter(window.to());
            boolean lasts = appointment.until() == null || !appointment.until().isBefore(window.from());
            if (begun && lasts) {
                people.add(appointment.personId());
            }
        }
        return people;
    }

    private static @Nullable Double hours(List<MandateThreads> mandated, Window window) {
        double mean = mandated.stream()
                .mapToDouble(threads -> threads.hours(window.fromEpochDay(), window.toEpochDay() + 1))
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(mean) ? null : Double.valueOf(mean);
    }

    /** NaN where others began nothing. */
    private static double steered(MandateThreads threads, int from, int until) {
        int self = threads.selfStarted(from, until);
        return self == 0 ? Double.NaN : threads.count(from, until, MandateThreads.Start.STEERED) / (double) self;
    }

    /** How much of what happened under a mandate was in the hands of whoever had one. */
    private record Shares(
            int threads, @Nullable Double opened, @Nullable Double steered) {
        static Shares of(Iterable<MandateThreads> mandated) {
            int all = 0;
            int opened = 0;
            int steered = 0;
            for (MandateThreads threads : mandated) {
                for (int thread = 0; thread < threads.days().length; thread++) {
                    int day = threads.days()[thread];
                    java.time.LocalDate date = java.time.LocalDate.ofEpochDay(day);
                    if (threads.appointments().stream().anyMatch(appointment -> appointment.holdsOn(date))) {
                        MandateThreads.Start start = threads.starts().get(thread);
                        all++;
                        opened += start == MandateThreads.Start.MANDATED ? 1 : 0;
                        steered += start == MandateThreads.Start.STEERED ? 1 : 0;
                    }
                }
            }
            return new Shares(
                    all,
                    all == 0 ? null : Double.valueOf(opened / (double) all),
                    all == opened ? null : Double.valueOf(steered / (double) (all - opened)));
        }
    }

    /** The whole periods of the window, the last one ending with it, and what came in them without any mandate. */
    private static final class Periods {
        private final int first;
        private final int count;
        private final double[] usual;

        Periods(Window window, List<MandateThreads> free) {
            count = (window.toEpochDay() + 1 - window.fromEpochDay()) / MandateEvents.DAYS;
            first = window.toEpochDay() + 1 - count * MandateEvents.DAYS;
            usual = new double[count];
            for (int period = 0; period < count; period++) {
                for (MandateThreads threads : free) {
                    usual[period] += threads.selfStarted(start(period), start(period + 1));
                }
            }
        }

        private int start(int period) {
            return first + period * MandateEvents.DAYS;
        }

        /**
         * With one more hour a week. Hours change once or twice in a community, so the courses are dealt to communities that
         * begin about as much, those without mandate included ({@link DealtDose}).
         */
        Relation byHours(Iterable<MandateThreads> mandated, List<MandateThreads> free) {
            List<DealtDose.Place> places = new ArrayList<>();
            int least = Integer.MAX_VALUE;
            for (MandateThreads threads : mandated) {
                double[] hours = hours(threads);
                // Whose hours are not declared says nothing.
                if (Double.isFinite(Arrays.stream(hours).sum())) {
                    places.add(new DealtDose.Place(hours, begun(threads)));
                    least = Math.min(least, threads.selfStarted(start(0), start(count)));
                }
            }
            for (MandateThreads threads : free) {
                if (threads.selfStarted(start(0), start(count)) * ALIKE >= least) {
                    places.add(new DealtDose.Place(new double[Math.max(0, count - 1)], begun(threads)));
                }
            }
            DealtDose.Result result = DealtDose.compute(places, DealtDose.Parameters.defaults());
            int known = result.changing() == 0 ? 0 : Math.max(0, count - 1);
            return new Relation(
                    result.changing(), known, known < LaggedDose.PERIODS_MIN ? null : estimate(result.slope(), 1));
        }

        private double[] hours(MandateThreads threads) {
            double[] hours = new double[Math.max(0, count - 1)];
            Arrays.setAll(hours, period -> threads.hours(start(period), start(period + 1)));
            return hours;
        }

        /** The logarithm of what others begin in the period after each. */
        private double[] begun(MandateThreads threads) {
            double[] begun = new double[Math.max(0, count - 1)];
            Arrays.setAll(begun, period -> Math.log(threads.selfStarted(start(period + 1), start(period + 2)) + 0.5));
            return begun;
        }

        /** With ten points more steered, which differ from period to period. */
        Relation bySteering(Iterable<MandateThreads> mandated) {
            List<LaggedDose.Place> places = new ArrayList<>();
            for (MandateThreads threads : mandated) {
                double[] later = begun(threads);
                double[] doses = new double[later.length];
                for (int period = 0; period < doses.length; period++) {
                    doses[period] = steered(threads, start(period), start(period + 1));
                    later[period] -= Math.log(usual[period + 1] + 0.5);
                }
                places.add(new LaggedDose.Place(doses, later));
            }
            LaggedDose.Result result = LaggedDose.compute(places, Weeks.Parameters.defaults());
            return new Relation(result.places(), result.periods(), estimate(result.slope(), TEN_POINTS));
        }

        private static @Nullable Estimate estimate(Weeks.Interval slope, double unit) {
            return Double.isNaN(slope.low()) || Double.isNaN(slope.high()) || Double.isNaN(slope.value())
                    ? null
                    : Estimate.holding(
                            Math.expm1(slope.value() * unit),
                            Math.expm1(slope.low() * unit),
                            Math.expm1(slope.high() * unit));
        }
    }
}
