package org.passerelle.community;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.AnimationOffers;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.Person;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what a community is, how people take part in it, who could animate it, and what it is to the reader. */
@Controller
class CommunityShapeController {
    private static final int FIRST_MAX = 100;

    private final Animation animation;
    private final AnimationOffers offers;
    private final OptOuts optOuts;
    private final Snapshots snapshots;
    private final GroupFloor floor;
    private final Clock clock;

    CommunityShapeController(
            Animation animation,
            AnimationOffers offers,
            OptOuts optOuts,
            Snapshots snapshots,
            GroupFloor floor,
            Clock clock) {
        this.animation = animation;
        this.offers = offers;
        this.optOuts = optOuts;
        this.snapshots = snapshots;
        this.floor = floor;
        this.clock = clock;
    }

    @SchemaMapping(typeName = "Community", field = "kindInferred")
    KindInferred kindInferred(Community community) {
        Life life = animation.of(community);
        return KindInferred.of(community, life.signs(), community.people(life));
    }

    /** How many people take part in one way. */
    record PersonaCount(
            Persona persona,
            Bilingual rule,
            FigureState state,
            @Nullable Integer people) {}

    @SchemaMapping(typeName = "Community", field = "personas")
    List<PersonaCount> personas(Community community, @ContextValue Reader reader) {
        Map<Persona, Integer> counts = new TreeMap<>();
        animation.of(community).personas().values().forEach(persona -> counts.merge(persona, 1, Integer::sum));
        Set<Persona> hidden = PersonaFloor.hidden(counts, floor.of(reader));
        List<PersonaCount> shown = new ArrayList<>();
        for (Persona persona : Persona.values()) {
            shown.add(
                    hidden.contains(persona)
                            ? new PersonaCount(persona, persona.rule(), FigureState.SUPPRESSED, null)
                            : new PersonaCount(
                                    persona, persona.rule(), FigureState.SHOWN, counts.getOrDefault(persona, 0)));
        }
        return shown;
    }

    /** How far the appointed are those who animate, as the reader may see it. */
    record ShownMandates(FigureState state, @Nullable Mandates figures) {}

    @SchemaMapping(typeName = "Community", field = "mandates")
    ShownMandates mandates(Community community, @ContextValue Reader reader) {
        Life life = animation.of(community);
        return shown(Mandates.of(life.animators(), life.appointed()), floor.of(reader));
    }

    /** With few appointed people the figure would say of each whether they animate. */
    static ShownMandates shown(Mandates mandates, int peopleMin) {
        if (mandates.people() == 0) {
            return new ShownMandates(FigureState.NO_DATA, null);
        }
        boolean few = mandates.appointed() > 0 && mandates.appointed() < peopleMin;
        return few || mandates.people() < peopleMin
                ? new ShownMandates(FigureState.SUPPRESSED, null)
                : new ShownMandates(FigureState.SHOWN, mandates);
    }

    /** A mirror of the chart, as the reader may see it. */
    record ShownMirror(FigureState state, @Nullable Mirror figures) {}

    @SchemaMapping(typeName = "Community", field = "mirror")
    ShownMirror mirror(Community community, @Argument Dimension dimension, @ContextValue Reader reader) {
        if (dimension != Dimension.UNIT && dimension != Dimension.TRADE) {
            throw new BadUserInput("`dimension` must be UNIT or TRADE, not " + dimension + ".");
        }
        Life life = animation.of(community);
        Mirror mirror = dimension == Dimension.UNIT ? life.units() : life.trades();
        if (mirror.exchanges() == 0) {
            return new ShownMirror(FigureState.NO_DATA, null);
        }
        return mirror.people() < floor.of(reader)
                ? new ShownMirror(FigureState.SUPPRESSED, null)
                : new ShownMirror(FigureState.SHOWN, mirror);
    }

    /** Exchange between peers, as the reader may see it. */
    record ShownPeers(FigureState state, @Nullable CommunityPeers figures) {}

    @SchemaMapping(typeName = "Community", field = "communityPeers")
    ShownPeers communityPeers(Community community, @ContextValue Reader reader) {
        return shown(animation.of(community).peers(), floor.of(reader));
    }

    /** With few people it would be known who. */
    static ShownPeers shown(CommunityPeers peers, int peopleMin) {
        if (peers.exchanges() == 0) {
            return new ShownPeers(FigureState.NO_DATA, null);
        }
        return peers.people() < peopleMin
                ? new ShownPeers(FigureState.SUPPRESSED, null)
                : new ShownPeers(FigureState.SHOWN, peers);
    }

    @SchemaMapping(typeName = "Community", field = "absences")
    Absences.Effect absences(Community community) {
        return animation.of(community).absences().effect(Life.SEED);
    }

    /** Without figures and in no order that means anything; only to the people of the community. */
    @SchemaMapping(typeName = "Community", field = "sparkedBy")
    List<Person> sparkedBy(Community community, @ContextValue Reader reader) {
        Life life = animation.of(community);
        String readerId = reader.personId();
        boolean belongs = reader.role() == Role.OPEN
                || (readerId != null
                        && (life.personas().containsKey(readerId)
                                || community.people(life).contains(readerId)));
        if (!belongs) {
            return List.of();
        }
        Set<String> left = optOuts.notSuggested();
        return life.animators().stream()
                .filter(Scored::significant)
                .filter(scored -> !left.contains(scored.personId()))
                .limit(FIRST_MAX)
                .map(scored -> person(community, scored.personId()))
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }

    @SchemaMapping(typeName = "Community", field = "candidates")
    List<AnimatorCandidate> candidates(Community community, @Argument int first) {
        if (first < 1 || first > FIRST_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + FIRST_MAX + ", not " + first + ".");
        }
        Life life = animation.of(community);
        Set<String> left = optOuts.notSuggested();
        Chart chart = community.snapshot().chart();
        List<String> offered = offers.offered(community.id()).stream()
                .filter(id -> !left.contains(id))
                .filter(id -> chart.person(id)
                        .filter(person -> person.presentOn(Snapshots.lastDay(community.snapshot())))
                        .isPresent())
                .toList();
        return AnimatorCandidate.of(offered, community, life).stream()
                .limit(first)
                .toList();
    }

    @SchemaMapping(typeName = "Community", field = "mine")
    @Nullable
    MyAnimation mine(Community community, @Argument @Nullable String from, @ContextValue Reader reader) {
        String person = Speaker.of(from, reader, community.snapshot().chart());
        return person == null
                ? null
                : MyAnimation.of(
                        person,
                        community,
                        animation.of(community),
                        offers.offered(community.id()).contains(person));
    }

    @MutationMapping
    AnimationOffers.Offer offerToAnimate(
            @Argument String community,
            @Argument AnimationOffers.Offer offer,
            @Argument @Nullable String from,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.newest();
        String person = Speaker.required(from, reader, snapshot.chart());
        if (snapshot.chart()
                .group(community)
                .filter(group -> group.dimension() == Dimension.COMMUNITY)
                .isEmpty()) {
            throw new NotFound("There is no community of that id; `communities` lists them.");
        }
        offers.record(person, community, offer, clock.instant());
        return offer;
    }

    private static Person person(Community community, String id) {
        return community.snapshot().chart().person(id).orElseThrow();
    }
}
