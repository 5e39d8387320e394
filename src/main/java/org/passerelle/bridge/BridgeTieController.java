package org.passerelle.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers which ties hold separate groups together. */
@Controller
class BridgeTieController {
    private static final String TIES_METHOD =
            "Ties whose removal leaves more components (Hopcroft and Tarjan), with the people on the smaller side";

    private static final String CROSS_TIES_METHOD =
            "Ties between people of different groups: edge betweenness over pairs in different groups (Girvan and Newman, "
                    + "Brandes), every tie one step; span (Granovetter); fading: ";

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final Paging paging;
    private final Names names;

    BridgeTieController(Snapshots snapshots, HeavyAnswers answers, Paging paging, Names names) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.paging = paging;
        this.names = names;
    }

    /** All separating ties of a question, so that they can be kept as one answer. */
    private record Ties(List<BridgeTie> ties) {}

    @QueryMapping
    ComputedConnection<BridgeTie> bridgeTies(
            @Argument BridgeTieKind kind,
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable WindowInput window,
            @Argument int first,
            @Argument @Nullable String after,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.pinned(version);
        BridgeQuestion question = BridgeController.question(dimension, unitDepth, null, window, snapshot, 1);
        Paging.Request page = Paging.Request.of(first, after, "bridgeTies", kind, question, snapshot.version());
        boolean separating = kind == BridgeTieKind.SEPARATING;
        return paging.page(
                separating ? separating(snapshot, question) : crossing(snapshot, question, kind),
                page,
                BridgeController.provenance(
                        snapshot,
                        question,
                        method(separating ? TIES_METHOD : CROSS_TIES_METHOD + CrossTies.FADES),
                        new Parameter("kind", kind.name())),
                tie -> tie.shownAs(names.inPosition(tie.from(), reader), names.inPosition(tie.to(), reader)));
    }

    /** Told in English only. */
    private static Bilingual method(String english) {
        return new Bilingual(english, english);
    }

    private List<BridgeTie> separating(NetworkSnapshot snapshot, BridgeQuestion question) {
        return answers.answer(
                        new HeavyAnswers.Question("bridgeTies", snapshot.version(), question),
                        Ties.class,
                        () -> new Ties(BridgeTies.compute(snapshot, question)))
                .ties();
    }

    private List<BridgeTie> crossing(NetworkSnapshot snapshot, BridgeQuestion question, BridgeTieKind kind) {
        return answers.answer(
                        new HeavyAnswers.Question("bridgeTies.crossing", snapshot.version(), question),
                        CrossTies.Result.class,
                        () -> CrossTies.compute(snapshot, question))
                .ties()
                .getOrDefault(kind, List.of());
    }
}
