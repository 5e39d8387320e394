package org.passerelle.introduction;

import java.util.List;
import java.util.Set;
import org.passerelle.network.Dimension;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * Which topics live in several groups whose people have not met over them.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 * @param window days whose discussions and exchanges count; groups are those of its last day
 * @param groupPeopleMin fewest people of a group who must discuss a topic for it to live there
 * @param readable whose acquaintances an introducer may be found by; never PRIVATE
 * @param notSuggested people who are not to be suggested, nor asked to introduce
 */
record TransverseQuestion(
        Dimension dimension,
        int unitDepth,
        Window window,
        int groupPeopleMin,
        Set<Visibility> readable,
        Set<String> notSuggested) {
    /** One person alone does not make a topic live in a group. */
    static final int GROUP_PEOPLE_LEAST = 2;

    /** Copies the sets. */
    TransverseQuestion {
        readable = Set.copyOf(readable);
        notSuggested = Set.copyOf(notSuggested);
        if (groupPeopleMin < GROUP_PEOPLE_LEAST) {
            throw new IllegalArgumentException("groupPeopleMin must be at least 2, not " + groupPeopleMin);
        }
    }

    /** The same question as one about meetings. */
    MeetingQuestion meetings() {
        return new MeetingQuestion(dimension, unitDepth, window, List.of(), 1, readable, notSuggested);
    }
}
