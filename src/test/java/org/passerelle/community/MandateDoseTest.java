package org.passerelle.community;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.community.MandateEvents.Effect;
import org.passerelle.community.MandateThreads.Start;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Appointment;
import org.passerelle.network.Window;

class MandateDoseTest {
    private static final Window YEAR = new Window(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final int SEEDS = 200;

    private static Appointment appointment(String community, @Nullable LocalDate from, @Nullable Double hours) {
        return new Appointment("ann", community, from, null, hours);
    }

    /** As many self-started threads in every week, before a day and from it on. */
    private static MandateThreads weekly(int before, int after, LocalDate day, Appointment... appointments) {
        List<Integer> days = new ArrayList<>();
        for (int start = YEAR.fromEpochDay(); start + 6 <= YEAR.toEpochDay(); start += 7) {
            days.addAll(Collections.nCopies(start < day.toEpochDay() ? before : after, start));
        }
        return new MandateThreads(
                days.stream().mapToInt(Integer::intValue).toArray(),
                Collections.nCopies(days.size(), Start.SELF),
                List.of(appointments));
    }

    @Test
    void threads_ofActs_areDividedByWhoBeganAndWhoSpoke() {
        // One thread a day: ann's mandate begins on the third day.
        MandateThreads threads = MandateThreads.of(
                Acts.acts("bob ann; ann bob; bob ann; bob cid; ann"),
                List.of(appointment("c", Acts.START.plusDays(2), 3.0)));
        assertThat(threads.starts())
                .containsExactly(Start.SELF, Start.MANDATED, Start.STEERED, Start.SELF, Start.MANDATED);
        int first = (int) Acts.START.toEpochDay();
        assertThat(threads.selfStarted(first, first + 5)).isEqualTo(3);
        assertThat(threads.hours(first, first + 4)).isCloseTo(1.5, within(1e-12));
        assertThat(threads.changes(first, first + 2)).isFalse();
        assertThat(threads.changes(first, first + 3)).isTrue();
        assertThat(MandateThreads.of(Acts.acts("ann"), List.of(appointment("c", null, null)))
                        .hours(first, first + 1))
                .isNaN();
    }

    @Test
    void event_halvedBesideSteady_isItsArithmetic() {
        Map<String, MandateThreads> all = new TreeMap<>(Map.of(
                "fallen", weekly(10, 5, JULY, appointment("fallen", JULY, 8.0)),
                "one", weekly(10, 10, JULY),
                "two", weekly(9, 9, JULY),
                "tiny", weekly(0, 3, JULY)));
        MandateDose dose = MandateDose.of(all, all.keySet(), YEAR);
        assertThat(dose.communities()).isEqualTo(1);
        assertThat(dose.events()).hasSize(1);
        MandateEvents.Event event = dose.events().getFirst();
        assertThat(event.before()).isEqualTo(120);
        assertThat(event.after()).isEqualTo(60);
        assertThat(event.hours()).isEqualTo(8.0);
        assertThat(event.matched()).isEqualTo(2);
        Effect effect = requireNonNull(dose.together());
        assertThat(effect.change()).isCloseTo(60.5 / 120.5 - 1, within(1e-12));
        assertThat(effect.matchedChange()).isCloseTo(0, within(1e-12));
        assertThat(effect.difference()).as("one event has no interval").isNull();
        assertThat(effect.p()).as("one of three is as far").isBetween(0.25, 0.42);
        assertThat(event.course()[5]).containsExactly(20, 40);
        assertThat(dose.byHours().communities()).isEqualTo(1);
        assertThat(dose.byHours().change())
                .as("one of four communities tells nothing")
                .isNull();
        assertThat(dose.bySteering().change()).as("nothing is steered").isNull();
    }

    @Test
    void event_withoutDaysAround_isNone() {
        Map<String, MandateThreads> all = Map.of(
                "late", weekly(5, 5, JULY, appointment("late", LocalDate.of(2025, 11, 1), 8.0)),
                "ever", weekly(5, 5, JULY, appointment("ever", null, null)),
                "free", weekly(5, 5, JULY));
        MandateDose dose = MandateDose.of(all, all.keySet(), YEAR);
        assertThat(dose.events()).isEmpty();
        assertThat(dose.together()).isNull();
        assertThat(dose.hours()).as("one's are not declared").isNull();
    }

    @Test
    void nobodyAppointed_nothing() {
        MandateDose dose = MandateDose.of(Map.of("free", weekly(5, 5, JULY)), Set.of("free"), YEAR);
        assertThat(dose.communities()).isZero();
        assertThat(dose.opened()).isNull();
        assertThat(dose.hours()).isNull();
    }

    /**
     * Eighteen communities whose weeks go up and down together and each on its own; in six somebody is appointed, in different
     * months, and speaks in as many threads as each month happens to bring. From then on so many times what else would be begun.
     */
    static Map<String, MandateThreads> company(int seed, double times) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] season = new double[53];
        Arrays.setAll(season, _ -> Math.exp(0.3 * random.nextGaussian()));
        Map<String, MandateThreads> all = new TreeMap<>();
        for (int community = 0; community < 18; community++) {
            String id = "c" + community;
            double usual = random.nextDouble(0.4, 4);
            double own = 0;
            LocalDate from = community < 6 ? LocalDate.of(2025, 4 + community, 1 + random.nextInt(5)) : null;
            List<Integer> days = new ArrayList<>();
            List<Start> starts = new ArrayList<>();
            for (int week = 0; week < 52; week++) {
                own = 0.6 * own + 0.3 * random.nextGaussian();
                int first = YEAR.fromEpochDay() + 7 * week;
                boolean mandated = from != null && first >= from.toEpochDay();
                double steered = (week / 4 * 37 + community * 11) % 5 / 10.0;
                double mean = usual * season[week] * Math.exp(own) * (mandated ? times : 1);
                for (int thread = poisson(mean, random); thread > 0; thread--) {
                    days.add(first);
                    starts.add(mandated && random.nextDouble() < steered ? Start.STEERED : Start.SELF);
                }
            }
            all.put(
                    id,
                    new MandateThreads(
                            days.stream().mapToInt(Integer::intValue).toArray(),
                            starts,
                            from == null
                                    ? List.of()
                                    : List.of(new Appointment("p" + id, id, from, null, 4.0 + community))));
        }
        return all;
    }

    private static int poisson(double mean, SplittableRandom random) {
        int count = 0;
        for (double left = random.nextDouble(); left > Math.exp(-mean); left *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    @Test
    void companies_withoutEffect_alarmAboutAsOftenAsSaid() {
        int[] alarms = new int[4];
        int told = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Map<String, MandateThreads> all = company(seed, 1);
            MandateDose dose = MandateDose.of(all, all.keySet(), YEAR);
            Effect effect = requireNonNull(dose.together());
            alarms[0] += effect.p() < 0.05 ? 1 : 0;
            told += effect.difference() == null ? 0 : 1;
            alarms[1] += excludesNothing(effect.difference()) ? 1 : 0;
            alarms[2] += excludesNothing(dose.byHours().change()) ? 1 : 0;
            alarms[3] += excludesNothing(dose.bySteering().change()) ? 1 : 0;
        }
        System.out.printf(
                "REPORT false alarms in %d companies without effect: appointments p %d, interval %d of %d; hours %d; steered"
                        + " %d%n",
                SEEDS, alarms[0], alarms[1], told, alarms[2], alarms[3]);
        // 10 of 200 are expected; 21 or more come in one of a thousand runs.
        assertThat(IntStream.of(alarms)).allMatch(count -> count <= 20);
    }

    private static boolean excludesNothing(@Nullable Estimate estimate) {
        return estimate != null && (estimate.low() > 0 || estimate.high() < 0);
    }

    @Test
    void companies_halved_areFound() {
        int byAppointment = 0;
        int byHours = 0;
        for (int seed = 1; seed <= 40; seed++) {
            Map<String, MandateThreads> all = company(seed, 0.4);
            MandateDose dose = MandateDose.of(all, all.keySet(), YEAR);
            Effect effect = requireNonNull(dose.together());
            byAppointment += effect.p() < 0.05 && effect.ratio() < 0 ? 1 : 0;
            Estimate hours = dose.byHours().change();
            byHours += hours != null && hours.high() < 0 ? 1 : 0;
        }
        System.out.printf(
                "REPORT planted fall to 40 %% found in 40 companies: appointments %d, hours %d%n",
                byAppointment, byHours);
        assertThat(byAppointment).isGreaterThan(36);
        assertThat(byHours).isGreaterThan(30);
    }
}
