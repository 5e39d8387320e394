package org.passerelle.silo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The groups that the network itself shows, beside the formal ones.
 *
 * @param clusters those with more than one person
 * @param modularity of the clusters; null without ties
 * @param adjustedMutualInformation agreement with the formal groups, 1 the same, 0 by chance; null where undefined
 * @param normalisedMutualInformation the same without correction for chance
 * @param stability mean agreement (AMI) of every two runs with different seeds
 * @param consensus the clusters on which many runs agree; null without ties, and where nobody asked for it
 */
public record ClusterComparison(
        int clusters,
        @Nullable Double modularity,
        @Nullable Double adjustedMutualInformation,
        @Nullable Double normalisedMutualInformation,
        @Nullable Double stability,
        List<ClusterMatch> matches,
        @Nullable ConsensusClusters consensus) {
    /** Copies the matches. */
    public ClusterComparison {
        matches = List.copyOf(matches);
    }

    /** The same with the consensus. */
    ClusterComparison with(ConsensusClusters agreed) {
        return new ClusterComparison(
                clusters,
                modularity,
                adjustedMutualInformation,
                normalisedMutualInformation,
                stability,
                matches,
                agreed);
    }
}
