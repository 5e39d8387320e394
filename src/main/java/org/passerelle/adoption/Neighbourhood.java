package org.passerelle.adoption;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;

/** Who somebody's neighbours are, by the chart of a day. */
public enum Neighbourhood {
    /** Everybody of the same own unit. */
    UNIT {
        @Override
        Set<String> of(String personId, Chart chart, LocalDate day) {
            return ofGroup(personId, Dimension.UNIT, chart, day);
        }
    },
    /** Everybody of the same site. */
    SITE {
        @Override
        Set<String> of(String personId, Chart chart, LocalDate day) {
            return ofGroup(personId, Dimension.SITE, chart, day);
        }
    },
    /** The manager, who reports to the person, and who reports to the same manager. */
    LINE {
        @Override
        Set<String> of(String personId, Chart chart, LocalDate day) {
            TreeSet<String> line = new TreeSet<>(chart.reports(personId, day));
            chart.manager(personId, day).ifPresent(manager -> {
                line.add(manager);
                line.addAll(chart.reports(manager, day));
            });
            line.remove(personId);
            return line;
        }
    };

    /** The person's neighbours on that day, the person not among them. */
    abstract Set<String> of(String personId, Chart chart, LocalDate day);

    private static Set<String> ofGroup(String personId, Dimension dimension, Chart chart, LocalDate day) {
        TreeSet<String> people = new TreeSet<>();
        chart.groupOf(personId, dimension, day, 0)
                .ifPresent(group -> chart.members(group.id(), day).forEach(member -> people.add(member.personId())));
        people.remove(personId);
        return people;
    }
}
