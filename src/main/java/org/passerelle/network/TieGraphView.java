package org.passerelle.network;

import org.passerelle.network.TieGraph.Length;

/** A {@link TieGraph} whose ties weigh something else than their distance; the rows are shared. */
final class TieGraphView extends TieEdges {
    private final TieGraph ties;
    private final Length length;

    TieGraphView(TieGraph ties, Length length) {
        this.ties = ties;
        this.length = length;
    }

    @Override
    TieGraph rows() {
        return ties;
    }

    @Override
    EdgeNumbers edges() {
        return ties.edges();
    }

    @Override
    double length(int slot) {
        return switch (length) {
            case DISTANCE -> 1 / ties.strength(slot);
            case STRENGTH -> ties.strength(slot);
            case STEP -> 1;
        };
    }
}
