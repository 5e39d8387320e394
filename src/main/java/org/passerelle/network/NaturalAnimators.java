package org.passerelle.network;

import java.util.List;

/**
 * Who naturally animates the communities, for a question that has to set others beside them without knowing how animators are
 * found. Implemented by the question that finds them.
 */
@FunctionalInterface
public interface NaturalAnimators {
    /** Every community in which somebody contributed, in order of id; the same for the same data. */
    List<Animated> in(NetworkSnapshot snapshot, Window window);

    /**
     * A community.
     *
     * @param contributors everybody who contributed, the strongest first
     */
    record Animated(String communityId, List<Contributor> contributors) {
        /** Copies the list. */
        public Animated {
            contributors = List.copyOf(contributors);
        }
    }

    /**
     * A contributor.
     *
     * @param contributions how many
     * @param score in [0, 1], net of volume and rank
     * @param beyondChance whether the score is more than chance would bring
     */
    record Contributor(String personId, int contributions, double score, boolean beyondChance) {
        /** What counts of it: nothing within chance. */
        public double animation() {
            return beyondChance ? score : 0;
        }
    }
}
