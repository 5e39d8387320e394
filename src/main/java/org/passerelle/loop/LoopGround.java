package org.passerelle.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;

/**
 * What figures about loops rest on beside the loops.
 *
 * @param chart who belongs where on which day
 * @param dimension along which people are near or far
 * @param unitDepth level of the units, 0 everybody's own
 * @param calendar business hours of all the loops' days
 * @param asOf the last moment of the data
 */
record LoopGround(Chart chart, Dimension dimension, int unitDepth, BusinessHours.Calendar calendar, Instant asOf) {
    private static final double SECONDS_AN_HOUR = 3_600;

    /** The group of a person on a moment's day. */
    Optional<Group> group(String personId, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return chart.groupOf(personId, dimension, day, unitDepth);
    }

    /** A group of the dimension by its id; the two of BORDER are in no chart. */
    Optional<Group> group(String id) {
        return chart.group(id).or(() -> chart.groups(dimension).stream()
                .filter(group -> group.id().equals(id))
                .findFirst());
    }

    /** Whether two people are of different groups; null where one belongs nowhere. */
    @Nullable
    Boolean apart(String personId, String otherId, Instant at) {
        Optional<Group> one = group(personId, at);
        Optional<Group> other = group(otherId, at);
        if (one.isEmpty() || other.isEmpty()) {
            return null;
        }
        return !one.get().id().equals(other.get().id());
    }

    /** Whether somebody of another group than the asker's met the need; null where that is not known or nobody did. */
    @Nullable
    Boolean closedAcross(Loop loop) {
        Boolean across = null;
        for (String closer : loop.closerIds()) {
            if (!closer.equals(loop.askerId())) {
                Boolean apart = apart(loop.askerId(), closer, loop.openedAt());
                if (apart != null && !Boolean.TRUE.equals(across)) {
                    across = apart;
                }
            }
        }
        return across;
    }

    /** Hours by the clock. */
    static double hours(Instant start, Instant end) {
        return Duration.between(start, end).toSeconds() / SECONDS_AN_HOUR;
    }
}
