package org.passerelle.adoption;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.passerelle.network.Dimension;
import org.passerelle.network.Window;

/**
 * What is asked.
 *
 * @param unitDepth as in {@link org.passerelle.network.Chart#groupOf}
 * @param window whole months, at most {@value #MONTHS_MAX}
 * @param channels channels that count; empty means all
 * @param leaderDepth levels of the reporting tree, from its top, that are the leadership
 * @param peopleMin the fewest people behind a figure about a group
 */
record AdoptionQuestion(
        Dimension dimension, int unitDepth, Window window, Set<String> channels, int leaderDepth, int peopleMin) {
    static final int MONTHS_MAX = 60;

    AdoptionQuestion {
        channels = Set.copyOf(channels);
    }

    /** The whole months that a window touches, the latest where they are too many: figures of groups are of whole months. */
    static Window wholeMonths(Window window) {
        YearMonth last = YearMonth.from(window.to());
        YearMonth earliest = last.minusMonths(MONTHS_MAX - 1L);
        YearMonth first = YearMonth.from(window.from());
        LocalDate from = (first.isBefore(earliest) ? earliest : first).atDay(1);
        return new Window(from, last.atEndOfMonth());
    }
}
