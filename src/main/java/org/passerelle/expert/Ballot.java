package org.passerelle.expert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Hit;

/** The votes as they come in; each person is asked about once, however many votes are for them. */
final class Ballot {
    private static final double CLAIM_VOTE = 0.3;

    private final Predicate<String> candidates;
    private final ExpertSearch.Parameters parameters;
    private final Map<String, Optional<List<Vote>>> byPerson = new HashMap<>();
    private final Set<String> claiming = new HashSet<>();

    Ballot(Predicate<String> candidates, ExpertSearch.Parameters parameters) {
        this.candidates = candidates;
        this.parameters = parameters;
    }

    /** The votes for a person so far; null for whoever is no candidate. */
    private @Nullable List<Vote> votes(String personId) {
        Optional<List<Vote>> known = byPerson.get(personId);
        if (known == null) {
            known = candidates.test(personId) ? Optional.of(new ArrayList<>(2)) : Optional.empty();
            byPerson.put(personId, known);
        }
        return known.orElse(null);
    }

    /** The person says of themselves that they know. */
    void claim(String personId) {
        if (votes(personId) != null) {
            claiming.add(personId);
        }
    }

    void vote(Hit hit, String personId, double part) {
        List<Vote> votes = votes(personId);
        if (votes != null) {
            votes.add(Vote.of(hit, personId, part, parameters));
        }
    }

    List<Voted> voted() {
        List<Voted> voted = new ArrayList<>();
        byPerson.forEach((person, candidate) -> candidate.ifPresent(votes ->
                voted.add(Voted.of(person, onePerDiscussion(votes), claiming.contains(person) ? CLAIM_VOTE : 0))));
        return voted;
    }

    /** The best vote of each discussion, best first. */
    private static List<Vote> onePerDiscussion(List<Vote> votes) {
        if (votes.size() <= 1) {
            return votes;
        }
        votes.sort(Vote.ORDER);
        Set<String> voted = HashSet.newHashSet(votes.size());
        votes.removeIf(vote -> !voted.add(vote.hit().discussion()));
        return votes;
    }

    /**
     * Somebody with votes, and what they come to.
     *
     * @param votes best first
     * @param text sum of what they count by words alone, with what the person says of themselves
     * @param value sum of what they count, with what the person says of themselves
     * @param recognition mean, by words; 0 without votes
     * @param recency mean, by words
     * @param answered sum of the scores of discussions that the person did more in than open them
     */
    record Voted(
            String personId,
            List<Vote> votes,
            double text,
            double value,
            double recognition,
            double recency,
            double answered) {
        private static Voted of(String personId, List<Vote> votes, double claim) {
            double text = 0;
            double value = 0;
            double recognition = 0;
            double recency = 0;
            double answered = 0;
            for (Vote vote : votes) {
                text += vote.text();
                value += vote.value();
                recognition += vote.text() * vote.recognition();
                recency += vote.text() * vote.recency();
                answered +=
                        vote.part() > ExpertSearch.OPENING_SHARE ? vote.hit().score() : 0;
            }
            return new Voted(
                    personId,
                    votes,
                    claim + text,
                    claim + value,
                    text == 0 ? 0 : Math.min(1, recognition / text),
                    text == 0 ? 0 : Math.min(1, recency / text),
                    answered);
        }
    }
}
