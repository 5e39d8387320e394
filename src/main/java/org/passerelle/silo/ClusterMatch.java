package org.passerelle.silo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Group;

/**
 * One formal group among the clusters.
 *
 * @param parts how many of its people with ties each cluster holds, largest first
 * @param overlap people of the group and of the cluster that matches it best, over people of either; null without ties
 * @param sentence what that says
 */
public record ClusterMatch(
        Group group, List<Integer> parts, @Nullable Double overlap, String sentence) {
    /** Most parts that are told; the smallest ones say nothing more. */
    static final int PARTS_MAX = 20;

    /** Fewer people than this fall apart by chance. */
    static final int PEOPLE_MIN = 6;

    private static final double NEARLY_ALL = 0.8;
    private static final double PART_MIN = 0.2;
    private static final double HALF_MIN = 0.35;
    private static final double STABLE_MIN = 0.5;

    /** Copies the parts. */
    public ClusterMatch {
        parts = List.copyOf(parts);
    }

    /**
     * Of all parts of a group.
     *
     * @param sizes of its parts, largest first
     * @param overlap of the best match; NaN without ties
     * @param stability of the search; NaN where it is not known
     */
    static ClusterMatch of(Group group, List<Integer> sizes, double overlap, double stability) {
        String doubt = stability < STABLE_MIN ? " Runs of the search disagree: do not build on it." : "";
        return new ClusterMatch(
                group,
                sizes.stream().limit(PARTS_MAX).toList(),
                Double.isNaN(overlap) ? null : overlap,
                sentence(group.name(), sizes, overlap) + doubt);
    }

    private static String sentence(String name, List<Integer> sizes, double overlap) {
        int people = sizes.stream().mapToInt(Integer::intValue).sum();
        if (people < PEOPLE_MIN) {
            return name + " has too few people with ties to say where they are.";
        }
        String of = " of its " + people + " people with ties";
        int largest = sizes.getFirst();
        if (largest >= NEARLY_ALL * people) {
            return overlap >= 0.5
                    ? name + " works as one group of its own: " + largest + of + " are in one cluster, and most of the"
                            + " cluster is " + name + "."
                    : name + " keeps together within a larger cluster: " + largest + of + " are in it.";
        }
        int second = sizes.get(1);
        if (largest + second >= NEARLY_ALL * people && second >= PART_MIN * people) {
            return name + (second >= HALF_MIN * people ? " lives in two halves: " : " lives in two parts: ") + largest
                    + " and " + second + of + " are in different clusters.";
        }
        int third = sizes.size() > 2 ? sizes.get(2) : 0;
        if (largest + second + third >= NEARLY_ALL * people && third >= PART_MIN * people / 2) {
            return name + " lives in three parts: " + largest + ", " + second + " and " + third + of
                    + " are in different clusters.";
        }
        return largest > people / 2.0
                ? name + " has a core and others elsewhere: " + largest + of + " are in one cluster, the others in "
                        + (sizes.size() - 1) + " more."
                : name + " is spread over " + sizes.size() + " clusters; the largest holds " + largest + of + ".";
    }
}
