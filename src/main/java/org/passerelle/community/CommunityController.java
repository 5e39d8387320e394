package org.passerelle.community;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.Connection;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.measure.Proportion;
import org.passerelle.network.Activity;
import org.passerelle.network.Activity.Volume;
import org.passerelle.network.Bilingual;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.Needs;
import org.passerelle.network.Needs.Need;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers which communities live and who animates them. */
@Controller
class CommunityController {
    private static final Bilingual METHOD = new Bilingual(
            "what follows a person's contributions, net of what the same volume draws when speakers are permuted within threads, and of formal rank",
            "ce qui suit les contributions d'une personne, net de ce qu'attire le même volume quand on redistribue les prises de"
                    + " parole dans chaque fil, et du rang hiérarchique");
    /** Fields that need the acts of a community. */
    private static final String[] LIVELY = lively(
            "animators",
            "health",
            "selfRegulation",
            "managersWhoAnimate",
            "fragility",
            "kindInferred",
            "personas",
            "mandates",
            "mirror",
            "communityPeers",
            "absences",
            "sparkedBy",
            "candidates",
            "mine");

    private static String[] lively(String... fields) {
        return Stream.of(fields)
                .flatMap(field -> Stream.of("nodes/" + field, "edges/node/" + field))
                .toArray(String[]::new);
    }

    private final Snapshots snapshots;
    private final Activity activity;
    private final Animation animation;
    private final Needs needs;
    private final Paging paging;
    private final Names names;
    private final GroupFloor floor;
    private final HeavyAnswers answers;

    CommunityController(
            Snapshots snapshots,
            Activity activity,
            Animation animation,
            Needs needs,
            Paging paging,
            Names names,
            GroupFloor floor,
            HeavyAnswers answers) {
        this.snapshots = snapshots;
        this.activity = activity;
        this.animation = animation;
        this.needs = needs;
        this.paging = paging;
        this.names = names;
        this.floor = floor;
        this.answers = answers;
    }

    @QueryMapping
    Connection<Community> communities(
            @Argument @Nullable CommunityKind kind,
            @Argument @Nullable WindowInput window,
            @Argument Order by,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingFieldSelectionSet selection) {
        NetworkSnapshot snapshot = snapshots.newest();
        Window resolved = WindowInput.resolve(window, snapshot);
        Paging.Request page = Paging.Request.of(first, after, "communities", kind, resolved, by, snapshot.version());
        Map<String, Volume> volumes = volumes(snapshot, resolved);
        List<Community> all = new ArrayList<>();
        for (Group group : snapshot.chart().groups(Dimension.COMMUNITY)) {
            if (kind == null || kind == group.kind()) {
                all.add(community(group, volumes, resolved, snapshot));
            }
        }
        all.sort(Comparator.comparingInt(Community::contributions).reversed().thenComparing(Community::id));
        if (by == Order.FRAGILITY && !all.isEmpty()) {
            all = byFragility(all);
        } else if (Stream.of(LIVELY).anyMatch(selection::contains)) {
            int start = Math.min(paging.start(page), all.size());
            List<Community> shown = all.subList(start, Math.min(all.size(), start + page.first()));
            // Read together: their fields, which come one by one, find them there.
            if (!shown.isEmpty()) {
                animation.of(shown);
            }
        }
        return paging.page(all, page);
    }

    /** In which order communities come. */
    enum Order {
        VOLUME,
        FRAGILITY
    }

    private List<Community> byFragility(List<Community> communities) {
        List<Life> lives = animation.of(communities);
        record Resting(Community community, Optional<Double> fragility) {}
        return IntStream.range(0, communities.size())
                .mapToObj(place ->
                        new Resting(communities.get(place), lives.get(place).fragility()))
                .sorted(Comparator.comparingDouble(
                        (Resting resting) -> -resting.fragility().orElse(Double.NEGATIVE_INFINITY)))
                .map(Resting::community)
                .toList();
    }

    @SchemaMapping
    @Nullable
    Double fragility(Community community) {
        return animation.of(community).fragility().orElse(null);
    }

    @QueryMapping
    @Nullable
    Community community(@Argument String id, @Argument @Nullable WindowInput window) {
        NetworkSnapshot snapshot = snapshots.newest();
        Window resolved = WindowInput.resolve(window, snapshot);
        Optional<Group> group = snapshot.chart().group(id).filter(found -> found.dimension() == Dimension.COMMUNITY);
        return group.map(found -> community(found, volumes(snapshot, resolved), resolved, snapshot))
                .orElse(null);
    }

    /** Volumes by community, so that they can be kept as one answer. */
    private record Volumes(Map<String, Volume> byCommunity) {}

    private Map<String, Volume> volumes(NetworkSnapshot snapshot, Window window) {
        return answers.answer(
                        new HeavyAnswers.Question("communities.volumes", snapshot.version(), window),
                        Volumes.class,
                        () -> new Volumes(activity.volumes(window).stream()
                                .collect(Collectors.toMap(Volume::communityId, Function.identity()))))
                .byCommunity();
    }

    private static Community community(
            Group group, Map<String, Volume> volumes, Window window, NetworkSnapshot snapshot) {
        Volume volume = volumes.getOrDefault(group.id(), new Volume(group.id(), 0, 0, 0));
        return new Community(group, volume, window, snapshot);
    }

    @SchemaMapping
    ComputedConnection<Animator> animators(
            Community community,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = community.snapshot();
        Paging.Request page =
                Paging.Request.of(first, after, "animators", community.id(), community.window(), snapshot.version());
        Life life = animation.of(community);
        List<Scored> scored =
                life.animators().stream().filter(found -> found.score() > 0).toList();
        List<Ranked> ranked = new ArrayList<>();
        scored.forEach(found -> ranked.add(new Ranked(found, ranked.size() + 1)));
        return paging.page(ranked, page, provenance(community), found -> {
            Person person = snapshot.chart().person(found.scored().personId()).orElseThrow();
            return new Animator(
                    community,
                    life,
                    found.scored(),
                    names.inPosition(person, reader),
                    found.rank(),
                    names.mayName(person, reader));
        });
    }

    private record Ranked(Scored scored, int rank) {}

    private static Provenance provenance(Community community) {
        Parameters parameters = Parameters.defaults();
        return Provenance.of(
                community.snapshot(),
                community.window(),
                METHOD,
                new Parameter("permutations", String.valueOf(parameters.permutations())),
                new Parameter("seed", String.valueOf(parameters.seed())),
                new Parameter("horizonActs", String.valueOf(PartCounts.HORIZON_ACTS)),
                new Parameter("horizonSeconds", String.valueOf(PartCounts.HORIZON_SECONDS)),
                new Parameter("rankInterval", AnimatorRanks.DESCRIPTION));
    }

    /** All of a page at once: needs are looked up once. */
    @BatchMapping
    List<CommunityHealth> health(List<Community> communities) {
        Map<String, List<Need>> put = needs.byCommunity();
        return communities.stream()
                .map(community -> CommunityHealth.of(
                        animation.of(community).exchange(),
                        put.getOrDefault(community.id(), List.of()),
                        community.window()))
                .toList();
    }

    @SchemaMapping
    SelfRegulation selfRegulation(Community community, @ContextValue Reader reader) {
        Life life = animation.of(community);
        return life.appointed().size() < floor.of(reader)
                ? life.selfRegulation().withoutAppointedFigure()
                : life.selfRegulation();
    }

    /** Whether managers animate, as the reader may see it. */
    record ShownManagers(
            FigureState state,
            @Nullable ShareOfPeople managers,
            @Nullable ShareOfPeople others) {}

    /** So many of so many; no share of none. */
    record ShareOfPeople(
            long counted,
            long of,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high) {
        static ShareOfPeople of(Proportion some) {
            return some.of() == 0
                    ? new ShareOfPeople(0, 0, null, null, null)
                    : new ShareOfPeople(some.counted(), some.of(), some.share(), some.low(), some.high());
        }
    }

    @SchemaMapping
    ShownManagers managersWhoAnimate(Community community, @ContextValue Reader reader) {
        ManagersWhoAnimate counted = ManagersWhoAnimate.of(
                animation.of(community).animators(),
                community.snapshot().chart(),
                community.window().to());
        if (counted.empty()) {
            return new ShownManagers(FigureState.NO_DATA, null, null);
        }
        return counted.tooFew(floor.of(reader))
                ? new ShownManagers(FigureState.SUPPRESSED, null, null)
                : new ShownManagers(
                        FigureState.SHOWN, ShareOfPeople.of(counted.managers()), ShareOfPeople.of(counted.others()));
    }

    @SchemaMapping
    Connection<Person> members(
            Community community, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        NetworkSnapshot snapshot = community.snapshot();
        Paging.Request page =
                Paging.Request.of(first, after, "members", community.id(), community.window(), snapshot.version());
        List<Person> members = snapshot
                .chart()
                .members(community.id(), community.window().to())
                .stream()
                .map(Membership::personId)
                .distinct()
                .map(id -> snapshot.chart().person(id).orElseThrow())
                .toList();
        return paging.page(members, page);
    }
}
