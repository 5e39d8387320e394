package org.passerelle.bridge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.RankInterval;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Person;

/**
 * Somebody who holds separate groups together.
 *
 * @param rank position, from 1
 * @param betweenness share of the shortest paths between people of different groups that pass through the person
 * @param betweennessInterval two standard errors around it where it is estimated; null where it is exact
 * @param constraint Burt's; null for somebody without contacts
 * @param effectiveSize Burt's; null for somebody without contacts
 * @param groupsReached other groups the person has ties with, each tie judged by the chart of its day
 * @param structuralDiversity separate circles that the person's contacts fall into
 * @param brokerage Gould-Fernandez roles
 * @param roles the same role by role beside what chance gives, in the order of {@link BrokerageRole}
 * @param cutPerson whether some people would lose all contact with others without the person
 * @param workload distinct people exchanged with in the window
 * @param summary one sentence on what the person links
 * @param risk what would be lost with the person
 * @param groupId of the group held longest, for choosing only; null for somebody without group
 * @param rankInterval where the rank lies in other weeks
 * @param successors who could take the person's place; empty where nobody asked
 */
public record Bridge(
        Person person,
        int rank,
        double betweenness,
        @Nullable Estimate betweennessInterval,
        @Nullable Double constraint,
        @Nullable Double effectiveSize,
        int groupsReached,
        int structuralDiversity,
        BrokerageRoles brokerage,
        List<RoleScore> roles,
        boolean cutPerson,
        int workload,
        Bilingual summary,
        BridgeRisk risk,
        @Nullable String groupId,
        RankInterval rankInterval,
        List<BridgeSuccessor> successors) {
    /** Copies the lists. */
    public Bridge {
        roles = List.copyOf(roles);
        successors = List.copyOf(successors);
    }

    /** The same bridge as that person, for readers who may not see the name, with what was asked for besides. */
    Bridge shownAs(Person shown, RankInterval interval, List<BridgeSuccessor> next) {
        return new Bridge(
                shown,
                rank,
                betweenness,
                betweennessInterval,
                constraint,
                effectiveSize,
                groupsReached,
                structuralDiversity,
                brokerage,
                roles,
                cutPerson,
                workload,
                summary,
                risk,
                groupId,
                interval,
                next);
    }
}
