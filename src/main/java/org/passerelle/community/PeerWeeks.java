package org.passerelle.community;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Chart;

/**
 * Exchanges week by week, as {@link CommunityPeers} counts them, so that communities can be put together.
 *
 * @param people ids of those who took part in exchanges that count
 * @param weeks by number of the week since 1970-01-01, those without exchanges included: exchanges that count, those between peers,
 *     and those of them that no manager of whoever answers opened
 */
record PeerWeeks(Set<String> people, Map<Integer, double[]> weeks) {
    private static final int LEVELS_MAX = 50;

    PeerWeeks {
        people = Set.copyOf(people);
        weeks = new TreeMap<>(weeks);
    }

    /** The weeks of these exchanges. */
    static PeerWeeks of(Exchanges exchanges, Chart chart, LocalDate day) {
        Threads threads = exchanges.threads;
        List<Set<Integer>> above = above(threads.people, chart, day);
        boolean[] placed = placed(threads.people, above, chart, day);
        Map<Integer, double[]> weeks = new TreeMap<>();
        Set<String> people = new HashSet<>();
        for (int thread = 0; thread < threads.threads(); thread++) {
            int start = threads.threadStart[thread];
            int opener = threads.speaker[start];
            for (int position = start; position < threads.threadStart[thread + 1]; position++) {
                double[] week = weeks.computeIfAbsent(Math.floorDiv(threads.day[position], 7), _ -> new double[3]);
                int one = threads.speaker[position];
                int other = exchanges.addressed[position] < 0 ? -1 : exchanges.answeredPerson(position);
                if (other < 0 || !placed[one] || !placed[other]) {
                    continue;
                }
                boolean peers =
                        !above.get(one).contains(other) && !above.get(other).contains(one);
                week[0]++;
                week[1] += peers ? 1 : 0;
                week[2] += peers && !above.get(one).contains(opener) ? 1 : 0;
                people.add(threads.people.get(one));
                people.add(threads.people.get(other));
            }
        }
        return new PeerWeeks(people, weeks);
    }

    /** Those of several communities, week by week. */
    static PeerWeeks together(Collection<PeerWeeks> several) {
        Set<String> people = new HashSet<>();
        Map<Integer, double[]> weeks = new TreeMap<>();
        for (PeerWeeks one : several) {
            people.addAll(one.people());
            one.weeks().forEach((week, counts) -> {
                double[] sum = weeks.computeIfAbsent(week, _ -> new double[3]);
                for (int count = 0; count < sum.length; count++) {
                    sum[count] += counts[count];
                }
            });
        }
        return new PeerWeeks(people, weeks);
    }

    /** The shares that they make. */
    CommunityPeers exchange() {
        TreeSet<Integer> numbers = new TreeSet<>(weeks.keySet());
        int first = numbers.isEmpty() ? 0 : numbers.getFirst();
        int count = numbers.isEmpty() ? 0 : numbers.getLast() - first + 1;
        double[][] peers = new double[count][2];
        double[][] unprompted = new double[count][2];
        int exchanges = 0;
        for (Map.Entry<Integer, double[]> week : weeks.entrySet()) {
            double[] counts = week.getValue();
            int row = week.getKey() - first;
            peers[row] = new double[] {counts[1], counts[0]};
            unprompted[row] = new double[] {counts[2], counts[1]};
            exchanges += (int) counts[0];
        }
        return new CommunityPeers(exchanges, people.size(), estimate(peers), estimate(unprompted));
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

    /** Who is in some line, as manager or as report. */
    static boolean[] placed(List<String> people, List<Set<Integer>> above, Chart chart, LocalDate day) {
        boolean[] placed = new boolean[people.size()];
        for (int person = 0; person < placed.length; person++) {
            placed[person] = !above.get(person).isEmpty()
                    || !chart.reports(people.get(person), day).isEmpty();
        }
        return placed;
    }

    /** Numbers of everybody above each person who are here too. A manager who is not here counts as above all the same. */
    static List<Set<Integer>> above(List<String> people, Chart chart, LocalDate day) {
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
