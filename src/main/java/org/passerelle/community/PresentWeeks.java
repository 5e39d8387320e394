package org.passerelle.community;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.DatedTies;
import org.passerelle.network.NetworkSnapshot;

/**
 * The weeks in which people did something towards somebody, anywhere in the network, and how much everybody did: who is silent in
 * one community and not in another is not away, and when nobody says much, it is a holiday. Weeks are of seven days from the
 * epoch.
 */
final class PresentWeeks {
    private static final BitSet NONE = new BitSet();

    private final int first;
    private final Map<String, BitSet> weeks = new HashMap<>();
    private final TreeMap<Integer, Double> done = new TreeMap<>();

    private PresentWeeks(int first) {
        this.first = first;
    }

    /** Nothing is known beyond what is looked at. */
    static PresentWeeks unknown() {
        return new PresentWeeks(0);
    }

    /** By the ties of a network, whatever their channel: when, not what. */
    static PresentWeeks of(NetworkSnapshot snapshot) {
        DatedTies ties = snapshot.ties();
        if (ties.records() == 0) {
            return unknown();
        }
        int first = Math.floorDiv((int) snapshot.extent().from().toEpochDay(), 7);
        int count = Math.floorDiv((int) snapshot.extent().to().toEpochDay(), 7) - first + 1;
        PresentWeeks present = new PresentWeeks(first);
        double[] done = new double[count];
        for (int from = 0; from < ties.people(); from++) {
            BitSet own = new BitSet(count);
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                for (int record = ties.recordStart(tie); record < ties.recordEnd(tie); record++) {
                    int week = Math.floorDiv(ties.day(record), 7) - first;
                    own.set(week);
                    done[week] += ties.interactions(record);
                }
            }
            if (!own.isEmpty()) {
                present.weeks.put(snapshot.person(from).id(), own);
            }
        }
        for (int week = 0; week < count; week++) {
            present.done.put(first + week, done[week]);
        }
        return present;
    }

    /** By what people contributed to several communities. */
    static PresentWeeks of(Iterable<List<Act>> communities) {
        PresentWeeks present = new PresentWeeks(0);
        for (List<Act> acts : communities) {
            for (Act act : acts) {
                int week = (int) Math.floorDiv(act.at().getEpochSecond(), 7 * 86_400L);
                present.weeks.computeIfAbsent(act.personId(), _ -> new BitSet()).set(week);
                present.done.merge(week, 1.0, Double::sum);
            }
        }
        return present;
    }

    /** Marks, in the order of weeks from one on, those in which somebody was there. */
    void mark(String personId, int fromWeek, boolean[] there) {
        BitSet own = weeks.getOrDefault(personId, NONE);
        for (int week = own.nextSetBit(Math.max(0, fromWeek - first));
                week >= 0 && week + first - fromWeek < there.length;
                week = own.nextSetBit(week + 1)) {
            there[week + first - fromWeek] = true;
        }
    }

    /**
     * How much more everybody did in some weeks than in those around them.
     *
     * @param before first of the weeks around
     * @param from first of the weeks that are asked about
     * @param until first week after them
     * @param after first week after those around
     * @return the logarithm of the ratio a week; 0 where nothing is known
     */
    double season(int before, int from, int until, int after) {
        if (done.isEmpty()) {
            return 0;
        }
        double around = sum(before, from) + sum(until, after);
        return Math.log((sum(from, until) + 0.5) / (until - from))
                - Math.log((around + 0.5) / (from - before + after - until));
    }

    private double sum(int from, int until) {
        return done.subMap(from, until).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
