package org.passerelle.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.network.ContributionSearch.Scope;

/**
 * The topics there are; the store implements it. A topic that rests only on text which the reader of a scope cannot
 * read is there for them when at least ten people used it, and otherwise it is not there at all.
 */
public interface TopicCatalogue {
    /**
     * Topics nearest to a text, nearest first: those that share words with it, in any inflection; where there are
     * none, those whose names look like it. Empty where nothing does.
     *
     * @param first most topics, at least 1
     */
    List<Topic> nearest(String about, int first, Scope scope);

    /** Topics of which a name begins with, or has a word that begins with, what is given; most people first. */
    List<Topic> named(String name, Scope scope);

    /** Every topic, most people first. */
    List<Topic> all(Scope scope);

    /** One topic, by its id. */
    Optional<Topic> topic(String id, Scope scope);

    /** What people say themselves of the topics that a text names in full, before the scope's moment. */
    Claims claims(String about, Scope scope);

    /**
     * Who wants to be found for what a text names, and who does not.
     *
     * @param hidden people who hid one of its topics
     * @param claimed people who declared, confirmed or added one of its topics, with those topics
     */
    record Claims(Set<String> hidden, Map<String, List<Topic>> claimed) {
        /** Nobody said anything. */
        public static final Claims NONE = new Claims(Set.of(), Map.of());

        /** Copies both. */
        public Claims {
            hidden = Set.copyOf(hidden);
            claimed = Map.copyOf(claimed);
        }
    }
}
