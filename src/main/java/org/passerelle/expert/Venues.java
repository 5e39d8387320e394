package org.passerelle.expert;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.HitColumns;

/**
 * Where a question belongs, and who answers there. Most who ask do not know in which community their subject is
 * at home; the contributions that match know, and so does where the asker has been before:
 * <pre>P(community) ~ (share of votes + 0.02)^1.9 x (share of the asker's contributions + 0.05)^1.2</pre>
 * the exponents fitted as a logistic model (docs/decisions/0023). What is said outside communities is a place of its
 * own, so that a source without communities has one: the whole of it. Who answers in a community is an
 * exponentially fading share of its latest answers, halved every {@value #HALF_LIFE_ANSWERS} answers: by answers,
 * not by days, so that a quiet community is not forgotten and a loud one does not linger.
 */
final class Venues {
    static final int HALF_LIFE_ANSWERS = 50;
    private static final double FADING = Math.pow(2, -1.0 / HALF_LIFE_ANSWERS);
    private static final int VENUES_MAX = 3;
    private static final double VOTES_EXPONENT = 1.9;
    private static final double VOTES_FLOOR = 0.02;
    private static final double ASKER_EXPONENT = 1.2;
    private static final double ASKER_FLOOR = 0.05;

    private Venues() {}

    /** The likeliest places of a question, communities or {@link ContributionSearch#NO_COMMUNITY}, at most three, likeliest first; their probabilities add up to 1. */
    static Map<String, Double> likely(List<Hit> found, Map<String, Integer> ofAsker, Instant moment, int halfLifeDays) {
        HitColumns hits = HitColumns.of(found);
        // What was said outside communities is the place before the first.
        double[] voted = new double[hits.communities() + 1];
        boolean isOutside = false;
        double all = 0;
        for (int hit = 0; hit < hits.size(); hit++) {
            double vote = hits.score(hit) * hits.score(hit) * ExpertSearch.recency(hits.at(hit), moment, halfLifeDays);
            all += vote;
            voted[hits.community(hit) + 1] += vote;
            isOutside |= hits.community(hit) == HitColumns.OUTSIDE;
        }
        Map<String, Double> votes = new HashMap<>();
        if (isOutside) {
            votes.put(ContributionSearch.NO_COMMUNITY, voted[0]);
        }
        for (int community = 0; community < hits.communities(); community++) {
            votes.put(hits.communityId(community), voted[community + 1]);
        }
        double asked =
                1.0 + ofAsker.values().stream().mapToInt(Integer::intValue).sum();
        Set<String> communities = new HashSet<>(votes.keySet());
        communities.addAll(ofAsker.keySet());
        Map<String, Double> likelihood = new HashMap<>();
        for (String community : communities) {
            double share = all > 0 ? votes.getOrDefault(community, 0.0) / all : 0;
            double visited = ofAsker.getOrDefault(community, 0) / asked;
            likelihood.put(
                    community,
                    Math.pow(share + VOTES_FLOOR, VOTES_EXPONENT) * Math.pow(visited + ASKER_FLOOR, ASKER_EXPONENT));
        }
        return likeliest(likelihood);
    }

    private static Map<String, Double> likeliest(Map<String, Double> likelihood) {
        List<Map.Entry<String, Double>> first = likelihood.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(VENUES_MAX)
                .toList();
        double sum = first.stream().mapToDouble(Map.Entry::getValue).sum();
        Map<String, Double> likely = new LinkedHashMap<>();
        first.forEach(entry -> likely.put(entry.getKey(), entry.getValue() / sum));
        return likely;
    }

    /**
     * Share of the latest answers where the question belongs, by person.
     *
     * @param answers who answered in each community, newest first
     */
    static Map<String, Double> answering(Map<String, Double> likely, Map<String, List<String>> answers) {
        Map<String, Double> answering = new HashMap<>();
        likely.forEach((community, probability) -> {
            double fresh = probability;
            for (String person : answers.getOrDefault(community, List.of())) {
                answering.merge(person, fresh, Double::sum);
                fresh *= FADING;
            }
        });
        return answering;
    }
}
