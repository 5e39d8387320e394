package org.passerelle.silo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Group;

/**
 * The clusters on which many runs agree, and how far they agree.
 *
 * @param clusters those with more than one person
 * @param modularity of the consensus
 * @param adjustedMutualInformation agreement of the consensus with the formal groups; null where undefined
 * @param certainty mean over people with ties of the share of runs in which somebody is with their cluster
 * @param agreement mean agreement (AMI) of every two of the first runs
 * @param agreementMin of the two that differ most
 * @param agreementMax of the two most alike
 * @param rounds further rounds of runs that it took
 * @param unanimous whether all runs of the last round agree
 * @param groups how certain the members of each formal group are, in order of id
 */
public record ConsensusClusters(
        int clusters,
        double modularity,
        @Nullable Double adjustedMutualInformation,
        double certainty,
        double agreement,
        double agreementMin,
        double agreementMax,
        int rounds,
        boolean unanimous,
        List<GroupCertainty> groups) {
    /** Copies the groups. */
    public ConsensusClusters {
        groups = List.copyOf(groups);
    }

    /**
     * The members of one formal group.
     *
     * @param certainty mean over its people with ties; null unless shown, and where nobody has any
     */
    public record GroupCertainty(
            Group group, FigureState state, @Nullable Double certainty) {}
}
