package org.passerelle.network;

import java.util.List;
import java.util.function.Function;

/**
 * Contributions that hold none of a question's words and are about the topics of what does, by people who wrote nothing that
 * does.
 *
 * @param hits the nearest and latest first, scored in [0, 1] by how near they are
 * @param topics by which a contribution is near, by its key, the nearest first; at most three
 */
public record Nearby(HitColumns hits, Function<String, List<Topic>> topics) {
    /** There is nothing near. */
    public static final Nearby NOTHING = new Nearby(HitColumns.of(List.of()), _ -> List.of());
}
