package org.passerelle.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.Snapshots;
import org.passerelle.loop.LoopFigureController.Ground;
import org.passerelle.loop.LoopFigureController.LoopFigures;
import org.passerelle.loop.LoopFigureController.Question;
import org.passerelle.measure.StratifiedCounts.Chance;
import org.passerelle.network.Group;
import org.passerelle.network.NaturalAnimators;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.privacy.FigureState;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers how far those who close loops are those who animate. */
@Controller
class CloserOverlapController {
    private static final int FIRST_MAX = 100;
    private static final int GROUPS_MAX = 50;

    private final NaturalAnimators animators;
    private final Snapshots snapshots;
    private final HeavyAnswers answers;

    CloserOverlapController(NaturalAnimators animators, Snapshots snapshots, HeavyAnswers answers) {
        this.animators = animators;
        this.snapshots = snapshots;
        this.answers = answers;
    }

    /** What is asked. */
    private record OverlapQuestion(Question figures, LoopGrouping by, int first) {}

    /** All together and place by place, as the reader may see it. */
    record ShownOverlaps(ShownOverlap whole, List<ShownOverlap> groups) {}

    /** One place. */
    record ShownOverlap(
            @Nullable Group group,
            FigureState state,
            @Nullable OverlapFigures figures) {}

    /** The figures of a place. */
    record OverlapFigures(
            int people,
            int closers,
            int animators,
            int first,
            int both,
            Chance any,
            Chance alike,
            @Nullable Double correlation) {}

    @SchemaMapping(typeName = "LoopFigures", field = "closersWhoAnimate")
    ShownOverlaps closersWhoAnimate(LoopFigures figures, @Argument LoopGrouping by, @Argument int first) {
        if (by != LoopGrouping.UNIT && by != LoopGrouping.COMMUNITY) {
            throw new BadUserInput("Closers are set beside animators by UNIT or by COMMUNITY, not by " + by + ".");
        }
        if (first < 1 || first > FIRST_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + FIRST_MAX + ", not " + first + ".");
        }
        Ground behind = figures.ground();
        NetworkSnapshot snapshot = snapshots.newest();
        CloserOverlaps found = answers.answer(
                new HeavyAnswers.Question(
                        "closersWhoAnimate", snapshot.version(), new OverlapQuestion(behind.question(), by, first)),
                CloserOverlaps.class,
                () -> CloserOverlaps.of(
                        behind.loops(),
                        animators.in(snapshot, behind.question().window()),
                        behind.ground(),
                        behind.question().window().to(),
                        by,
                        first));
        int floor = behind.question().floor();
        return new ShownOverlaps(
                shown(null, found.whole(), floor),
                found.groups().stream()
                        .limit(GROUPS_MAX)
                        .map(place -> shown(place.group(), place.overlap(), floor))
                        .toList());
    }

    /** Of few who are compared it would say of each whether they animate. */
    private static ShownOverlap shown(@Nullable Group group, CloserOverlap overlap, int floor) {
        Chance any = overlap.any();
        Chance alike = overlap.alike();
        if (any == null || alike == null) {
            return new ShownOverlap(group, FigureState.NO_DATA, null);
        }
        return overlap.people() < floor || overlap.first() < floor
                ? new ShownOverlap(group, FigureState.SUPPRESSED, null)
                : new ShownOverlap(
                        group,
                        FigureState.SHOWN,
                        new OverlapFigures(
                                overlap.people(),
                                overlap.closers(),
                                overlap.animators(),
                                overlap.first(),
                                overlap.both(),
                                any,
                                alike,
                                overlap.correlation()));
    }
}
