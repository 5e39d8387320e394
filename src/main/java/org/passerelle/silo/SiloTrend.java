package org.passerelle.silo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.network.Group;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Window;

/**
 * How open the groups were in one stretch of whole calendar months after the other, each with its interval from its own
 * weeks. All stretches are equally many months, because a longer one sees more of the rare ties, and these lead outside
 * more often: one stretch compares with another, and never with the whole window.
 */
final class SiloTrend {
    static final int PERIODS_MAX = 60;
    static final int MONTHS_MAX = 12;
    /** From so many months on, blocks are of two weeks; a single month has too few of them. */
    private static final int MONTHS_OF_LONG_BLOCKS = 3;

    private SiloTrend() {}

    /** There are more stretches than are told. */
    static final class TooManyPeriods extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        TooManyPeriods(int periods) {
            super("There are " + periods + " periods; a trend holds at most " + PERIODS_MAX
                    + ". Ask with more `months`, or for a shorter `window`.");
        }

        /** The sentence for the caller. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** The stretches that fit, from the window's first whole month on; none where there is no whole one. */
    static List<SiloPeriod> compute(NetworkSnapshot snapshot, SiloQuestion question, int months) {
        List<Window> windows = periods(question.window(), months);
        if (windows.size() > PERIODS_MAX) {
            throw new TooManyPeriods(windows.size());
        }
        return windows.parallelStream()
                .map(window -> period(
                        snapshot,
                        new SiloQuestion(
                                question.dimension(),
                                question.unitDepth(),
                                window,
                                question.channels(),
                                question.peopleMin()),
                        months))
                .toList();
    }

    static List<Window> periods(Window window, int months) {
        YearMonth first = YearMonth.from(window.from());
        if (window.from().getDayOfMonth() > 1) {
            first = first.plusMonths(1);
        }
        List<Window> periods = new ArrayList<>();
        while (true) {
            LocalDate to = first.plusMonths(months - 1L).atEndOfMonth();
            if (to.isAfter(window.to())) {
                return periods;
            }
            periods.add(new Window(first.atDay(1), to));
            first = first.plusMonths(months);
        }
    }

    private static SiloPeriod period(NetworkSnapshot snapshot, SiloQuestion question, int months) {
        Window window = snapshot.withData(question.window());
        GroupHistory history = snapshot.history(question.dimension(), question.unitDepth(), window);
        TieFilter filter = TieFilter.of(window).withChannels(question.channels());
        WeeklyTies ties = WeeklyTies.of(snapshot, history, filter);
        Coverage coverage = Coverage.of(snapshot, history, ties.active(), filter, question);
        int people =
                (int) ties.active().stream().map(history::personOf).distinct().count();
        FigureState state = people == 0
                ? FigureState.NO_DATA
                : people < question.peopleMin() ? FigureState.SUPPRESSED : coverage.whole();
        DrawnWeeks weeks = DrawnWeeks.of(window, months >= MONTHS_OF_LONG_BLOCKS ? 2 : 1);
        TieTally all = ties.tally();
        List<TieTally> drawn = ties.tallies(weeks.times());
        List<SiloPeriod.GroupOpenness> groups = new ArrayList<>();
        for (int number = 0; number < history.groups().size(); number++) {
            int group = number;
            Group named = history.groups().get(group);
            boolean told = coverage.state(group) == FigureState.SHOWN;
            groups.add(new SiloPeriod.GroupOpenness(
                    named,
                    coverage.state(group),
                    told
                            ? weeks.estimate(
                                    all.permeability(group),
                                    draw -> drawn.get(draw).permeability(group),
                                    0,
                                    1)
                            : null));
        }
        boolean told = state == FigureState.SHOWN;
        return new SiloPeriod(
                question.window(),
                state,
                told
                        ? weeks.estimate(
                                all.externalInternal(), draw -> drawn.get(draw).externalInternal(), -1, 1)
                        : null,
                told
                        ? weeks.estimate(
                                all.permeability(), draw -> drawn.get(draw).permeability(), 0, 1)
                        : null,
                groups);
    }
}
