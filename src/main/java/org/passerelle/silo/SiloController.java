package org.passerelle.silo;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers how far the groups of a dimension are apart. */
@Controller
class SiloController {
    private static final int UNIT_DEPTH_MAX = 20;
    private static final Bilingual METHOD = new Bilingual(
            "Pairs of people who exchanged, by groups of the day, over the ties expected "
                    + "from everybody's number of ties (configuration model); E-I index, modularity and segregation "
                    + "against permuted labels, E-I also against networks of the same numbers of ties; Leiden clusters; "
                    + "what holds two groups together: minimum cuts over the group held longest; channels and trend with intervals "
                    + "from drawn weeks",
            "Paires de personnes qui ont échangé, par groupes du jour, sur les liens que donnerait le nombre de liens de chacun (modèle "
                    + "de configuration)\u00a0; indice E-I, modularité et ségrégation face à des étiquettes permutées, E-I aussi face à des "
                    + "réseaux aux mêmes nombres de liens\u00a0; groupes observés de Leiden\u00a0; ce qui tient deux groupes ensemble\u00a0: "
                    + "coupes minimales sur le groupe tenu le plus longtemps\u00a0; canaux et périodes avec des intervalles par tirage de semaines");

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final GroupFloor floor;
    private final Names names;

    SiloController(Snapshots snapshots, HeavyAnswers answers, GroupFloor floor, Names names) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.floor = floor;
        this.names = names;
    }

    @QueryMapping
    SiloMap silos(
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable WindowInput window,
            @Argument @Nullable List<String> channels,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        if (unitDepth < 0 || unitDepth > UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + UNIT_DEPTH_MAX + ", not " + unitDepth + ".");
        }
        NetworkSnapshot snapshot = snapshots.pinned(version);
        SiloQuestion question = new SiloQuestion(
                dimension,
                unitDepth,
                WindowInput.ofGroups(window, snapshot, floor.of(reader)),
                known(channels, snapshot),
                floor.of(reader));
        try {
            return answers.answer(
                    new HeavyAnswers.Question("silos", snapshot.version(), question),
                    SiloMap.class,
                    () -> Silos.compute(snapshot, question));
        } catch (Silos.TooManyGroups excess) {
            throw new LimitExceeded(excess.sentence());
        }
    }

    /** The cells of the map, or of one pair of its groups only: a stretch of time or a channel may lack one of them. */
    @SchemaMapping(typeName = "SiloMap")
    List<SiloCell> cells(SiloMap map, @Argument @Nullable List<String> between) {
        if (between == null) {
            return map.cells();
        }
        if (between.size() != 2) {
            throw new BadUserInput("`between` takes the ids of two groups, or twice the same.");
        }
        List<String> reversed = between.reversed();
        return map.cells().stream()
                .filter(cell -> {
                    List<String> ends = List.of(cell.from().id(), cell.to().id());
                    return ends.equals(between) || ends.equals(reversed);
                })
                .toList();
    }

    /** The pair of one map; the map itself is told apart by its question. */
    private record HoldQuestion(SiloQuestion map, List<String> between) {}

    @SchemaMapping(typeName = "SiloMap")
    SiloHold heldBy(SiloMap map, @Argument List<String> between) {
        // In order of id, so that the same two groups have one answer whichever is named first.
        List<String> pair = between.stream().distinct().sorted().toList();
        if (pair.size() != 2) {
            throw new BadUserInput("`between` takes the ids of two different groups.");
        }
        NetworkSnapshot snapshot = snapshots.pinned(map.snapshot());
        try {
            return answers.answer(
                    new HeavyAnswers.Question("heldBy", map.snapshot(), new HoldQuestion(map.question(), pair)),
                    SiloHold.class,
                    () -> Holds.compute(snapshot, map, pair));
        } catch (Holds.UnknownGroup unknown) {
            throw new NotFound(unknown.sentence());
        }
    }

    @SchemaMapping(typeName = "Holders")
    List<Person> persons(Holders holders, @Argument int first, @ContextValue Reader reader) {
        if (first < 1 || first > Paging.FIRST_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + Paging.FIRST_MAX + ", not " + first + ".");
        }
        // By what is shown: the order of the ids behind pseudonyms would say something about them.
        return holders.persons().stream()
                .map(person -> names.inPosition(person, reader))
                .sorted(Comparator.comparing(Person::id))
                .limit(first)
                .toList();
    }

    private static Set<String> known(@Nullable List<String> channels, NetworkSnapshot snapshot) {
        if (channels == null || channels.isEmpty()) {
            return Set.of();
        }
        Set<String> known = snapshot.channels();
        if (!known.containsAll(channels)) {
            throw new BadUserInput("`channels` may name " + String.join(", ", known) + ".");
        }
        return Set.copyOf(new TreeSet<>(channels));
    }

    /** What the E-I index would be if labels were dealt at random. */
    @SchemaMapping(typeName = "SiloMap")
    @Nullable
    Estimate externalInternalExpected(SiloMap map) {
        ChanceScore whole = externalInternalByLabels(map).whole();
        return whole == null ? null : whole.expected();
    }

    @SchemaMapping(typeName = "SiloMap")
    ScoresByGroup externalInternalByLabels(SiloMap map) {
        return part(map, "externalInternalByLabels", ScoresByGroup.class, SiloNulls::externalInternalByLabels);
    }

    @SchemaMapping(typeName = "SiloMap")
    ScoresByGroup externalInternalByDegrees(SiloMap map) {
        return part(map, "externalInternalByDegrees", ScoresByGroup.class, SiloNulls::externalInternalByDegrees);
    }

    @SchemaMapping(typeName = "SiloMap")
    SegregationScores segregation(SiloMap map) {
        return part(map, "segregation", SegregationScores.class, SiloNulls::segregation);
    }

    @SchemaMapping(typeName = "SiloMap")
    @Nullable
    ChanceScore modularityByLabels(SiloMap map) {
        return part(map, "modularityByLabels", SiloNulls.Modularity.class, SiloNulls::modularity)
                .score();
    }

    @SchemaMapping(typeName = "SiloMap")
    ClusterComparison clusters(SiloMap map, DataFetchingFieldSelectionSet selection) {
        return selection.contains("consensus")
                ? part(map, "consensus", ClusterComparison.class, Clusters::agreed)
                : part(map, "clusters", ClusterComparison.class, Clusters::compare);
    }

    /** All channels of a question, so that they can be kept as one answer. */
    private record Channels(List<ChannelSilos> channels) {}

    @SchemaMapping(typeName = "SiloMap")
    List<ChannelSilos> byChannel(SiloMap map) {
        return part(
                        map,
                        "byChannel",
                        Channels.class,
                        (snapshot, question) -> new Channels(ChannelOpenness.compute(snapshot, question)))
                .channels();
    }

    /** The months of one map's trend. */
    private record TrendQuestion(SiloQuestion map, int months) {}

    /** All periods of a question, so that they can be kept as one answer. */
    private record Periods(List<SiloPeriod> periods) {}

    @SchemaMapping(typeName = "SiloMap")
    List<SiloPeriod> trend(SiloMap map, @Argument int months) {
        if (months < 1 || months > SiloTrend.MONTHS_MAX) {
            throw new BadUserInput("`months` must be from 1 to " + SiloTrend.MONTHS_MAX + ", not " + months + ".");
        }
        try {
            return answers.answer(
                            new HeavyAnswers.Question(
                                    "silos.trend", map.snapshot(), new TrendQuestion(map.question(), months)),
                            Periods.class,
                            () -> new Periods(
                                    SiloTrend.compute(snapshots.pinned(map.snapshot()), map.question(), months)))
                    .periods();
        } catch (SiloTrend.TooManyPeriods excess) {
            throw new LimitExceeded(excess.sentence());
        }
    }

    /** A part of the answer that is computed when it is asked for, and kept like the answer itself. */
    private <A> A part(
            SiloMap map, String name, Class<A> type, BiFunction<NetworkSnapshot, SiloQuestion, A> computation) {
        return answers.answer(
                new HeavyAnswers.Question("silos." + name, map.snapshot(), map.question()),
                type,
                () -> computation.apply(snapshots.pinned(map.snapshot()), map.question()));
    }

    @SchemaMapping(typeName = "SiloMap")
    Provenance provenance(SiloMap map) {
        List<Parameter> parameters = map.parameters().entrySet().stream()
                .map(entry -> new Parameter(entry.getKey(), entry.getValue()))
                .toList();
        return new Provenance(map.snapshot(), METHOD, parameters, map.question().window());
    }
}
