package org.passerelle.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;

/**
 * What changed from one window to another.
 *
 * @param snapshot version of the data
 * @param weeksBefore whole weeks of the earlier window
 * @param note what the windows cannot tell; null where they can
 * @param deals how often blocks of weeks were dealt anew; 0 where there are too few
 * @param externalInternal E-I index of the whole
 * @param activity interactions a week
 * @param groups every group, in order of id
 * @param cells pairs of groups that can be shown and have a tie in either window, the surest change first
 * @param cellsWithheld pairs of groups that cannot be shown
 * @param effect where something was tried beside elsewhere, in the order of {@link EffectFigure.Kind}; empty where
 *     nothing was
 * @param summary one sentence on the whole
 */
public record WindowComparison(
        String snapshot,
        ComparisonQuestion question,
        int weeksBefore,
        int weeksAfter,
        @Nullable Bilingual note,
        int deals,
        FigureChange externalInternal,
        FigureChange activity,
        List<GroupChange> groups,
        List<CellChange> cells,
        int cellsWithheld,
        List<EffectFigure> effect,
        Bilingual summary) {
    /** Copies the lists. */
    public WindowComparison {
        groups = List.copyOf(groups);
        cells = List.copyOf(cells);
        effect = List.copyOf(effect);
    }
}
