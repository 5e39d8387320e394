package org.passerelle.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person reports to a manager from a day until a day. */
public record ReportingLine(
        String personId,
        String managerId,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Kind kind) implements Dated {
    /** The line of the chart, or a functional one beside it; only {@link #LINE} makes the tree. */
    public enum Kind {
        LINE,
        FUNCTIONAL
    }
}
