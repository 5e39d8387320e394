package org.passerelle.expert;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.network.NetworkSnapshot;

/** Who may be named at all, as an expert or on the way to one: nobody who has left, and nobody who does not want to be. */
final class Suggestable implements Predicate<String> {
    private final Roster roster;
    private final NetworkSnapshot snapshot;
    private final LocalDate today;
    private final Set<String> notSuggested;

    /**
     * As of a day.
     *
     * @param today whoever left before is gone, whatever days are asked about
     */
    Suggestable(NetworkSnapshot snapshot, LocalDate today, Set<String> notSuggested) {
        this.roster = Roster.of(snapshot);
        this.snapshot = snapshot;
        this.today = today;
        this.notSuggested = notSuggested;
    }

    @Override
    public boolean test(String personId) {
        int vertex = roster.vertex(personId);
        return vertex != Roster.NOBODY && test(vertex);
    }

    /** The same by vertex. */
    boolean test(int vertex) {
        return !roster.hasLeft(vertex, today)
                && (notSuggested.isEmpty()
                        || !notSuggested.contains(snapshot.person(vertex).id()));
    }
}
