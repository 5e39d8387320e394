package org.passerelle.community;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.passerelle.network.DatedTies;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;

/**
 * Who had no tie with whom before a day, anywhere in the network, and who belongs to different units or
 * trades. Numbers are those of {@link Threads#people}; groups are those of one day.
 */
final class Strangers {
    private static final long EMPTY = -1;

    private final int people;
    private final int[] unit;
    private final int[] trade;
    // Open addressing: a pair's key and the first day it had a tie; about half of the slots are free.
    private final long[] pairs;
    private final int[] firstDays;

    /** The ties and groups of these people. */
    Strangers(NetworkSnapshot snapshot, List<String> ids, LocalDate day) {
        people = ids.size();
        DatedTies ties = snapshot.ties();
        int[] numbers = new int[ties.people()];
        Arrays.fill(numbers, -1);
        for (int number = 0; number < ids.size(); number++) {
            int known = number;
            snapshot.vertex(ids.get(number)).ifPresent(vertex -> numbers[vertex] = known);
        }
        int among = (int) IntStream.range(0, ties.people())
                .filter(from -> numbers[from] >= 0)
                .mapToLong(from -> ties.rowEnd(from) - ties.rowStart(from))
                .sum();
        int slots = Integer.highestOneBit(Math.max(4, among) * 2) * 2;
        pairs = new long[slots];
        firstDays = new int[slots];
        Arrays.fill(pairs, EMPTY);
        for (int from = 0; from < ties.people(); from++) {
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from) && numbers[from] >= 0; tie++) {
                int to = numbers[ties.to(tie)];
                if (to >= 0 && ties.recordStart(tie) < ties.recordEnd(tie)) {
                    int first = ties.day(ties.recordStart(tie));
                    int slot = slot(numbers[from], to);
                    firstDays[slot] = pairs[slot] == EMPTY ? first : Math.min(firstDays[slot], first);
                    pairs[slot] = pair(numbers[from], to);
                }
            }
        }
        unit = groups(snapshot, ids, Dimension.UNIT, day);
        trade = groups(snapshot, ids, Dimension.TRADE, day);
    }

    private static int[] groups(NetworkSnapshot snapshot, List<String> ids, Dimension dimension, LocalDate day) {
        Map<String, Integer> numbers = new HashMap<>();
        return ids.stream()
                .mapToInt(id -> snapshot.chart()
                        .groupOf(id, dimension, day, 0)
                        .map(group -> numbers.computeIfAbsent(group.id(), _ -> numbers.size()))
                        .orElse(-1))
                .toArray();
    }

    /** Whether the two had no tie before that day. */
    boolean before(int one, int other, int day) {
        int slot = slot(one, other);
        return pairs[slot] == EMPTY || firstDays[slot] >= day;
    }

    /** Whether the two are known to belong to different units or to different trades. */
    boolean apart(int one, int other) {
        return differ(unit[one], unit[other]) || differ(trade[one], trade[other]);
    }

    private static boolean differ(int one, int other) {
        return one >= 0 && other >= 0 && one != other;
    }

    private long pair(int one, int other) {
        return (long) Math.min(one, other) * people + Math.max(one, other);
    }

    private int slot(int one, int other) {
        long pair = pair(one, other);
        long mixed = pair * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (pairs.length - 1);
        while (pairs[slot] != EMPTY && pairs[slot] != pair) {
            slot = slot + 1 & pairs.length - 1;
        }
        return slot;
    }
}
