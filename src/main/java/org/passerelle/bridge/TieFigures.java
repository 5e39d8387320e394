package org.passerelle.bridge;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;

/**
 * What a tie across groups carries, and whether it lasts.
 *
 * @param betweenness share of the shortest paths between people of different groups that lead over it
 * @param betweennessInterval two standard errors around it where it is estimated; null where it is exact
 * @param span steps between its ends without it; null where nothing else joins them
 * @param use how often it was used before and after the middle of the window; null with fewer than four fortnights
 */
record TieFigures(
        double betweenness,
        @Nullable Estimate betweennessInterval,
        @Nullable Integer span,
        @Nullable TieUse use) {
    /** Whether the ends share no contact. */
    boolean local() {
        return span == null || span > 2;
    }
}
