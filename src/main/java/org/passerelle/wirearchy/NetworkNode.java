package org.passerelle.wirearchy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Group;
import org.passerelle.network.Person;

/**
 * A node of a drawing.
 *
 * @param id of the person or group
 * @param label name of either
 * @param group of the person along the dimension, null where unknown; a group node's own group
 * @param x place in [-1, 1]
 * @param y place in [-1, 1]
 * @param people number of people in it; 1 for a person
 * @param person the person, null for a group
 * @param figures measures of everybody on the drawing, computed once for all nodes when first asked for
 */
public record NetworkNode(
        String id,
        String label,
        @Nullable Group group,
        double x,
        double y,
        int people,
        @Nullable Person person,
        NodeFigures figures) {
    /** The measures of those names, in their order; none for a group. */
    public List<Measure> measures(List<String> names) {
        return person == null ? figures.none(names) : figures.of(person, names);
    }

    /** The same node as that person, for readers who may not see the name. */
    NetworkNode shownAs(Person shown) {
        return new NetworkNode(shown.id(), shown.name(), group, x, y, people, person, figures);
    }

    /**
     * A measure of a node.
     *
     * @param value null where it is not defined for the node
     * @param low two standard errors below it where it is estimated from a sample, null where it is exact
     * @param high two standard errors above
     */
    public record Measure(
            String name,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {}
}
