package org.passerelle.community;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Chart;

/**
 * How much of a community's exchange is between peers: neither is in the other's reporting line, directly or further up.
 * It is prompted where a manager of whoever answers opened the thread. Lines are those of the last day; only exchanges of two
 * people who are in some line count. Intervals draw blocks of two weeks anew ({@link Weeks}).
 *
 * @param exchanges that count
 * @param people who took part in them
 * @param peers share between peers, null without exchanges or with too few weeks
 * @param unprompted share of the exchanges between peers that no manager of whoever answers prompted, null likewise
 */
record PeerExchange(
        int exchanges,
        int people,
        @Nullable Estimate peers,
        @Nullable Estimate unprompted) {
    private static final int LEVELS_MAX = 50;

    /** The peer exchange among these. */
    static PeerExchange of(Exchanges exchanges, Chart chart, LocalDate day) {
        Threads threads = exchanges.threads;
        List<Set<Integer>> above = above(threads.people, chart, day);
        boolean[] placed = new boolean[threads.people.size()];
        for (int person = 0; person < placed.length; person++) {
            placed[person] = !above.get(person).isEmpty()
                    || !chart.reports(threads.people.get(person), day).isEmpty();
        }
        int[] opener = new int[threads.acts()];
        for (int thread = 0; thread < threads.threads(); thread++) {
            int start = threads.threadStart[thread];
            java.util.Arrays.fill(opener, start, threads.threadStart[thread + 1], threads.speaker[start]);
        }
        Set<Integer> people = new HashSet<>();
        int count = 0;
        for (int position : exchanges.answers()) {
            int one = threads.speaker[position];
            int other = exchanges.answeredPerson(position);
            if (placed[one] && placed[other]) {
                count++;
                people.add(one);
                people.add(other);
            }
        }
        java.util.function.IntPredicate known =
                position -> placed[threads.speaker[position]] && placed[exchanges.answeredPerson(position)];
        java.util.function.IntPredicate peers =
                position -> !above.get(threads.speaker[position]).contains(exchanges.answeredPerson(position))
                        && !above.get(exchanges.answeredPerson(position)).contains(threads.speaker[position]);
        java.util.function.IntPredicate unprompted =
                position -> !above.get(threads.speaker[position]).contains(opener[position]);
        return new PeerExchange(
                count,
                people.size(),
                estimate(exchanges.weekly(known, peers)),
                estimate(exchanges.weekly(known.and(peers), unprompted)));
    }

    private static @Nullable Estimate estimate(double[][] weeks) {
        Weeks.Interval share = Weeks.interval(
                weeks,
                sums -> sums.length == 0 || sums[1] == 0 ? Double.NaN : sums[0] / sums[1],
                Weeks.Parameters.defaults());
        return Double.isNaN(share.value()) || Double.isNaN(share.low()) || Double.isNaN(share.high())
                ? null
                : Estimate.holding(share.value(), share.low(), share.high());
    }

    /** Numbers of everybody above each person who are here too. A manager who is not here counts as above all the same. */
    private static List<Set<Integer>> above(List<String> people, Chart chart, LocalDate day) {
        Map<String, Integer> numbers = new HashMap<>();
        people.forEach(id -> numbers.put(id, numbers.size()));
        return people.stream()
                .map(id -> {
                    Set<Integer> above = new HashSet<>();
                    String current = chart.manager(id, day).orElse("");
                    for (int level = 0; !current.isEmpty() && level < LEVELS_MAX; level++) {
                        // -1 stands for managers elsewhere: it marks the person as placed in a line.
                        above.add(numbers.getOrDefault(current, -1));
                        current = chart.manager(current, day).orElse("");
                    }
                    return above;
                })
                .toList();
    }
}
