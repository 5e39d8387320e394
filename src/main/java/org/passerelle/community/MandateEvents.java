package org.passerelle.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.PlaceboEvents;
import org.passerelle.network.Appointment;
import org.passerelle.network.Window;

/**
 * What others begin of their own accord around each appointment: {@value #PERIODS} periods of {@value #DAYS} days before it
 * beside as many after it, and the same days of communities in which no mandate began or ended meanwhile, at most
 * {@value #OTHERS_MAX}, nearest in the threads that others began before. The change is a logarithm, so that a large and a small
 * community can be set side by side; season is what the matched days have in common. Compared by {@link PlaceboEvents}.
 *
 * <p>Communities in which fewer than {@value #THREADS_MIN} threads were begun before tell nothing and are left out on both sides.
 * That is judged by what came before alone: judged by the whole, falling communities would stay in and risen ones come in.
 * Appointments to one community within {@value #REACH} days of one another are one event. Time O(events x communities x threads).
 */
final class MandateEvents {
    static final int DAYS = 28;
    static final int PERIODS = 3;
    static final int REACH = DAYS * PERIODS;
    static final int OTHERS_MAX = 20;
    static final int THREADS_MIN = 6;
    private static final PlaceboEvents.Parameters PARAMETERS =
            new PlaceboEvents.Parameters(REACH, OTHERS_MAX, 1_999, 1);
    private static final double FACTOR_MAX = 4;

    private final Map<String, MandateThreads> communities;
    private final int start;
    private final int end;

    /** @param communities by id, all of them: the others are what an event is set beside */
    MandateEvents(Map<String, MandateThreads> communities, Window window) {
        this.communities = new TreeMap<>(communities);
        this.start = window.fromEpochDay();
        this.end = window.toEpochDay() + 1;
    }

    /**
     * An appointment with what was begun around it.
     *
     * @param hours declared hours a week of all mandates there after it less before; null where some are not declared
     * @param before threads that others began in the days before
     * @param after in the days after
     * @param alike the change of the logarithm there and in communities like it, which may have had events themselves
     * @param matched communities it is set beside
     * @param course threads of each period, then what the matched communities would have there
     */
    record Event(
            String communityId,
            LocalDate day,
            @Nullable Double hours,
            int before,
            int after,
            PlaceboEvents.Event alike,
            int matched,
            double[][] course) {}

    /**
     * What appointments go with.
     *
     * @param change mean change of what others begin, as a share
     * @param matchedChange the same in matched communities
     * @param ratio former over latter less 1
     * @param difference the same with its interval; null where too few deals are possible
     * @param p chance of a difference as large in size if the appointments might as well have been in communities alike
     */
    record Effect(
            int events,
            double change,
            double matchedChange,
            double ratio,
            @Nullable Estimate difference,
            double p) {
        /** Null without events that have a community beside them. */
        static @Nullable Effect of(List<Event> events) {
            PlaceboEvents.Result result =
                    PlaceboEvents.compute(events.stream().map(Event::alike).toList(), PARAMETERS);
            if (result.events() == 0) {
                return null;
            }
            double value = result.difference().value();
            double low = result.difference().low();
            double high = result.difference().high();
            return new Effect(
                    result.events(),
                    Math.expm1(result.change()),
                    Math.expm1(result.others()),
                    Math.expm1(value),
                    Double.isNaN(low) ? null : Estimate.holding(Math.expm1(value), Math.expm1(low), Math.expm1(high)),
                    result.p());
        }
    }

    /** The events of the communities that are asked about, in order of id and day, those with a community beside them. */
    List<Event> events(Set<String> asked) {
        List<Begin> begins = new ArrayList<>();
        communities.forEach((id, threads) -> {
            if (asked.contains(id)) {
                begins.addAll(begins(id, threads));
            }
        });
        List<PlaceboEvents.Event> alike =
                begins.stream().map(begin -> alike(begin, begins)).toList();
        List<Event> events = new ArrayList<>();
        for (int number = 0; number < alike.size(); number++) {
            Begin begin = begins.get(number);
            PlaceboEvents.Event event = alike.get(number);
            if (PlaceboEvents.others(event, alike, PARAMETERS) > 0) {
                events.add(event(begin, event, begins));
            }
        }
        return events;
    }

    /** The first day of mandates in a community. */
    private record Begin(String communityId, MandateThreads threads, int day) {}

    private List<Begin> begins(String id, MandateThreads threads) {
        int[] days = threads.appointments().stream()
                .map(Appointment::from)
                .filter(from -> from != null && from.toEpochDay() - REACH >= start && from.toEpochDay() + REACH <= end)
                .mapToInt(from -> from == null ? 0 : (int) from.toEpochDay())
                .distinct()
                .sorted()
                .toArray();
        List<Begin> begins = new ArrayList<>();
        int last = Integer.MIN_VALUE / 2;
        for (int day : days) {
            if (day - last >= REACH && threads.selfStarted(day - REACH, day) >= THREADS_MIN) {
                begins.add(new Begin(id, threads, day));
                last = day;
            }
        }
        return begins;
    }

    /** A community and what others began in it before the day. */
    private record Like(String id, MandateThreads threads, int before) {}

    /** Those with as much before, the nearest first; whose mandates change meanwhile only if that is an event of its own. */
    private List<Like> likes(Begin begin, List<Begin> begins) {
        int before = begin.threads().selfStarted(begin.day() - REACH, begin.day());
        return communities.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(begin.communityId()))
                .filter(entry -> !entry.getValue().changes(begin.day() - REACH, begin.day() + REACH)
                        || begins.stream()
                                .anyMatch(other -> other.communityId().equals(entry.getKey())
                                        && Math.abs(other.day() - begin.day()) < REACH))
                .map(entry -> new Like(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue().selfStarted(begin.day() - REACH, begin.day())))
                .filter(other -> other.before() >= THREADS_MIN && apart(other.before(), before) <= Math.log(FACTOR_MAX))
                .sorted(Comparator.comparingDouble((Like other) -> apart(other.before(), before))
                        .thenComparing(Like::id))
                .toList();
    }

    private PlaceboEvents.Event alike(Begin begin, List<Begin> begins) {
        List<String> ids = List.copyOf(communities.keySet());
        List<Like> likes = likes(begin, begins);
        int[] places = new int[likes.size() + 1];
        double[] changes = new double[places.length];
        places[0] = ids.indexOf(begin.communityId());
        changes[0] = change(begin.threads(), begin.day());
        for (int place = 1; place < places.length; place++) {
            places[place] = ids.indexOf(likes.get(place - 1).id());
            changes[place] = change(likes.get(place - 1).threads(), begin.day());
        }
        return new PlaceboEvents.Event(begin.day(), places, changes);
    }

    private Event event(Begin begin, PlaceboEvents.Event alike, List<Begin> begins) {
        int day = begin.day();
        MandateThreads own = begin.threads();
        List<MandateThreads> matched = likes(begin, begins).stream()
                .filter(like -> !like.threads().changes(day - REACH, day + REACH))
                .limit(OTHERS_MAX)
                .map(Like::threads)
                .toList();
        double hours = own.hours(day, day + REACH) - own.hours(day - REACH, day);
        return new Event(
                begin.communityId(),
                LocalDate.ofEpochDay(day),
                Double.isNaN(hours) ? null : Double.valueOf(hours),
                own.selfStarted(day - REACH, day),
                own.selfStarted(day, day + REACH),
                alike,
                matched.size(),
                course(own, matched, day));
    }

    private static double apart(int one, int other) {
        return Math.abs(Math.log((double) one / other));
    }

    private static double change(MandateThreads threads, int day) {
        return log(threads, day, day + REACH) - log(threads, day - REACH, day);
    }

    /** Half a thread more, so that silence has a logarithm. */
    private static double log(MandateThreads threads, int from, int until) {
        return Math.log(threads.selfStarted(from, until) + 0.5);
    }

    private static double[][] course(MandateThreads own, List<MandateThreads> matched, int day) {
        double before = own.selfStarted(day - REACH, day) / (double) PERIODS;
        return IntStream.range(-PERIODS, PERIODS)
                .map(period -> day + period * DAYS)
                .mapToObj(from -> new double[] {
                    own.selfStarted(from, from + DAYS),
                    before
                            * matched.stream()
                                    .mapToDouble(other -> other.selfStarted(from, from + DAYS)
                                            * (double) PERIODS
                                            / other.selfStarted(day - REACH, day))
                                    .average()
                                    .orElseThrow()
                })
                .toArray(double[][]::new);
    }
}
