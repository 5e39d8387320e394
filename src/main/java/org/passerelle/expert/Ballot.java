package org.passerelle.expert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.network.ContributionSearch.Hit;

/** The votes as they come in; each person is asked about once, however many votes are for them. */
final class Ballot {
    private static final double CLAIM_VOTE = 0.3;

    private final Predicate<String> candidates;
    private final ExpertSearch.Parameters parameters;
    private final Map<String, List<Vote>> byPerson = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> claiming = new HashSet<>();

    Ballot(Predicate<String> candidates, ExpertSearch.Parameters parameters) {
        this.candidates = candidates;
        this.parameters = parameters;
    }

    private boolean refuses(String personId) {
        if (!byPerson.containsKey(personId) && (refused.contains(personId) || !candidates.test(personId))) {
            refused.add(personId);
            return true;
        }
        return false;
    }

    /** The person says of themselves that they know. */
    void claim(String personId) {
        if (!refuses(personId)) {
            byPerson.computeIfAbsent(personId, _ -> new ArrayList<>());
            claiming.add(personId);
        }
    }

    void vote(Hit hit, String personId, double part) {
        if (!refuses(personId)) {
            byPerson.computeIfAbsent(personId, _ -> new ArrayList<>()).add(Vote.of(hit, personId, part, parameters));
        }
    }

    List<Voted> voted() {
        List<Voted> voted = new ArrayList<>();
        byPerson.forEach((person, votes) ->
                voted.add(Voted.of(person, onePerDiscussion(votes), claiming.contains(person) ? CLAIM_VOTE : 0)));
        return voted;
    }

    /** The best vote of each discussion, best first. */
    private static List<Vote> onePerDiscussion(List<Vote> votes) {
        if (votes.size() <= 1) {
            return votes;
        }
        Map<String, Vote> best = new HashMap<>();
        for (Vote vote : votes) {
            best.merge(
                    vote.hit().discussion(), vote, (one, other) -> Vote.ORDER.compare(one, other) <= 0 ? one : other);
        }
        List<Vote> kept = new ArrayList<>(best.values());
        kept.sort(Vote.ORDER);
        return kept;
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
