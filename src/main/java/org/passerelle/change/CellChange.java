package org.passerelle.change;

import org.passerelle.network.Group;

/**
 * How ties between two groups, or within one, changed.
 *
 * @param tiesBefore pairs of people with a tie
 * @param observedOverExpected ties over those that everybody's number of ties would bring
 */
public record CellChange(
        Group from, Group to, Kind kind, int tiesBefore, int tiesAfter, FigureChange observedOverExpected) {
    /** Whether there are ties. */
    public enum Kind {
        /** Before and after. */
        STAYED,
        /** After only. */
        APPEARED,
        /** Before only. */
        VANISHED
    }
}
