package org.passerelle.community;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.ContributionKind;

/**
 * What a community's contributions say of its kind.
 *
 * @param threads number of threads
 * @param openedByQuestion those that a question or a ticket opened
 * @param openedByDocument those that a document opened
 * @param first day of the first contribution, null without any
 * @param last day of the last one, null without any
 */
record KindSigns(
        int threads,
        int openedByQuestion,
        int openedByDocument,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {
    /** The signs of acts in time order. */
    static KindSigns of(List<Act> acts) {
        Set<String> seen = new HashSet<>();
        int questions = 0;
        int documents = 0;
        for (Act act : acts) {
            if (seen.add(act.thread())) {
                questions += act.kind() == ContributionKind.QUESTION || act.kind() == ContributionKind.TICKET ? 1 : 0;
                documents += act.kind() == ContributionKind.DOCUMENT ? 1 : 0;
            }
        }
        return new KindSigns(
                seen.size(),
                questions,
                documents,
                acts.isEmpty() ? null : day(acts.getFirst()),
                acts.isEmpty() ? null : day(acts.getLast()));
    }

    private static LocalDate day(Act act) {
        return LocalDate.ofInstant(act.at(), ZoneOffset.UTC);
    }
}
