package org.passerelle.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.RankingExponents;
import org.passerelle.network.RankingTrials;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/**
 * Trials with the search of the API. Who may be named today is not asked, since everybody who answered is to be
 * found.
 */
@Component
final class PastTrials implements RankingTrials {
    private final NetworkSource source;
    private final ContributionSearch search;

    PastTrials(NetworkSource source, ContributionSearch search) {
        this.source = source;
        this.search = search;
    }

    @Override
    public RankingExponents builtIn() {
        return Mixture.learned().exponents();
    }

    /** With what the network says of who was found. */
    private record Found(List<Hit> hits, String askerId, Standing standing, Instant moment) implements Trial {
        @Override
        public List<String> order(RankingExponents exponents) {
            Parameters parameters =
                    Parameters.at(moment).withMixture(Mixture.learned().with(exponents));
            return ExpertSearch.rank(hits, person -> !person.equals(askerId), standing, parameters).stream()
                    .map(Ranked::personId)
                    .toList();
        }
    }

    @Override
    public Trial trial(AskedQuestion question, @Nullable String community) {
        NetworkSnapshot snapshot = source.snapshot();
        ExpertFilter filter = new ExpertFilter(
                null, null, null, community, null, question.at().truncatedTo(ChronoUnit.SECONDS));
        Window window = AskedDays.window(filter, snapshot);
        Scope scope = new Scope(null, AskedDays.moment(filter, window), true);
        List<Hit> hits = hits(question, community, window, scope);
        Standing.Given given =
                new AnswersGiven(snapshot, dayBefore(scope), Set.of(Visibility.values())).to(question.askerId());
        Map<String, Double> likely = community == null
                ? Venues.likely(
                        hits,
                        search.contributions(question.askerId(), scope),
                        scope.before(),
                        Parameters.HALF_LIFE_DAYS)
                : Map.of(community, 1.0);
        Standing standing = new Standing(Venues.answering(likely, search.recentAnswers(likely.keySet(), scope)), given);
        return new Found(hits, question.askerId(), standing, scope.before());
    }

    private static LocalDate dayBefore(Scope scope) {
        return scope.before().minus(1, ChronoUnit.DAYS).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** What the words find; nothing for a question whose words cannot be looked for. */
    private List<Hit> hits(AskedQuestion question, @Nullable String community, Window window, Scope scope) {
        try {
            Set<String> places = community == null ? Set.of() : Set.of(community);
            String about = new Question(question.about()).about();
            return search.search(
                            new ContributionSearch.Request(about, window, scope, places, ExpertController.HITS_MAX))
                    .hits();
        } catch (BadUserInput refused) {
            return List.of();
        }
    }
}
