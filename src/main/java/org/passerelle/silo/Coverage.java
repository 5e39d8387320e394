package org.passerelle.silo;

import java.util.BitSet;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.ToldGroups;

/** How many people of each group are behind its figures, and whether these can be shown, by the rule of {@link ToldGroups}. */
final class Coverage {
    private final int[] people;
    private final int[] active;
    private final ToldGroups told;

    private Coverage(int[] people, int[] active, ToldGroups told) {
        this.people = people;
        this.active = active;
        this.told = told;
    }

    /**
     * Of a history's groups.
     *
     * @param took the stints in which somebody exchanged with anybody
     */
    static Coverage of(
            NetworkSnapshot snapshot, GroupHistory history, BitSet took, TieFilter filter, SiloQuestion question) {
        int[] people = history.sizes();
        int[] active = new int[people.length];
        took.stream().forEach(stint -> active[history.groupOf(stint)]++);
        return new Coverage(
                people,
                active,
                ToldGroups.of(snapshot, history, took, filter, question.unitDepth(), question.peopleMin()));
    }

    int people(int group) {
        return people[group];
    }

    int active(int group) {
        return active[group];
    }

    FigureState state(int group) {
        return FigureState.of(told.telling(group));
    }

    /** Whether figures of the whole can be shown. */
    FigureState whole() {
        return told.whole() ? FigureState.SHOWN : FigureState.SUPPRESSED;
    }

    /** What can be shown of two groups together; a group that is withheld wins over one without data. */
    FigureState state(int group, int other) {
        return FigureState.of(told.telling(group, other));
    }
}
