package org.passerelle.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.network.Acquaintances;
import org.passerelle.network.IntroductionRequest;
import org.passerelle.network.NetworkSnapshot;

/**
 * Whom a request for an introduction may be asked: an expert directly, or through one or two people each of whom knows
 * the next. Nobody who has left or does not want to be suggested can be asked, and whoever tries learns no more than
 * that.
 */
final class Introducing {
    private final NetworkSnapshot snapshot;
    private final LocalDate today;
    private final Acquaintances acquaintances;
    private final Set<String> notSuggested;

    /**
     * Rules over these data.
     *
     * @param today from which day on who left is gone
     * @param acquaintances who knows whom, as far as who asks may be told
     */
    Introducing(NetworkSnapshot snapshot, LocalDate today, Acquaintances acquaintances, Set<String> notSuggested) {
        this.snapshot = snapshot;
        this.today = today;
        this.acquaintances = acquaintances;
        this.notSuggested = notSuggested;
    }

    /** Whom it is asked, in order, the expert last; refuses what nobody could answer. */
    List<String> chain(String fromId, List<String> via, String expertId) {
        if (expertId.equals(fromId)) {
            throw new BadUserInput("`expert` is yourself.");
        }
        if (via.size() >= IntroductionRequest.CHAIN_MAX) {
            throw new BadUserInput("`via` may name " + (IntroductionRequest.CHAIN_MAX - 1) + " people, not "
                    + via.size() + ": take a path that `experts` gives.");
        }
        List<String> chain = new ArrayList<>(via);
        chain.add(expertId);
        if (chain.contains(fromId) || Set.copyOf(chain).size() < chain.size()) {
            throw new BadUserInput("`via` names yourself, the expert, or somebody twice.");
        }
        for (String person : chain) {
            if (!canBeAsked(person)) {
                throw new NotFound(
                        person.equals(expertId)
                                ? "Nobody with the id in `expert` can be asked."
                                : "Somebody in `via` cannot be asked: ask for `experts` again and take another path.");
            }
        }
        if (!via.isEmpty()) {
            refuseStrangers(fromId, chain);
        }
        return List.copyOf(chain);
    }

    private boolean canBeAsked(String personId) {
        return !notSuggested.contains(personId)
                && snapshot.chart()
                        .person(personId)
                        .filter(person ->
                                person.left() == null || !person.left().isBefore(today))
                        .isPresent();
    }

    private void refuseStrangers(String fromId, List<String> chain) {
        String one = fromId;
        for (String other : chain) {
            if (!acquaintances.knows(one, other)) {
                throw new BadUserInput(
                        "The people in `via` do not know one another, as far as you may be told: take a path"
                                + " that `experts` gives.");
            }
            one = other;
        }
    }
}
