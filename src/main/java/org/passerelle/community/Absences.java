package org.passerelle.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;

/**
 * Real absences of steady contributors, and what their community did meanwhile.
 *
 * <p>Somebody is absent for {@value #WEEKS_MIN} to {@value #WEEKS_MAX} weeks in which they do nothing towards anybody, here or
 * anywhere else in the network, between {@value #AROUND} weeks before and after ({@value #AROUND_MIN} where the data end), in at least half of which each they do, and in
 * some of which they contribute here: who leaves for good, or visited once, is not counted, and neither is who has turned to
 * another community. Weeks are of seven days from the epoch; the first and the last of the data are no absence.
 * Silences that the person's weeks around would bring by chance more than once in a hundred
 * times are left out too: they are no absences. The change is {@code ln((during + 1/2) / weeks of it) - ln((around + 1/2) /
 * weeks around)} of the exchanges among others, answers of two other people than the absent one, less the same of all that
 * everybody did anywhere in those weeks: holidays are not laid at anybody's door. An absence with no exchange among others around it says nothing
 * and is left out.
 *
 * <p>Absences may still coincide with what changes in one community only, so a change is only read beside the changes in absences
 * of other people of like volume. Time O(people x weeks + absences x weeks).
 */
final class Absences {
    static final int WEEKS_MIN = 4;
    static final int WEEKS_MAX = 26;
    static final int AROUND = 8;
    /** Where the data begin or end so many weeks away. */
    private static final int AROUND_MIN = 4;
    /** Share of the weeks around in which somebody is there who can be missed. */
    private static final double STEADY = 0.5;
    /** A silence that the person's own weeks around would bring oftener is none to speak of. */
    private static final double CHANCE_MAX = 0.01;

    private static final int DRAWS = 1_000;
    private static final double TAIL = 0.025;
    private static final int TOLD_MIN = 5;

    private Absences() {}

    /**
     * One absence.
     *
     * @param volume turns of the person in the window
     * @param firstWeek first week of it, weeks since 1970-01-01
     * @param change natural logarithm of the exchange among others during it over that around it, less the season's
     */
    record Absence(String personId, int volume, int firstWeek, int weeks, double change) {
        /** Whether the other's volume is between half and twice this one's. */
        boolean isLike(Absence other) {
            return volume * 2L >= other.volume && volume <= other.volume * 2L;
        }

        /** Whether some week belongs to both. */
        boolean overlaps(Absence other) {
            return firstWeek < other.firstWeek + other.weeks && other.firstWeek < firstWeek + weeks;
        }
    }

    /** Every absence among these turns, in order of the person and the week. */
    static List<Absence> of(Exchanges exchanges, PresentWeeks anywhere) {
        Threads threads = exchanges.threads;
        if (threads.acts() == 0) {
            return List.of();
        }
        int first = Math.floorDiv(Arrays.stream(threads.day).min().orElse(0), 7);
        int weeks = Math.floorDiv(Arrays.stream(threads.day).max().orElse(0), 7) - first + 1;
        int people = threads.people.size();
        int[] volumes = threads.volumes();
        BitSet[] here = new BitSet[people];
        for (int position = 0; position < threads.acts(); position++) {
            int person = threads.speaker[position];
            here[person] = here[person] == null ? new BitSet(weeks) : here[person];
            here[person].set(Math.floorDiv(threads.day[position], 7) - first);
        }
        int[] all = new int[weeks];
        List<List<Integer>> taking = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            taking.add(new ArrayList<>());
        }
        for (int position : exchanges.answers()) {
            int week = Math.floorDiv(threads.day[position], 7) - first;
            all[week]++;
            taking.get(threads.speaker[position]).add(week);
            taking.get(exchanges.answeredPerson(position)).add(week);
        }
        List<Absence> absences = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            if (here[person] == null || here[person].cardinality() < 2) {
                continue;
            }
            int[] others = all.clone();
            taking.get(person).forEach(week -> others[week]--);
            boolean[] there = new boolean[weeks];
            here[person].stream().forEach(week -> there[week] = true);
            anywhere.mark(threads.people.get(person), first, there);
            absences.addAll(of(
                    threads.people.get(person),
                    volumes[person],
                    new Year(first, there, here[person], others, anywhere)));
        }
        return absences;
    }

    /**
     * The weeks of somebody.
     *
     * @param first its first week
     * @param there whether they did something anywhere
     * @param here those in which they contributed to the community
     * @param others exchanges among others in it
     * @param anywhere how much everybody did
     */
    private record Year(int first, boolean[] there, BitSet here, int[] others, PresentWeeks anywhere) {}

    private static List<Absence> of(String id, int volume, Year year) {
        List<Absence> absences = new ArrayList<>();
        int weeks = year.there().length;
        int from = AROUND_MIN;
        while (from + WEEKS_MIN + AROUND_MIN <= weeks) {
            if (year.there()[from] || !year.there()[from - 1]) {
                from++;
                continue;
            }
            int until = from;
            while (until < weeks && !year.there()[until]) {
                until++;
            }
            if (until - from >= WEEKS_MIN && until - from <= WEEKS_MAX && until + AROUND_MIN <= weeks) {
                add(id, volume, year, from, until, absences);
            }
            from = until;
        }
        return absences;
    }

    private static void add(String id, int volume, Year year, int from, int until, List<Absence> absences) {
        int before = Math.max(0, from - AROUND);
        int after = Math.min(year.there().length, until + AROUND);
        int early = count(year.there(), before, from);
        int late = count(year.there(), until, after);
        boolean steady = early >= STEADY * (from - before) && late >= STEADY * (after - until);
        double missing = 1 - (early + late) / (double) (from - before + after - until);
        boolean away = steady && Math.pow(missing, until - from) <= CHANCE_MAX;
        boolean belongs = within(year.here(), before, from) && within(year.here(), until, after);
        double around = sum(year.others(), before, from) + sum(year.others(), until, after);
        if (belongs && away && around > 0) {
            double change = Math.log((sum(year.others(), from, until) + 0.5) / (until - from))
                    - Math.log((around + 0.5) / (from - before + after - until));
            int first = year.first();
            double season = year.anywhere().season(first + before, first + from, first + until, first + after);
            absences.add(new Absence(id, volume, first + from, until - from, change - season));
        }
    }

    private static boolean within(BitSet weeks, int from, int until) {
        int next = weeks.nextSetBit(from);
        return next >= 0 && next < until;
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
     * them and who were away while none of them was.
     */
    record Matched(double[] theirs, double[] others) {
        /** The two kinds among those of one community. */
        static Matched of(List<Absence> absences, Predicate<String> asked) {
            List<Absence> theirs =
                    absences.stream().filter(one -> asked.test(one.personId())).toList();
            List<Absence> others = absences.stream()
                    .filter(one -> !asked.test(one.personId())
                            && theirs.stream().anyMatch(one::isLike)
                            && theirs.stream().noneMatch(one::overlaps))
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
