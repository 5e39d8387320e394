package org.passerelle.community;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.DatedTies;
import org.passerelle.network.NetworkSnapshot;

/**
 * The weeks in which people did something towards somebody, anywhere in the network: who is silent in one community and not in
 * another is not away. Weeks are of seven days from the epoch.
 */
final class PresentWeeks {
    private static final BitSet NONE = new BitSet();

    private final int first;
    private final Map<String, BitSet> weeks = new HashMap<>();

    private PresentWeeks(int first) {
        this.first = first;
    }

    /** Nothing is known beyond what is looked at. */
    static PresentWeeks unknown() {
        return new PresentWeeks(0);
    }

    /** By the ties of a network, whatever their channel: when, not what. */
    static PresentWeeks of(NetworkSnapshot snapshot) {
        PresentWeeks present =
                new PresentWeeks(Math.floorDiv((int) snapshot.extent().from().toEpochDay(), 7));
        DatedTies ties = snapshot.ties();
        for (int from = 0; from < ties.people(); from++) {
            BitSet own = new BitSet();
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                for (int record = ties.recordStart(tie); record < ties.recordEnd(tie); record++) {
                    own.set(Math.max(0, Math.floorDiv(ties.day(record), 7) - present.first));
                }
            }
            if (!own.isEmpty()) {
                present.weeks.put(snapshot.person(from).id(), own);
            }
        }
        return present;
    }

    /** By what people contributed to several communities. */
    static PresentWeeks of(Iterable<List<Act>> communities) {
        PresentWeeks present = new PresentWeeks(0);
        for (List<Act> acts : communities) {
            for (Act act : acts) {
                present.weeks
                        .computeIfAbsent(act.personId(), _ -> new BitSet())
                        .set(Math.floorDiv((int) Math.floorDiv(act.at().getEpochSecond(), 86_400L), 7));
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
}
