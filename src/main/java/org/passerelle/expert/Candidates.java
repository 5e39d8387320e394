package org.passerelle.expert;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;

/** Who may be an expert for an asker: never the asker, nobody who has left, and only whom the filter lets through. */
final class Candidates implements Predicate<String> {
    private final Chart chart;
    private final LocalDate day;
    private final @Nullable String askerId;
    private final @Nullable String excludedUnit;
    private final @Nullable String unit;
    private final @Nullable String site;
    private final Map<String, Boolean> insideExcluded = new HashMap<>();
    private final Map<String, Boolean> insideUnit = new HashMap<>();
    private final Map<String, Boolean> insideSite = new HashMap<>();

    /** Refuses a filter that names what is not there. */
    Candidates(Chart chart, LocalDate day, @Nullable String askerId, ExpertFilter filter) {
        this.chart = chart;
        this.day = day;
        this.askerId = askerId;
        this.excludedUnit = filter.outsideUnitOf() == null ? null : unitOf(filter.outsideUnitOf());
        this.unit = known(filter.unit(), Dimension.UNIT, "unit");
        this.site = known(filter.site(), Dimension.SITE, "site");
        known(filter.community(), Dimension.COMMUNITY, "community");
    }

    @Override
    public boolean test(String personId) {
        return !personId.equals(askerId)
                && chart.person(personId)
                        .filter(person ->
                                person.left() == null || !person.left().isBefore(day))
                        .isPresent()
                && (excludedUnit == null || !within(personId, excludedUnit, insideExcluded))
                && (unit == null || within(personId, unit, insideUnit))
                && (site == null || within(personId, site, insideSite));
    }

    private boolean within(String personId, String wholeId, Map<String, Boolean> inside) {
        return chart.belongs(
                personId,
                day,
                own -> inside.computeIfAbsent(
                        own,
                        group -> group.equals(wholeId)
                                || chart.ancestors(group, day).contains(wholeId)));
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
