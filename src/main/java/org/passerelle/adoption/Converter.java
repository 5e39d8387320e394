package org.passerelle.adoption;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
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
            Bilingual summary) {}

    private Bilingual summary() {
        return Bilingual.of(in -> {
            String chance = in.number(expected, 1);
            return in == Language.FRENCH
                    ? "Sur " + neighbours + " voisins pas encore actifs, " + followed + " le sont devenus en "
                            + Conversions.HORIZON_DAYS + " jours ; des dates tirées au sort en donneraient " + chance
                            + " (de "
                            + low + " à " + high + "). Les deux vont ensemble, ce n'est pas la preuve d'une cause."
                    : "Of " + neighbours + " neighbours who were not active yet, " + followed + " became so within "
                            + Conversions.HORIZON_DAYS + " days; times dealt anew would bring " + chance + " (" + low
                            + " to " + high + "). An association, no proof of a cause.";
        });
    }
}
