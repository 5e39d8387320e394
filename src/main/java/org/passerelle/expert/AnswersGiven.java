package org.passerelle.expert;

import java.time.LocalDate;
import java.util.Set;
import org.passerelle.network.DatedTies;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Visibility;

/** How often people answered others up to a day, as far as the reader could read it; private exchanges never count. */
final class AnswersGiven {
    private final NetworkSnapshot snapshot;
    private final int lastDay;
    private final boolean[] counts;

    AnswersGiven(NetworkSnapshot snapshot, LocalDate lastDay, Set<Visibility> readable) {
        this.snapshot = snapshot;
        this.lastDay = Math.toIntExact(lastDay.toEpochDay());
        this.counts = new boolean[snapshot.ties().origins().size()];
        for (int number = 0; number < counts.length; number++) {
            TieOrigin origin = snapshot.ties().origins().get(number);
            counts[number] = (origin.kind() == TieKind.REPLIED || origin.kind() == TieKind.FOLLOWED)
                    && origin.visibility() != Visibility.PRIVATE
                    && readable.contains(origin.visibility());
        }
    }

    /** To anybody. */
    int toAnybody(String personId) {
        return snapshot.vertex(personId).map(person -> sum(person, -1)).orElse(0);
    }

    /** To one person. */
    int toPerson(String personId, String otherId) {
        int other = snapshot.vertex(otherId).orElse(-1);
        return other < 0
                ? 0
                : snapshot.vertex(personId).map(person -> sum(person, other)).orElse(0);
    }

    private int sum(int person, int towards) {
        DatedTies ties = snapshot.ties();
        int sum = 0;
        for (int tie = ties.rowStart(person); tie < ties.rowEnd(person); tie++) {
            if (!counts[ties.origin(tie)] || (towards >= 0 && ties.to(tie) != towards)) {
                continue;
            }
            for (int record = ties.recordStart(tie);
                    record < ties.recordEnd(tie) && ties.day(record) <= lastDay;
                    record++) {
                sum += ties.interactions(record);
            }
        }
        return sum;
    }
}
