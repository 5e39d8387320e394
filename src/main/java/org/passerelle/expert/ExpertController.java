package org.passerelle.expert;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.expert.ExpertSearch.Poll;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Alike;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.HelpfulMarks;
import org.passerelle.network.HitColumns;
import org.passerelle.network.LearnedRanking;
import org.passerelle.network.Nearby;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.RankingExponents;
import org.passerelle.network.ReadableContributions;
import org.passerelle.network.SharedAcquaintances;
import org.passerelle.network.TopicCatalogue;
import org.passerelle.network.TopicCatalogue.Claims;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.passerelle.network.Workloads;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers who knows about something. */
@Controller
class ExpertController {
    static final int HITS_MAX = 600;
    private static final String METHOD =
            "full-text hits vote for who made them, once a discussion; then who answers lately where this belongs";

    private final Snapshots snapshots;
    private final ContributionSearch search;
    private final ReadableContributions contributions;
    private final HelpfulMarks helpfulMarks;
    private final OptOuts optOuts;
    private final SharedAcquaintances shared;
    private final HeavyAnswers heavyAnswers;
    private final TopicCatalogue topics;
    private final Paging paging;
    private final Clock clock;
    private final LearnedRanking learnedRanking;
    private final Surroundings.Kept surroundings = new Surroundings.Kept();
    private final Vertices vertices = new Vertices();

    ExpertController(
            Snapshots snapshots,
            ContributionSearch search,
            ReadableContributions contributions,
            HelpfulMarks helpfulMarks,
            OptOuts optOuts,
            SharedAcquaintances shared,
            HeavyAnswers heavyAnswers,
            TopicCatalogue topics,
            LearnedRanking learnedRanking,
            Paging paging,
            Clock clock) {
        this.snapshots = snapshots;
        this.search = search;
        this.contributions = contributions;
        this.helpfulMarks = helpfulMarks;
        this.optOuts = optOuts;
        this.shared = shared;
        this.heavyAnswers = heavyAnswers;
        this.topics = topics;
        this.learnedRanking = learnedRanking;
        this.paging = paging;
        this.clock = clock;
    }

    @QueryMapping
    ExpertAnswer experts(
            @Argument @Nullable String about,
            @Argument("question") @Nullable String questionId,
            @Argument("filter") @Nullable ExpertFilter given,
            @Argument @Nullable String from,
            @Argument("by") @Nullable Ranking ranking,
            @Argument @Nullable Boolean byMeaning,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        ExpertFilter filter = given == null ? ExpertFilter.NONE : given;
        NetworkSnapshot snapshot = snapshots.newest();
        Window window = AskedDays.window(filter, snapshot);
        Scope scope = new Scope(reader.personId(), AskedDays.moment(filter, window), filter.before() != null);
        Asking asking = asking(about, questionId, scope, filter);
        String asker = asker(asking, from, reader, snapshot.chart());
        Ranking by = ranking == null ? Ranking.NETWORK : ranking;
        Paging.Request page = Paging.Request.of(
                first,
                after,
                "experts",
                asking.question(),
                questionId,
                filter,
                asker,
                by,
                byMeaning,
                reader.personId(),
                snapshot.version());
        LocalDate today = filter.before() == null ? today(snapshot) : window.to();
        Suggestable suggestable = new Suggestable(snapshot, today, optOuts.notSuggested());
        Candidates candidates = new Candidates(snapshot, window.to(), asker, filter);
        Set<String> communities = filter.community() == null ? Set.of() : Set.of(filter.community());
        ContributionSearch.Request request = new ContributionSearch.Request(
                asking.question().about(), window, scope, communities, HITS_MAX, !Boolean.FALSE.equals(byMeaning));
        Found found = search.search(request);
        Claims claims = topics.claims(asking.question().about(), scope);
        HitColumns hits = recognised(HitColumns.of(asking.elsewhere(found.hits())), scope)
                .withPeople(claims.claimed().keySet());
        ExpertSearch.Parameters parameters =
                ExpertSearch.Parameters.at(scope.before()).withRanking(by).withMixture(mixture());
        IntPredicate mayBeNamed = vertex -> candidates.test(vertex)
                && suggestable.test(vertex)
                && !(asking.need() != null
                        && asking.askedBy(snapshot.person(vertex).id()))
                && !(!claims.hidden().isEmpty()
                        && claims.hidden().contains(snapshot.person(vertex).id()));
        Standing standing = by == Ranking.NETWORK && !hits.isEmpty()
                ? standing(hits, asking.venue(), asker, scope, snapshot, reader)
                : Standing.UNKNOWN;
        Nearby nearby = by == Ranking.NETWORK ? nearby(found, hits, request, asking) : Nearby.NOTHING;
        Function<HitColumns, Poll> poll =
                of -> new Poll(of, Electorate.byVertex(vertices.of(of, snapshot), snapshot, mayBeNamed, standing));
        List<Ranked> ranked = ExpertSearch.rank(
                poll.apply(hits),
                claims.claimed().keySet(),
                nearby.hits().isEmpty() ? null : poll.apply(nearby.hits()),
                parameters);
        Passages passages = new Passages(search, asking.shownFor().about(), found);
        Surroundings around = surroundings.of(snapshot, window, reader.readableTies());
        Supplier<Workloads> workloads =
                () -> workloads(snapshot, filter.before() == null ? Snapshots.lastDay(snapshot) : window.to(), reader);
        Expert.Asked circumstances = new Expert.Asked(
                asker,
                window,
                snapshot,
                around.outreach(),
                passages,
                suggestable,
                new Introductions(around.acquaintances().with(shared.extents()), snapshot, suggestable, workloads),
                workloads,
                claims,
                nearby);
        ComputedConnection<Expert> shown = paging.page(
                experts(ranked, circumstances),
                page,
                provenance(snapshot, window, parameters, found.alike()),
                expert -> {
                    passages.show(expert.hits());
                    return expert;
                });
        return new ExpertAnswer(shown, !ranked.isEmpty(), hits, asking, circumstances);
    }

    /** The built-in numbers, with what the home learnt of its own past. */
    private Mixture mixture() {
        return learnedRanking.exponents().map(Mixture.learned()::with).orElseGet(Mixture::learned);
    }

    private Asking asking(@Nullable String about, @Nullable String questionId, Scope scope, ExpertFilter filter) {
        if (about != null && questionId == null) {
            return Asking.words(about, scope, filter);
        }
        if (about == null && questionId != null) {
            return contributions
                    .find(questionId, scope)
                    .map(need -> Asking.question(need, scope, filter))
                    .orElseThrow(() -> new NotFound("There is no question of this id that you may read."));
        }
        throw new BadUserInput("Give either `about`, in words of your own, or the id of an open `question`.");
    }

    /** Who asks; for an open question whoever put it, where the reader may speak as anybody and chose nobody. */
    private static @Nullable String asker(Asking asking, @Nullable String from, Reader reader, Chart chart) {
        String speaker = Speaker.of(from, reader, chart);
        return speaker == null && asking.need() != null && reader.role() == Role.OPEN
                ? asking.need().personId()
                : speaker;
    }

    /** The hits with what people said helped them, each like a reaction of one more person. */
    private HitColumns recognised(HitColumns hits, Scope scope) {
        return hits.withMoreReactions(helpfulMarks.counts(hits.keys(), scope.past() ? scope.before() : null));
    }

    /** What others contributed on near topics, but to the open question itself. */
    private Nearby nearby(Found found, List<Hit> hits, ContributionSearch.Request request, Asking asking) {
        Found elsewhere = new Found(hits, found.approximate(), found.alike());
        return asking.elsewhere(search.near(elsewhere, request), found.hits());
    }

    private record LateDays(LocalDate day, Set<Visibility> readable) {}

    private Workloads workloads(NetworkSnapshot snapshot, LocalDate day, Reader reader) {
        return heavyAnswers.answer(
                new HeavyAnswers.Question("workloads", snapshot.version(), new LateDays(day, reader.readableTies())),
                Workloads.class,
                () -> new Workloads(snapshot, day, reader.readableTies()));
    }

    /** The later of today and the last day of the data: who has left by then is gone. */
    private LocalDate today(NetworkSnapshot snapshot) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate lastDay = Snapshots.lastDay(snapshot);
        return today.isAfter(lastDay) ? today : lastDay;
    }

    /** What the network says; of days that are not over at the moment of the question, nothing. */
    private Standing standing(
            HitColumns hits,
            Set<String> communities,
            @Nullable String asker,
            Scope scope,
            NetworkSnapshot snapshot,
            Reader reader) {
        AnswersGiven given = answersGiven(snapshot, AnswersGiven.lastDay(scope), reader.readableTies(), scope);
        return Standing.of(hits, communities, asker, scope, search, given);
    }

    /** Kept for the questions of today; one of another moment is of no use to the next. */
    private AnswersGiven answersGiven(
            NetworkSnapshot snapshot, LocalDate lastDay, Set<Visibility> readable, Scope scope) {
        return scope.past()
                ? new AnswersGiven(snapshot, lastDay, readable)
                : heavyAnswers.answer(
                        new HeavyAnswers.Question("answers given", snapshot.version(), new LateDays(lastDay, readable)),
                        AnswersGiven.class,
                        () -> new AnswersGiven(snapshot, lastDay, readable));
    }

    /** Each is made when the page shows it: thousands may have a vote, and ten are asked for. */
    private static List<Expert> experts(List<Ranked> ranked, Expert.Asked asked) {
        return new AbstractList<>() {
            @Override
            public Expert get(int place) {
                Ranked found = ranked.get(place);
                return new Expert(
                        asked.snapshot().chart().person(found.personId()).orElseThrow(), place + 1, found, asked);
            }

            @Override
            public int size() {
                return ranked.size();
            }
        };
    }

    private static Provenance provenance(
            NetworkSnapshot snapshot, Window window, ExpertSearch.Parameters counted, @Nullable Alike alike) {
        RankingExponents exponents = counted.mixture().exponents();
        List<Parameter> parameters = new ArrayList<>(List.of(
                new Parameter("by", counted.ranking().name()),
                new Parameter("votesExponent", String.valueOf(exponents.votes())),
                new Parameter("answeringExponent", String.valueOf(exponents.answering())),
                new Parameter("focusExponent", String.valueOf(exponents.focus())),
                new Parameter("hitsMax", String.valueOf(HITS_MAX)),
                new Parameter("halfLifeDays", String.valueOf(ExpertSearch.Parameters.HALF_LIFE_DAYS)),
                new Parameter("halfLifeAnswers", String.valueOf(Venues.HALF_LIFE_ANSWERS))));
        if (alike != null) {
            parameters.add(new Parameter("meaningBy", alike.model()));
        }
        return Provenance.of(
                snapshot,
                window,
                alike == null ? METHOD : "hits of words and of like meaning, " + METHOD,
                parameters.toArray(Parameter[]::new));
    }
}
