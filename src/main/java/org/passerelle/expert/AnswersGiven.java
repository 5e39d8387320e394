package org.passerelle.expert;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.DatedTies;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Visibility;

/** How often people answered others up to a day, as far as the reader could read it; private exchanges never count. */
final class AnswersGiven {
    private final NetworkSnapshot snapshot;
    private final int lastDay;
    private final int asker;
    private final boolean[] counts;

    /**
     * As of a day.
     *
     * @param askerId who asks; null for nobody in particular
     */
    AnswersGiven(NetworkSnapshot snapshot, LocalDate lastDay, Set<Visibility> readable, @Nullable String askerId) {
        this.snapshot = snapshot;
        this.asker = askerId == null ? -1 : snapshot.vertex(askerId).orElse(-1);
        this.lastDay = Math.toIntExact(lastDay.toEpochDay());
        this.counts = new boolean[snapshot.ties().origins().size()];
        for (int number = 0; number < counts.length; number++) {
            TieOrigin origin = snapshot.ties().origins().get(number);
            counts[number] = (origin.kind() == TieKind.REPLIED || origin.kind() == TieKind.FOLLOWED)
                    && origin.visibility() != Visibility.PRIVATE
                    && readable.contains(origin.visibility());
        }
    }

    /** Of one person; none of somebody who is not in the data. */
    Standing.Answers of(String personId) {
        return snapshot.vertex(personId).map(this::of).orElse(Standing.Answers.NONE);
    }

    private Standing.Answers of(int person) {
        DatedTies ties = snapshot.ties();
        int toAnybody = 0;
        int toAsker = 0;
        for (int tie = ties.rowStart(person); tie < ties.rowEnd(person); tie++) {
            if (counts[ties.origin(tie)]) {
                int answers = 0;
                for (int record = ties.recordStart(tie);
                        record < ties.recordEnd(tie) && ties.day(record) <= lastDay;
                        record++) {
                    answers += ties.interactions(record);
                }
                toAnybody += answers;
                toAsker += ties.to(tie) == asker ? answers : 0;
            }
        }
        return new Standing.Answers(toAnybody, toAsker);
    }
}
