package org.passerelle.community;

import java.util.Arrays;

/**
 * What happens after people speak, counted for a given dealing of the speakers over the acts: the one that
 * was observed, or one in which speakers were permuted within threads. Reused from dealing to dealing.
 */
final class PartCounts {
    /** Acts after a contribution in its thread that still count as following it. */
    static final int HORIZON_ACTS = 10;
    /** Seconds after which nothing follows it any more: a week. */
    static final long HORIZON_SECONDS = 7L * 24 * 60 * 60;

    /** The parts that depend on who speaks when, as rows of the counts. */
    static final int SPARKS = 0;

    static final int DRAWS = 1;
    static final int WELCOMES = 2;
    static final int RESOLVES = 3;
    static final int CONNECTS = 4;
    static final int PARTS = 5;

    private final Threads threads;
    private final Strangers strangers;
    private final boolean[] known;
    private final int[][] counts;
    private final int[] credited;
    private final int[] firstPosition;
    private final int[] lastDay;

    /** @param known whether each person had contributed before the window */
    PartCounts(Threads threads, Strangers strangers, boolean[] known) {
        this.threads = threads;
        this.strangers = strangers;
        this.known = known;
        int people = threads.people.size();
        this.counts = new int[PARTS][people];
        this.credited = new int[people];
        this.firstPosition = new int[people];
        this.lastDay = new int[people];
    }

    /** Counts by part and person for that dealing; valid until the next call. */
    int[][] count(int[] speaker) {
        for (int[] part : counts) {
            Arrays.fill(part, 0);
        }
        Arrays.fill(credited, -1);
        for (int thread = 0; thread < threads.threads(); thread++) {
            int start = threads.threadStart[thread];
            int end = threads.threadStart[thread + 1];
            for (int position = start; position < end; position++) {
                exchange(speaker, start, position);
                reactions(speaker, position);
                resolution(speaker, position);
            }
        }
        welcomes(speaker);
        return counts;
    }

    /** Credits an exchange to whom it answers and, when it is among others, to those who spoke just before. */
    private void exchange(int[] speaker, int start, int position) {
        int addressed = addressed(speaker, start, position);
        if (addressed < 0) {
            return;
        }
        int one = speaker[position];
        int other = speaker[addressed];
        counts[DRAWS][other]++;
        int connecting = strangers.before(one, other, threads.day[start]) ? strangers.apart(one, other) ? 2 : 1 : 0;
        int first = Math.max(start, position - HORIZON_ACTS);
        for (int before = position - 1; before >= first && within(before, position); before--) {
            int person = speaker[before];
            if (person != one && person != other && credited[person] != position) {
                credited[person] = position;
                counts[SPARKS][person]++;
                counts[CONNECTS][person] += connecting;
            }
        }
    }

    /** The act of somebody else that this one answers: the one it names, else the last by somebody else. */
    private int addressed(int[] speaker, int start, int position) {
        if (threads.linked[position]) {
            int answered = threads.answered[position];
            return answered >= 0 && speaker[answered] != speaker[position] ? answered : Threads.NONE;
        }
        int first = Math.max(start, position - HORIZON_ACTS);
        for (int before = position - 1; before >= first && within(before, position); before--) {
            if (speaker[before] != speaker[position]) {
                return before;
            }
        }
        return Threads.NONE;
    }

    private boolean within(int before, int position) {
        return threads.second[position] - threads.second[before] <= HORIZON_SECONDS;
    }

    private void reactions(int[] speaker, int position) {
        for (int reactor : threads.reactors[position]) {
            if (reactor != speaker[position]) {
                counts[DRAWS][speaker[position]]++;
            }
        }
    }

    private void resolution(int[] speaker, int position) {
        int need = threads.resolved[position];
        if (need != Threads.NOT_RESOLVING && (need < 0 || speaker[need] != speaker[position])) {
            counts[RESOLVES][speaker[position]]++;
        }
    }

    /** 1 for who speaks first to a newcomer, 2 where the newcomer is there again on a later day. */
    private void welcomes(int[] speaker) {
        Arrays.fill(firstPosition, -1);
        for (int position : threads.byTime) {
            int person = speaker[position];
            if (firstPosition[person] < 0) {
                firstPosition[person] = position;
            }
            lastDay[person] = threads.day[position];
        }
        for (int thread = 0; thread < threads.threads(); thread++) {
            int end = threads.threadStart[thread + 1];
            for (int position = threads.threadStart[thread]; position < end; position++) {
                int newcomer = speaker[position];
                if (firstPosition[newcomer] == position && !known[newcomer]) {
                    welcome(speaker, position, end, lastDay[newcomer] > threads.day[position]);
                }
            }
        }
    }

    private void welcome(int[] speaker, int position, int end, boolean returned) {
        int last = Math.min(end - 1, position + HORIZON_ACTS);
        for (int after = position + 1; after <= last && within(position, after); after++) {
            boolean toNewcomer = !threads.linked[after] || threads.answered[after] == position;
            if (speaker[after] != speaker[position] && toNewcomer) {
                counts[WELCOMES][speaker[after]] += returned ? 2 : 1;
                return;
            }
        }
    }
}
