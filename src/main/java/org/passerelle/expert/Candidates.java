package org.passerelle.expert;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;

/** Who may be an expert for an asker: never the asker, nobody who has left, and only whom the filter lets through. */
final class Candidates implements Predicate<String> {
    private final Chart chart;
    private final Roster roster;
    private final LocalDate day;
    private final int asker;
    private final @Nullable String excludedUnit;
    private final @Nullable String unit;
    private final @Nullable String site;

    /** Refuses a filter that names what is not there. */
    Candidates(NetworkSnapshot snapshot, LocalDate day, @Nullable String askerId, ExpertFilter filter) {
        this.chart = snapshot.chart();
        this.roster = Roster.of(snapshot);
        this.day = day;
        this.asker = askerId == null ? Roster.NOBODY : roster.vertex(askerId);
        this.excludedUnit = filter.outsideUnitOf() == null ? null : unitOf(filter.outsideUnitOf());
        this.unit = known(filter.unit(), Dimension.UNIT, "unit");
        this.site = known(filter.site(), Dimension.SITE, "site");
        known(filter.community(), Dimension.COMMUNITY, "community");
    }

    @Override
    public boolean test(String personId) {
        int vertex = roster.vertex(personId);
        return vertex != Roster.NOBODY && test(vertex);
    }

    /** The same by vertex. */
    boolean test(int vertex) {
        return vertex != asker
                && !roster.hasLeft(vertex, day)
                && (excludedUnit == null || !roster.within(vertex, excludedUnit, day))
                && (unit == null || roster.within(vertex, unit, day))
                && (site == null || roster.within(vertex, site, day));
    }

    private String unitOf(String personOrGroup) {
        Optional<Group> group = chart.group(personOrGroup).filter(found -> found.dimension() == Dimension.UNIT);
        if (group.isPresent()) {
            return personOrGroup;
        }
        if (chart.person(personOrGroup).isEmpty()) {
            throw new NotFound("`outsideUnitOf` names neither a person nor a unit.");
        }
        return chart.groupOf(personOrGroup, Dimension.UNIT, day, 0)
                .map(Group::id)
                .orElseThrow(
                        () -> new BadUserInput("The person in `outsideUnitOf` belongs to no unit on " + day + "."));
    }

    private @Nullable String known(@Nullable String groupId, Dimension dimension, String argument) {
        if (groupId != null
                && chart.group(groupId)
                        .filter(group -> group.dimension() == dimension)
                        .isEmpty()) {
            throw new NotFound("There is no " + argument + " with the id given in `" + argument + "`.");
        }
        return groupId;
    }
}
