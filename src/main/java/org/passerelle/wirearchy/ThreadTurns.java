package org.passerelle.wirearchy;

import java.util.Arrays;
import java.util.BitSet;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;

/**
 * Threads as turns of speech: who spoke, in what place in the reporting tree on that day, and to whom. Several contributions
 * of one person in a row on one day are one turn. A turn answers whom its source names, else the last one by somebody else
 * who spoke within the ten turns and seven days before. Nothing after the window's last day is looked at; what was said before
 * its first day is, because a thread's age and its first words count.
 */
final class ThreadTurns {
    /** Nobody, or no place in the tree. */
    static final int NONE = -1;

    private static final int TURNS_BACK = 10;
    private static final int DAYS_BACK = 7;

    private final DatedContributions contributions;
    private final ReportingHistory lines;
    private final BitSet managing = new BitSet();
    /** Contribution that begins each turn, thread by thread. */
    private final int[] rows;

    private final int[] starts;
    private final int[] answered;

    private ThreadTurns(DatedContributions contributions, ReportingHistory lines, int[] rows, int[] starts) {
        this.contributions = contributions;
        this.lines = lines;
        this.rows = rows;
        this.starts = starts;
        for (int chain = 0; chain < lines.chains(); chain++) {
            if (lines.above(chain) != ReportingTrie.NOTHING) {
                managing.set(lines.above(chain));
            }
        }
        this.answered = new int[rows.length];
        for (int thread = 0; thread < threads(); thread++) {
            for (int turn = starts[thread]; turn < starts[thread + 1]; turn++) {
                answered[turn] = addressed(thread, turn);
            }
        }
    }

    /** The threads of a snapshot's people until the window's last day. */
    static ThreadTurns of(NetworkSnapshot snapshot, DatedContributions contributions, Window window) {
        Window known = new Window(
                snapshot.extent().from().isBefore(window.from())
                        ? snapshot.extent().from()
                        : window.from(),
                window.to());
        int last = window.toEpochDay();
        int[] starts = new int[contributions.threads() + 1];
        for (int row = 0; row < contributions.size(); row++) {
            starts[contributions.thread(row) + 1] += contributions.day(row) <= last ? 1 : 0;
        }
        for (int thread = 0; thread < contributions.threads(); thread++) {
            starts[thread + 1] += starts[thread];
        }
        int[] next = starts.clone();
        int[] ordered = new int[starts[contributions.threads()]];
        for (int row = 0; row < contributions.size(); row++) {
            if (contributions.day(row) <= last) {
                ordered[next[contributions.thread(row)]++] = row;
            }
        }
        int size = 0;
        int[] turnStarts = new int[starts.length];
        for (int thread = 0; thread < contributions.threads(); thread++) {
            for (int place = starts[thread]; place < starts[thread + 1]; place++) {
                boolean goesOn = place > starts[thread]
                        && contributions.person(ordered[place]) == contributions.person(ordered[place - 1])
                        && contributions.day(ordered[place]) == contributions.day(ordered[place - 1]);
                if (!goesOn) {
                    ordered[size++] = ordered[place];
                }
            }
            turnStarts[thread + 1] = size;
        }
        return new ThreadTurns(
                contributions,
                ReportingHistory.ofManagers(snapshot.chart(), known),
                Arrays.copyOf(ordered, size),
                turnStarts);
    }

    private int addressed(int thread, int turn) {
        int named = contributions.answered(rows[turn]);
        if (named != DatedContributions.NONE) {
            return named == person(turn) ? NONE : named;
        }
        int first = Math.max(starts[thread], turn - TURNS_BACK);
        for (int before = turn - 1; before >= first && day(turn) - day(before) <= DAYS_BACK; before--) {
            if (person(before) != person(turn)) {
                return person(before);
            }
        }
        return NONE;
    }

    /** Number of threads. */
    int threads() {
        return starts.length - 1;
    }

    /** Number of turns. */
    int turns() {
        return rows.length;
    }

    /** First turn of a thread. */
    int start(int thread) {
        return starts[thread];
    }

    /** One past the last turn of a thread. */
    int end(int thread) {
        return starts[thread + 1];
    }

    /** Vertex of who spoke. */
    int person(int turn) {
        return contributions.person(rows[turn]);
    }

    /** Its day, as days since 1970-01-01. */
    int day(int turn) {
        return contributions.day(rows[turn]);
    }

    /** Vertex of whom it answers, {@link #NONE} for an opening and for a monologue. */
    int answered(int turn) {
        return answered[turn];
    }

    /** Where the thread is: its channel and community in one number. */
    long place(int thread) {
        int row = rows[starts[thread]];
        return (long) contributions.channel(row) << Integer.SIZE | contributions.community(row) + 1;
    }

    /** Whether the thread begins with something asked. */
    boolean asks(int thread) {
        ContributionKind kind = contributions.kind(rows[starts[thread]]);
        return kind == ContributionKind.QUESTION || kind == ContributionKind.TICKET;
    }

    /** Somebody's place in the tree on the day of that turn, {@link #NONE} without one. */
    int place(int vertex, int turn) {
        return lines.chainOn(vertex, day(turn));
    }

    /** Whether whoever holds the place manages somebody. */
    boolean manages(int place) {
        return place != NONE && managing.get(place);
    }

    /** Whether the first place is above the second; both of one day. */
    boolean isAbove(int upper, int lower) {
        return upper != NONE && lower != NONE && lines.isAbove(upper, lower);
    }

    /** Whether it answers somebody and both have a place in the tree. */
    boolean known(int turn) {
        int other = answered[turn];
        return other != NONE && place(person(turn), turn) != NONE && place(other, turn) != NONE;
    }

    /** Whether it answers somebody, both have a place, and neither is above the other. */
    boolean peers(int turn) {
        if (!known(turn)) {
            return false;
        }
        int own = place(person(turn), turn);
        int other = place(answered[turn], turn);
        return !isAbove(own, other) && !isAbove(other, own);
    }
}
