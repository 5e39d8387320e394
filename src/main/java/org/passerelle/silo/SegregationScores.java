package org.passerelle.silo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strongly people keep to their own group, by the three indices that are quoted most.
 *
 * @param segregation Freeman's, of the whole; null with one group or none, and without ties
 * @param assortativity Newman's, of the whole; null as that
 * @param homophily Coleman's, by group in order of id
 */
public record SegregationScores(
        @Nullable ChanceScore segregation, @Nullable ChanceScore assortativity, List<GroupScore> homophily) {
    /** Copies the groups. */
    public SegregationScores {
        homophily = List.copyOf(homophily);
    }
}
