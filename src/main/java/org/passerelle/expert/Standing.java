package org.passerelle.expert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.NetworkSnapshot;

/**
 * What the network says of candidates, before they are compared with one another.
 *
 * @param answering share of the latest answers where the question belongs, by person; nobody where that is unknown
 * @param answers answers a person has given so far; asked once for each candidate
 */
record Standing(Map<String, Double> answering, Given answers) {
    /** Nothing is known of anybody. */
    static final Standing UNKNOWN = new Standing(Map.of(), _ -> Answers.NONE);

    /** How often somebody answered anybody, and who asks among them. */
    record Answers(int toAnybody, int toAsker) {
        static final Answers NONE = new Answers(0, 0);
    }

    /** Answers by the id of a person. */
    @FunctionalInterface
    interface Given extends Function<String, Answers> {
        /** Those of whoever is at a vertex. */
        default Answers at(int vertex, NetworkSnapshot snapshot) {
            return apply(snapshot.person(vertex).id());
        }
    }

    Standing {
        answering = Map.copyOf(answering);
    }

    /**
     * As of a moment.
     *
     * @param places where the question was put, of which one is enough; where it is likely to belong, if empty
     * @param askerId null for nobody in particular
     */
    static Standing of(
            List<Hit> hits,
            Set<String> places,
            @Nullable String askerId,
            Scope scope,
            ContributionSearch search,
            AnswersGiven given) {
        Map<String, Double> likely = places.isEmpty()
                ? Venues.likely(
                        hits,
                        askerId == null ? Map.of() : search.contributions(askerId, scope),
                        scope.before(),
                        ExpertSearch.Parameters.HALF_LIFE_DAYS)
                : Map.of(places.iterator().next(), 1.0);
        Map<String, List<String>> answers = likely.isEmpty() ? Map.of() : search.recentAnswers(likely.keySet(), scope);
        return new Standing(Venues.answering(likely, answers), given.to(askerId));
    }
}
