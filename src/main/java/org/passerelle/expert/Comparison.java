package org.passerelle.expert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Parts;
import org.passerelle.expert.ExpertSearch.Ranked;

/** Those with votes compared with one another: each thing that is known of them is over the largest of it. */
final class Comparison {
    private static final double FOCUS_FLOOR = 1;
    private static final double FAMILIAR_LOGARITHM = 2;

    private final Parameters parameters;
    private final double textMax;
    private final double votesMax;
    private final double nearbyTextMax;
    private final double nearbyVotesMax;
    private double focusMax;
    private double answeringMax;

    private Comparison(List<Contender> matching, List<Contender> nearby, Parameters parameters) {
        this.parameters = parameters;
        textMax = largest(matching, each -> each.voted().text(), 1);
        votesMax = largest(matching, each -> each.voted().value(), 1);
        nearbyTextMax = largest(nearby, each -> each.voted().text(), 1);
        nearbyVotesMax = largest(nearby, each -> each.voted().value(), 1);
        focusMax = Math.max(
                largest(matching, each -> focus(each, 1), matching.isEmpty() ? 1 : 0),
                largest(nearby, each -> focus(each, share()), 0));
        answeringMax = Math.max(
                largest(matching, Contender::answering, matching.isEmpty() ? 1 : 0),
                largest(nearby, Contender::answering, 0));
    }

    private static double largest(List<Contender> all, ToDoubleFunction<Contender> value, double ofNobody) {
        return all.stream().mapToDouble(value).max().orElse(ofNobody);
    }

    /**
     * Everybody, best first, those of equal score in order of id.
     *
     * @param matching for whom something votes that matches
     * @param nearby for whom only something on a near topic does
     */
    static List<Ranked> ranked(List<Contender> matching, List<Contender> nearby, Parameters parameters) {
        Comparison comparison = new Comparison(matching, nearby, parameters);
        List<Ranked> ranked = new ArrayList<>(matching.size() + nearby.size());
        matching.forEach(each -> ranked.add(comparison.matching(each)));
        nearby.forEach(each -> ranked.add(comparison.nearby(each)));
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::personId));
        return ranked;
    }

    private double share() {
        return parameters.mixture().nearby();
    }

    private double focus(Contender one, double share) {
        return (share * one.voted().answered() + FOCUS_FLOOR)
                / (one.given().toAnybody() + parameters.mixture().focusAnswers());
    }

    private Ranked matching(Contender one) {
        Parts parts = parts(one, one.voted().text() / textMax, 1, 0);
        return ranked(one, parts, one.voted().value() / votesMax);
    }

    private Ranked nearby(Contender one) {
        Parts parts = parts(one, 0, share(), one.voted().text() / nearbyTextMax);
        return ranked(one, parts, share() * one.voted().value() / nearbyVotesMax);
    }

    private Parts parts(Contender one, double text, double share, double nearby) {
        return new Parts(
                text,
                one.voted().recognition(),
                one.voted().recency(),
                answeringMax > 0 ? one.answering() / answeringMax : 1,
                focus(one, share) / focusMax,
                Math.min(1, Math.log1p(one.given().toAsker()) / FAMILIAR_LOGARITHM),
                nearby);
    }

    private Ranked ranked(Contender one, Parts parts, double votes) {
        Mixture mixture = parameters.mixture();
        double score = parameters.ranking().counts(Ranking.NETWORK)
                ? mixture.votes().of(votes) * network(parts, mixture)
                : votes;
        return new Ranked(one.personId(), score, parts, one.voted().evidence());
    }

    private static double network(Parts parts, Mixture mixture) {
        return mixture.answering().of(parts.answering())
                * Math.pow(parts.focus(), mixture.focusExponent())
                * Math.pow(2, mixture.familiarityExponent() * parts.familiarity());
    }
}
