package org.passerelle.bridge;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Person;

/**
 * A tie that holds groups together.
 *
 * @param from the end with the smaller id
 * @param separates people on the smaller side if the tie were lost; 0 where others join its ends
 * @param acrossGroups whether the two ends belong to different groups; false where one belongs to none
 * @param figures what it carries and whether it lasts; null where only what separates was asked for
 */
public record BridgeTie(
        Person from,
        Person to,
        int separates,
        boolean acrossGroups,
        @Nullable TieFigures figures) {
    /** The same between those people, for readers who may not see the names. */
    BridgeTie shownAs(Person shownFrom, Person shownTo) {
        return new BridgeTie(shownFrom, shownTo, separates, acrossGroups, figures);
    }

    /** Share of the shortest paths between groups that lead over it; null where it was not asked for. */
    public @Nullable Double betweenness() {
        return figures == null ? null : figures.betweenness();
    }

    /** Two standard errors around it where it is estimated. */
    public @Nullable Estimate betweennessInterval() {
        return figures == null ? null : figures.betweennessInterval();
    }

    /** Steps between its ends without it; null where nothing else joins them. */
    public @Nullable Integer span() {
        return figures == null ? null : figures.span();
    }

    /** Its use before and after the middle of the window. */
    public @Nullable TieUse use() {
        return figures == null ? null : figures.use();
    }
}
