package org.passerelle.measure;

import org.passerelle.network.TieGraph;

/** What is counted of a tie. */
public enum Amount {
    /** 1 for every tie. */
    TIES,
    /** Its strength. */
    STRENGTH,
    /** Its number of interactions. */
    INTERACTIONS;

    double of(TieGraph graph, int slot) {
        return switch (this) {
            case TIES -> 1;
            case STRENGTH -> graph.strength(slot);
            case INTERACTIONS -> graph.interactionCount(slot);
        };
    }
}
