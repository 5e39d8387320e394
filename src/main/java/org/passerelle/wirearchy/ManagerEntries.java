package org.passerelle.wirearchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.MatchedEntries;
import org.passerelle.measure.Weeks;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;

/**
 * Whether peers answer each other more or less once a manager has entered their thread. An entry is somebody's first turn in
 * a thread that another person opened; marked are those of the first manager. They are compared with entries of people who
 * manage nobody, at a like point of threads in which no manager has spoken by then: the same channel and community, opened by
 * a question or not, about as many turns and people before, and about as old ({@link MatchedEntries}). What counts is how
 * often two peers answer each other in the seven days after, neither of them being who entered. Entries in the window's last
 * seven days are left out, for what follows them is not all seen.
 */
final class ManagerEntries {
    /** Days that are looked at after an entry. */
    static final int HORIZON_DAYS = 7;

    /** What an answer says of likeness. */
    static final String LIKE =
            "same channel and community, opened by a question or not, turns before (1, 2, 3, 4-5, 6-8, 9-13, 14-20, more),"
                    + " people before (1, 2, 3, more) and days old (0, 1, 2-3, 4-7, 8-30, more)";

    private static final int[] TURNS = {1, 2, 3, 5, 8, 13, 20};
    private static final int[] PEOPLE = {1, 2, 3};
    private static final int[] DAYS = {0, 1, 3, 7, 30};

    private final ThreadTurns turns;
    private final Window window;
    private final int people;
    private final Map<Stratum, Integer> strata = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    private ManagerEntries(ThreadTurns turns, Window window, int people) {
        this.turns = turns;
        this.window = window;
        this.people = people;
    }

    /** What makes two points of threads alike. */
    private record Stratum(long place, boolean asks, int turns, int people, int days) {}

    /**
     * Somebody's first turn in a thread.
     *
     * @param kind null for somebody who manages nobody
     */
    private record Entry(int thread, int person, int stratum, ManagerEntry.@Nullable Kind kind, int after) {}

    /** Both kinds, in their order. */
    static List<ManagerEntry> compute(NetworkSnapshot snapshot, DatedContributions contributions, Window asked) {
        Window window = snapshot.withData(asked);
        ManagerEntries found = new ManagerEntries(
                ThreadTurns.of(snapshot, contributions, window),
                window,
                snapshot.people().size());
        found.collect();
        return Arrays.stream(ManagerEntry.Kind.values()).map(found::compare).toList();
    }

    private void collect() {
        // By person, the last thread in which they were seen, plus one.
        int[] seen = new int[people];
        for (int thread = 0; thread < turns.threads(); thread++) {
            if (turns.start(thread) < turns.end(thread)) {
                collect(thread, seen);
            }
        }
    }

    private void collect(int thread, int[] seen) {
        int start = turns.start(thread);
        int opener = turns.person(start);
        seen[opener] = thread + 1;
        if (turns.manages(turns.place(opener, start))) {
            return;
        }
        int before = 1;
        for (int turn = start + 1; turn < turns.end(thread); turn++) {
            int person = turns.person(turn);
            if (seen[person] == thread + 1) {
                continue;
            }
            seen[person] = thread + 1;
            int place = turns.place(person, turn);
            boolean manages = turns.manages(place);
            boolean counts = place != ThreadTurns.NONE
                    && turns.day(turn) >= window.fromEpochDay()
                    && turns.day(turn) + HORIZON_DAYS <= window.toEpochDay();
            if (counts) {
                entries.add(new Entry(
                        thread,
                        person,
                        stratum(thread, turn, before),
                        manages ? kind(start, turn, place) : null,
                        after(thread, turn)));
            }
            if (manages) {
                return;
            }
            before++;
        }
    }

    private ManagerEntry.Kind kind(int start, int turn, int place) {
        for (int earlier = start; earlier < turn; earlier++) {
            if (turns.isAbove(place, turns.place(turns.person(earlier), turn))) {
                return ManagerEntry.Kind.OWN_LINE;
            }
        }
        return ManagerEntry.Kind.OTHER_LINE;
    }

    private int stratum(int thread, int turn, int peopleBefore) {
        int start = turns.start(thread);
        Stratum like = new Stratum(
                turns.place(thread),
                turns.asks(thread),
                step(TURNS, turn - start),
                step(PEOPLE, peopleBefore),
                step(DAYS, turns.day(turn) - turns.day(start)));
        return strata.computeIfAbsent(like, _ -> strata.size());
    }

    /** The first step that is at least so large; one past the last where none is. */
    private static int step(int[] steps, int value) {
        int place = 0;
        while (place < steps.length && steps[place] < value) {
            place++;
        }
        return place;
    }

    /** How often peers, neither of them who entered, answer each other in the days after. */
    private int after(int thread, int entry) {
        int person = turns.person(entry);
        int replies = 0;
        for (int turn = entry + 1;
                turn < turns.end(thread) && turns.day(turn) <= turns.day(entry) + HORIZON_DAYS;
                turn++) {
            boolean own = turns.person(turn) == person || turns.answered(turn) == person;
            replies += !own && turns.peers(turn) ? 1 : 0;
        }
        return replies;
    }

    private ManagerEntry compare(ManagerEntry.Kind kind) {
        List<Entry> chosen = entries.stream()
                .filter(entry -> entry.kind() == null || entry.kind() == kind)
                .toList();
        boolean[] marked = new boolean[chosen.size()];
        for (int number = 0; number < marked.length; number++) {
            marked[number] = chosen.get(number).kind() == kind;
        }
        MatchedEntries.Result result = MatchedEntries.compute(MatchedEntries.Parameters.defaults(
                chosen.stream().mapToInt(Entry::thread).toArray(),
                chosen.stream().mapToInt(Entry::stratum).toArray(),
                marked,
                chosen.stream().mapToDouble(Entry::after).toArray()));
        BitSet managers = new BitSet();
        BitSet speakers = new BitSet();
        for (int number = 0; number < marked.length; number++) {
            Entry entry = chosen.get(number);
            if (result.compared()[number]) {
                if (marked[number]) {
                    managers.set(entry.person());
                }
                IntStream.range(turns.start(entry.thread()), turns.end(entry.thread()))
                        .map(turns::person)
                        .forEach(speakers::set);
            }
        }
        Weeks.Interval difference = result.difference();
        return new ManagerEntry(
                kind,
                result.entries(),
                result.matched(),
                result.others(),
                managers.cardinality(),
                speakers.cardinality(),
                number(result.after()),
                number(result.expected()),
                Double.isNaN(difference.low())
                        ? null
                        : Estimate.holding(difference.value(), difference.low(), difference.high()));
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
