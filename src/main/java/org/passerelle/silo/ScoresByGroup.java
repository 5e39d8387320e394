package org.passerelle.silo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One index, of the whole and of every group.
 *
 * @param whole null without ties
 * @param groups in order of id
 */
public record ScoresByGroup(@Nullable ChanceScore whole, List<GroupScore> groups) {
    /** Copies the groups. */
    public ScoresByGroup {
        groups = List.copyOf(groups);
    }
}
