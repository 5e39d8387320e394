package org.passerelle.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers who and what holds separate groups together. */
@Controller
class BridgeController {
    private static final int UNIT_DEPTH_MAX = 20;
    private static final String PEOPLE_METHOD =
            "Share of the shortest paths between people of different groups (Brandes), "
                    + "every tie one step; Burt's constraint and effective size over strengths; Gould-Fernandez roles, exact mean "
                    + "and deviation with groups dealt anew and in a random graph; Ugander's structural diversity";
    private static final String TIES_METHOD =
            "Ties whose removal leaves more components (Hopcroft and Tarjan), with the people on the smaller side";

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final Paging paging;
    private final Names names;

    BridgeController(Snapshots snapshots, HeavyAnswers answers, Paging paging, Names names) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.paging = paging;
        this.names = names;
    }

    /** All bridges of a question, so that they can be kept as one answer. */
    private record People(List<Bridge> bridges) {}

    /** All bridge ties of a question. */
    private record Ties(List<BridgeTie> ties) {}

    @QueryMapping
    ComputedConnection<Bridge> bridges(
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable List<String> between,
            @Argument @Nullable WindowInput window,
            @Argument int first,
            @Argument @Nullable String after,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.pinned(version);
        BridgeQuestion question = question(dimension, unitDepth, between, window, snapshot);
        Paging.Request page = Paging.Request.of(first, after, "bridges", question, snapshot.version());
        People people = people(snapshot, question);
        return paging.page(
                people.bridges(),
                page,
                provenance(snapshot, question, PEOPLE_METHOD),
                bridge -> bridge.shownAs(names.inPosition(bridge.person(), reader)));
    }

    private People people(NetworkSnapshot snapshot, BridgeQuestion question) {
        try {
            return answers.answer(
                    new HeavyAnswers.Question("bridges", snapshot.version(), question),
                    People.class,
                    () -> new People(Bridges.compute(snapshot, question)));
        } catch (Bridges.UnknownGroup unknown) {
            throw new NotFound(unknown.sentence());
        }
    }

    @QueryMapping
    ComputedConnection<BridgeTie> bridgeTies(
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable WindowInput window,
            @Argument int first,
            @Argument @Nullable String after,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.pinned(version);
        BridgeQuestion question = question(dimension, unitDepth, null, window, snapshot);
        Paging.Request page = Paging.Request.of(first, after, "bridgeTies", question, snapshot.version());
        Ties ties = answers.answer(
                new HeavyAnswers.Question("bridgeTies", snapshot.version(), question),
                Ties.class,
                () -> new Ties(BridgeTies.compute(snapshot, question)));
        return paging.page(
                ties.ties(),
                page,
                provenance(snapshot, question, TIES_METHOD),
                tie -> new BridgeTie(
                        names.inPosition(tie.from(), reader),
                        names.inPosition(tie.to(), reader),
                        tie.separates(),
                        tie.acrossGroups()));
    }

    private static BridgeQuestion question(
            Dimension dimension,
            int unitDepth,
            @Nullable List<String> between,
            @Nullable WindowInput window,
            NetworkSnapshot snapshot) {
        if (unitDepth < 0 || unitDepth > UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + UNIT_DEPTH_MAX + ", not " + unitDepth + ".");
        }
        if (between != null && between.stream().distinct().count() != 2) {
            throw new BadUserInput("`between` takes the ids of two different groups.");
        }
        return new BridgeQuestion(
                dimension,
                unitDepth,
                WindowInput.resolve(window, snapshot),
                between == null ? List.of() : List.copyOf(between));
    }

    private static Provenance provenance(NetworkSnapshot snapshot, BridgeQuestion question, String method) {
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
                                + "of each exchange"));
    }
}
