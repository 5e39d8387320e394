package org.passerelle.expert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;

/** The order of experts worked out hit by hit with maps of names, as the page of the method says it: slow and obvious. */
final class RankedByMaps {
    private static final double SECONDS_OF_DAY = 86_400;

    private RankedByMaps() {}

    /** A vote of a contribution. */
    private record Vote(Hit hit, double part, double recognition, double recency, double text, double value) {}

    /** Somebody and the key of every contribution that voted, best first. */
    record Placed(String personId, double score, List<String> keys) {}

    static List<Placed> rank(
            List<Hit> hits,
            Predicate<String> candidates,
            Set<String> claiming,
            Standing standing,
            Parameters parameters) {
        Map<String, Set<String>> openers = new HashMap<>();
        for (Hit hit : hits) {
            if (opens(hit)) {
                openers.computeIfAbsent(hit.discussion(), _ -> new HashSet<>()).add(hit.personId());
            }
        }
        Map<String, List<Vote>> votes = new TreeMap<>();
        for (Hit hit : hits) {
            boolean opened = openers.getOrDefault(hit.discussion(), Set.of()).contains(hit.personId());
            double part = opened ? 0.3 : hit.kind() == ContributionKind.MESSAGE ? 0.5 : 1;
            votes.computeIfAbsent(hit.personId(), _ -> new ArrayList<>()).add(vote(hit, part, true, parameters));
            for (String named : hit.mentionedIds()) {
                if (!named.equals(hit.personId())) {
                    votes.computeIfAbsent(named, _ -> new ArrayList<>()).add(vote(hit, 0.5, false, parameters));
                }
            }
        }
        claiming.forEach(person -> votes.putIfAbsent(person, new ArrayList<>()));
        votes.keySet().removeIf(candidates.negate());
        votes.values().forEach(RankedByMaps::keepTheBestOfEachDiscussion);
        return compared(votes, claiming, standing, parameters);
    }

    private static boolean opens(Hit hit) {
        return switch (hit.kind()) {
            case QUESTION, TICKET, POST -> true;
            case MESSAGE -> hit.opening();
            case ANSWER, REPLY, DOCUMENT -> false;
        };
    }

    private static Vote vote(Hit hit, double part, boolean own, Parameters parameters) {
        double reactions = Math.min(1, Math.log1p(hit.reactions()) / Math.log1p(10));
        double recognition = own ? (hit.resolving() ? 0.5 : 0) + reactions / 2 : 0;
        double days =
                Math.max(0, Duration.between(hit.at(), parameters.moment()).toSeconds()) / SECONDS_OF_DAY;
        double recency = Math.pow(2, -days / parameters.halfLifeDays());
        double text = Math.pow(hit.score(), parameters.mixture().scoreExponent()) * part;
        double recognised = parameters.ranking().counts(Ranking.RECOGNITION)
                ? 1 + parameters.mixture().recognitionFactor() * recognition
                : 1;
        double recent = parameters.ranking().counts(Ranking.RECENCY) ? recency : 1;
        return new Vote(hit, part, recognition, recency, text, text * recognised * recent);
    }

    private static void keepTheBestOfEachDiscussion(List<Vote> votes) {
        votes.sort(Comparator.comparingDouble(Vote::value)
                .reversed()
                .thenComparing(vote -> vote.hit().at(), Comparator.reverseOrder())
                .thenComparing(vote -> vote.hit().key()));
        Set<String> voted = new HashSet<>();
        votes.removeIf(vote -> !voted.add(vote.hit().discussion()));
    }

    private static List<Placed> compared(
            Map<String, List<Vote>> votes, Set<String> claiming, Standing standing, Parameters parameters) {
        Mixture mixture = parameters.mixture();
        Map<String, Double> values = new HashMap<>();
        Map<String, Double> focus = new HashMap<>();
        votes.forEach((person, of) -> {
            double value = 0;
            double answered = 0;
            for (Vote vote : of) {
                value += vote.value();
                answered += vote.part() > 0.3 ? vote.hit().score() : 0;
            }
            values.put(person, (claiming.contains(person) ? 0.3 : 0) + value);
            int given = standing.answers().apply(person).toAnybody();
            focus.put(person, (answered + 1) / (given + mixture.focusAnswers()));
        });
        double valueMax = max(values.values());
        double focusMax = max(focus.values());
        double answeringMax = max(votes.keySet().stream()
                .map(person -> standing.answering().getOrDefault(person, 0.0))
                .toList());
        List<Placed> placed = new ArrayList<>();
        votes.forEach((person, of) -> {
            double score = values.getOrDefault(person, 0.0) / valueMax;
            if (parameters.ranking().counts(Ranking.NETWORK)) {
                double answering = answeringMax > 0 ? standing.answering().getOrDefault(person, 0.0) / answeringMax : 1;
                double familiarity =
                        Math.min(1, Math.log1p(standing.answers().apply(person).toAsker()) / 2);
                score = mixture.votes().of(score)
                        * (mixture.answering().of(answering)
                                * Math.pow(focus.getOrDefault(person, 0.0) / focusMax, mixture.focusExponent())
                                * Math.pow(2, mixture.familiarityExponent() * familiarity));
            }
            placed.add(new Placed(
                    person, score, of.stream().map(vote -> vote.hit().key()).toList()));
        });
        placed.sort(Comparator.comparingDouble(Placed::score).reversed().thenComparing(Placed::personId));
        return placed;
    }

    private static double max(Iterable<Double> values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
