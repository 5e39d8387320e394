package org.passerelle.evaluation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;

/**
 * Whether somebody stands outside the asker's unit on the day of the question; where one of the two has no unit, outside
 * the community of the question, which is where somebody has answered most so far.
 */
public final class Belonging {
    private final Chart chart;

    /** By this chart. */
    public Belonging(Chart chart) {
        this.chart = chart;
    }

    /** Whether that person stands outside; nothing where one of the two belongs nowhere. */
    public Optional<Boolean> outside(Replay.Asked asked, String personId) {
        LocalDate day = asked.question().at().atZone(ZoneOffset.UTC).toLocalDate();
        Optional<String> own = unit(asked.question().askerId(), day);
        Optional<String> other = unit(personId, day);
        if (own.isEmpty() || other.isEmpty()) {
            own = Optional.ofNullable(asked.question().communityId());
            other = asked.past().home(personId);
        }
        Optional<String> there = other;
        return own.flatMap(here -> there.map(elsewhere -> !elsewhere.equals(here)));
    }

    private Optional<String> unit(String personId, LocalDate day) {
        return chart.groupOf(personId, Dimension.UNIT, day, 0).map(group -> group.id());
    }
}
