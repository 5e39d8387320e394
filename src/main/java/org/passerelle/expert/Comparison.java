package org.passerelle.expert;

import java.util.AbstractList;
import java.util.List;
import java.util.function.IntFunction;
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
     * Everybody, best first, those of equal score in order of id; each is ordered and made when it is asked for, since thousands
     * may have a vote, and ten are shown.
     *
     * @param matching for whom something votes that matches
     * @param nearby for whom only something on a near topic does
     */
    static List<Ranked> ranked(List<Contender> matching, List<Contender> nearby, Parameters parameters) {
        Comparison comparison = new Comparison(matching, nearby, parameters);
        IntFunction<Contender> contenders =
                place -> place < matching.size() ? matching.get(place) : nearby.get(place - matching.size());
        double[] scores = new double[matching.size() + nearby.size()];
        for (int place = 0; place < scores.length; place++) {
            scores[place] = comparison.score(contenders.apply(place), place < matching.size());
        }
        BestFirst order = new BestFirst(scores, place -> contenders.apply(place).personId());
        return new AbstractList<>() {
            @Override
            public Ranked get(int rank) {
                int place = order.at(rank);
                Contender one = contenders.apply(place);
                Parts parts = comparison.parts(one, place < matching.size());
                return new Ranked(
                        one.personId(), scores[place], parts, one.voted().evidence());
            }

            @Override
            public int size() {
                return scores.length;
            }
        };
    }

    private double share() {
        return parameters.mixture().nearby();
    }

    private double focus(Contender one, double share) {
        return (share * one.voted().answered() + FOCUS_FLOOR)
                / (one.given().toAnybody() + parameters.mixture().focusAnswers());
    }

    private Parts parts(Contender one, boolean matches) {
        return new Parts(
                matches ? one.voted().text() / textMax : 0,
                one.voted().recognition(),
                one.voted().recency(),
                answeringMax > 0 ? one.answering() / answeringMax : 1,
                focus(one, matches ? 1 : share()) / focusMax,
                Math.min(1, Math.log1p(one.given().toAsker()) / FAMILIAR_LOGARITHM),
                matches ? 0 : one.voted().text() / nearbyTextMax);
    }

    private double score(Contender one, boolean matches) {
        double votes =
                matches ? one.voted().value() / votesMax : share() * one.voted().value() / nearbyVotesMax;
        return parameters.ranking().counts(Ranking.NETWORK)
                ? parameters.mixture().votes().of(votes) * network(parts(one, matches), parameters.mixture())
                : votes;
    }

    private static double network(Parts parts, Mixture mixture) {
        return mixture.answering().of(parts.answering())
                * Math.pow(parts.focus(), mixture.focusExponent())
                * Math.pow(2, mixture.familiarityExponent() * parts.familiarity());
    }
}
