package org.passerelle.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the organisation or at its border.
 *
 * @param id stable key; never shown as a name
 * @param name as colleagues write it; equals the id where the source gives none
 * @param title what the person is called in the chart, null where unknown
 * @param grade seniority as the company words it, null where unknown
 * @param joined first day in the company, null where unknown
 * @param left last day in the company, null while there or where unknown
 * @param discoverable whether the person agreed to be shown by name in positions (design: privacy 4)
 */
public record Person(
        String id,
        String name,
        @Nullable String title,
        @Nullable String grade,
        @Nullable LocalDate joined,
        @Nullable LocalDate left,
        boolean discoverable) {
    /** Refuses a person without id. */
    public Person {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A person needs an id");
        }
    }

    /** Whether the person is in the company on that day, as far as its dates are known. */
    public boolean presentOn(LocalDate day) {
        return (joined == null || !day.isBefore(joined)) && (left == null || !day.isAfter(left));
    }
}
