package org.passerelle.community;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;

/** How somebody stands to the community and the company on the last day of the window. */
final class Standing {
    /** For how long somebody is new. */
    static final int NEW_DAYS = 90;

    private Standing() {}

    /** Whether the first contribution to the community, or the first day in the company, is less than 90 days ago. */
    static boolean newcomer(String personId, Life life, Community community) {
        LocalDate since = community.window().to().minusDays(NEW_DAYS);
        @Nullable LocalDate first = life.firstDays().get(personId);
        @Nullable
        LocalDate joined =
                community.snapshot().chart().person(personId).orElseThrow().joined();
        return (first != null && first.isAfter(since)) || (joined != null && joined.isAfter(since));
    }

    /** Whether the person belongs to another company than one's own. */
    static boolean external(String personId, Community community) {
        Chart chart = community.snapshot().chart();
        return chart.groupOf(personId, Dimension.BORDER, community.window().to(), 0)
                .filter(group -> !group.own())
                .isPresent();
    }
}
