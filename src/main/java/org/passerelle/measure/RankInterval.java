package org.passerelle.measure;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody's rank lies when other weeks are looked at.
 *
 * @param low the better end; null unless READY
 * @param high the worse end; null unless READY
 */
public record RankInterval(
        State state, @Nullable Integer low, @Nullable Integer high) {
    /** How far it is. */
    public enum State {
        /** Being computed. */
        PENDING,
        /** There. */
        READY,
        /** Fewer than four weeks, or a rank beyond those that are followed. */
        NO_DATA
    }

    /** It is being computed. */
    public static final RankInterval PENDING = new RankInterval(State.PENDING, null, null);

    /** There is nothing to compute it from. */
    public static final RankInterval NO_DATA = new RankInterval(State.NO_DATA, null, null);
}
