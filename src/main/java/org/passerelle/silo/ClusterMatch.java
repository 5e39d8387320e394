package org.passerelle.silo;

import java.util.List;
import org.passerelle.network.Group;

/**
 * One formal group among the clusters.
 *
 * @param parts how many of its people with ties each cluster holds, largest first
 */
public record ClusterMatch(Group group, List<Integer> parts) {
    /** Most parts that are told; the smallest ones say nothing more. */
    static final int PARTS_MAX = 20;

    /** Copies the parts. */
    public ClusterMatch {
        parts = List.copyOf(parts);
    }
}
