package org.passerelle.network;

import java.time.LocalDate;
import java.time.YearMonth;

/** A stretch of days, both ends included; days are UTC. */
public record Window(LocalDate from, LocalDate to) {
    /** The first and last day that the product accepts in any source. */
    public static final Window EVER = new Window(LocalDate.of(1900, 1, 1), LocalDate.of(2100, 12, 31));

    /** Refuses a window that ends before it starts. */
    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A window must not end before it starts: from " + from + ", to " + to);
        }
    }

    /** Whether the day lies in this window. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether every day of the other lies in this window. */
    public boolean covers(Window other) {
        return contains(other.from) && contains(other.to);
    }

    /** The whole calendar months that it touches. */
    public Window wholeMonths() {
        return new Window(YearMonth.from(from).atDay(1), YearMonth.from(to).atEndOfMonth());
    }

    /** The first day as the number of days since 1970-01-01, the unit of {@link Tie} records. */
    public int fromEpochDay() {
        return Math.toIntExact(from.toEpochDay());
    }

    /** The last day as the number of days since 1970-01-01. */
    public int toEpochDay() {
        return Math.toIntExact(to.toEpochDay());
    }
}
