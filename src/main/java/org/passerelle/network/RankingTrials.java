package org.passerelle.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders of experts for past questions, each as of its own moment, by any exponents: what a home learns its own by.
 * Implemented by the question that orders experts.
 */
public interface RankingTrials {
    /** What holds where a home learnt nothing. */
    RankingExponents builtIn();

    /**
     * What is found for a question of the past.
     *
     * @param community where it is looked for; null for everywhere
     */
    Trial trial(AskedQuestion question, @Nullable String community);

    /** What was found for one question, to be ordered. */
    interface Trial {
        /** Ids of people, best first; the asker is none of them. */
        List<String> order(RankingExponents exponents);
    }
}
