package org.passerelle.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.ContributionSearch.Scope;

/**
 * What a reader may see.
 *
 * @param fromMillis first millisecond of the days that count
 * @param beforeMillis the moment before which it happened
 * @param audiences audiences that the reader belongs to; null for all
 * @param communities where to look; empty for everywhere
 */
record Rights(long fromMillis, long beforeMillis, @Nullable Set<String> audiences, Set<String> communities) {
    /** Everything before the moment that these audiences may see. */
    static Rights of(Scope scope, @Nullable List<String> audiences) {
        return new Rights(
                Long.MIN_VALUE,
                scope.before().toEpochMilli(),
                audiences == null ? null : Set.copyOf(audiences),
                Set.of());
    }

    /** What a search asks for. */
    static Rights of(Request request, @Nullable List<String> audiences) {
        long end = startMillis(request.window().to().plusDays(1));
        return new Rights(
                startMillis(request.window().from()),
                Math.min(end, request.scope().before().toEpochMilli()),
                audiences == null ? null : Set.copyOf(audiences),
                request.communityIds());
    }

    private static long startMillis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    Rights {
        audiences = audiences == null ? null : Set.copyOf(audiences);
        communities = Set.copyOf(communities);
    }
}
