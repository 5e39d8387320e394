package org.passerelle.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.measure.CutPeople;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;

/**
 * The ties without which two parts of the network would lose contact, those that separate most people first, of
 * equals in order of the ends' ids. Every tie of the window counts, so these are the single points of failure of
 * what was observed, not proof that nobody else could talk.
 */
public final class BridgeTies {
    private BridgeTies() {}

    /** Finds them all. */
    public static List<BridgeTie> compute(NetworkSnapshot snapshot, BridgeQuestion question) {
        TieGraph graph = snapshot.graph(TieFilter.of(snapshot.withData(question.window())))
                .undirected();
        int[] groups = snapshot.history(
                        question.dimension(), question.unitDepth(), snapshot.withData(question.window()))
                .mainGrouping()
                .assignment();
        List<CutPeople.Bridge> bridges =
                CutPeople.compute(graph, CutPeople.Parameters.defaults()).bridges();
        int[] smaller = BridgeSides.smaller(graph, bridges);
        List<BridgeTie> ties = new ArrayList<>();
        for (int bridge = 0; bridge < smaller.length; bridge++) {
            int from = bridges.get(bridge).from();
            int to = bridges.get(bridge).to();
            boolean across = groups[from] >= 0 && groups[to] >= 0 && groups[from] != groups[to];
            ties.add(new BridgeTie(snapshot.person(from), snapshot.person(to), smaller[bridge], across, null));
        }
        // The bridges come in order of their vertices, which are in order of ids.
        ties.sort(Comparator.comparingInt(BridgeTie::separates).reversed());
        return List.copyOf(ties);
    }
}
