package org.passerelle.expert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.HitColumns;
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
    private record Found(List<Hit> hits, HitColumns nearby, String askerId, Standing standing, Instant moment)
            implements Trial {
        @Override
        public List<String> order(RankingExponents exponents) {
            Parameters parameters =
                    Parameters.at(moment).withMixture(Mixture.learned().with(exponents));
            return ExpertSearch.rank(hits, nearby, person -> !person.equals(askerId), standing, parameters).stream()
                    .map(Ranked::personId)
                    .toList();
        }
    }

    @Override
    public Trial trial(AskedQuestion question, @Nullable String community) {
        Past past = past(question, community);
        return new Found(
                past.hits(),
                past.nearby(),
                question.askerId(),
                past.standing().apply(past.hits()),
                past.scope().before());
    }

    /**
     * What there was for a question at its moment.
     *
     * @param nearby what others wrote on near topics
     * @param standing what the network says of people, where other hits than these are to be ordered too
     */
    record Past(Scope scope, List<Hit> hits, HitColumns nearby, Function<List<Hit>, Standing> standing) {}

    Past past(AskedQuestion question, @Nullable String community) {
        NetworkSnapshot snapshot = source.snapshot();
        ExpertFilter filter = new ExpertFilter(
                null, null, null, community, null, question.at().truncatedTo(ChronoUnit.SECONDS));
        Window window = AskedDays.window(filter, snapshot);
        Scope scope = new Scope(null, AskedDays.moment(filter, window), true);
        Set<String> places = community == null ? Set.of() : Set.of(community);
        AnswersGiven given = new AnswersGiven(snapshot, AnswersGiven.lastDay(scope), Set.of(Visibility.values()));
        ContributionSearch.Found found = found(question, places, window, scope);
        return new Past(
                scope,
                found.hits(),
                search.near(found, request(question.about(), places, window, scope))
                        .hits(),
                hits -> Standing.of(hits, places, question.askerId(), scope, search, given));
    }

    /** What the words find; nothing for a question whose words cannot be looked for. */
    private ContributionSearch.Found found(AskedQuestion question, Set<String> places, Window window, Scope scope) {
        try {
            return search.search(request(new Question(question.about()).about(), places, window, scope));
        } catch (BadUserInput refused) {
            return new ContributionSearch.Found(List.of(), false);
        }
    }

    private static ContributionSearch.Request request(String about, Set<String> places, Window window, Scope scope) {
        return new ContributionSearch.Request(about, window, scope, places, ExpertController.HITS_MAX);
    }
}
