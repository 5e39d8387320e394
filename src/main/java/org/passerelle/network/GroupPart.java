package org.passerelle.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A group lies inside a larger one of the same dimension from a day until a day. */
public record GroupPart(
        String groupId,
        String wholeId,
        @Nullable LocalDate from,
        @Nullable LocalDate until) implements Dated {}
