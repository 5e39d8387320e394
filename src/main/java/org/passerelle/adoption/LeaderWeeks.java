package org.passerelle.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.MatchedWeeks.MatchedSet;
import org.passerelle.network.DatedContributions;

/**
 * In each place, the weeks that begin on the day on which the leadership began something there, and weeks like them: of the
 * same place, from the same day of the week on, at most {@value #SEASON_WEEKS} weeks away, in none of which the leadership's
 * last beginning was fewer than {@value #DAYS} days ago, nearest in the number of contributions of the week before. That
 * number is of the week before because the leadership's own words make people talk. What is counted are people whose first
 * contribution of all falls into the week and the place; the leadership itself is not counted.
 *
 * <p>A beginning within {@value #DAYS} days of one that has a week is part of that week. Weeks that begin in the first
 * {@link Newcomers#LEAD_IN_DAYS} days of the data are left out, and those that the data end in.
 */
final class LeaderWeeks {
    static final int DAYS = 7;
    static final int SEASON_WEEKS = 8;
    static final int OTHERS_MAX = 4;

    private final AdoptionGround ground;
    private final Leaders leaders;
    private final TreeMap<Integer, TreeSet<Integer>> beginnings = new TreeMap<>();
    private final TreeMap<Integer, int[]> firsts = new TreeMap<>();
    private final TreeMap<Integer, int[]> volumes = new TreeMap<>();
    private final int start;
    private final int end;

    /** The weeks of one place, and how many of them have none like them. */
    record Place(int community, List<MatchedSet> sets, int unmatched, int firstContributors) {}

    LeaderWeeks(AdoptionGround ground) {
        this.ground = ground;
        leaders = new Leaders(ground.snapshot.chart(), ground.question.leaderDepth());
        start = Math.max(ground.question.window().fromEpochDay(), ground.firstDay + Newcomers.LEAD_IN_DAYS);
        end = ground.lastDay;
        for (int row : ground.rows) {
            read(row);
        }
    }

    private void read(int row) {
        DatedContributions said = ground.said;
        int day = said.day(row);
        int place = said.community(row);
        int days = Math.max(1, end - ground.firstDay + 1);
        volumes.computeIfAbsent(place, _ -> new int[days])[day - ground.firstDay]++;
        boolean leads = false;
        boolean isFirst = ground.firstRow[said.person(row)] == row && ground.counted[said.person(row)];
        if (isFirst || ground.threads.begins(row)) {
            leads = leaders.lead(ground.snapshot.person(said.person(row)).id(), AdoptionGround.date(day));
        }
        if (leads && ground.threads.begins(row)) {
            beginnings.computeIfAbsent(place, _ -> new TreeSet<>()).add(day);
        }
        if (isFirst && !leads) {
            firsts.computeIfAbsent(place, _ -> new int[days])[day - ground.firstDay]++;
        }
    }

    /** How many lead on the last day of the data. */
    int leaders() {
        LocalDate day = AdoptionGround.date(end);
        return (int) ground.snapshot.people().stream()
                .filter(person -> person.presentOn(day) && leaders.lead(person.id(), day))
                .count();
    }

    /** Every place in which the leadership began something, in order of its number. */
    List<Place> places() {
        return beginnings.keySet().stream().map(this::place).toList();
    }

    private Place place(int community) {
        TreeSet<Integer> days = beginnings.getOrDefault(community, new TreeSet<>());
        BitSet exposed = new BitSet();
        days.forEach(day -> exposed.set(day, day + DAYS));
        List<MatchedSet> sets = new ArrayList<>();
        int unmatched = 0;
        int counted = 0;
        int last = Integer.MIN_VALUE / 2;
        for (int day : days) {
            if (day - last < DAYS || day < start || day + DAYS - 1 > end) {
                continue;
            }
            last = day;
            int[] others = others(community, day, exposed);
            if (others.length == 0) {
                unmatched++;
                continue;
            }
            double after = sum(firsts.get(community), day, day + DAYS);
            double[] otherwise = IntStream.of(others)
                    .mapToDouble(other -> sum(firsts.get(community), other, other + DAYS))
                    .toArray();
            sets.add(new MatchedSet(Math.floorDiv(day, DAYS), after, otherwise));
            counted += (int) (after
                    + IntStream.range(0, others.length)
                            .mapToDouble(other -> otherwise[other])
                            .sum());
        }
        return new Place(community, sets, unmatched, counted);
    }

    private int[] others(int community, int day, BitSet exposed) {
        double before = volume(community, day);
        return IntStream.rangeClosed(-SEASON_WEEKS, SEASON_WEEKS)
                .filter(weeks -> weeks != 0)
                .map(weeks -> day + weeks * DAYS)
                .filter(other -> other >= start && other + DAYS - 1 <= end)
                .filter(other -> {
                    int next = exposed.nextSetBit(other);
                    return next < 0 || next >= other + DAYS;
                })
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer other) -> Math.abs(Math.log((1 + volume(community, other)) / (1 + before))))
                        .thenComparingInt(other -> Math.abs(other - day))
                        .thenComparingInt(other -> other))
                .limit(OTHERS_MAX)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Contributions of the week before. */
    private double volume(int community, int day) {
        return sum(volumes.get(community), day - DAYS, day);
    }

    private double sum(int @Nullable [] byDay, int from, int until) {
        if (byDay == null) {
            return 0;
        }
        int sum = 0;
        for (int day = Math.max(from, ground.firstDay); day < until && day <= end; day++) {
            sum += byDay[day - ground.firstDay];
        }
        return sum;
    }
}
