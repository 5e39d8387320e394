package org.passerelle.network;

import java.util.List;

/**
 * Who belongs to which group along one dimension.
 *
 * @param groups the groups that have somebody, in id order
 * @param assignment for each vertex the position of its group in {@code groups}, -1 for none. Read only.
 */
public record Grouping(Dimension dimension, List<Group> groups, int[] assignment) {
    /** Number of people in each group. */
    public int[] sizes() {
        int[] sizes = new int[groups.size()];
        for (int group : assignment) {
            if (group >= 0) {
                sizes[group]++;
            }
        }
        return sizes;
    }
}
