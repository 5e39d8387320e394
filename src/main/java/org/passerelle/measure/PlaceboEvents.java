package org.passerelle.measure;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happened around events beside what happened on the same days in places like theirs, and how often as much would come if
 * the events had been dealt to other such places: placebos in place (Alberto Abadie, Alexis Diamond and Jens Hainmueller,
 * Synthetic control methods for comparative case studies, 2010, doi:10.1198/jasa.2009.ap08746; randomisation as in Paul Rosenbaum,
 * Observational Studies, 2002, doi:10.1007/978-1-4757-3692-2).
 *
 * <p>Events share the places they are set beside, so their differences are not independent: a place that happens to rise makes
 * every event look low. Therefore all events are dealt at once and everything is worked out again, the shared places included. A
 * place with an event less than {@code reach} days away is no comparison for another event, dealt or real.
 *
 * <p>p is two-sided, the observed one included. The interval of 95 % takes the difference away from the places that had the events
 * and asks between what ends it could lie without being refused; none where so few deals are possible that nothing ever would
 * be. An association: whoever chose the places is in it. Time O(draws x events x places). NaN without events.
 */
public final class PlaceboEvents {
    /** Fewer possible deals than this give no interval. */
    public static final int DEALS_MIN = 40;

    private static final double TAIL = 0.025;
    private static final double ROUNDING = 1e-12;

    private final List<Event> events;
    private final Parameters parameters;

    private PlaceboEvents(List<Event> events, Parameters parameters) {
        this.events = events;
        this.parameters = parameters;
    }

    /**
     * How to compare.
     *
     * @param reach days within which an event makes a place no comparison
     * @param othersMax at most so many places are compared with, the first ones
     * @param draws of deals, 99 to 100,000
     */
    public record Parameters(int reach, int othersMax, int draws, long seed) {
        /** Checks. */
        public Parameters {
            if (reach < 0 || othersMax < 1) {
                throw new IllegalArgumentException(
                        "reach is 0 or more and othersMax 1 or more, not " + reach + " and " + othersMax);
            }
            if (draws < 99 || draws > 100_000) {
                throw new IllegalArgumentException("draws is 99 to 100000, not " + draws);
            }
        }
    }

    /**
     * An event.
     *
     * @param places that it might have been in, the one where it was first, then those most like it
     * @param changes what changed around its day in each
     */
    public record Event(int day, int[] places, double[] changes) {
        /** Copies; refuses an event that was nowhere. */
        public Event {
            if (places.length == 0 || places.length != changes.length) {
                throw new IllegalArgumentException(
                        "A change for each of one or more places, not " + changes.length + " for " + places.length);
            }
            places = places.clone();
            changes = changes.clone();
        }
    }

    /**
     * The answer.
     *
     * @param events that have a place to be set beside
     * @param change mean change where they were
     * @param others mean of the mean changes of the places beside them
     * @param difference one less the other, with its interval; low and high NaN where it has none
     * @param p chance of a difference as large in size if the events were dealt to other places like theirs
     */
    public record Result(int events, double change, double others, Weeks.Interval difference, double p) {}

    /** Compares. */
    public static Result compute(List<Event> events, Parameters parameters) {
        return new PlaceboEvents(List.copyOf(events), parameters).result();
    }

    /** How many places an event has beside it, where the events really were. */
    public static int others(Event event, List<Event> events, Parameters parameters) {
        PlaceboEvents all = new PlaceboEvents(List.copyOf(events), parameters);
        return (int) all.mean(events.indexOf(event), new int[events.size()], 0)[1];
    }

    private Result result() {
        int[] real = new int[events.size()];
        double[] sums = new double[3];
        long deals = 1;
        for (int number = 0; number < real.length; number++) {
            double[] others = mean(number, real, 0);
            if (others[1] > 0) {
                sums[0]++;
                sums[1] += events.get(number).changes[0];
                sums[2] += others[0];
                deals = Math.min(DEALS_MIN, deals * (others[1] > 0 ? (long) others[1] + 1 : 1));
            }
        }
        double difference = (sums[1] - sums[2]) / sums[0];
        if (Double.isNaN(difference)) {
            return new Result(
                    0, Double.NaN, Double.NaN, new Weeks.Interval(Double.NaN, Double.NaN, Double.NaN), Double.NaN);
        }
        double[] dealt = dealt(0);
        long asFar = Arrays.stream(dealt)
                .filter(one -> Math.abs(one) >= Math.abs(difference) - ROUNDING)
                .count();
        Weeks.Interval interval = new Weeks.Interval(difference, Double.NaN, Double.NaN);
        if (deals >= DEALS_MIN) {
            double[] noise = Expectation.sorted(dealt(difference));
            int last = noise.length - 1;
            interval = new Weeks.Interval(
                    difference,
                    difference - noise[(int) Math.ceil((1 - TAIL) * last)],
                    difference - noise[(int) (TAIL * last)]);
        }
        return new Result(
                (int) sums[0], sums[1] / sums[0], sums[2] / sums[0], interval, (asFar + 1.0) / (dealt.length + 1.0));
    }

    /** Differences as the events are dealt, after so much is taken away from the places that really had them. */
    private double[] dealt(double less) {
        SplittableRandom random = new SplittableRandom(Seeds.of(parameters.seed(), 0));
        double[] differences = new double[parameters.draws()];
        int[] chosen = new int[events.size()];
        for (int draw = 0; draw < differences.length; draw++) {
            for (int number = 0; number < chosen.length; number++) {
                chosen[number] = deal(number, chosen, random);
            }
            double sum = 0;
            double count = 0;
            for (int number = 0; number < chosen.length; number++) {
                double[] others = mean(number, chosen, less);
                if (others[1] > 0) {
                    sum += value(number, chosen[number], less) - others[0];
                    count++;
                }
            }
            differences[draw] = count == 0 ? Double.NaN : sum / count;
        }
        return Arrays.stream(differences).filter(one -> !Double.isNaN(one)).toArray();
    }

    /** A place for an event, any that no earlier dealt event is near in; its own where all are taken. */
    private int deal(int number, int[] chosen, SplittableRandom random) {
        int[] places = events.get(number).places;
        for (int attempt = 0; attempt < places.length; attempt++) {
            int place = random.nextInt(places.length);
            if (!taken(number, places[place], chosen, number)) {
                return place;
            }
        }
        return 0;
    }

    /** Whether one of the first so many events is in that place near an event's day. */
    private boolean taken(int number, int place, int[] chosen, int until) {
        for (int other = 0; other < until; other++) {
            Event event = events.get(other);
            if (other != number
                    && event.places[chosen[other]] == place
                    && Math.abs(event.day - events.get(number).day) < parameters.reach()) {
                return true;
            }
        }
        return false;
    }

    private double value(int number, int place, double less) {
        return events.get(number).changes[place] - (place == 0 ? less : 0);
    }

    /** Mean change of the places beside an event, and how many there are. */
    private double[] mean(int number, int[] chosen, double less) {
        Event event = events.get(number);
        double sum = 0;
        int count = 0;
        for (int place = 0; place < event.places.length && count < parameters.othersMax(); place++) {
            if (place != chosen[number] && !taken(number, event.places[place], chosen, chosen.length)) {
                sum += value(number, place, less);
                count++;
            }
        }
        return new double[] {count == 0 ? Double.NaN : sum / count, count};
    }
}
