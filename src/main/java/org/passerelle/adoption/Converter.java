package org.passerelle.adoption;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Person;

/**
 * Somebody after whom more neighbours became active than times dealt anew would bring.
 *
 * @param activeFrom day of the first contribution
 * @param neighbours neighbours, as of the day before, who became active later
 * @param followed those of them who did so within the horizon
 * @param expected how many would have by chance
 * @param low 2.5 % of deals bring fewer
 * @param high 2.5 % bring more
 * @param p chance of as many
 * @param adjusted p made larger for the number of people looked at
 */
record Converter(
        Person person,
        LocalDate activeFrom,
        int neighbours,
        int followed,
        double expected,
        int low,
        int high,
        double p,
        double adjusted) {
    Converter adjustedTo(double smaller) {
        return new Converter(person, activeFrom, neighbours, followed, expected, low, high, p, smaller);
    }

    /** The same under the name that may be shown. A day would undo a pseudonym, so it goes with the name. */
    Shown shownAs(Person shown) {
        boolean named = shown.id().equals(person.id());
        return new Shown(
                shown, named ? activeFrom : null, neighbours, followed, expected, low, high, p, adjusted, summary());
    }

    /** What a reader sees of it. */
    record Shown(
            Person person,
            @Nullable LocalDate activeFrom,
            int neighbours,
            int followed,
            double expected,
            int low,
            int high,
            double p,
            double adjusted,
            String summary) {}

    private String summary() {
        return String.format(
                Locale.ROOT,
                "Of %d neighbours who were not active yet, %d became so within %d days; times dealt anew would bring %.1f (%d"
                        + " to %d). An association, no proof of a cause.",
                neighbours,
                followed,
                Conversions.HORIZON_DAYS,
                expected,
                low,
                high);
    }
}
