package org.passerelle.silo;

import java.util.List;
import org.passerelle.network.Group;

/**
 * One formal group among the clusters.
 *
 * @param parts how many of its people with ties each cluster holds, largest first
 */
public record ClusterMatch(Group group, List<Integer> parts) {
    /** Copies the parts. */
    public ClusterMatch {
        parts = List.copyOf(parts);
    }
}
