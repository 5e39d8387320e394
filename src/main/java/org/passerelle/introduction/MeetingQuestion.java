package org.passerelle.introduction;

import java.util.List;
import java.util.Set;
import org.passerelle.network.Dimension;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * Which few meetings would open the groups of a dimension most.
 *
 * @param unitDepth 0 for the direct unit, d for the ancestor at depth d under the roots
 * @param window days whose exchanges make the network; everything else is as of its last day
 * @param between ids of the two groups that are to be opened to each other, in order; empty for all groups
 * @param meetings how many
 * @param readable whose acquaintances an introducer may be found by; never PRIVATE
 * @param notSuggested people who are not to be suggested, nor asked to introduce
 */
public record MeetingQuestion(
        Dimension dimension,
        int unitDepth,
        Window window,
        List<String> between,
        int meetings,
        Set<Visibility> readable,
        Set<String> notSuggested) {
    /** Copies, and refuses anything but two different groups. */
    public MeetingQuestion {
        between = between.stream().distinct().sorted().toList();
        readable = Set.copyOf(readable);
        notSuggested = Set.copyOf(notSuggested);
        if (!between.isEmpty() && between.size() != 2) {
            throw new IllegalArgumentException("`between` takes two different groups, not " + between.size());
        }
        if (unitDepth < 0) {
            throw new IllegalArgumentException("unitDepth must be 0 or more, not " + unitDepth);
        }
    }
}
