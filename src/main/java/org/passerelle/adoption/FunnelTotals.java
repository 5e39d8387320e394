package org.passerelle.adoption;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.adoption.Funnels.GroupFunnel;

/**
 * Withholds figures of the whole company from which figures of suppressed groups could be reckoned: what is left when the
 * shown groups are taken off must be of at least two groups and of nobody, or of as many people as the floor asks.
 */
final class FunnelTotals {
    private final List<GroupFunnel> groups;
    private final int peopleMin;

    FunnelTotals(List<GroupFunnel> groups, int peopleMin) {
        this.groups = groups;
        this.peopleMin = peopleMin;
    }

    List<FunnelMonth> withheld(List<FunnelMonth> company) {
        List<FunnelMonth> months = new ArrayList<>();
        for (int month = 0; month < company.size(); month++) {
            FunnelMonth whole = company.get(month);
            List<StageCount> stages = new ArrayList<>();
            for (int stage = 0; stage < whole.stages().size(); stage++) {
                StageCount count = whole.stages().get(stage);
                stages.add(
                        givesAway(count, month, stage)
                                ? StageCount.without(count.stage(), FigureState.SUPPRESSED)
                                : count);
            }
            months.add(new FunnelMonth(whole.month(), whole.complete(), whole.people(), stages));
        }
        return months;
    }

    private boolean givesAway(StageCount whole, int month, int stage) {
        Integer people = whole.people();
        if (people == null) {
            return false;
        }
        int left = people;
        int suppressed = 0;
        for (GroupFunnel group : groups) {
            StageCount count = group.months().get(month).stages().get(stage);
            left -= count.people() == null ? 0 : count.people();
            suppressed += count.state() == FigureState.SUPPRESSED
                            && group.months().get(month).people() > 0
                    ? 1
                    : 0;
        }
        return suppressed == 1 || (suppressed > 1 && left > 0 && left < peopleMin);
    }
}
