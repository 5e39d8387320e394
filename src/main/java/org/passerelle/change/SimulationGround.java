package org.passerelle.change;

import org.passerelle.network.Dimension;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

/**
 * The organisation as it is: what every simulation over one window starts from. Moving and removing need whole people,
 * so a person is in the group held longest in the window.
 *
 * @param window the days with data of those asked about
 * @param graph who exchanged with whom in the window, without direction
 */
public record SimulationGround(
        NetworkSnapshot snapshot, Window window, int unitDepth, Grouping grouping, TieGraph graph) {
    /** Reads the snapshot. */
    public static SimulationGround of(NetworkSnapshot snapshot, Dimension dimension, int unitDepth, Window asked) {
        Window window = snapshot.withData(asked);
        Grouping grouping = snapshot.history(dimension, unitDepth, window).mainGrouping();
        TieGraph graph = snapshot.graph(TieFilter.of(window)).undirected();
        return new SimulationGround(snapshot, window, unitDepth, grouping, graph);
    }
}
