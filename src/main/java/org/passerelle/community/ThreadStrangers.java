package org.passerelle.community;

import java.util.Arrays;

/**
 * What an exchange of two speakers of one thread connects, looked up once for each pair of each thread: who speaks in a thread
 * stays the same however its speakers are dealt, and deals ask hundreds of times. Threads of more than {@value #SPEAKERS_MAX}
 * speakers are looked up anew each time, so that memory stays below some 16 KB a thread.
 */
final class ThreadStrangers {
    private static final int SPEAKERS_MAX = 128;

    private final Threads threads;
    private final Strangers strangers;
    /** For each thread, rows by speakers in order of number; empty for threads of many. */
    private final byte[][] connecting;

    private final int[][] speakers;
    /** Place of each speaker of the thread that was entered. */
    private final int[] place;

    private int thread;

    ThreadStrangers(Threads threads, Strangers strangers) {
        this.threads = threads;
        this.strangers = strangers;
        this.connecting = new byte[threads.threads()][];
        this.speakers = new int[threads.threads()][];
        this.place = new int[threads.people.size()];
        for (int number = 0; number < connecting.length; number++) {
            speakers[number] = Arrays.stream(
                            threads.speaker, threads.threadStart[number], threads.threadStart[number + 1])
                    .distinct()
                    .sorted()
                    .toArray();
            connecting[number] = speakers[number].length > SPEAKERS_MAX ? new byte[0] : pairs(number);
        }
    }

    private byte[] pairs(int number) {
        int[] here = speakers[number];
        byte[] pairs = new byte[here.length * here.length];
        for (int one = 0; one < here.length; one++) {
            for (int other = 0; other < one; other++) {
                byte value = (byte) lookedUp(number, here[one], here[other]);
                pairs[one * here.length + other] = value;
                pairs[other * here.length + one] = value;
            }
        }
        return pairs;
    }

    private int lookedUp(int number, int one, int other) {
        int day = threads.day[threads.threadStart[number]];
        return strangers.before(one, other, day) ? strangers.apart(one, other) ? 2 : 1 : 0;
    }

    /** The thread that is asked about from now on. */
    void enter(int number) {
        thread = number;
        int[] here = speakers[number];
        for (int at = 0; at < here.length; at++) {
            place[here[at]] = at;
        }
    }

    /** 0 where the two had a tie before the thread began, 2 where they had none and belong apart, otherwise 1. */
    int connecting(int one, int other) {
        int[] here = speakers[thread];
        byte[] pairs = connecting[thread];
        // Whoever is answered may have spoken in another thread only.
        return pairs.length > 0 && place[other] < here.length && here[place[other]] == other
                ? pairs[place[one] * here.length + place[other]]
                : lookedUp(thread, one, other);
    }
}
