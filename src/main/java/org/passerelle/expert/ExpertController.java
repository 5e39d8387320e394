package org.passerelle.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
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
    static final int HITS_MAX = 2_000;
    private static final int EVIDENCE_MAX = 10;
    private static final int KEPT = 8;
    private static final String METHOD =
            "full-text hits vote for their authors, once a thread; times recency, recognition and reach";
    private static final List<Dimension> SILOS =
            List.of(Dimension.UNIT, Dimension.TRADE, Dimension.SITE, Dimension.COMPANY);

    private final Snapshots snapshots;
    private final ContributionSearch search;
    private final Paging paging;
    private final Map<Key, Acquaintances> kept = new LinkedHashMap<>();

    ExpertController(Snapshots snapshots, ContributionSearch search, Paging paging) {
        this.snapshots = snapshots;
        this.search = search;
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
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        ExpertFilter filter = asked == null ? ExpertFilter.NONE : asked;
        Question question = new Question(about);
        NetworkSnapshot snapshot = snapshots.newest();
        Window window = WindowInput.resolve(filter.window(), snapshot);
        String asker = asker(from, reader, snapshot.chart());
        Paging.Request page = Paging.Request.of(
                first, after, "experts", question, filter, asker, reader.personId(), snapshot.version());
        Candidates candidates = new Candidates(snapshot.chart(), window.to(), asker, filter);
        List<Hit> hits = search.search(new ContributionSearch.Request(
                question.about(),
                window,
                reader.personId(),
                filter.community() == null ? Set.of() : Set.of(filter.community()),
                HITS_MAX));
        Acquaintances acquaintances = acquaintances(snapshot, window, readable(reader));
        List<Ranked> ranked = ExpertSearch.rank(
                hits, candidates, acquaintances::reach, new Parameters(window.to(), Parameters.HALF_LIFE_DAYS));
        Expert.Asked circumstances = new Expert.Asked(asker, window, snapshot, acquaintances);
        return paging.page(experts(ranked, circumstances), page, provenance(snapshot, window));
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
                    asked.snapshot().chart().person(found.personId()).orElseThrow(),
                    found.score(),
                    experts.size() + 1,
                    new Expert.Parts(found.text(), found.recognition(), found.recency(), found.reach()),
                    found.evidence(),
                    asked));
        }
        return experts;
    }

    private static Provenance provenance(NetworkSnapshot snapshot, Window window) {
        return Provenance.of(
                snapshot,
                window,
                METHOD,
                new Parameter("hitsMax", String.valueOf(HITS_MAX)),
                new Parameter("halfLifeDays", String.valueOf(Parameters.HALF_LIFE_DAYS)));
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
        return expert.hits().stream()
                .limit(first)
                .map(hit -> new Evidence(
                        hit.key(),
                        hit.subject(),
                        hit.snippet(),
                        hit.at(),
                        hit.reactions(),
                        hit.resolving(),
                        hit.communityId() == null
                                ? null
                                : chart.group(Objects.requireNonNull(hit.communityId()))
                                        .orElse(null)))
                .toList();
    }
}
