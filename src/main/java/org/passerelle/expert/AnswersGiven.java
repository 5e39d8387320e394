package org.passerelle.expert;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.DatedTies;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Visibility;

/**
 * How often people answered others up to a day, as far as the reader could read it; private exchanges never count.
 * What a person answered to everybody is summed when it is first asked for, and kept: it is the same for all who ask.
 */
final class AnswersGiven {
    private static final int UNKNOWN = -1;

    private final NetworkSnapshot snapshot;
    private final int lastDay;
    private final boolean[] counts;
    // Several may sum the same person's at once: they write the same number, and a number is written whole.
    private final int[] toAnybody;

    /** The last day that was over at the moment of a question. */
    static LocalDate lastDay(Scope scope) {
        return scope.before().minus(1, ChronoUnit.DAYS).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** As of a day. */
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
        this.toAnybody = new int[snapshot.ties().people()];
        Arrays.fill(toAnybody, UNKNOWN);
    }

    /**
     * Of one person at a time, to anybody and to who asks; none of somebody who is not in the data.
     *
     * @param askerId null for nobody in particular
     */
    Standing.Given to(@Nullable String askerId) {
        return new ToAsker(
                askerId == null
                        ? new TreeMap<>()
                        : snapshot.vertex(askerId).map(this::toOne).orElseGet(TreeMap::new));
    }

    /** Answers by person, with what each answered to who asks. */
    private final class ToAsker implements Standing.Given {
        private final int[] people;
        private final int[] answers;

        private ToAsker(SortedMap<Integer, Integer> toAsker) {
            people = toAsker.keySet().stream().mapToInt(Integer::intValue).toArray();
            answers = toAsker.values().stream().mapToInt(Integer::intValue).toArray();
        }

        @Override
        public Standing.Answers apply(String personId) {
            return snapshot.vertex(personId).map(vertex -> at(vertex, snapshot)).orElse(Standing.Answers.NONE);
        }

        @Override
        public Standing.Answers at(int vertex, NetworkSnapshot same) {
            int place = Arrays.binarySearch(people, vertex);
            return new Standing.Answers(toAnybody(vertex), place < 0 ? 0 : answers[place]);
        }
    }

    private int toAnybody(int person) {
        int known = toAnybody[person];
        if (known != UNKNOWN) {
            return known;
        }
        DatedTies ties = snapshot.ties();
        int answers = 0;
        for (int tie = ties.rowStart(person); tie < ties.rowEnd(person); tie++) {
            answers += answers(tie);
        }
        toAnybody[person] = answers;
        return answers;
    }

    /** What each person answered to somebody; few ever did. */
    private SortedMap<Integer, Integer> toOne(int asker) {
        SortedMap<Integer, Integer> answers = new TreeMap<>();
        TiesTo ties = TiesTo.of(snapshot);
        ties.each(asker, tie -> answers.merge(ties.from(tie), answers(tie), Integer::sum));
        return answers;
    }

    private int answers(int tie) {
        if (!counts[snapshot.ties().origin(tie)]) {
            return 0;
        }
        DatedTies ties = snapshot.ties();
        int answers = 0;
        for (int record = ties.recordStart(tie);
                record < ties.recordEnd(tie) && ties.day(record) <= lastDay;
                record++) {
            answers += ties.interactions(record);
        }
        return answers;
    }
}
