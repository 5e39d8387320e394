package org.passerelle.expert;

import java.util.List;
import org.passerelle.network.Group;
import org.passerelle.network.Topic;

/**
 * Nobody was found: why, and whom to ask instead.
 *
 * @param words what was looked for
 * @param withoutFilter how many people there would be without filter, window, moment and, where words were held together
 *     that nobody wrote so, quotation marks
 * @param similar words in use that are nearest, nearest first
 * @param topics topics that are nearest, nearest first
 * @param communities where it is talked about most
 */
record NobodyFound(
        NobodyReason reason,
        List<String> words,
        int withoutFilter,
        List<String> similar,
        List<Topic> topics,
        List<CommunityToAsk> communities) {
    /** Why nobody was found. */
    enum NobodyReason {
        NOT_IN_USE,
        APART,
        ELSEWHERE,
        FILTERED,
        YOURSELF
    }

    /** A community in which to ask. */
    record CommunityToAsk(Group community, int contributions) {}
}
