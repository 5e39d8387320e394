package org.passerelle.loop;

import java.util.List;
import java.util.Map;
import org.passerelle.network.MarkedActs;
import org.passerelle.network.Needs.Need;

/** The needs of invented companies, as the product traces them. */
public final class InventedNeeds {
    private InventedNeeds() {}

    /** By community, in order of time. */
    public static Map<String, List<Need>> of(List<MarkedActs.Act> acts) {
        return new LoopLog(new MarkedActsInMemory(acts)).byCommunity();
    }
}
