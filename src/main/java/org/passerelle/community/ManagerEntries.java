package org.passerelle.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.MatchedWeeks;
import org.passerelle.measure.MatchedWeeks.MatchedSet;
import org.passerelle.network.Chart;

/**
 * What becomes of a conversation among peers when a manager of one of them walks in: exchanges between peers, the newcomer's own
 * apart, within a week of the first time somebody speaks in a thread who is above one of the two or more who spoke before. Beside
 * it, somebody walking in elsewhere in the same community who is above nobody there and has nobody above there: after as many
 * turns and as many speakers, within {@value #SEASON_DAYS} days, at most {@value #OTHERS_MAX}, the nearest in time.
 *
 * <p>Turns and speakers so far are matched because long conversations go on longer, and a manager reads of those sooner. What a
 * manager answers to, and why, is not known: an association, with its sign. Lines are those of the last day. O(entries x entries alike).
 *
 * @param managers who walked in
 * @param sets each time, with those it is set beside
 * @param unmatched times without any other like it, left out
 */
record ManagerEntries(Set<String> managers, List<MatchedSet> sets, int unmatched) {
    static final int OTHERS_MAX = 4;
    static final int SEASON_DAYS = 90;
    /** Fewest times to say something. */
    static final int SETS_MIN = 5;

    private static final int TURNS_MAX = 12;
    private static final int SPEAKERS_MAX = 6;
    private static final int DAYS_A_WEEK = 7;

    ManagerEntries {
        managers = Set.copyOf(managers);
        sets = List.copyOf(sets);
    }

    /** Somebody who speaks in a thread for the first time. */
    private record Entry(int thread, int person, int day, int turns, int speakers, boolean manager, int after) {
        private long kind() {
            return Math.min(turns, TURNS_MAX) * 100L + Math.min(speakers, SPEAKERS_MAX);
        }
    }

    /**
     * What it goes with.
     *
     * @param after exchanges among peers after a manager walked in, mean
     * @param otherwise the same after somebody else did
     * @param difference one less the other with its interval; null with too few weeks
     * @param p chance of a difference as large in size if it had not been the manager
     */
    record Effect(
            int entries,
            double after,
            double otherwise,
            @Nullable Estimate difference,
            double p) {}

    /** Those of one community. */
    static ManagerEntries of(Exchanges exchanges, Chart chart, LocalDate day) {
        List<Set<Integer>> above = PeerWeeks.above(exchanges.threads.people, chart, day);
        boolean[] placed = PeerWeeks.placed(exchanges.threads.people, above, chart, day);
        List<Entry> entries = new ArrayList<>();
        for (int thread = 0; thread < exchanges.threads.threads(); thread++) {
            entries.addAll(entries(exchanges, thread, above, placed));
        }
        Map<Long, List<Entry>> plain = new HashMap<>();
        entries.stream().filter(entry -> !entry.manager()).forEach(entry -> plain.computeIfAbsent(
                        entry.kind(), _ -> new ArrayList<>())
                .add(entry));
        Set<String> managers = new TreeSet<>();
        List<MatchedSet> sets = new ArrayList<>();
        int unmatched = 0;
        for (Entry entry : entries) {
            if (entry.manager()) {
                double[] others = others(entry, plain.getOrDefault(entry.kind(), List.of()));
                unmatched += others.length == 0 ? 1 : 0;
                if (others.length > 0) {
                    managers.add(exchanges.threads.people.get(entry.person()));
                    sets.add(new MatchedSet(Math.floorDiv(entry.day(), DAYS_A_WEEK), entry.after(), others));
                }
            }
        }
        return new ManagerEntries(managers, sets, unmatched);
    }

    private static double[] others(Entry entry, List<Entry> plain) {
        Set<Integer> threads = new HashSet<>();
        return plain.stream()
                .filter(other -> other.thread() != entry.thread() && Math.abs(other.day() - entry.day()) <= SEASON_DAYS)
                .sorted(Comparator.comparingInt((Entry other) -> Math.abs(other.day() - entry.day()))
                        .thenComparingInt(Entry::thread)
                        .thenComparingInt(Entry::turns))
                .filter(other -> threads.add(other.thread()))
                .limit(OTHERS_MAX)
                .mapToDouble(Entry::after)
                .toArray();
    }

    /** Until a manager of somebody there has spoken: after that it is no conversation among peers. */
    private static List<Entry> entries(Exchanges exchanges, int thread, List<Set<Integer>> above, boolean[] placed) {
        Threads threads = exchanges.threads;
        int start = threads.threadStart[thread];
        Set<Integer> present = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        for (int position = start; position < threads.threadStart[thread + 1]; position++) {
            int person = threads.speaker[position];
            if (!present.add(person)) {
                continue;
            }
            boolean leads = present.stream().anyMatch(other -> above.get(other).contains(person));
            boolean led = present.stream().anyMatch(other -> above.get(person).contains(other));
            if (present.size() > 2 && !led) {
                entries.add(new Entry(
                        thread,
                        person,
                        threads.day[position],
                        position - start,
                        present.size() - 1,
                        leads,
                        peersAfter(exchanges, position, threads.threadStart[thread + 1], above, placed)));
            }
            if (leads || led) {
                return entries;
            }
        }
        return entries;
    }

    private static int peersAfter(Exchanges exchanges, int entry, int end, List<Set<Integer>> above, boolean[] placed) {
        Threads threads = exchanges.threads;
        int count = 0;
        for (int position = entry + 1; position < end; position++) {
            if (exchanges.addressed[position] < 0
                    || threads.second[position] - threads.second[entry] > PartCounts.HORIZON_SECONDS) {
                continue;
            }
            int one = threads.speaker[position];
            int other = exchanges.answeredPerson(position);
            boolean ofOthers = one != threads.speaker[entry] && other != threads.speaker[entry];
            boolean peers = placed[one]
                    && placed[other]
                    && !above.get(one).contains(other)
                    && !above.get(other).contains(one);
            count += ofOthers && peers ? 1 : 0;
        }
        return count;
    }

    /** Those of several communities together. */
    static ManagerEntries together(Collection<ManagerEntries> several) {
        Set<String> managers = new TreeSet<>();
        List<MatchedSet> sets = new ArrayList<>();
        int unmatched = 0;
        for (ManagerEntries one : several) {
            managers.addAll(one.managers());
            sets.addAll(one.sets());
            unmatched += one.unmatched();
        }
        return new ManagerEntries(managers, sets, unmatched);
    }

    /** What they go with; null with fewer than {@value #SETS_MIN}. */
    @Nullable
    Effect effect() {
        if (sets.size() < SETS_MIN) {
            return null;
        }
        MatchedWeeks.Result result = MatchedWeeks.compute(sets, MatchedWeeks.Parameters.defaults());
        double low = result.difference().low();
        double high = result.difference().high();
        return new Effect(
                result.sets(),
                result.after(),
                result.others(),
                Double.isNaN(low) || Double.isNaN(high)
                        ? null
                        : Estimate.holding(result.difference().value(), low, high),
                result.p());
    }
}
