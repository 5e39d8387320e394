package org.passerelle.network;

import java.util.Map;
import java.util.Set;

/** In which communities people take part; the store implements it. */
@FunctionalInterface
public interface TakingPart {
    /**
     * The communities in which these people wrote something.
     *
     * @param personIds a few people: each is looked up
     * @param readable who could read what they wrote; what is PRIVATE is nobody's to tell and is refused
     * @return ids of communities by person; people without any are absent
     */
    Map<String, Set<String>> communities(Set<String> personIds, Window window, Set<Visibility> readable);
}
