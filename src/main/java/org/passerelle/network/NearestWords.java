package org.passerelle.network;

import java.util.List;
import java.util.Map;
import org.passerelle.network.ContributionSearch.Scope;

/** What is in use instead of words that nobody uses; the store implements it. */
public interface NearestWords {
    /** Words of contributions the reader may read that are nearest to those of a text. */
    Nearest nearest(String about, Scope scope);

    /** The words a search takes a text for, with the company's synonyms. */
    List<String> searched(String about);

    /**
     * Nearest words and where they are used.
     *
     * @param words nearest first
     * @param communities contributions with one of these words, by community, as far as was looked
     */
    record Nearest(List<String> words, Map<String, Integer> communities) {
        /** Copies both. */
        public Nearest {
            words = List.copyOf(words);
            communities = Map.copyOf(communities);
        }
    }
}
