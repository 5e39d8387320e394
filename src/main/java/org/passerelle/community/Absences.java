package org.passerelle.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;

/**
 * Real absences of steady contributors, and what their community did meanwhile.
 *
 * <p>Somebody is absent for {@value #WEEKS_MIN} to {@value #WEEKS_MAX} weeks without any contribution to the community,
 * between {@value #AROUND} weeks before and after of which at least half have one each: who leaves for good, or was seldom
 * there, is not counted. Weeks are of seven days from the epoch; the first and the last of the data are no absence.
 * The change is {@code ln((during + 1/2) / weeks of it) - ln((around + 1/2) / weeks around)} of the exchanges among
 * others: answers of two other people than the absent one. An absence with no exchange among others around it says nothing
 * and is left out.
 *
 * <p>Everybody's absence coincides with holidays, so a change is only read beside the changes in absences of other
 * people of like volume. Time O(people x weeks + absences x weeks).
 */
final class Absences {
    static final int WEEKS_MIN = 4;
    static final int WEEKS_MAX = 26;
    static final int AROUND = 8;
    private static final int DRAWS = 1_000;
    private static final double TAIL = 0.025;
    private static final int TOLD_MIN = 5;

    private Absences() {}

    /**
     * One absence.
     *
     * @param volume turns of the person in the window
     * @param firstWeek first week of it, weeks since 1970-01-01
     * @param change natural logarithm of the exchange among others during it over that around it
     */
    record Absence(String personId, int volume, int firstWeek, int weeks, double change) {}

    /** Every absence among these turns, in order of the person and the week. */
    static List<Absence> of(Exchanges exchanges) {
        Threads threads = exchanges.threads;
        if (threads.acts() == 0) {
            return List.of();
        }
        int first = Math.floorDiv(Arrays.stream(threads.day).min().orElse(0), 7);
        int weeks = Math.floorDiv(Arrays.stream(threads.day).max().orElse(0), 7) - first + 1;
        int people = threads.people.size();
        int[] volumes = threads.volumes();
        List<List<Integer>> present = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            present.add(new ArrayList<>());
        }
        for (int position : threads.byTime) {
            List<Integer> own = present.get(threads.speaker[position]);
            int week = Math.floorDiv(threads.day[position], 7) - first;
            if (own.isEmpty() || own.getLast() != week) {
                own.add(week);
            }
        }
        int[] all = new int[weeks];
        List<List<int[]>> taking = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            taking.add(new ArrayList<>());
        }
        for (int position : exchanges.answers()) {
            int week = Math.floorDiv(threads.day[position], 7) - first;
            all[week]++;
            int[] one = {week};
            taking.get(threads.speaker[position]).add(one);
            taking.get(exchanges.answeredPerson(position)).add(one);
        }
        List<Absence> absences = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            if (present.get(person).size() < AROUND) {
                continue;
            }
            int[] others = all.clone();
            taking.get(person).forEach(week -> others[week[0]]--);
            absences.addAll(of(threads.people.get(person), volumes[person], present.get(person), others, first));
        }
        return absences;
    }

    private static List<Absence> of(String id, int volume, List<Integer> present, int[] others, int firstWeek) {
        boolean[] there = new boolean[others.length];
        present.forEach(week -> there[week] = true);
        List<Absence> absences = new ArrayList<>();
        for (int place = 0; place + 1 < present.size(); place++) {
            int from = present.get(place) + 1;
            int until = present.get(place + 1);
            int length = until - from;
            int before = from - AROUND;
            int after = until + AROUND;
            if (length < WEEKS_MIN || length > WEEKS_MAX || before < 0 || after > others.length) {
                continue;
            }
            int steady = Math.min(count(there, before, from), count(there, until, after));
            double around = sum(others, before, from) + sum(others, until, after);
            if (steady * 2 < AROUND || around == 0) {
                continue;
            }
            double change =
                    Math.log((sum(others, from, until) + 0.5) / length) - Math.log((around + 0.5) / (2 * AROUND));
            absences.add(new Absence(id, volume, firstWeek + from, length, change));
        }
        return absences;
    }

    private static int count(boolean[] there, int from, int until) {
        int count = 0;
        for (int week = from; week < until; week++) {
            count += there[week] ? 1 : 0;
        }
        return count;
    }

    private static double sum(int[] counts, int from, int until) {
        return Arrays.stream(counts, from, until).sum();
    }

    /**
     * What absences of some people mean beside those of others of like volume.
     *
     * @param absences of those asked about
     * @param matched absences of others they are set against
     * @param change mean share by which exchange among others changed in the former, null with fewer than 5
     * @param matchedChange the same in the latter
     * @param difference former over latter less 1, with an interval that draws absences anew; negative: more is lost
     *     without them. null with fewer than 5 of either
     */
    record Effect(
            int absences,
            int matched,
            @Nullable Double change,
            @Nullable Double matchedChange,
            @Nullable Estimate difference) {}

    /**
     * Changes in absences of some people, and in those of others whose volume is between half and twice that of one of
     * them.
     */
    record Matched(double[] theirs, double[] others) {
        /** The two kinds among those of one community. */
        static Matched of(List<Absence> absences, Predicate<String> asked) {
            List<Absence> theirs =
                    absences.stream().filter(one -> asked.test(one.personId())).toList();
            List<Absence> others = absences.stream()
                    .filter(one -> !asked.test(one.personId())
                            && theirs.stream()
                                    .anyMatch(other ->
                                            one.volume() * 2L >= other.volume() && one.volume() <= other.volume() * 2L))
                    .toList();
            return new Matched(changes(theirs), changes(others));
        }

        /** Those of several communities together. */
        static Matched together(List<Matched> several) {
            return new Matched(
                    several.stream()
                            .flatMapToDouble(one -> Arrays.stream(one.theirs()))
                            .toArray(),
                    several.stream()
                            .flatMapToDouble(one -> Arrays.stream(one.others()))
                            .toArray());
        }

        /** What they mean. */
        Effect effect(long seed) {
            return Absences.effect(theirs, others, seed);
        }
    }

    private static Effect effect(double[] theirs, double[] matched, long seed) {
        Estimate difference = null;
        if (theirs.length >= TOLD_MIN && matched.length >= TOLD_MIN) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] drawn = new double[DRAWS];
            for (int draw = 0; draw < DRAWS; draw++) {
                drawn[draw] = Math.expm1(drawnMean(theirs, random) - drawnMean(matched, random));
            }
            Arrays.sort(drawn);
            difference = Estimate.holding(
                    Math.expm1(mean(theirs) - mean(matched)),
                    drawn[(int) (TAIL * DRAWS)],
                    drawn[(int) Math.ceil((1 - TAIL) * DRAWS) - 1]);
        }
        return new Effect(
                theirs.length,
                matched.length,
                theirs.length < TOLD_MIN ? null : Math.expm1(mean(theirs)),
                matched.length < TOLD_MIN ? null : Math.expm1(mean(matched)),
                difference);
    }

    private static double[] changes(List<Absence> absences) {
        return absences.stream().mapToDouble(Absence::change).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double drawnMean(double[] values, SplittableRandom random) {
        double sum = 0;
        for (int draw = 0; draw < values.length; draw++) {
            sum += values[random.nextInt(values.length)];
        }
        return sum / values.length;
    }
}
