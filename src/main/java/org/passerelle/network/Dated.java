package org.passerelle.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that holds from a day until a day, both included; null is open. */
public interface Dated {
    /** First day, null when it always held. */
    @Nullable
    LocalDate from();

    /** Last day, null while it still holds. */
    @Nullable
    LocalDate until();

    /** Whether it holds on that day. */
    default boolean holdsOn(LocalDate day) {
        LocalDate from = from();
        LocalDate until = until();
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
