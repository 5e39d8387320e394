package org.passerelle.community;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.measure.ManagersWhoAnimate.Parameters;
import org.passerelle.measure.Proportion;
import org.passerelle.network.Chart;

/**
 * How many of the managers who contribute to a community animate it, beside how many of the others do, by
 * {@link org.passerelle.measure.ManagersWhoAnimate}. A manager is who has reports on the last day of the window; who
 * animates is who scores above chance.
 *
 * @param managers of the managers
 * @param others of the others
 */
record ManagersWhoAnimate(Proportion managers, Proportion others) {
    /** Counts among those who contributed. */
    static ManagersWhoAnimate of(List<Scored> contributors, Chart chart, LocalDate day) {
        int people = contributors.size();
        boolean[] managers = new boolean[people];
        boolean[] animators = new boolean[people];
        int[] groups = new int[people];
        Arrays.fill(groups, -1);
        for (int person = 0; person < people; person++) {
            managers[person] =
                    !chart.reports(contributors.get(person).personId(), day).isEmpty();
            animators[person] = contributors.get(person).significant();
        }
        org.passerelle.measure.ManagersWhoAnimate.Share whole = org.passerelle.measure.ManagersWhoAnimate.compute(
                        new Parameters(managers, animators, groups))
                .whole();
        return new ManagersWhoAnimate(whole.managers(), whole.others());
    }

    /** Whether nobody contributed. */
    boolean empty() {
        return managers.of() + others.of() == 0;
    }

    /** Whether managers or others are there, but fewer than that: one of the figures would give the other away. */
    boolean tooFew(int peopleMin) {
        return tooFew(managers, peopleMin) || tooFew(others, peopleMin);
    }

    private static boolean tooFew(Proportion some, int peopleMin) {
        return some.of() > 0 && some.of() < peopleMin;
    }
}
