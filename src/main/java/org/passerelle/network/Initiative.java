package org.passerelle.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that is tried to bring groups together.
 *
 * @param scope ids of the groups where it is tried, in order, each once
 * @param dimension the dimension of all of them
 * @param from its first day
 * @param goal what it is to bring about, in the words of whoever recorded it
 * @param at when it was recorded
 */
public record Initiative(String id, List<String> scope, Dimension dimension, LocalDate from, String goal, Instant at) {
    /** Copies the groups; refuses an initiative that is tried nowhere. */
    public Initiative {
        scope = scope.stream().distinct().sorted().toList();
        if (scope.isEmpty()) {
            throw new IllegalArgumentException("An initiative is tried in one group at least");
        }
    }
}
