package org.passerelle.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.Forbidden;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue;
import org.passerelle.network.TopicCatalogue.Claims;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers who knows about something. */
@Controller
class ExpertController {
    static final int HITS_MAX = 600;
    private static final int EVIDENCE_MAX = 10;
    private static final int WEAK_EVIDENCE = 3;
    private static final double WEAK_COVERAGE = 0.5;
    private static final int KEPT = 8;
    private static final String METHOD =
            "full-text hits vote for who made them, once a discussion; then who answers lately where this belongs";
    private static final List<Dimension> SILOS =
            List.of(Dimension.UNIT, Dimension.TRADE, Dimension.SITE, Dimension.COMPANY);

    private final Snapshots snapshots;
    private final ContributionSearch search;
    private final TopicCatalogue topics;
    private final Paging paging;
    private final Map<Key, Acquaintances> kept = new LinkedHashMap<>();

    ExpertController(Snapshots snapshots, ContributionSearch search, TopicCatalogue topics, Paging paging) {
        this.snapshots = snapshots;
        this.search = search;
        this.topics = topics;
        this.paging = paging;
    }

    private record Key(String snapshot, Window window, Set<Visibility> readable) {}

    /** A contribution the reader may read. */
    record Evidence(
            String contribution,
            @Nullable String subject,
            String snippet,
            Instant at,
            int reactions,
            boolean resolving,
            @Nullable Group community) {}

    @QueryMapping
    ComputedConnection<Expert> experts(
            @Argument String about,
            @Argument("filter") @Nullable ExpertFilter asked,
            @Argument @Nullable String from,
            @Argument("by") @Nullable Ranking ranking,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        ExpertFilter filter = asked == null ? ExpertFilter.NONE : asked;
        Question question = new Question(about);
        NetworkSnapshot snapshot = snapshots.newest();
        Window window = window(filter, snapshot);
        Scope scope = new Scope(reader.personId(), moment(filter, window), filter.before() != null);
        String asker = asker(from, reader, snapshot.chart());
        Ranking by = ranking == null ? Ranking.NETWORK : ranking;
        Paging.Request page = Paging.Request.of(
                first, after, "experts", question, filter, asker, by, reader.personId(), snapshot.version());
        Candidates candidates = new Candidates(snapshot.chart(), window.to(), asker, filter);
        Set<String> communities = filter.community() == null ? Set.of() : Set.of(filter.community());
        Found found =
                search.search(new ContributionSearch.Request(question.about(), window, scope, communities, HITS_MAX));
        ExpertSearch.Parameters parameters =
                ExpertSearch.Parameters.at(scope.before()).withRanking(by);
        Standing standing = by == Ranking.NETWORK && !found.hits().isEmpty()
                ? standing(found.hits(), communities, asker, scope, snapshot, reader)
                : Standing.UNKNOWN;
        Claims claims = topics.claims(question.about(), scope);
        List<Ranked> ranked = ExpertSearch.rank(
                found.hits(),
                candidates.and(person -> !claims.hidden().contains(person)),
                claims.claimed().keySet(),
                standing,
                parameters);
        Passages passages = new Passages(search, question.about(), found.approximate());
        Expert.Asked circumstances = new Expert.Asked(
                asker, window, snapshot, acquaintances(snapshot, window, readable(reader)), passages, claims);
        return paging.page(experts(ranked, circumstances), page, provenance(snapshot, window, by), expert -> {
            passages.show(expert.hits());
            return expert;
        });
    }

    /** The window asked for; the day of `before` is its last one where that is earlier. */
    private static Window window(ExpertFilter filter, NetworkSnapshot snapshot) {
        Window window = WindowInput.resolve(filter.window(), snapshot);
        if (filter.before() == null) {
            return window;
        }
        LocalDate day = filter.before().atZone(ZoneOffset.UTC).toLocalDate();
        if (day.isBefore(window.from())) {
            throw new BadUserInput("`before` lies before the first day of the window, " + window.from() + ".");
        }
        return day.isBefore(window.to()) ? new Window(window.from(), day) : window;
    }

    private static Instant moment(ExpertFilter filter, Window window) {
        Instant end = window.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return filter.before() == null || filter.before().isAfter(end) ? end : filter.before();
    }

    /** What the network says; of days that are not over at the moment of the question, nothing. */
    private Standing standing(
            List<Hit> hits,
            Set<String> communities,
            @Nullable String asker,
            Scope scope,
            NetworkSnapshot snapshot,
            Reader reader) {
        Map<String, Double> likely = communities.isEmpty()
                ? Venues.likely(
                        hits,
                        asker == null ? Map.of() : search.contributions(asker, scope),
                        scope.before(),
                        ExpertSearch.Parameters.HALF_LIFE_DAYS)
                : Map.of(communities.iterator().next(), 1.0);
        Map<String, List<String>> answers = likely.isEmpty() ? Map.of() : search.recentAnswers(likely.keySet(), scope);
        LocalDate lastDay =
                scope.before().minusSeconds(86_400).atZone(ZoneOffset.UTC).toLocalDate();
        AnswersGiven given = new AnswersGiven(snapshot, lastDay, readable(reader));
        return new Standing(
                Venues.answering(likely, answers),
                given::toAnybody,
                person -> asker == null ? 0 : given.toPerson(person, asker));
    }

    private static @Nullable String asker(@Nullable String from, Reader reader, Chart chart) {
        if (from != null && reader.role() != Role.OPEN && !from.equals(reader.personId())) {
            throw new Forbidden("`from` can only be yourself in your role.");
        }
        String asker = from == null ? reader.personId() : from;
        if (asker != null && chart.person(asker).isEmpty()) {
            throw new NotFound(
                    from == null
                            ? "The person you ask as is not in the data."
                            : "The person in `from` is not in the data.");
        }
        return asker;
    }

    /** The open role reads what any colleague could read; elsewhere a tie does not tell its community. */
    private static Set<Visibility> readable(Reader reader) {
        return reader.role() == Role.OPEN
                ? Set.of(Visibility.COMPANY, Visibility.COMMUNITY)
                : Set.of(Visibility.COMPANY);
    }

    private Acquaintances acquaintances(NetworkSnapshot snapshot, Window window, Set<Visibility> readable) {
        Key key = new Key(snapshot.version(), window, readable);
        synchronized (kept) {
            Acquaintances known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Acquaintances built = new Acquaintances(snapshot, window, readable);
        synchronized (kept) {
            kept.put(key, built);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return built;
    }

    private static List<Expert> experts(List<Ranked> ranked, Expert.Asked asked) {
        List<Expert> experts = new ArrayList<>();
        for (Ranked found : ranked) {
            experts.add(new Expert(
                    asked.snapshot().chart().person(found.personId()).orElseThrow(), experts.size() + 1, found, asked));
        }
        return experts;
    }

    private static Provenance provenance(NetworkSnapshot snapshot, Window window, Ranking ranking) {
        return Provenance.of(
                snapshot,
                window,
                METHOD,
                new Parameter("by", ranking.name()),
                new Parameter("hitsMax", String.valueOf(HITS_MAX)),
                new Parameter("halfLifeDays", String.valueOf(ExpertSearch.Parameters.HALF_LIFE_DAYS)),
                new Parameter("halfLifeAnswers", String.valueOf(Venues.HALF_LIFE_ANSWERS)));
    }

    @SchemaMapping
    List<Topic> declared(Expert expert) {
        return expert.declared();
    }

    /** What an expert's place comes from, each in [0, 1]. */
    record Parts(
            double text,
            double recognition,
            double recency,
            double answering,
            double focus,
            double familiarity,
            double reach) {}

    @SchemaMapping
    double score(Expert expert) {
        return expert.score();
    }

    @SchemaMapping
    Parts parts(Expert expert) {
        ExpertSearch.Parts parts = expert.ranked().parts();
        return new Parts(
                parts.text(),
                parts.recognition(),
                parts.recency(),
                parts.answering(),
                parts.focus(),
                parts.familiarity(),
                expert.asked().acquaintances().reach(expert.person().id()));
    }

    /** Whether the evidence is thin: a like word only, or less than half of the question's words in the best of it. */
    @SchemaMapping
    boolean weak(Expert expert) {
        Passages passages = expert.asked().passages();
        return passages.approximate()
                || passages.of(expert.hits(), WEAK_EVIDENCE).stream()
                        .noneMatch(each -> each.passage().coverage() >= WEAK_COVERAGE);
    }

    @SchemaMapping
    List<Group> silos(Expert expert) {
        Expert.Asked asked = expert.asked();
        if (asked.askerId() == null) {
            return List.of();
        }
        String asker = asked.askerId();
        Chart chart = asked.snapshot().chart();
        LocalDate day = asked.window().to();
        return SILOS.stream()
                .map(dimension -> chart.groupOf(expert.person().id(), dimension, day, 0)
                        .filter(group -> chart.memberships(asker, day).stream()
                                .noneMatch(membership -> membership.groupId().equals(group.id()))))
                .flatMap(Optional::stream)
                .toList();
    }

    @SchemaMapping
    @Nullable
    Integer distance(Expert expert) {
        Expert.Asked asked = expert.asked();
        if (asked.askerId() == null) {
            return null;
        }
        return asked.snapshot()
                .chart()
                .siloDistance(
                        asked.askerId(),
                        expert.person().id(),
                        Dimension.UNIT,
                        asked.window().to())
                .filter(steps -> steps != Integer.MAX_VALUE)
                .orElse(null);
    }

    @SchemaMapping
    Acquaintances.@Nullable Path introductionPath(Expert expert) {
        String asker = expert.asked().askerId();
        if (asker == null) {
            return null;
        }
        return expert.asked().acquaintances().path(asker, expert.person().id()).stream()
                .findFirst()
                .orElse(null);
    }

    @SchemaMapping
    List<Evidence> evidence(Expert expert, @Argument @Nullable Integer first) {
        if (first == null || first < 1 || first > EVIDENCE_MAX) {
            throw new BadUserInput("`first` of evidence must be from 1 to " + EVIDENCE_MAX + ", not " + first + ".");
        }
        Chart chart = expert.asked().snapshot().chart();
        return expert.asked().passages().of(expert.hits(), first).stream()
                .map(shown -> new Evidence(
                        shown.hit().key(),
                        shown.passage().subject(),
                        shown.passage().snippet(),
                        shown.hit().at(),
                        shown.hit().reactions(),
                        shown.hit().resolving(),
                        community(shown.hit(), chart)))
                .toList();
    }

    private static @Nullable Group community(Hit hit, Chart chart) {
        return hit.communityId() == null ? null : chart.group(hit.communityId()).orElse(null);
    }
}
