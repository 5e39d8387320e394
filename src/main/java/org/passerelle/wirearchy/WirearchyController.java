package org.passerelle.wirearchy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
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

/** Answers how far observed work departs from the chart, and draws both. */
@Controller
class WirearchyController {
    private static final int UNIT_DEPTH_MAX = 20;
    private static final int NAMES_MAX = 10;
    private static final Bilingual TREE_METHOD = new Bilingual(
            "Pairs of people who exchanged by distance in the reporting tree, over all "
                    + "pairs at that distance; Krackhardt's dimensions of the directed network among active people",
            "Paires de personnes qui ont échangé, selon leur distance dans l’arbre hiérarchique, sur toutes les paires à cette "
                    + "distance\u00a0; dimensions de Krackhardt du réseau orienté des personnes actives");
    private static final String RELIANCE_METHOD =
            "Interactions between units by who manages at their ends, beside the share between managers that chance "
                    + "gives when both keep their interactions across";
    private static final String INDEX_METHOD =
            "100 times the mean of the parts with data: exchange across units over chance, off the line, and across "
                    + "units without managers; threads of communities are not known here";
    private static final String GROUPS_METHOD =
            "Pairs in one Leiden cluster that are of different units, over all pairs; 1 - Jaccard of everybody's fellows "
                    + "in one part of the window and the next, beside that of two searches of one part";
    private static final String DRAWING_METHOD =
            "Force-directed layout (Fruchterman and Reingold) from a circle in order of groups";

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final Names names;
    private final GroupFloor floor;

    WirearchyController(Snapshots snapshots, HeavyAnswers answers, Names names, GroupFloor floor) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.names = names;
        this.floor = floor;
    }

    @QueryMapping
    Wirearchy wirearchy(
            @Argument @Nullable WindowInput window,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.pinned(version);
        Window days = WindowInput.ofGroups(window, snapshot, floor.of(reader));
        return answers.answer(
                new HeavyAnswers.Question("wirearchy", snapshot.version(), days),
                Wirearchy.class,
                () -> Wirearchies.compute(snapshot, days));
    }

    @SchemaMapping(typeName = "Wirearchy")
    Provenance provenance(Wirearchy wirearchy) {
        return new Provenance(
                wirearchy.snapshot(),
                TREE_METHOD,
                List.of(new Parameter("chart", wirearchy.chart())),
                wirearchy.window());
    }

    @SchemaMapping(typeName = "Wirearchy")
    LineReliance lineReliance(Wirearchy wirearchy, @Argument int unitDepth, @ContextValue Reader reader) {
        LineQuestion question = lines(wirearchy, unitDepth, reader);
        return part(wirearchy, question, LineReliance.class, snapshot -> LineExchange.of(snapshot, question)
                .reliance());
    }

    private LineQuestion lines(Wirearchy wirearchy, int unitDepth, Reader reader) {
        return new LineQuestion(new WirearchyQuestion(wirearchy.window(), depth(unitDepth)), floor.of(reader));
    }

    @SchemaMapping(typeName = "Wirearchy")
    WirearchyIndex wirearchyIndex(Wirearchy wirearchy, @Argument int unitDepth, @ContextValue Reader reader) {
        LineQuestion question = lines(wirearchy, unitDepth, reader);
        return part(wirearchy, question, WirearchyIndex.class, snapshot -> LineExchange.of(snapshot, question)
                .index());
    }

    @SchemaMapping(typeName = "Wirearchy")
    WorkingGroups workingGroups(Wirearchy wirearchy, @Argument int unitDepth, @Argument int periods) {
        if (periods < 2 || periods > WorkingGroups.Question.PERIODS_MAX) {
            throw new BadUserInput(
                    "`periods` must be from 2 to " + WorkingGroups.Question.PERIODS_MAX + ", not " + periods + ".");
        }
        WorkingGroups.Question question =
                new WorkingGroups.Question(new WirearchyQuestion(wirearchy.window(), depth(unitDepth)), periods);
        return part(wirearchy, question, WorkingGroups.class, snapshot -> Freedoms.compute(snapshot, question));
    }

    /** A part of the answer that is computed when it is asked for, and kept like the answer itself. */
    private <A> A part(Wirearchy wirearchy, Record question, Class<A> type, Function<NetworkSnapshot, A> computation) {
        return answers.answer(
                new HeavyAnswers.Question("wirearchy." + type.getSimpleName(), wirearchy.snapshot(), question),
                type,
                () -> computation.apply(snapshots.pinned(wirearchy.snapshot())));
    }

    static int depth(int unitDepth) {
        if (unitDepth < 0 || unitDepth > UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + UNIT_DEPTH_MAX + ", not " + unitDepth + ".");
        }
        return unitDepth;
    }

    @SchemaMapping(typeName = "LineReliance", field = "state")
    FigureState relianceState(LineReliance reliance) {
        return reliance.told() ? FigureState.SHOWN : FigureState.SUPPRESSED;
    }

    @SchemaMapping(typeName = "WirearchyIndex", field = "state")
    FigureState indexState(WirearchyIndex index) {
        return index.told() ? FigureState.SHOWN : FigureState.SUPPRESSED;
    }

    @SchemaMapping(typeName = "LineReliance", field = "provenance")
    Provenance relied(LineReliance reliance) {
        return provenance(reliance.snapshot(), reliance.question().about(), RELIANCE_METHOD, List.of());
    }

    @SchemaMapping(typeName = "WirearchyIndex", field = "provenance")
    Provenance indexed(WirearchyIndex index) {
        return provenance(
                index.snapshot(),
                index.question().about(),
                INDEX_METHOD,
                List.of(new Parameter("interval", LineExchange.WEEKS)));
    }

    @SchemaMapping(typeName = "WorkingGroups", field = "provenance")
    Provenance grouped(WorkingGroups groups) {
        return new Provenance(
                groups.snapshot(),
                GROUPS_METHOD,
                List.of(
                        new Parameter(
                                "unitDepth",
                                String.valueOf(groups.question().about().unitDepth())),
                        new Parameter("units", "held on most days of each part"),
                        new Parameter("periods", String.valueOf(groups.periods().size())),
                        new Parameter("clusters", Freedoms.CLUSTERS)),
                groups.question().about().window());
    }

    private static Provenance provenance(
            String snapshot, WirearchyQuestion question, String method, List<Parameter> further) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("unitDepth", String.valueOf(question.unitDepth())));
        parameters.add(new Parameter("chart", LineExchange.CHART));
        parameters.addAll(further);
        return new Provenance(snapshot, method, parameters, question.window());
    }

    @QueryMapping
    Network network(
            @Argument Granularity granularity,
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable WindowInput window,
            @Argument int first,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        if (first < 1 || first > Drawing.NODES_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + Drawing.NODES_MAX + ", not " + first + ".");
        }
        NetworkSnapshot snapshot = snapshots.pinned(version);
        Drawing.Request request = new Drawing.Request(
                granularity,
                dimension,
                depth(unitDepth),
                WindowInput.ofGroups(window, snapshot, floor.of(reader)),
                first,
                floor.of(reader));
        return answers.answer(
                        new HeavyAnswers.Question("network", snapshot.version(), request),
                        Network.class,
                        () -> Drawing.compute(snapshot, request))
                .shownTo(person -> names.inPosition(person, reader));
    }

    @SchemaMapping(typeName = "Network", field = "provenance")
    Provenance drawn(Network network) {
        Drawing.Request request = network.request();
        List<Parameter> parameters = List.of(
                new Parameter("granularity", request.granularity().name()),
                new Parameter("dimension", request.dimension().name()),
                new Parameter("unitDepth", String.valueOf(request.unitDepth())),
                new Parameter("first", String.valueOf(request.first())));
        return new Provenance(network.snapshot(), DRAWING_METHOD, parameters, request.window());
    }

    @SchemaMapping(typeName = "NetworkNode")
    List<NetworkNode.Measure> measures(NetworkNode node, @Argument("names") List<String> measures) {
        if (measures.size() > NAMES_MAX) {
            throw new BadUserInput("`names` may hold " + NAMES_MAX + " names, not " + measures.size() + ".");
        }
        try {
            return node.measures(measures);
        } catch (NodeFigures.UnknownMeasure unknown) {
            throw new BadUserInput(unknown.sentence());
        }
    }
}
