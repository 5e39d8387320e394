package org.passerelle.community;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who is first to speak to whom, when that person contributes for the first time; told for a given dealing of the speakers
 * over the acts. Reused from dealing to dealing.
 */
final class Welcomes {
    private final Threads threads;
    private final boolean[] known;
    private final int[] firstPosition;
    private final int[] lastDay;

    /** @param known whether each person had contributed before the window: no newcomers */
    Welcomes(Threads threads, boolean[] known) {
        this.threads = threads;
        this.known = known;
        this.firstPosition = new int[threads.people.size()];
        this.lastDay = new int[threads.people.size()];
    }

    /** Is told of every welcome. */
    @FunctionalInterface
    interface Told {
        /**
         * One of them.
         *
         * @param person who welcomed
         * @param act position of what they said
         * @param returned whether the newcomer is there again on a later day
         */
        void welcomed(int person, int act, boolean returned);
    }

    /** How many newcomers somebody was first to answer, and how many of these came back. */
    record Count(int welcomed, int returned) {
        private Count plus(Count other) {
            return new Count(welcomed + other.welcomed, returned + other.returned);
        }
    }

    /** As they were, by id of who welcomed, in order of id. */
    Map<String, Count> counts() {
        Map<String, Count> counts = new TreeMap<>();
        tell(
                threads.speaker,
                (person, _, returned) ->
                        counts.merge(threads.people.get(person), new Count(1, returned ? 1 : 0), Count::plus));
        return counts;
    }

    /** Tells every welcome of that dealing. */
    void tell(int[] speaker, Told told) {
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
                    welcome(speaker, position, end, lastDay[newcomer] > threads.day[position], told);
                }
            }
        }
    }

    private void welcome(int[] speaker, int position, int end, boolean returned, Told told) {
        int last = Math.min(end - 1, position + PartCounts.HORIZON_ACTS);
        for (int after = position + 1;
                after <= last && threads.within(PartCounts.HORIZON_SECONDS, position, after);
                after++) {
            boolean toNewcomer = !threads.linked[after] || threads.answered[after] == position;
            if (speaker[after] != speaker[position] && toNewcomer) {
                told.welcomed(speaker[after], after, returned);
                return;
            }
        }
    }
}
