package org.passerelle.wirearchy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.wirearchy.Positions.Figures;

/**
 * Measures of everybody in a window by name, each computed for all people at once when it is first asked for. Safe
 * for several threads.
 */
final class NodeFigures {
    private final NetworkSnapshot snapshot;
    private final Positions positions;
    private final Map<PersonMeasure, Figures> computed = new EnumMap<>(PersonMeasure.class);

    /** Figures of these positions. */
    NodeFigures(NetworkSnapshot snapshot, Positions positions) {
        this.snapshot = snapshot;
        this.positions = positions;
    }

    /** A name that does not exist. */
    static final class UnknownMeasure extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownMeasure(String name) {
            super("There is no measure `" + name + "`; there are " + String.join(", ", PersonMeasure.names()) + ".");
        }

        /** The sentence for the caller. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Nothing, after refusing unknown names. */
    List<NetworkNode.Measure> none(List<String> names) {
        names.forEach(NodeFigures::named);
        return List.of();
    }

    /** The figures of a person. */
    List<NetworkNode.Measure> of(Person person, List<String> names) {
        int vertex = snapshot.vertex(person.id()).orElseThrow();
        List<NetworkNode.Measure> measures = new ArrayList<>();
        for (String name : names) {
            Figures figures = figures(named(name));
            measures.add(new NetworkNode.Measure(
                    name, number(figures.values()[vertex]), number(figures.low(vertex)), number(figures.high(vertex))));
        }
        return measures;
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static PersonMeasure named(String name) {
        return PersonMeasure.named(name).orElseThrow(() -> new UnknownMeasure(name));
    }

    private synchronized Figures figures(PersonMeasure measure) {
        Figures known = computed.get(measure);
        if (known == null) {
            known = measure.figures(positions);
            computed.put(measure, known);
        }
        return known;
    }
}
