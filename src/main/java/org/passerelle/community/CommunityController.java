package org.passerelle.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.Connection;
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
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers which communities live and who animates them. */
@Controller
class CommunityController {
    private static final String METHOD =
            "what follows a person's contributions, net of what the same volume draws when speakers are permuted within threads";

    private final Snapshots snapshots;
    private final Activity activity;
    private final Animation animation;
    private final Paging paging;
    private final Names names;
    private final GroupFloor floor;

    CommunityController(
            Snapshots snapshots, Activity activity, Animation animation, Paging paging, Names names, GroupFloor floor) {
        this.snapshots = snapshots;
        this.activity = activity;
        this.animation = animation;
        this.paging = paging;
        this.names = names;
        this.floor = floor;
    }

    @QueryMapping
    Connection<Community> communities(
            @Argument @Nullable CommunityKind kind,
            @Argument @Nullable WindowInput window,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        NetworkSnapshot snapshot = snapshots.newest();
        Window resolved = WindowInput.resolve(window, snapshot);
        Paging.Request page = Paging.Request.of(first, after, "communities", kind, resolved, snapshot.version());
        Map<String, Volume> volumes = volumes(resolved);
        List<Community> all = new ArrayList<>();
        for (Group group : snapshot.chart().groups(Dimension.COMMUNITY)) {
            if (kind == null || kind == group.kind()) {
                all.add(community(group, volumes, resolved, snapshot));
            }
        }
        all.sort(Comparator.comparingInt(Community::contributions).reversed().thenComparing(Community::id));
        return paging.page(all, page);
    }

    @QueryMapping
    @Nullable
    Community community(@Argument String id, @Argument @Nullable WindowInput window) {
        NetworkSnapshot snapshot = snapshots.newest();
        Window resolved = WindowInput.resolve(window, snapshot);
        Optional<Group> group = snapshot.chart().group(id).filter(found -> found.dimension() == Dimension.COMMUNITY);
        return group.map(found -> community(found, volumes(resolved), resolved, snapshot))
                .orElse(null);
    }

    private Map<String, Volume> volumes(Window window) {
        return activity.volumes(window).stream().collect(Collectors.toMap(Volume::communityId, Function.identity()));
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
        List<Scored> scored = animation.of(community).animators().stream()
                .filter(found -> found.score() > 0)
                .toList();
        List<Ranked> ranked = new ArrayList<>();
        scored.forEach(found -> ranked.add(new Ranked(found, ranked.size() + 1)));
        return paging.page(ranked, page, provenance(community), found -> shown(found, community, reader));
    }

    private record Ranked(Scored scored, int rank) {}

    private Animator shown(Ranked ranked, Community community, Reader reader) {
        String id = ranked.scored().personId();
        Person person = community.snapshot().chart().person(id).orElseThrow();
        boolean appointed = community.snapshot().chart().appointments().stream()
                .anyMatch(appointment -> appointment.communityId().equals(community.id())
                        && appointment.personId().equals(id)
                        && appointment.holdsOn(community.window().to()));
        return Animator.of(ranked.scored(), names.inPosition(person, reader), ranked.rank(), appointed);
    }

    private static Provenance provenance(Community community) {
        Parameters parameters = Parameters.defaults();
        return Provenance.of(
                community.snapshot(),
                community.window(),
                METHOD,
                new Parameter("permutations", String.valueOf(parameters.permutations())),
                new Parameter("seed", String.valueOf(parameters.seed())),
                new Parameter("horizonActs", String.valueOf(PartCounts.HORIZON_ACTS)),
                new Parameter("horizonSeconds", String.valueOf(PartCounts.HORIZON_SECONDS)));
    }

    @SchemaMapping
    CommunityHealth health(Community community) {
        return animation.of(community).health();
    }

    @SchemaMapping
    SelfRegulation selfRegulation(Community community) {
        return animation.of(community).selfRegulation();
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
