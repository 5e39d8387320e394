package org.passerelle.adoption;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.network.Chart;

/** The leadership: people with reports, at most some steps below a top of the reporting tree, by the chart of the day. */
final class Leaders {
    private final Chart chart;
    private final int depth;
    private final Map<String, Boolean> known = new HashMap<>();

    Leaders(Chart chart, int depth) {
        this.chart = chart;
        this.depth = depth;
    }

    /** Whether somebody leads on that day. */
    boolean lead(String personId, LocalDate day) {
        return known.computeIfAbsent(
                personId + " " + day,
                _ -> isWithin(personId, day) && !chart.reports(personId, day).isEmpty());
    }

    private boolean isWithin(String personId, LocalDate day) {
        String current = personId;
        for (int level = 1; level <= depth; level++) {
            Optional<String> manager = chart.manager(current, day);
            if (manager.isEmpty() || manager.get().equals(current)) {
                return true;
            }
            current = manager.get();
        }
        return false;
    }
}
