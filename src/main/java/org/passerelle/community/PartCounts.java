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
    private final Welcomes welcomes;
    private final int[][] counts;
    private final int[] period;
    private final int periods;
    private final int[] credited;

    /** Is told of everything that somebody is credited with. */
    @FunctionalInterface
    interface Credits {
        /**
         * One count of one part.
         *
         * @param act position of what the person did
         * @param event position of what followed it; the act itself where nothing has to follow
         */
        void add(int part, int person, int act, int event, int amount);
    }

    /** @param known whether each person had contributed before the window */
    PartCounts(Threads threads, Strangers strangers, boolean[] known) {
        this(threads, strangers, known, new int[threads.acts()], 1);
    }

    /**
     * The same, apart for each period.
     *
     * @param period of each position, from 0
     * @param periods how many there are
     */
    PartCounts(Threads threads, Strangers strangers, boolean[] known, int[] period, int periods) {
        this.threads = threads;
        this.strangers = strangers;
        this.welcomes = new Welcomes(threads, known);
        this.period = period;
        this.periods = periods;
        int people = threads.people.size();
        this.counts = new int[PARTS][people * periods];
        this.credited = new int[people];
    }

    /** Counts by part and person, and within a person by period, for that dealing; valid until the next call. */
    int[][] count(int[] speaker) {
        for (int[] part : counts) {
            Arrays.fill(part, 0);
        }
        tell(speaker, this::add);
        return counts;
    }

    private void add(int part, int person, int act, int event, int amount) {
        counts[part][person * periods + period[event]] += amount;
    }

    /** Tells everything that anybody is credited with in that dealing. */
    void tell(int[] speaker, Credits credits) {
        Arrays.fill(credited, -1);
        for (int thread = 0; thread < threads.threads(); thread++) {
            int start = threads.threadStart[thread];
            int end = threads.threadStart[thread + 1];
            for (int position = start; position < end; position++) {
                exchange(speaker, start, position, credits);
                reactions(speaker, position, credits);
                resolution(speaker, position, credits);
            }
        }
        // Twice where the newcomer is there again on a later day.
        welcomes.tell(speaker, (person, act, returned) -> credits.add(WELCOMES, person, act, act, returned ? 2 : 1));
    }

    /** Credits an exchange to whom it answers and, when it is among others, to those who spoke just before. */
    private void exchange(int[] speaker, int start, int position, Credits credits) {
        int addressed = addressed(threads, speaker, start, position);
        if (addressed < 0) {
            return;
        }
        int one = speaker[position];
        int other = speaker[addressed];
        credits.add(DRAWS, other, addressed, position, 1);
        int connecting = strangers.before(one, other, threads.day[start]) ? strangers.apart(one, other) ? 2 : 1 : 0;
        int first = Math.max(start, position - HORIZON_ACTS);
        for (int before = position - 1;
                before >= first && threads.within(HORIZON_SECONDS, before, position);
                before--) {
            int person = speaker[before];
            if (person != one && person != other && credited[person] != position) {
                credited[person] = position;
                credits.add(SPARKS, person, before, position, 1);
                if (connecting > 0) {
                    credits.add(CONNECTS, person, before, position, connecting);
                }
            }
        }
    }

    /** The act of somebody else that this one answers: the one it names, else the last by somebody else. */
    static int addressed(Threads threads, int[] speaker, int start, int position) {
        if (threads.linked[position]) {
            int answered = threads.answered[position];
            return answered >= 0 && speaker[answered] != speaker[position] ? answered : Threads.NONE;
        }
        int first = Math.max(start, position - HORIZON_ACTS);
        for (int before = position - 1;
                before >= first && threads.within(HORIZON_SECONDS, before, position);
                before--) {
            if (speaker[before] != speaker[position]) {
                return before;
            }
        }
        return Threads.NONE;
    }

    private void reactions(int[] speaker, int position, Credits credits) {
        for (int reactor : threads.reactors[position]) {
            if (reactor != speaker[position]) {
                credits.add(DRAWS, speaker[position], position, position, 1);
            }
        }
    }

    private void resolution(int[] speaker, int position, Credits credits) {
        int need = threads.resolved[position];
        if (need != Threads.NOT_RESOLVING && (need < 0 || speaker[need] != speaker[position])) {
            credits.add(RESOLVES, speaker[position], position, position, 1);
        }
    }
}
