package org.passerelle.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The company named a person animator of a community.
 *
 * @param hoursPerWeek time given for it, null where not declared
 */
public record Appointment(
        String personId,
        String communityId,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Double hoursPerWeek)
        implements Dated {}
