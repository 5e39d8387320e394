package org.passerelle.bridge;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BackgroundAnswers;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.measure.RankInterval;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers who holds separate groups together. */
@Controller
class BridgeController {
    private static final int UNIT_DEPTH_MAX = 20;
    private static final Bilingual PEOPLE_METHOD = new Bilingual(
            "Share of the shortest paths between people of different groups (Brandes), "
                    + "every tie one step; Burt's constraint and effective size over strengths; Gould-Fernandez roles, exact mean "
                    + "and deviation with groups dealt anew and in a random graph; Ugander's structural diversity; risk: pairs of "
                    + "others in different groups, two steps apart, whom one person alone connects",
            "Part des plus courts chemins entre personnes de groupes différents (Brandes), chaque lien un pas\u00a0; contrainte et taille "
                    + "efficace de Burt sur les forces\u00a0; rôles de Gould et Fernandez, moyenne et écart exacts avec des groupes redistribués et "
                    + "dans un graphe au hasard\u00a0; diversité structurale d’Ugander\u00a0; risque\u00a0: paires d’autres personnes de groupes "
                    + "différents, à deux pas, qu’une seule personne relie");

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final BackgroundAnswers background;
    private final Paging paging;
    private final Names names;
    private final GroupFloor floor;
    private final OptOuts optOuts;

    BridgeController(
            Snapshots snapshots,
            HeavyAnswers answers,
            BackgroundAnswers background,
            Paging paging,
            Names names,
            GroupFloor floor,
            OptOuts optOuts) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.background = background;
        this.paging = paging;
        this.names = names;
        this.floor = floor;
        this.optOuts = optOuts;
    }

    /** All bridges of a question, so that they can be kept as one answer. */
    private record People(List<Bridge> bridges) {}

    @QueryMapping
    ComputedConnection<Bridge> bridges(
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable List<String> between,
            @Argument @Nullable WindowInput window,
            @Argument @Nullable BridgeFilter filter,
            @Argument BridgeFilter.Order by,
            @Argument int first,
            @Argument @Nullable String after,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader,
            DataFetchingFieldSelectionSet selection) {
        NetworkSnapshot snapshot = snapshots.pinned(version);
        BridgeQuestion question = question(dimension, unitDepth, between, window, snapshot, floor.of(reader));
        Paging.Request page = Paging.Request.of(first, after, "bridges", question, filter, by, snapshot.version());
        List<Bridge> ranked = people(snapshot, question, filter);
        List<Bridge> asked =
                by.of(filter == null ? ranked : filter.of(ranked, person -> names.mayName(person, reader)));
        Function<Bridge, RankInterval> intervals =
                selected(selection, "rankInterval") ? intervals(snapshot, question, ranked) : Bridge::rankInterval;
        Function<Bridge, List<BridgeSuccessor>> successors =
                selected(selection, "successors") ? successors(snapshot, question, reader) : Bridge::successors;
        return paging.page(
                asked,
                page,
                provenance(snapshot, question, PEOPLE_METHOD, new Parameter("rankInterval", BridgeRanks.DESCRIPTION)),
                bridge -> bridge.shownAs(
                        names.inPosition(bridge.person(), reader), intervals.apply(bridge), successors.apply(bridge)));
    }

    private static boolean selected(DataFetchingFieldSelectionSet selection, String field) {
        return selection.containsAnyOf("nodes/" + field, "edges/node/" + field);
    }

    private List<Bridge> people(NetworkSnapshot snapshot, BridgeQuestion question, @Nullable BridgeFilter filter) {
        try {
            if (filter != null) {
                filter.check();
            }
            if (filter != null && filter.group() != null) {
                Bridges.checkTold(snapshot, question, filter.group());
            }
            return answers.answer(
                            new HeavyAnswers.Question("bridges", snapshot.version(), question),
                            People.class,
                            () -> new People(Bridges.compute(snapshot, question)))
                    .bridges();
        } catch (Bridges.UnknownGroup unknown) {
            throw new NotFound(unknown.sentence());
        }
    }

    private Function<Bridge, RankInterval> intervals(
            NetworkSnapshot snapshot, BridgeQuestion question, List<Bridge> ranked) {
        Optional<BridgeRanks.Result> found = background.answer(
                new HeavyAnswers.Question("bridges.rankInterval", snapshot.version(), question),
                BridgeRanks.Result.class,
                () -> BridgeRanks.compute(snapshot, question, ranked));
        return bridge -> found.map(ranks -> ranks.of(bridge.person().id())).orElse(RankInterval.PENDING);
    }

    /** What successors depend on; who asks not to be suggested is out of the next answer. */
    private record SuccessorsQuestion(BridgeQuestion bridges, Set<String> notSuggested) {}

    /** Pseudonyms like the bridge's own: knowing both sides is a position too. */
    private Function<Bridge, List<BridgeSuccessor>> successors(
            NetworkSnapshot snapshot, BridgeQuestion question, Reader reader) {
        Set<String> notSuggested = Set.copyOf(optOuts.notSuggested());
        KnownSuccessors.Asked successors = answers.answer(
                        new HeavyAnswers.Question(
                                "bridges.successors",
                                snapshot.version(),
                                new SuccessorsQuestion(question, notSuggested)),
                        KnownSuccessors.class,
                        KnownSuccessors::new)
                .asked(() -> Successors.of(snapshot, question, notSuggested));
        return bridge -> successors.of(bridge.person()).stream()
                .map(next -> next.shownAs(names.inPosition(next.person(), reader)))
                .toList();
    }

    static BridgeQuestion question(
            Dimension dimension,
            int unitDepth,
            @Nullable List<String> between,
            @Nullable WindowInput window,
            NetworkSnapshot snapshot,
            int peopleMin) {
        if (unitDepth < 0 || unitDepth > UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + UNIT_DEPTH_MAX + ", not " + unitDepth + ".");
        }
        if (between != null && between.stream().distinct().count() != 2) {
            throw new BadUserInput("`between` takes the ids of two different groups.");
        }
        return new BridgeQuestion(
                dimension,
                unitDepth,
                WindowInput.ofGroups(window, snapshot, peopleMin),
                between == null ? List.of() : List.copyOf(between),
                peopleMin);
    }

    static Provenance provenance(
            NetworkSnapshot snapshot, BridgeQuestion question, Bilingual method, Parameter further) {
        return Provenance.of(
                snapshot,
                question.window(),
                method,
                new Parameter("dimension", question.dimension().name()),
                new Parameter("unitDepth", String.valueOf(question.unitDepth())),
                new Parameter(
                        "between", question.between().isEmpty() ? "all" : String.join(" and ", question.between())),
                new Parameter(
                        "chart",
                        "paths and roles: the group held longest in the window; groups reached and summary: of the day "
                                + "of each exchange"),
                further);
    }
}
