package org.passerelle.network;

import java.util.ArrayList;
import java.util.List;

/** The ties of a snapshot as records, for tests to read. */
public final class TieList {
    private TieList() {}

    /** Every tie, in the snapshot's order. */
    public static List<Tie> of(NetworkSnapshot snapshot) {
        List<Tie> list = new ArrayList<>();
        DatedTies ties = snapshot.ties();
        for (int from = 0; from < ties.people(); from++) {
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                list.add(snapshot.tie(from, tie));
            }
        }
        return list;
    }
}
