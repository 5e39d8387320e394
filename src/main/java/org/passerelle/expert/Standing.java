package org.passerelle.expert;

import java.util.Map;
import java.util.function.Function;
import org.passerelle.network.NetworkSnapshot;

/**
 * What the network says of candidates, before they are compared with one another.
 *
 * @param answering share of the latest answers where the question belongs, by person; nobody where that is unknown
 * @param answers answers a person has given so far; asked once for each candidate
 */
record Standing(Map<String, Double> answering, Given answers) {
    /** Nothing is known of anybody. */
    static final Standing UNKNOWN = new Standing(Map.of(), _ -> Answers.NONE);

    /** How often somebody answered anybody, and who asks among them. */
    record Answers(int toAnybody, int toAsker) {
        static final Answers NONE = new Answers(0, 0);
    }

    /** Answers by the id of a person. */
    @FunctionalInterface
    interface Given extends Function<String, Answers> {
        /** Those of whoever is at a vertex. */
        default Answers at(int vertex, NetworkSnapshot snapshot) {
            return apply(snapshot.person(vertex).id());
        }
    }

    Standing {
        answering = Map.copyOf(answering);
    }
}
