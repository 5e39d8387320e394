package org.passerelle.expert;

import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What the network says of candidates, before they are compared with one another.
 *
 * @param answering share of the latest answers where the question belongs, by person; nobody where that is unknown
 * @param answersGiven answers a person has given to anybody so far
 * @param answersToAsker answers a person has given to who asks
 */
record Standing(
        Map<String, Double> answering, ToIntFunction<String> answersGiven, ToIntFunction<String> answersToAsker) {
    /** Nothing is known of anybody. */
    static final Standing UNKNOWN = new Standing(Map.of(), _ -> 0, _ -> 0);

    Standing {
        answering = Map.copyOf(answering);
    }
}
