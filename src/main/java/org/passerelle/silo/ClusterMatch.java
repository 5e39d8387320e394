package org.passerelle.silo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;

/**
 * One formal group among the clusters.
 *
 * @param parts how many of its people with ties each cluster holds, largest first
 * @param overlap people of the group and of the cluster that matches it best, over people of either; null without ties
 * @param sentence what that says
 */
public record ClusterMatch(
        Group group, List<Integer> parts, @Nullable Double overlap, Bilingual sentence) {
    /** Most parts that are told; the smallest ones say nothing more. */
    static final int PARTS_MAX = 20;

    /** Fewer people than this fall apart by chance. */
    static final int PEOPLE_MIN = 6;

    private static final double NEARLY_ALL = 0.8;
    private static final double PART_MIN = 0.2;
    private static final double HALF_MIN = 0.35;
    private static final double STABLE_MIN = 0.5;
    private static final Bilingual DOUBT = new Bilingual(
            "Runs of the search disagree: do not build on it.",
            "Les recherches ne s’accordent pas\u00a0: n’en concluez rien.");

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
        Bilingual said = sentence(group.name(), sizes, overlap);
        return new ClusterMatch(
                group,
                sizes.stream().limit(PARTS_MAX).toList(),
                Double.isNaN(overlap) ? null : overlap,
                stability < STABLE_MIN ? said.then(DOUBT) : said);
    }

    private static Bilingual sentence(String name, List<Integer> sizes, double overlap) {
        int people = sizes.stream().mapToInt(Integer::intValue).sum();
        if (people < PEOPLE_MIN) {
            return new Bilingual(
                    name + " has too few people with ties to say where they are.",
                    name + " a trop peu de personnes avec des liens pour dire où elles sont.");
        }
        String of = " of its " + people + " people with ties";
        String parmi = " de ses " + people + " personnes avec des liens";
        int largest = sizes.getFirst();
        if (largest >= NEARLY_ALL * people) {
            return overlap >= 0.5
                    ? new Bilingual(
                            name + " works as one group of its own: " + largest + of
                                    + " are in one cluster, and most of the cluster is " + name + ".",
                            name + " travaille comme un groupe à part\u00a0: " + largest + parmi
                                    + " sont dans un même groupe observé, qui est surtout " + name + ".")
                    : new Bilingual(
                            name + " keeps together within a larger cluster: " + largest + of + " are in it.",
                            name + " reste uni dans un groupe observé plus large\u00a0: " + largest + parmi
                                    + " y sont.");
        }
        int second = sizes.get(1);
        if (largest + second >= NEARLY_ALL * people && second >= PART_MIN * people) {
            boolean halves = second >= HALF_MIN * people;
            return new Bilingual(
                    name + (halves ? " lives in two halves: " : " lives in two parts: ") + largest + " and " + second
                            + of + " are in different clusters.",
                    name + (halves ? " vit en deux moitiés\u00a0: " : " vit en deux parties\u00a0: ") + largest + " et "
                            + second + parmi + " sont dans des groupes observés différents.");
        }
        int third = sizes.size() > 2 ? sizes.get(2) : 0;
        if (largest + second + third >= NEARLY_ALL * people && third >= PART_MIN * people) {
            return new Bilingual(
                    name + " lives in three parts: " + largest + ", " + second + " and " + third + of
                            + " are in different clusters.",
                    name + " vit en trois parties\u00a0: " + largest + ", " + second + " et " + third + parmi
                            + " sont dans des groupes observés différents.");
        }
        return largest > people / 2.0
                ? new Bilingual(
                        name + " has a core and others elsewhere: " + largest + of
                                + " are in one cluster, the others in " + (sizes.size() - 1) + " more.",
                        name + " a un noyau et d’autres ailleurs\u00a0: " + largest + parmi
                                + " sont dans un groupe observé, les autres dans " + (sizes.size() - 1)
                                + " de plus.")
                : new Bilingual(
                        name + " is spread over " + sizes.size() + " clusters; the largest holds " + largest + of + ".",
                        name + " est réparti sur " + sizes.size() + " groupes observés\u00a0; le plus grand compte "
                                + largest + parmi + ".");
    }
}
