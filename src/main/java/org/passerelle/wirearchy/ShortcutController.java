package org.passerelle.wirearchy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Language;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.passerelle.wirearchy.ShortcutMap.ShortWay;
import org.passerelle.wirearchy.ShortcutMap.ShortcutTie;
import org.passerelle.wirearchy.ShortcutMap.UnitWay;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers by how much ties shorten the ways along the reporting lines. */
@Controller
class ShortcutController {
    private static final String METHOD =
            "Mean steps of pairs of people along the reporting lines of the last day, and along lines and ties together; ties"
                    + " by the share of shortest ways over them (Girvan and Newman, Brandes)";

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final Names names;
    private final GroupFloor floor;

    ShortcutController(Snapshots snapshots, HeavyAnswers answers, Names names, GroupFloor floor) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.names = names;
        this.floor = floor;
    }

    @SchemaMapping(typeName = "Wirearchy")
    ShortcutMap shortcuts(Wirearchy wirearchy, @Argument int unitDepth, @ContextValue Reader reader) {
        ShortcutQuestion question = new ShortcutQuestion(
                new WirearchyQuestion(wirearchy.window(), WirearchyController.depth(unitDepth)), floor.of(reader));
        NetworkSnapshot snapshot = snapshots.pinned(wirearchy.snapshot());
        try {
            return answers.answer(
                    new HeavyAnswers.Question("wirearchy.shortcuts", wirearchy.snapshot(), question),
                    ShortcutMap.class,
                    () -> Shortcuts.compute(snapshot, question));
        } catch (Shortcuts.TooManyUnits excess) {
            throw new LimitExceeded(excess.sentence());
        }
    }

    @SchemaMapping(typeName = "ShortcutMap")
    Provenance provenance(ShortcutMap map) {
        return new Provenance(
                map.snapshot(),
                METHOD,
                List.of(
                        new Parameter(
                                "unitDepth",
                                String.valueOf(map.question().about().unitDepth())),
                        new Parameter("chart", "lines of the last day; units held longest"),
                        new Parameter("sources", map.sources() == map.people() ? "all" : String.valueOf(map.sources())),
                        new Parameter("farSteps", String.valueOf(Shortcuts.FAR_STEPS))),
                map.question().about().window());
    }

    @SchemaMapping(typeName = "ShortcutMap")
    String sentence(ShortcutMap map, @Argument Language language) {
        return map.sentence().in(language);
    }

    @SchemaMapping(typeName = "ShortcutMap")
    @Nullable
    ShortWay whole(ShortcutMap map, @ContextValue Reader reader) {
        return map.people() < floor.of(reader) ? null : map.whole();
    }

    @SchemaMapping(typeName = "ShortcutMap")
    List<ShortcutTie> carrying(ShortcutMap map, @Argument int first, @ContextValue Reader reader) {
        if (first < 1 || first > Shortcuts.TIES_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + Shortcuts.TIES_MAX + ", not " + first + ".");
        }
        return map.carrying().stream()
                .limit(first)
                .map(tie -> tie.shownAs(names.inPosition(tie.one(), reader), names.inPosition(tie.other(), reader)))
                .toList();
    }

    @SchemaMapping(typeName = "ShortcutTie")
    @Nullable
    Estimate carriesInterval(ShortcutTie tie) {
        return tie.carries().low() == tie.carries().high() ? null : tie.carries();
    }

    @SchemaMapping(typeName = "ShortcutTie")
    double carries(ShortcutTie tie) {
        return tie.carries().value();
    }

    @SchemaMapping(typeName = "ShortcutWay")
    double shortened(ShortWay way) {
        return way.shortened().value();
    }

    @SchemaMapping(typeName = "ShortcutWay")
    @Nullable
    Estimate shortenedInterval(ShortWay way) {
        return way.shortened().low() == way.shortened().high() ? null : way.shortened();
    }

    @SchemaMapping(typeName = "ShortcutCell")
    FigureState state(UnitWay cell) {
        if (!cell.told()) {
            return FigureState.SUPPRESSED;
        }
        return cell.way() == null ? FigureState.NO_DATA : FigureState.SHOWN;
    }
}
