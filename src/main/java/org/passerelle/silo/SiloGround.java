package org.passerelle.silo;

import java.util.Arrays;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;

/**
 * What every figure of one question is computed from.
 *
 * @param filter what counts as exchange
 * @param network people by their time in a group, and who did what towards whom
 * @param graph the same without direction
 * @param coverage which groups can be spoken of
 */
record SiloGround(NetworkSnapshot snapshot, TieFilter filter, StintNetwork network, TieGraph graph, Coverage coverage) {
    /** What {@link #of} depends on. */
    private record Ground(SiloQuestion question) {}

    /** Reads the snapshot, once for all parts of a map; refuses more groups than a map holds. */
    static SiloGround of(NetworkSnapshot snapshot, SiloQuestion question) {
        return snapshot.derived(new Ground(question), SiloGround.class, () -> read(snapshot, question));
    }

    private static SiloGround read(NetworkSnapshot snapshot, SiloQuestion question) {
        GroupHistory history =
                snapshot.history(question.dimension(), question.unitDepth(), snapshot.withData(question.window()));
        int groups = history.groups().size();
        if (groups > Silos.GROUPS_MAX) {
            throw new Silos.TooManyGroups(groups);
        }
        TieFilter filter = TieFilter.of(snapshot.withData(question.window())).withChannels(question.channels());
        StintNetwork network = StintNetwork.of(snapshot, history, filter);
        return new SiloGround(
                snapshot,
                filter,
                network,
                network.graph().undirected(),
                Coverage.of(snapshot, history, network.active(), filter, question));
    }

    GroupHistory history() {
        return network.history();
    }

    /** The group of every stint with ties, -1 for the others: labels are dealt among those who are in the data. */
    int[] tiedGroups() {
        int[] groups = history().stintGroups();
        Arrays.setAll(groups, stint -> graph.degree(stint) > 0 ? groups[stint] : -1);
        return groups;
    }
}
