package org.passerelle.expert;

import java.util.function.IntConsumer;
import org.passerelle.network.DatedTies;
import org.passerelle.network.NetworkSnapshot;

/** The ties of a snapshot by whom they lead to; the snapshot has them by whom they come from. Made once for a snapshot. */
final class TiesTo {
    private final int[] starts;
    private final int[] ties;
    private final int[] from;

    private record Kept() {}

    /** Those of a snapshot. */
    static TiesTo of(NetworkSnapshot snapshot) {
        return snapshot.derived(new Kept(), TiesTo.class, () -> new TiesTo(snapshot.ties()));
    }

    private TiesTo(DatedTies all) {
        starts = new int[all.people() + 1];
        ties = new int[all.size()];
        from = new int[all.size()];
        for (int tie = 0; tie < ties.length; tie++) {
            starts[all.to(tie) + 1]++;
        }
        for (int person = 0; person < all.people(); person++) {
            starts[person + 1] += starts[person];
        }
        int[] next = starts.clone();
        for (int person = 0; person < all.people(); person++) {
            for (int tie = all.rowStart(person); tie < all.rowEnd(person); tie++) {
                int place = next[all.to(tie)]++;
                ties[place] = tie;
                from[tie] = person;
            }
        }
    }

    /** Shows every tie to somebody. */
    void each(int person, IntConsumer tie) {
        for (int place = starts[person]; place < starts[person + 1]; place++) {
            tie.accept(ties[place]);
        }
    }

    /** Whom a tie comes from. */
    int from(int tie) {
        return from[tie];
    }
}
